"""How sensitive is the result to a single score, or a single weight?"""

from collections.abc import Sequence

from certeval.analysis.decision_matrix import alternatives, by_rank, decision_matrix, warnings_of
from certeval.analysis.sensitivity.critical_criterion import critical, ties
from certeval.analysis.sensitivity.stability import stability, verdict_stability
from certeval.analysis.sensitivity.tornado import Perturbation, reach_display, swings
from certeval.model.rubric import Rubric
from certeval.results.scorecard import Scorecard
from certeval.results.sensitivity import Sensitivity, TornadoBar


def sensitivity(cards: Sequence[Scorecard], rubric: Rubric, reach: Perturbation) -> Sensitivity:
    """Move every score and weight of *cards* by *reach*, one at a time, and see what happens.

    *cards* are judged by the same criteria and weights of *rubric*.
    """
    among, matrix = alternatives(cards), decision_matrix(cards)
    carded = dict(zip(among, cards, strict=True))
    order = by_rank(among)
    several = len(cards) > 1
    found = ties(matrix, among, rubric.scale) if several else ()
    titles = dict(zip(matrix.criteria, matrix.titles, strict=True))
    moved = tuple(swing for one in order for swing in swings(carded[one], rubric, reach))
    return Sensitivity(
        rubric=cards[0].rubric,
        audience=cards[0].audience,
        alternatives=tuple(order),
        score_change=reach.score_change,
        weight_change_percent=reach.weight_change_percent,
        moved_display=reach_display(reach),
        swings=moved,
        verdict_display=None if several else _verdict(cards[0], moved),
        stabilities=(
            stability(matrix, [one.id for one in among])
            if several
            else verdict_stability(cards[0], rubric)
        ),
        ties=found,
        critical_top=critical(found, titles, [one.id for one in order if one.rank == 1])
        if several
        else None,
        critical_any=critical(found, titles) if several else None,
        scale_max_display=cards[0].scale_max_display,
        warnings=warnings_of(cards),
    )


def _verdict(card: Scorecard, moved: Sequence[TornadoBar]) -> str | None:
    """Whether the verdict on one certificate holds, whatever is moved."""
    if card.band is None:
        return None
    turning = [f"{swing.title} ({swing.moved})" for swing in moved if swing.verdicts]
    rated = f"{card.rating_display} is {card.band.label}"
    if not turning:
        return f"{rated}, and stays so under each of these changes."
    return f"{rated}, but may change with any of: {', '.join(turning)}."
