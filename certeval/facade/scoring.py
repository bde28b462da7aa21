"""Score a certificate, by a reviewer's opinion or by evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from certeval.errors import UnscoredError
from certeval.facade import inputs, loading, lookup
from certeval.facade.dates import Date
from certeval.facade.evidence import By, evidence_cards, require_opinion
from certeval.facade.inputs import Named, Number
from certeval.facade.loading import Changes
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.model.context import Case
    from certeval.results.scorecard import Scorecard, Scorecards


def score(
    certificate: Reference,
    *,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    scores: Named[Number] | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Scorecard:
    """Score a certificate, criterion by criterion.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audience: whom to score for; by default the rubric's primary audience.
        rubric: what to score under; by default the certificate's own rubric.
        scores: raw scores by criterion, in place of the certificate's.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if there is
            one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The scorecard: total, rating, and a line for each criterion.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores, or a number
            is invalid.

    """
    cards = score_audiences(
        certificate, audiences=None if audience is None else [audience], rubric=rubric,
        scores=scores, weights=weights, normalize=normalize, by=by, role=role, today=today,
        library=library,
    )  # fmt: skip
    return cards.scorecards[0]


def score_audiences(
    certificate: Reference,
    *,
    audiences: References | None = None,
    all_audiences: bool = False,
    rubric: Reference | None = None,
    scores: Named[Number] | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    explain: bool = False,
    min_score: Number | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Scorecards:
    """Score a certificate for several audiences.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audiences: whom to score for; by default the rubric's primary audience.
        all_audiences: score for every audience of the library as well, the primary one first.
        rubric: what to score under; by default the certificate's own rubric.
        scores: raw scores by criterion, in place of the certificate's.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by ``opinion`` or ``evidence``; by default by opinion if there is one.
        role: the job you aim for, which evidence depends on; by default the audience's.
        explain: say what evidence says beside a reviewer's scores.
        min_score: say whether the rating reaches this one.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        A scorecard for each audience.

    Raises:
        CertevalError: as in ``score``.

    """
    from certeval.analysis.score import condition, scorecards

    if scores:
        require_opinion(by, "scores")
    least = inputs.optional(min_score, "min_score", inputs.number)
    found = lookup.library_with(library, certificate, audiences, rubric, normalize=normalize)
    wanted = [*(found.ids("audience") if all_audiences else ()), *lookup.each(audiences)]
    cases = loading.cases_of([certificate], wanted, rubric, today, found)
    readers: list[str | None] = [*dict.fromkeys(lookup.names(wanted))] or [None]
    pairs = list(zip(cases, readers, strict=True))
    if all_audiences:
        primary = cases[0].rubric.primary_audience
        pairs.sort(key=lambda pair: not pair[0].audience or pair[0].audience.id != primary)
    changes = Changes(weights, normalize)
    more: dict[str, Any] = {"rubric": rubric, "role": role, "today": today, "library": found}
    cards = _by_opinion(pairs, certificate, scores, changes, by, explain=explain, **more) or [
        evidence_cards(certificate, audience=reader, changes=changes, **more).cards[0]
        for _, reader in pairs
    ]
    if least is not None:
        cards = [replace(card, condition=condition(card, least)) for card in cards]
    return scorecards(cards)


def _by_opinion(
    pairs: Iterable[tuple[Case, str | None]],
    certificate: Reference,
    scores: Any,
    changes: Changes,
    by: By | None,
    *,
    explain: bool,
    **more: Any,
) -> list[Scorecard]:
    """Return the scorecards of a reviewer's scores; none if evidence is to take their place."""
    from certeval.analysis.score import score as score_case

    raw = inputs.by_name(scores, "scores", inputs.entry)
    percent = inputs.by_name(changes.weights, "weights", inputs.number)
    cards: list[Scorecard] = []
    for case, reader in pairs:
        if by == "evidence":
            return []
        try:
            card = score_case(case, overrides=raw, weights=percent, normalize=changes.normalize)
        except UnscoredError:
            if by == "opinion" or scores or case.rubric.evidence is None:
                raise
            return []
        if explain and case.rubric.evidence:
            from certeval.analysis.evidence.summary import evidence_summary

            asked = loading.context_of(certificate, audience=reader, **more)
            card = replace(card, evidence=evidence_summary(asked))
        cards.append(card)
    return cards
