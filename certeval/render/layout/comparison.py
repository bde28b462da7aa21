"""Lay out a comparison: the leader, the criteria side by side, and dominance."""

from collections.abc import Iterator

from certeval.phrases import joined
from certeval.render.document import (
    Block,
    Col,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer
from certeval.render.layout.standings import reader_of, standings
from certeval.results.alternative import Alternative
from certeval.results.comparison import Comparison, Contest, Duel

_PAIR = 2
_TWO_FIRST, _OTHERS = 38, 32  # the best two are the last to go, and the others the worst first


def document(result: Comparison) -> Document:
    """Return the whole comparison."""
    return tuple(_blocks(result))


def _blocks(result: Comparison) -> Iterator[Block]:
    judged = result.certificate
    heading = f"{judged.title}: comparison across audiences" if judged else "Comparison"
    yield Heading(f"{heading}{reader_of(result.audience)}")
    yield Paragraph(_outcome(result), "strong")
    yield standings(result.alternatives, result.scale_max_display)
    yield _side_by_side(result)
    yield from _duels(result)
    yield from footer((), None, result.warnings)


def _outcome(result: Comparison) -> str:
    """Say which alternative is ahead, and by how much."""
    first = [one for one in result.alternatives if one.rank == 1]
    rest = result.alternatives[len(first) :]
    best = first[0]
    names = joined([one.label for one in first])
    if len(first) > 1:
        if result.certificate:
            behind = f", higher than for {rest[0].label}, {rest[0].total}" if rest else ""
            return f"The exact total is the same for {names}, {best.total}{behind}."
        behind = f", ahead of {rest[0].label}, {rest[0].total}" if rest else ""
        return f"{names} tie: the same exact total, {best.total}{behind}."
    lead = result.duels[0].difference  # between the first two
    against = f"{best.total} against {rest[0].total} for {rest[0].label}"
    if rest[0].failed and not best.failed:
        return f"{names} is ahead, as {rest[0].label} fails a minimum: {against}."
    if not lead.value:
        return f"{names} is ahead of {rest[0].label} by a tie-breaker: both total {best.total}."
    if result.certificate:
        return f"The total is highest for {names}: {against}, by {lead}."
    return f"{names} is ahead: {against}, by {lead}."


def _duels(result: Comparison) -> Iterator[Block]:
    """Yield each pair; if there are many, only those with dominance or equal totals."""
    shown = [duel for duel in result.duels if duel.dominant or not duel.difference.value]
    left = len(result.duels) - len(shown)
    if left == 1:
        shown, left = list(result.duels), 0
    if shown:
        yield Items(tuple(_relation(duel) for duel in shown))
    if left:
        yield Paragraph(f"There is no dominance in the {'other ' if shown else ''}{left} pairs.")


def _relation(duel: Duel) -> str:
    return _relation_of_audiences(duel) if duel.audiences else _relation_of_certificates(duel)


def _relation_of_audiences(duel: Duel) -> str:
    first, second = duel.labels
    match duel.relation:
        case "same_scores":
            return f"The scores are the same for {first} and {second} on every criterion."
        case "dominance":
            best, other = (first, second) if duel.dominant == duel.first else (second, first)
            return (
                f"The scores are at least as high for {best} as for {other} on every criterion "
                "and higher on one, so no weights can reverse the order."
            )
        case "different_weights":
            return f"The weights are different for {first} and {second}, so there is no dominance."
        case "tie" | "depends_on_weights":
            depends = "depends on the weights"
            return f"Whether the total is higher for {first} or for {second} {depends}."


def _relation_of_certificates(duel: Duel) -> str:
    first, second = duel.labels
    match duel.relation:
        case "same_scores":
            return f"{first} and {second} have the same score on every criterion."
        case "dominance":
            best, other = (first, second) if duel.dominant == duel.first else (second, first)
            return (
                f"{best} dominates {other}: at least as good on every criterion and better on one, "
                "so no weights can reverse the order."
            )
        case "different_weights":
            return f"{first} and {second} use different weights, so neither dominates."
        case "tie":
            return f"{first} and {second} tie under these weights; neither dominates."
        case "depends_on_weights":
            depends = "which is better depends on the weights"
            return f"Neither {first} nor {second} dominates: {depends}."


def _side_by_side(result: Comparison) -> Table:
    weight, ahead = (36, 2) if result.certificate else (2, 34)  # audiences differ in weights
    columns: tuple[Col[Contest], ...] = (
        Col("Criterion", lambda one: one.title, priority=40, total="Rating"),
        Col("Weight", lambda one: str(one.weight_percent), priority=weight, number=True),
        *(_score_column(at, one) for at, one in enumerate(result.alternatives)),
        Col("Ahead", _leaders, priority=ahead),
        Col("By", lambda one: str(one.lead) if one.leaders else "", priority=1, number=True),
        Col("Worth", lambda one: str(one.worth) if one.leaders else "", priority=35, number=True),
    )
    return table_of(result.contests, columns)


def _score_column(at: int, one: Alternative) -> Col[Contest]:
    return Col(
        one.id,
        lambda contest: contest.standings[at].raw.display,
        priority=max(3, (_TWO_FIRST if at < _PAIR else _OTHERS) - at),
        number=True,
        total=one.rating.display,
    )


def _leaders(contest: Contest) -> str:
    return ", ".join(contest.leaders) or "level"


WORDS = {
    Comparison: {"outcome": _outcome},
    Contest: {"leaders_display": _leaders},
    Duel: {"display": _relation},
}
