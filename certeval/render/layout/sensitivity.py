"""Sensitivity: what moves the total, how far each weight can change, and what makes a tie."""

from collections.abc import Iterator, Sequence

from certeval.render.document import (
    Block,
    Col,
    Document,
    Heading,
    Items,
    Paragraph,
    RangeBar,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer, sentence
from certeval.render.layout.standings import BY, rated, reader_of, standings
from certeval.results.figures import Figure
from certeval.results.sensitivity import (
    CriticalCriterion,
    Interval,
    Sensitivity,
    Stability,
    TieCondition,
    TornadoBar,
)

_SCOPES = {"first": "for first", "any": "between any two"}
_VERBS = {"raise": "raising", "lower": "lowering", "either": "changing"}


def _new_weight(tie: TieCondition) -> str:
    """Return the weight at which the two tie, or a word if there is none, or if they tie now."""
    return "tied" if tie.tied else str(tie.new_weight_percent or "none")


def _relative(tie: TieCondition) -> str:
    """Return the relative change of the weight with its sign; nothing unless it is feasible."""
    if tie.relative_percent is None or not tie.weight_feasible:
        return ""
    change = tie.weight_change or 0
    return f"{'+' if change > 0 else '-' if change else ''}{tie.relative_percent}"


def _raw(raw: Figure | None, *, feasible: bool) -> str:
    """Return the raw score at which the two tie, or a word if there is none."""
    if raw is None:
        return "none"
    return str(raw) if feasible else "out of range"


def _needed(tie: TieCondition) -> str:
    """Return the raw score that the one behind needs."""
    return _raw(tie.needed_raw, feasible=tie.needed_feasible)


def _lowered(tie: TieCondition) -> str:
    """Return the raw score to which the one ahead would have to fall."""
    return _raw(tie.lowered_raw, feasible=tie.lowered_feasible)


def _critical(critical: CriticalCriterion) -> str:
    """Return a sentence about the critical criterion."""
    scope = _SCOPES[critical.scope]
    if critical.direction is None:
        if critical.state == "all_tied":
            return "All of them tie already."
        return f"No change of one weight alone would produce a tie {scope}."
    return (
        f"{' or '.join(critical.titles)}: {_VERBS[critical.direction]} its weight by "
        f"{critical.relative_percent} (before rescaling to 100%) would produce a tie {scope}."
    )


def _range(low: Figure, high: Figure, unit: str = "") -> str:
    """Return two numbers as a range."""
    return f"{low}{unit} to {high}{unit}"


def _moved(bar: TornadoBar) -> str:
    """Return how far the score or the weight moves."""
    return _range(bar.lower, bar.higher, "%" if bar.moved == "weight" else "")


def _total(bar: TornadoBar) -> str:
    """Return how far the total moves."""
    return _range(bar.total_at_lower, bar.total_at_higher)


def _perturbation(result: Sensitivity) -> str:
    """Return how far scores and weights move."""
    points = "point" if result.score_change.value == 1 else "points"
    return (
        f"each score up or down {result.score_change} {points} (within the scale), each weight up "
        f"or down {result.weight_change_percent}% of itself, with the other weights rescaled"
    )


def _verdict(result: Sensitivity) -> str | None:
    """Return a sentence on whether the verdict holds; None for several, or without bands."""
    first, *others = result.alternatives
    if others or first.band is None:
        return None
    rated_as = f"{first.rating.display} is {first.band}"
    turning = [f"{bar.title} ({bar.moved})" for bar in result.bars if bar.verdicts]
    if not turning:
        return f"{rated_as}, and stays so under each of these changes."
    return f"{rated_as}, but may change with any of: {', '.join(turning)}."


def _answers(answers: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return new leaders and verdicts as they are, and a new order as ``b over a``."""
    return tuple(" over ".join(answer) for answer in answers)


def _below(interval: Interval) -> tuple[str, ...]:
    """Return the new answers below the interval."""
    return _answers(interval.below)


def _above(interval: Interval) -> tuple[str, ...]:
    """Return the new answers above the interval."""
    return _answers(interval.above)


def _interval(interval: Interval) -> str:
    """Return the ends of an interval."""
    return _range(interval.low_percent, interval.high_percent)


WORDS = {
    TieCondition: {
        "relative_display": _relative,
        "new_weight_display": _new_weight,
        "needed_display": _needed,
        "lowered_display": _lowered,
    },
    CriticalCriterion: {"display": _critical},
    Interval: {"display": _interval, "below": _below, "above": _above},
    TornadoBar: {"moved_display": _moved, "total_display": _total},
    Sensitivity: {"moved_display": _perturbation, "verdict_display": _verdict},
}


def document(result: Sensitivity) -> Document:
    """Lay out the tornado, the stability of the weights, and the ties."""
    return tuple(_blocks(result))


def _blocks(result: Sensitivity) -> Iterator[Block]:
    """Yield the parts of the document."""
    several = len(result.alternatives) > 1
    name = "" if several else f"{result.alternatives[0].title}: "
    yield Heading(
        f"{name}{'S' if several else 's'}ensitivity{BY[result.by]}{reader_of(result.audience)}"
    )
    if several:
        yield standings(result.alternatives, result.scale_max_display)
    else:
        yield rated(result.alternatives[0], result.scale_max_display)
    if any(one.total_high for one in result.alternatives):
        text = "Some scores are intervals: what follows is calculated for the lowest of each."
        yield Paragraph(text, "note")
    yield Paragraph(f"One change at a time: {_perturbation(result)}.")
    for one in result.alternatives:
        bars = [bar for bar in result.bars if bar.alternative == one.id]
        if several:
            yield Heading(f"What moves {one.label}", level=2)
        yield _tornado(bars, one.total.display)
    if verdict := _verdict(result):
        yield Paragraph(verdict, "strong")
    if several:
        yield Heading("How far each weight can change", level=2)
        yield _stabilities(result.stabilities)
        yield from _ties(result)
    elif any(one.verdict for one in result.stabilities):
        yield Heading("How far each weight can change before the verdict does", level=2)
        yield _verdicts(result.stabilities)
    yield from footer((), None, result.warnings)


def _tornado(bars: Sequence[TornadoBar], total: str) -> Table:
    """Return the bars of one alternative."""
    columns: tuple[Col[TornadoBar], ...] = (
        Col("Criterion", lambda bar: bar.title, 9),
        Col("Moved", lambda bar: f"{bar.moved} {_moved(bar)}", 7, number=True),
        Col(f"Total ({total})", _total, 8, number=True),
        Col("Width", lambda bar: str(bar.width), 3, number=True),
        Col("May become", lambda bar: ", ".join(bar.verdicts), 6,
            shown=any(bar.verdicts for bar in bars)),
        Col("Range", lambda bar: RangeBar(bar.least_share, bar.total_share, bar.most_share), 5),
    )  # fmt: skip
    return table_of(bars, columns)


def _stabilities(stabilities: Sequence[Stability]) -> Table:
    """Return how far each weight can change before the leader or the ranking does."""
    columns: tuple[Col[Stability], ...] = (
        Col("Criterion", lambda one: one.title, 9),
        Col("Weight", lambda one: str(one.weight_percent), 7, number=True),
        Col("Leader unchanged", lambda one: _unchanged(one.winner), 8, number=True),
        Col("New leader", lambda one: _beyond(one.winner), 6),
        Col("Ranking unchanged", lambda one: _unchanged(one.ranking), 5, number=True),
    )
    return table_of(stabilities, columns)


def _verdicts(stabilities: Sequence[Stability]) -> Table:
    """Return how far each weight can change before the verdict does."""
    columns: tuple[Col[Stability], ...] = (
        Col("Criterion", lambda one: one.title, 9),
        Col("Weight", lambda one: str(one.weight_percent), 7, number=True),
        Col("Verdict unchanged", lambda one: _unchanged(one.verdict), 8, number=True),
        Col("New verdict", lambda one: _beyond(one.verdict), 6),
    )
    return table_of(stabilities, columns)


def _unchanged(interval: Interval | None) -> str:
    """Return the ends of an interval, or words if it does not exist."""
    return _interval(interval) if interval else "not defined"


def _beyond(interval: Interval | None) -> str:
    """Return the new answers beyond each end of an interval."""
    if interval is None:
        return ""
    ends = (("below", _below(interval)), ("above", _above(interval)))
    return "; ".join(f"{', '.join(names)} {side}" for side, names in ends if names)


def _ties(result: Sensitivity) -> Iterator[Block]:
    """Yield what makes a challenger catch the leader, and the critical criteria."""
    yield Heading("What it would take to catch the leader", level=2)
    first = {one.id for one in result.alternatives if one.rank == 1}
    columns: tuple[Col[TieCondition], ...] = (
        Col("Challenger", lambda tie: tie.behind, 8),
        Col("Criterion", lambda tie: tie.title, 9),
        Col("Weight", lambda tie: str(tie.weight_percent), 4, number=True),
        Col("Tie at weight", _new_weight, 7, number=True),
        Col("Change before rescaling", _relative, 5, number=True),
        Col("Tie if challenger scores", _needed, 6, number=True),
        Col("Tie if leader scores", _lowered, 3, number=True),
    )
    yield table_of([tie for tie in result.ties if tie.ahead in first], columns)
    critical = [result.critical_top, result.critical_any]
    if len(result.alternatives) == 2:  # noqa: PLR2004 - the only pair includes the leader
        critical.pop()
    yield Paragraph("Critical criterion:")
    yield Items(tuple(sentence(_critical(one)) for one in critical if one))
