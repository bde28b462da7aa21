"""Rank certificates by their exact totals, for one audience or for two."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from certeval.analysis.decision_matrix import competition_ranks, warnings_of
from certeval.analysis.rank.placing import other_ranks, place, tie_breakers_of
from certeval.analysis.rank.similarity import spearman, ws
from certeval.analysis.rank.standing import standing_of
from certeval.analysis.rank.top_rows import ScoredRow, TopRows
from certeval.analysis.rounding import exact_text, half_up
from certeval.model.rubric import Rubric
from certeval.results.figures import Figure
from certeval.results.ranking import LeftOut, Ranking, Similarity
from certeval.results.scorecard import Scorecard

_SIMILARITY_PLACES = 3


def rank(
    cards: Sequence[Scorecard],
    rubric: Rubric,
    *,
    against: Sequence[Scorecard] = (),
    top: int | None = None,
    left_out: Iterable[tuple[str, str]] = (),
) -> Ranking:
    """Rank certificates by their exact totals.

    Args:
        cards: At least one scorecard, over the same criteria.
        rubric: What the certificates are scored under.
        against: The scorecards of the same certificates for another audience, in the same order.
        top: How many to show, at least 1; None for all.
        left_out: Ids of certificates that are not ranked, with the reasons.

    Returns:
        The entries, the best first; ties; and how similar the two rankings are.

    """
    top_rows = _top_rows(cards, top)
    others = other_ranks(place(_top_rows(against, None), rubric).entries)
    placed = place(top_rows, rubric, against=others)
    return Ranking(
        rubric=cards[0].rubric,
        audience=cards[0].audience,
        file=None,
        scale_max_display=exact_text(rubric.scale.max),
        entries=placed.entries,
        ranked=top_rows.added,
        more_at_last_rank=top_rows.tied_beyond_cut,
        tie_breakers=tie_breakers_of(rubric),
        ties=placed.ties,
        tie_count=placed.tie_count,
        rows_read=None,
        bad_count=0,
        bad_rows=(),
        left_out=tuple(LeftOut(name, reason) for name, reason in left_out),
        against=against[0].audience if against else None,
        similarity=_similarity(cards, against) if against else None,
        warnings=warnings_of([*cards, *against]),
    )


def _top_rows(cards: Sequence[Scorecard], top: int | None) -> TopRows:
    rows = TopRows(top)
    for card in cards:
        total, named = card.total.value, card.certificate
        rows.add(ScoredRow(total, named.id, named.title, standing_of(card), card.failed))
    return rows


def _similarity(cards: Sequence[Scorecard], against: Sequence[Scorecard]) -> Similarity:
    one, other = (
        competition_ranks([standing_of(card) for card in each]) for each in (cards, against)
    )
    return Similarity(_figure(spearman(one, other)), _figure(ws(one, other)))


def _figure(value: Fraction | None) -> Figure | None:
    return None if value is None else Figure(value, f"{half_up(value, _SIMILARITY_PLACES):f}")
