"""How robust is the result to the weights? Stochastic multicriteria acceptability (SMAA-2)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.decision_matrix import (
    alternatives,
    by_rank,
    decision_matrix,
    join_names,
    warnings_of,
)
from certeval.analysis.robustness.pass_probability import passings
from certeval.analysis.robustness.sampling_plan import SamplingPlan, complement
from certeval.analysis.robustness.smaa import Contested, drawn_contest, exact_contest
from certeval.model.rubric import HUNDRED_PERCENT, Rubric
from certeval.results.alternative import Alternative
from certeval.results.robustness import Acceptability, Outcome, Part, Passing, Robustness
from certeval.results.scorecard import Scorecard

_PAIR = 2


def robustness(
    cards: Sequence[Scorecard], rubric: Rubric, trial: SamplingPlan, least: Decimal | None = None
) -> Robustness:
    """Judge *cards* under the weightings of *trial*.

    Of one certificate: how often it reaches the exact total *least*, where given, and each of the
    rubric's verdicts. Of several: how often each has which rank. Exact where nothing is left to
    chance, for one certificate and for two.
    """
    matrix, given = decision_matrix(cards), alternatives(cards)
    exact = trial.may_be_exact and len(cards) <= _PAIR
    found: Contested = ((), ())
    passed: tuple[Passing, ...] = ()
    if len(cards) == 1:
        passed = passings(matrix, rubric, least, trial)
    elif exact:
        found = exact_contest(matrix, given)
    else:
        found = drawn_contest(matrix, given, trial, rubric.scale)
    ranks = {one.id: one.rank for one in given}
    ordered = sorted(
        found[0],
        key=lambda one: (
            -one.ranks[0].share,
            -one.alone.share,
            ranks[one.alternative],
            one.alternative,
        ),
    )
    share, told = _passed(given[0], passed) if passed else _won(given, ordered)
    outcome = _outcome(rubric, share)
    unsaid = "" if rubric.robustness else f" The rubric {rubric.id} sets no robustness thresholds."
    return Robustness(
        rubric=cards[0].rubric,
        audience=cards[0].audience,
        alternatives=tuple(by_rank(given)),
        method=trial.method(exact=exact),
        acceptabilities=tuple(ordered),
        win_shares=found[1],
        passings=passed,
        outcome=outcome,
        sentence=f"{outcome.capitalize() + ': ' if outcome else ''}{told}{unsaid}",
        scale_max_display=cards[0].scale_max_display,
        warnings=warnings_of(cards),
    )


def _outcome(rubric: Rubric, share: Fraction) -> Outcome | None:
    """What the rubric calls an answer that holds under this share of weightings."""
    limits = rubric.robustness
    if limits is None:
        return None
    percent = share * Fraction(HUNDRED_PERCENT)
    if percent >= limits.robust_from_percent:
        return "robust"
    return "leaning" if percent >= limits.leaning_from_percent else "toss-up"


def _won(given: Sequence[Alternative], found: Sequence[Acceptability]) -> tuple[Fraction, str]:
    """The share of weightings under which the most frequent first is alone first, in words."""
    best, *others = found
    rest = ", ".join(f"{one.label} under {one.ranks[0].display}" for one in others[:2])
    level = [one.label for one in found if one.ranks[0].share == 1]
    if len(level) > 1:
        return Fraction(), f"{join_names(level)} tie for first under every weighting."
    alone = f" (alone under {best.alone.display})" if best.alone != best.ranks[0] else ""
    first = f"{best.label} is first under {_of(best.ranks[0])} of weightings{alone}, {rest}."
    stated = [one.label for one in given if one.rank == 1]
    if best.label in stated:
        return best.alone.share, first
    return best.alone.share, f"{first} Under the stated weights it is {join_names(stated)}."


def _passed(one: Alternative, passed: Sequence[Passing]) -> tuple[Fraction, str]:
    """The share of weightings that agree on whether it passes, or on the verdict, in words."""
    first = passed[0]
    if first.what == "verdict":
        first = max(passed, key=lambda each: each.part.share)
        told = f"{one.label} rates '{first.title}' under {_of(first.part)} of weightings."
        return first.part.share, told
    if first.part.share >= 1 - first.part.share:
        told = f"{one.label} reaches {first.title} under {_of(first.part)} of weightings."
        return first.part.share, told
    fails = complement(first.part)
    told = f"{one.label} falls short of {first.title} under {_of(fails)} of weightings."
    return fails.share, told


def _of(part: Part) -> str:
    """A share with its standard error, where it has one."""
    error = f" (+/- {part.error_display} points)" if part.error_display else ""
    return f"{part.display}{error}"
