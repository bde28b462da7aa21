"""Alternatives: what is held against each other, by the same criteria.

An alternative is a certificate judged for an audience; several certificates for one audience, or
one certificate for several. Without a score for some criterion of one of them, no other is judged
by that criterion either: totals over different criteria say nothing of each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.ranks import competition_ranks
from certeval.analysis.rounding import aligned_text
from certeval.analysis.score import score
from certeval.analysis.weighted_sum import weighted_sum
from certeval.errors import UnscoredAlternativesError, UnscoredError
from certeval.model.context import Case
from certeval.results.alternative import Alternative
from certeval.results.scorecard import Scorecard

_PLACES = 6  # of a total in a column; exact totals seldom need as many


class Matrix(NamedTuple):
    """A decision matrix: raw scores by alternative and criterion, and the weights in percent.

    ``criteria`` are ids, ``titles`` theirs; weights add up to exactly 100.
    """

    criteria: tuple[str, ...]
    titles: tuple[str, ...]
    weights: tuple[Fraction, ...]
    scores: tuple[tuple[Fraction, ...], ...]

    @property
    def totals(self) -> tuple[Fraction, ...]:
        """The total of each alternative."""
        return tuple(weighted_sum(self.weights, row) for row in self.scores)


def score_all(
    cases: Sequence[Case],
    *,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
) -> tuple[Scorecard, ...]:
    """The scorecards of *cases*, in their order, over the same criteria.

    *weights* are percent by criterion in place of the stated ones.

    Raises:
        UnscoredAlternativesError: scores are missing and the rubric wants all of them, or no
            criterion is left.
        WeightsError, UnknownCriterionError, UsageError: as ``score`` has them.

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
    """*cases* without scores that another of them misses, where the rubric excludes such criteria.

    Raises:
        UnscoredAlternativesError: there is no criterion that all have a score for.

    """
    if not cases or cases[0].rubric.missing_score != "exclude":
        return tuple(cases)
    criteria = [(item.id, item.title) for item in cases[0].rubric.criteria]
    scored = [{item.criterion for item in case.certificate.scores} for case in cases]
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
    notes = []
    for name, title in criteria:
        without = [
            f"'{case.certificate.id}'"
            for case, has in zip(cases, scored, strict=True)
            if name not in has
        ]
        if without and name in set().union(*scored):
            lacking = ", ".join(dict.fromkeys(without))
            notes.append(f"{title}: not compared, as {lacking} has no score for it")
    return tuple(_less(case, shared, notes) for case in cases)


def _less(case: Case, shared: set[str], notes: Sequence[str]) -> Case:
    """*case* with scores for *shared* criteria alone."""
    kept = tuple(item for item in case.certificate.scores if item.criterion in shared)
    certificate = case.certificate.model_copy(update={"scores": kept})
    return replace(case, certificate=certificate, warnings=(*case.warnings, *notes))


def by_rank(found: Iterable[Alternative]) -> list[Alternative]:
    """*found* by rank; equals by id, so that the order in which they are given is irrelevant."""
    return sorted(found, key=lambda one: (one.rank, one.id))


def alternatives(cards: Sequence[Scorecard]) -> tuple[Alternative, ...]:
    """What *cards* come to, in their order, with ranks by exact total."""
    several = len({card.audience for card in cards}) > 1
    named = [card.audience if several and card.audience else card.certificate for card in cards]
    titles = [one.title for one in named]
    totals = [card.total for card in cards]
    found = []
    columns = aligned_text(totals, _PLACES)
    for card, one, rank, column in zip(
        cards, named, competition_ranks(totals), columns, strict=True
    ):
        found.append(
            Alternative(
                id=one.id,
                title=one.title,
                label=one.title if titles.count(one.title) == 1 else f"{one.title} ({one.id})",
                certificate=card.certificate,
                audience=card.audience,
                rank=rank,
                tied=totals.count(card.total) > 1,
                total=card.total,
                total_display=card.total_display,
                total_column=column,
                rating=card.rating,
                rating_display=card.rating_display,
                band=card.band.label if card.band else None,
            )
        )
    return tuple(found)


def join_names(names: Sequence[str]) -> str:
    """*names*, at least one, in words: ``A``, ``A and B``, ``A, B and C``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def decision_matrix(cards: Sequence[Scorecard]) -> Matrix:
    """The decision matrix of *cards*, which are judged by the same criteria and weights."""
    lines = cards[0].lines
    return Matrix(
        tuple(line.criterion for line in lines),
        tuple(line.title for line in lines),
        tuple(line.weight_percent for line in lines),
        tuple(tuple(line.raw for line in card.lines) for card in cards),
    )


def warnings_of(cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """What is to be said of *cards*, each thing once, and of which where it is not of all."""
    every = {card.certificate.id for card in cards}
    said: dict[str, dict[str, None]] = {}
    for card in cards:
        for warning in card.warnings:
            said.setdefault(warning, {})[card.certificate.id] = None
    return tuple(
        warning if len(of) == len(every) else f"{', '.join(of)}: {warning}"
        for warning, of in said.items()
    )
