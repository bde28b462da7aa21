"""``certeval sensitivity``."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError

if TYPE_CHECKING:
    from certeval.analysis.sensitivity.tornado import Reach
    from certeval.model.rubric import Rubric


@command
def main(
    session: Session,
    certificates: options.CertificatesArgument,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    score_change: Annotated[
        Decimal | None,
        options.parsed(
            "--score-change", "POINTS", parsers.parse_positive, "Points to move each score by."
        ),
    ] = None,
    weight_change: Annotated[
        Decimal | None,
        options.parsed(
            "--weight-change",
            "PERCENT",
            parsers.parse_positive,
            "Percentage of itself to move each weight by.",
        ),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show how sensitive the result is to each score and weight.

    For one certificate: what moves its rating. For several: also what would change the ranking.

    Examples:
      certeval sensitivity ibm-ml
      certeval sensitivity ibm-ml --score-change 0.5
    """
    from certeval.analysis.alternatives import judge
    from certeval.analysis.sensitivity.sensitivity import sensitivity
    from certeval.library.loading import load

    readers, day = [audience] if audience else None, parsers.as_partial_date(today)
    cases = load(session.library, certificates, readers, rubric).cases(day)
    cards = judge(cases, weights=dict(weights or ()), normalize=normalize)
    terms = cases[0].rubric
    session.show(sensitivity(cards, terms, _reach(terms, score_change, weight_change)))
    return None


def _reach(rubric: "Rubric", points: Decimal | None, percent: Decimal | None) -> "Reach":
    """How far to move things: the rubric's word, where the command line has none."""
    from certeval.analysis.sensitivity.tornado import Reach

    stated = rubric.sensitivity
    points = points or (stated.score_change if stated else None)
    percent = percent or (stated.weight_change_percent if stated else None)
    if points is None or percent is None:
        raise UsageError(
            f"the rubric {rubric.id} does not say how far to move scores and weights",
            "give --score-change and --weight-change, or a field 'sensitivity' to the rubric",
        )
    return Reach(points, percent)
