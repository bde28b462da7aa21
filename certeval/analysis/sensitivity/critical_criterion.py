"""The critical criterion: which smallest change of one weight, or score, makes two tie?

E. Triantaphyllou and A. Sanchez, "A Sensitivity Analysis Approach for Some Deterministic
Multi-Criteria Decision-Making Methods", Decision Sciences 28 (1997).
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.rounding import approximate_text, percent
from certeval.model.rubric import HUNDRED_PERCENT
from certeval.model.scale import Scale
from certeval.results.alternative import Alternative
from certeval.results.sensitivity import Critical, Tie

_WHOLE = Fraction(HUNDRED_PERCENT)
_PLACES = 3


def ties(matrix: Matrix, among: Sequence[Alternative], scale: Scale) -> tuple[Tie, ...]:
    """For each pair and criterion, what would make the two tie; the pairs with the winner first."""
    order = sorted(range(len(among)), key=lambda at: (among[at].rank, among[at].id))
    return tuple(
        _tie(matrix, (one, other), (among[one].id, among[other].id), at, scale)
        for one, other in combinations(order, 2)
        for at in range(len(matrix.criteria))
    )


def _tie(
    matrix: Matrix, pair: tuple[int, int], names: tuple[str, str], at: int, scale: Scale
) -> Tie:
    one, other = pair
    share, totals = matrix.weights[at] / _WHOLE, matrix.totals
    lead = totals[one] - totals[other]
    mine, theirs = matrix.scores[one][at], matrix.scores[other][at]
    # The published delta = (P_j - P_i) / (a_jk - a_ik) is taken off the weight.
    change = -(lead / (mine - theirs)) if mine != theirs else None
    if lead == 0:
        change = Fraction()
    feasible = change is not None and share + change >= 0 and 1 + change > 0
    new = None
    if change is not None and feasible:
        new = (share + change) / (1 + change) * _WHOLE
    relative = abs(change) / share * _WHOLE if change is not None and share else None
    needed, lowered = (theirs + lead / share, mine - lead / share) if share else (None, None)
    return Tie(
        ahead=names[0],
        behind=names[1],
        tied=lead == 0,
        criterion=matrix.criteria[at],
        title=matrix.titles[at],
        weight_percent=matrix.weights[at],
        weight_display=percent(matrix.weights[at]),
        weight_change=None if change is None else change * _WHOLE,
        relative_percent=relative,
        relative_display=_signed(relative, change) if relative is not None and feasible else "",
        weight_feasible=feasible,
        new_weight_percent=new,
        new_weight_display=_weight(new, tied=lead == 0),
        raw=theirs,
        needed_raw=needed,
        needed_feasible=_is_on(scale, needed),
        needed_display=_score(scale, needed),
        lowered_raw=lowered,
        lowered_feasible=_is_on(scale, lowered),
        lowered_display=_score(scale, lowered),
    )


def _weight(new: Fraction | None, *, tied: bool) -> str:
    if tied:
        return "tied"
    return "none" if new is None else percent(new)


def _signed(relative: Fraction, change: Fraction | None) -> str:
    return f"{'+' if change and change > 0 else '-' if change else ''}{percent(relative)}"


def _is_on(scale: Scale, raw: Fraction | None) -> bool:
    return raw is not None and Fraction(scale.min) <= raw <= Fraction(scale.max)


def _score(scale: Scale, raw: Fraction | None) -> str:
    if raw is None:
        return "none"
    return approximate_text(raw, _PLACES) if _is_on(scale, raw) else "out of range"


def critical(
    found: Sequence[Tie], titles: dict[str, str], winners: Sequence[str] | None = None
) -> Critical:
    """Percent-top, where one of *winners* is in every pair that counts; percent-any without any."""
    asked = [tie for tie in found if winners is None or tie.ahead in winners]
    apart = [tie for tie in asked if not tie.tied]
    feasible = [
        (tie.relative_percent, tie)
        for tie in apart
        if tie.weight_feasible and tie.relative_percent is not None
    ]
    whose = "between any two" if winners is None else "for first"
    if not apart:
        return Critical((), None, "All of them tie already.")
    if not feasible:
        return Critical((), None, f"No change of one weight alone would produce a tie {whose}.")
    least = min(relative for relative, _ in feasible)
    found_ties = [tie for each, tie in feasible if each == least]
    names = tuple(dict.fromkeys(tie.criterion for tie in found_ties))
    shown = " or ".join(titles[name] for name in names)
    signs = {(tie.weight_change or 0) > 0 for tie in found_ties}
    move = "Changing" if len(signs) > 1 else "Raising" if signs == {True} else "Lowering"
    return Critical(
        names,
        least,
        f"{shown}: {move.lower()} its weight by {percent(least)} (before rescaling to 100%) would "
        f"produce a tie {whose}.",
    )
