"""How sensitive is the result to a single score, or a single weight?"""

from collections.abc import Sequence
from fractions import Fraction

from certeval.analysis.decision_matrix import (
    alternatives,
    by_rank,
    decision_matrix,
    passing,
    warnings_of,
)
from certeval.analysis.figures import exact
from certeval.analysis.sensitivity.critical_criterion import critical_criterion, tie_conditions
from certeval.analysis.sensitivity.stability import stability, verdict_stability
from certeval.analysis.sensitivity.tornado import Perturbation, tornado
from certeval.model.rubric import Rubric
from certeval.results.scorecard import Scorecard
from certeval.results.sensitivity import Sensitivity


def sensitivity(
    cards: Sequence[Scorecard], rubric: Rubric, perturbation: Perturbation
) -> Sensitivity:
    """Change every score and weight, one at a time, and compare the results.

    Scores that are intervals count as the lowest that they can be.

    Args:
        cards: scorecards, at least one, over the same criteria and weights.
        rubric: the rubric that all of them were scored under.
        perturbation: how far scores and weights move.

    Returns:
        The tornado of each card, how far each weight can change, and, for several cards, what
        would make each pair tie.

    """
    cards = passing(cards)
    given, matrix = alternatives(cards), decision_matrix(cards)
    ids = [one.id for one in given]
    card_of = dict(zip(ids, cards, strict=True))
    order = by_rank(given)
    several = len(cards) > 1
    ties = tie_conditions(matrix, given, rubric.scale)
    leaders = [one.id for one in order if one.rank == 1]
    score_change, weight_change = map(Fraction, perturbation)
    return Sensitivity(
        by=cards[0].by,
        rubric=cards[0].rubric,
        audience=cards[0].audience,
        alternatives=tuple(order),
        score_change=exact(score_change),
        weight_change_percent=exact(weight_change),
        bars=tuple(bar for one in order for bar in tornado(card_of[one.id], rubric, perturbation)),
        stabilities=stability(matrix, ids) if several else verdict_stability(cards[0], rubric),
        ties=ties,
        critical_top=critical_criterion(ties, leaders) if several else None,
        critical_any=critical_criterion(ties) if several else None,
        scale_max_display=cards[0].scale_max_display,
        warnings=warnings_of(cards),
    )
