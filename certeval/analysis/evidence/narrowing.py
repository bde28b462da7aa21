"""Which single fact would narrow the total most?"""

from collections.abc import Sequence
from fractions import Fraction

from certeval.analysis.evidence.derive import (
    CriterionScore,
    Interval,
    MeasureScore,
    combined,
    overall,
)
from certeval.analysis.evidence.judged import Judged
from certeval.analysis.rounding import half_up
from certeval.model.evidence import EvidenceSettings
from certeval.results.evidence import Narrowing
from certeval.results.figures import Figure


def narrowing(judged: Judged, settings: EvidenceSettings) -> Narrowing | None:
    """Return which kind of fact would narrow the total most, once it is known.

    Args:
        judged: the scores and the weights.
        settings: how scores are displayed.

    Returns:
        The kind of fact, with the width of the total before and after it is known; None if no fact
        would narrow it.

    """
    kinds = dict.fromkeys(
        kind
        for one in judged.scores
        for measured in one.measures
        for kind in measured.reading.missing
    )
    before, _ = overall(judged.scores, judged.weights)
    best: tuple[Fraction, str] | None = None
    for kind in kinds:
        known = [_with_known(one, kind) for one in judged.scores]
        after, _ = overall(known, judged.weights)
        if best is None or after.width < best[0]:
            best = after.width, kind
    if best is None or best[0] >= before.width:
        return None
    return Narrowing(best[1], _width(before.width, settings), _width(best[0], settings))


def _width(width: Fraction, settings: EvidenceSettings) -> Figure:
    return Figure(width, f"{half_up(width, settings.places):f}")


def _with_known(one: CriterionScore, kind: str) -> CriterionScore:
    """Return the score of a criterion as if the facts of *kind* were known: in the middle."""
    evidence = one.criterion.evidence
    if evidence is None:
        return one
    measures: Sequence[MeasureScore] = [
        _at_middle(measured, measured.score)
        if measured.score and kind in measured.reading.missing
        else measured
        for measured in one.measures
    ]
    return one._replace(score=combined(evidence, measures))


def _at_middle(measured: MeasureScore, score: Interval) -> MeasureScore:
    middle = (score.low + score.high) / 2
    return measured._replace(score=Interval(middle, middle, score.exact))
