"""What commands that hold several certificates against each other begin with."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from certeval.analysis.alternatives import judge
from certeval.cli import parsers
from certeval.cli.session import Session
from certeval.library.alternatives import load_alternatives
from certeval.model.case import Case
from certeval.results.scorecard import Scorecard


class Judged(NamedTuple):
    """Cases and what they score, in the same order."""

    cases: tuple[Case, ...]
    cards: tuple[Scorecard, ...]


def judged(
    session: Session,
    certificates: Sequence[str],
    audience: str | None,
    rubric: str | None,
    *,
    weights: Sequence[parsers.Pair] | None = None,
    normalize: bool = False,
    today: date | None = None,
) -> Judged:
    """Load *certificates* and score them, for one reader and by the same criteria.

    *weights* are the values of ``--weight``, *today* that of ``--today``.

    Raises:
        CertevalError: something that is named does not exist, has problems or no scores.

    """
    day = parsers.as_partial_date(today)
    cases = load_alternatives(session.library, certificates, audience, rubric)
    return Judged(cases, judge(cases, weights=dict(weights or ()), normalize=normalize, today=day))
