"""The decision matrix: alternatives that are judged by the same criteria.

An alternative is a certificate judged for an audience: several certificates for one audience, or
one certificate for several. If one of them has no score for a criterion, none of them is judged by
that criterion, because totals over different criteria cannot be compared.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from certeval.analysis.entry import Entries
from certeval.analysis.rank.standing import standing_of
from certeval.analysis.rounding import aligned_text
from certeval.analysis.score import score
from certeval.analysis.weighted_sum import weighted_sum
from certeval.errors import UnscoredAlternativesError, UnscoredError, UsageError
from certeval.model.context import Case
from certeval.results.alternative import Alternative
from certeval.results.scorecard import Line, Scorecard

_PLACES = 6  # of a total in a column; exact totals seldom need as many


class Matrix(NamedTuple):
    """A decision matrix: raw scores by alternative and criterion, and weights in percent.

    ``criteria`` are ids, and ``titles`` their titles; the weights add up to exactly 100. Scores
    that are not known lie above ``scores``, by up to ``widths`` points; without any, all are known.
    """

    criteria: tuple[str, ...]
    titles: tuple[str, ...]
    weights: tuple[Fraction, ...]
    scores: tuple[tuple[Fraction, ...], ...]
    widths: tuple[tuple[Fraction, ...], ...] = ()

    @property
    def totals(self) -> tuple[Fraction, ...]:
        """The total of each alternative, in points of the scale."""
        return tuple(weighted_sum(self.weights, row) for row in self.scores)


def score_all(
    cases: Sequence[Case],
    *,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
) -> tuple[Scorecard, ...]:
    """Score alternatives by the same criteria.

    Args:
        cases: The alternatives, under the same rubric.
        weights: Weights by criterion, in percent from 0, in place of the stated ones.
        normalize: Whether to rescale weights that do not add up to 100%.

    Returns:
        One scorecard per case, in the order of *cases*.

    Raises:
        UnscoredAlternativesError: scores are missing and the rubric requires all of them, or the
            alternatives have no scored criterion in common.
        WeightsError, UnknownCriterionError, UsageError: see ``score``.

    """
    cards, unscored = [], []
    for case in drop_unshared_criteria(cases):
        try:
            cards.append(score(case, weights=weights, normalize=normalize))
        except UnscoredError as error:
            unscored.append(error)
    if unscored:
        raise UnscoredAlternativesError(unscored)
    return tuple(cards)


def drop_unshared_criteria(cases: Sequence[Case]) -> tuple[Case, ...]:
    """Drop scores for criteria that a case lacks, if the rubric leaves out missing scores.

    Args:
        cases: The alternatives, under the same rubric.

    Returns:
        The cases with scores for the same criteria, and warnings of what was dropped.

    Raises:
        UnscoredAlternativesError: no criterion has a score in all cases.

    """
    if not cases or cases[0].rubric.missing_score != "exclude":
        return tuple(cases)
    criteria = [(item.id, item.title) for item in cases[0].rubric.criteria]
    scored = [_scored(case) for case in cases]
    shared = set.intersection(*scored)
    if not any(name in shared for name, _ in criteria):
        raise UnscoredAlternativesError(
            [
                UnscoredError(
                    case.certificate.id,
                    case.rubric.id,
                    [name for name, _ in criteria if name not in has],
                    len(criteria),
                )
                for case, has in zip(cases, scored, strict=True)
                if any(name not in has for name, _ in criteria)
            ]
        )
    warnings = []
    for name, title in criteria:
        without = [
            f"'{case.certificate.id}'"
            for case, has in zip(cases, scored, strict=True)
            if name not in has
        ]
        if without and name in set().union(*scored):
            lacking = ", ".join(dict.fromkeys(without))
            warnings.append(f"{title}: not compared, as {lacking} has no score for it")
    return tuple(_without_unshared(case, shared, warnings) for case in cases)


def _scored(case: Case) -> set[str]:
    """Return the ids of the criteria that the certificate has a score for."""
    entries = Entries(case.rubric)
    criteria = {one.id: one for one in case.rubric.criteria}
    return {
        item.criterion
        for item in case.certificate.scores
        if item.raw is not None
        or item.criterion not in criteria
        or entries.absence(criteria[item.criterion], item.measured or "") is None
    }


def _without_unshared(case: Case, shared: set[str], warnings: Sequence[str]) -> Case:
    """Return *case* with scores for *shared* criteria only."""
    kept = tuple(item for item in case.certificate.scores if item.criterion in shared)
    certificate = case.certificate.model_copy(update={"scores": kept})
    return replace(case, certificate=certificate, warnings=(*case.warnings, *warnings))


def competition_ranks(totals: Sequence[Any]) -> tuple[int, ...]:
    """Rank totals, the highest first; equal totals share the better rank.

    Args:
        totals: Exact totals in one unit, or standings.

    Returns:
        One rank per total, from 1: ``(5, 7, 7)`` gives ``(3, 1, 1)``.

    """
    rising = sorted(totals)
    return tuple(1 + len(rising) - bisect_right(rising, total) for total in totals)


def by_rank(found: Iterable[Alternative]) -> list[Alternative]:
    """Sort alternatives by rank, and by id if they tie, whatever their order was.

    Args:
        found: Alternatives with their ranks.

    Returns:
        The alternatives, the best first.

    """
    return sorted(found, key=lambda one: (one.rank, one.id))


def alternatives(cards: Sequence[Scorecard]) -> tuple[Alternative, ...]:
    """Rank scorecards by their exact totals.

    Args:
        cards: Several certificates for one audience, or one certificate for several.

    Returns:
        One alternative per scorecard, in the order of *cards*.

    """
    across = len({card.audience for card in cards}) > 1
    named = [card.audience if across and card.audience else card.certificate for card in cards]
    titles = [one.title for one in named]
    totals = [card.total.value for card in cards]
    columns = aligned_text(totals, _PLACES)
    orders = [standing_of(card) for card in cards]
    ranked = zip(cards, named, orders, competition_ranks(orders), columns, strict=True)
    return tuple(
        Alternative(
            id=one.id,
            title=one.title,
            label=one.title if titles.count(one.title) == 1 else f"{one.title} ({one.id})",
            certificate=card.certificate,
            audience=card.audience,
            rank=rank,
            tied=orders.count(order) > 1,
            total=card.total,
            total_column=column,
            total_high=card.total_high,
            rating=card.rating,
            rating_high=card.rating_high,
            band=card.band.label if card.band else None,
            failed=card.failed,
        )
        for card, one, order, rank, column in ranked
    )


def decision_matrix(cards: Sequence[Scorecard]) -> Matrix:
    """Return the decision matrix of scorecards.

    Args:
        cards: At least one scorecard, over the same criteria and weights.

    Returns:
        The matrix, with a row per scorecard and a column per criterion.

    """
    lines = cards[0].lines
    is_open = any(line.raw_high for card in cards for line in card.lines)
    return Matrix(
        tuple(line.criterion for line in lines),
        tuple(line.title for line in lines),
        tuple(line.weight_percent.value for line in lines),
        tuple(tuple(line.raw.value for line in card.lines) for card in cards),
        tuple(tuple(map(_width, card.lines)) for card in cards) if is_open else (),
    )


def _width(line: Line) -> Fraction:
    return line.raw_high.value - line.raw.value if line.raw_high else Fraction(0)


def passing(cards: Sequence[Scorecard]) -> tuple[Scorecard, ...]:
    """Return the scorecards that no weights can put behind another: those that fail no minimum.

    Args:
        cards: Scorecards over the same criteria.

    Returns:
        Those that pass, or all of them if none does. A warning names the others.

    Raises:
        UsageError: only one of several passes.

    """
    kept = [card for card in cards if not card.failed] or [*cards]
    failing = [card.certificate.id for card in cards if card not in kept]
    if not failing:
        return tuple(cards)
    names = ", ".join(failing)
    if len(kept) == 1:
        message = f"only '{kept[0].certificate.id}' passes, so no weights change the order"
        raise UsageError(message, f"below a minimum: {names}")
    warning = f"not compared, as whatever fails a minimum ranks last under any weights: {names}"
    return tuple(replace(card, warnings=(*card.warnings, warning)) for card in kept)


def warnings_of(cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """Collect the warnings of scorecards, each once.

    Args:
        cards: Scorecards of one or more certificates.

    Returns:
        The warnings. One that is not about all certificates names those it is about.

    """
    every = {card.certificate.id for card in cards}
    about: dict[str, dict[str, None]] = {}
    for card in cards:
        for warning in card.warnings:
            about.setdefault(warning, {})[card.certificate.id] = None
    return tuple(
        warning if len(ids) == len(every) else f"{', '.join(ids)}: {warning}"
        for warning, ids in about.items()
    )
