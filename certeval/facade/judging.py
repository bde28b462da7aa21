"""Score several certificates, by opinion or by evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from certeval.errors import UnscoredAlternativesError
from certeval.facade import loading, lookup
from certeval.facade.evidence import By, evidence_cards
from certeval.facade.loading import Changes

if TYPE_CHECKING:
    from certeval.facade.dates import Date
    from certeval.facade.lookup import Reference, References
    from certeval.library.library import Library
    from certeval.model.rubric import Rubric
    from certeval.results.citation import Named as NamedDefinition
    from certeval.results.scorecard import Scorecard


class Judged(NamedTuple):
    """Scorecards under one rubric, all by opinion or all by evidence.

    ``role`` is the job that evidence is about; None if there is none, or by opinion.
    """

    cards: tuple[Scorecard, ...]
    rubric: Rubric
    role: NamedDefinition | None

    @property
    def has_intervals(self) -> bool:
        """Whether some total is an interval, or they are judged by evidence."""
        return any(card.by == "evidence" or card.total_high is not None for card in self.cards)


def judged(
    certificates: References,
    audiences: References | None,
    *,
    rubric: Reference | None,
    by: By | None,
    role: Reference | None,
    changes: Changes,
    today: Date | None,
    library: Library | str | Path | None,
    **more: Any,
) -> Judged:
    """Score certificates by opinion, or by evidence.

    Args:
        certificates: ids, files or ``Certificate`` objects.
        audiences: whom to judge for; None for the rubric's primary audience.
        rubric: what to judge by; None for the certificates' own rubric.
        by: ``opinion`` or ``evidence``; None for opinion if all of them have scores, and else for
            evidence, if the rubric says how.
        role: the job that evidence is about; None for the audience's.
        changes: the caller's weights.
        today: the date that decides which facts are old; None for the current one.
        library: a ``Library`` or the folder of one; None for the default libraries.
        more: further arguments of ``library.loading.load``.

    Returns:
        A scorecard for each certificate with each audience.

    Raises:
        CertevalError: a definition does not exist or has errors; there is neither an opinion nor
            evidence; a weight is invalid.

    """
    found = lookup.library_with(
        library, certificates, audiences, rubric, normalize=changes.normalize
    )
    cases = loading.cases_of(certificates, audiences, rubric, today, found, **more)
    terms = cases[0].rubric
    if by != "evidence":
        try:
            return Judged(loading.scorecards(cases, changes), terms, None)
        except UnscoredAlternativesError:
            if by == "opinion" or terms.evidence is None:
                raise
    groups = [
        evidence_cards(
            certificates, audience=audience, rubric=rubric, role=role, changes=changes,
            today=today, library=found,
        )
        for audience in dict.fromkeys(lookup.names(audiences)) or [None]
    ]  # fmt: skip
    cards = tuple(card for row in zip(*(one.cards for one in groups), strict=True) for card in row)
    return Judged(cards, terms, groups[0].role)
