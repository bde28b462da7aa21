"""Judge from evidence: intervals of scores that facts give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from certeval.errors import RetiredError, UsageError
from certeval.facade import dates, inputs, loading, lookup
from certeval.facade.loading import Changes

if TYPE_CHECKING:
    from certeval.facade.dates import Date
    from certeval.facade.inputs import Number
    from certeval.facade.lookup import Reference, References
    from certeval.library.library import Library
    from certeval.results.citation import Named as NamedDefinition
    from certeval.results.evidence import EvidenceReport
    from certeval.results.scorecard import Scorecard

By = Literal["opinion", "evidence"]
"""What to judge by: a reviewer's scores, or facts."""


def evidence(
    certificate: Reference,
    *,
    role: Reference | None = None,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    held: References | None = None,
    hours_per_week: Number | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> EvidenceReport:
    """Judge a certificate from facts alone: an interval for each criterion and for the total.

    Args:
        certificate: an id, a file or a ``Certificate``.
        role: the job you aim for; by default the audience's target role.
        audience: whom to judge for; by default the rubric's primary audience.
        rubric: what to judge by; by default the certificate's own rubric.
        held: certificates you already hold, in addition to the audience's.
        hours_per_week: your study hours per week; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The intervals with all measurements, beside a reviewer's scores if there are any.

    Raises:
        CertevalError: something that is named does not exist or has errors; the rubric does not
            say how to judge from evidence.

    """
    from certeval.analysis.evidence.evidence import evidence as answer

    return answer(
        loading.context_of(
            certificate, audience=audience, role=role, rubric=rubric, held=held, today=today,
            hours_per_week=hours_per_week, library=library,
        )
    )  # fmt: skip


def require_opinion(by: By | None, parameter: str) -> None:
    """Require that a reviewer's scores are judged, as something works with these only.

    Args:
        by: what to judge by.
        parameter: what works with them only.

    Raises:
        UsageError: evidence is judged.

    """
    if by == "evidence":
        hint = f"leave out `{parameter}`, or judge by opinion"
        raise UsageError("works with reviewers' scores only", hint, parameter=parameter)


class EvidenceCards(NamedTuple):
    """Scorecards from evidence, the role they are for, and what could not be judged, and why.

    ``all_reviewed`` says whether a reviewer has scored every one of the certificates.
    """

    cards: tuple[Scorecard, ...]
    role: NamedDefinition | None
    left_out: tuple[tuple[str, str], ...]
    all_reviewed: bool


def evidence_cards(
    certificates: References | None,
    *,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    role: Reference | None = None,
    changes: Changes | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> EvidenceCards:
    """Score several certificates from facts.

    Args:
        certificates: ids, files or ``Certificate`` objects; None for all of the library.
        audience: whom to judge for; by default the rubric's primary audience.
        rubric: what to judge by; by default the certificates' own rubric.
        role: the job you aim for; by default the audience's target role.
        changes: the caller's weights; None for none.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The scorecards. Those of the library that cannot be judged are left out.

    Raises:
        CertevalError: something that is named does not exist or has errors, or can no longer be
            taken; the rubric does not say how to judge from evidence; a weight makes no sense.

    """
    from certeval.analysis.citation import named
    from certeval.analysis.evidence.evidence_scorecard import evidence_scorecard
    from certeval.library.loading_context import load_contexts

    weights, normalize = changes or (None, False)
    contexts, left_out = load_contexts(
        lookup.library_with(library, certificates, audience, rubric, role, normalize=normalize),
        lookup.names(certificates), lookup.name_or_none(audience), lookup.name_or_none(rubric),
        today=dates.day(today), role=lookup.name_or_none(role), every=certificates is None,
    )  # fmt: skip
    percent = inputs.by_name(weights, "weights", inputs.number)
    cards, refused = [], []
    for context in contexts:
        try:
            cards.append(evidence_scorecard(context, weights=percent, normalize=normalize))
        except RetiredError as error:
            if certificates is not None:
                raise
            refused.append((error.certificate, error.reason))
    if not cards:
        raise UsageError("there is no certificate to judge", "add one to the library")
    first = contexts[0]
    return EvidenceCards(
        tuple(cards), named(first.role, first.files), (*left_out, *refused),
        all(context.certificate.scores for context in contexts),
    )  # fmt: skip
