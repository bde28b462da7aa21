"""What it would take to reach a score, as a flat table."""

from collections.abc import Iterator
from fractions import Fraction

from certeval.analysis.target.aim import Target
from certeval.render.document import Record, Rows

_FIELDS = (
    "raw",
    "weight_percent",
    "contribution",
    "loss",
    "loss_share",
    "relation",
    "needed_raw",
    "needed_on_grid",
    "needed_weight_percent",
    "needed_total",
    "steps",
    "reachable",
    "total",
    "highest_total",
    "words",
)
HEADER = ("record", "criterion", "title", *_FIELDS)

Value = str | Fraction | int | None


def rows(found: Target) -> Rows:
    """One record a loss, a criterion alone, a step, a criterion raised with others, a weight.

    ``relation`` is that of whichever ``needed`` figure there is. A summary closes.
    """
    return Rows(HEADER, tuple(_records(found)))


def _record(kind: str, criterion: str | None, title: str | None, **values: Value) -> Record:
    return (kind, criterion, title, *(values.get(name) for name in _FIELDS))


def _records(found: Target) -> Iterator[Record]:
    for loss in found.losses:
        yield _record(
            "loss",
            loss.criterion,
            loss.title,
            raw=loss.raw,
            weight_percent=loss.weight_percent,
            contribution=loss.contribution,
            loss=loss.loss,
            loss_share=loss.share,
        )
    for single in found.singles:
        yield _record(
            "single",
            single.criterion,
            single.title,
            raw=single.raw,
            weight_percent=single.weight_percent,
            relation=_relation(single.needed, strict=single.strict),
            needed_raw=single.needed,
            needed_on_grid=single.on_grid,
            reachable=_yes(single.reachable),
            highest_total=single.highest,
            words=single.words,
        )
    for move in found.steps.moves:
        yield _record(
            "step",
            move.criterion,
            move.title,
            raw=move.raw,
            relation=_relation(move.to, strict=move.strict),
            needed_raw=move.to,
            needed_on_grid=move.to if move.steps else None,
            steps=move.steps,
            total=found.steps.total,
        )
    yield from _combination(found)
    for weight in found.weights:
        yield _record(
            "weight",
            weight.criterion,
            weight.title,
            weight_percent=weight.weight_percent,
            relation=weight.relation,
            needed_weight_percent=weight.needed_percent,
            words=weight.words,
        )
    yield _record(
        "summary",
        None,
        "Total",
        relation=_relation(found.threshold.total, strict=found.threshold.strict),
        needed_total=found.threshold.total,
        steps=found.steps.count,
        reachable=_yes(found.reachable),
        total=found.total,
        highest_total=found.highest,
        words="; ".join((found.meaning_display, *found.warnings)),
    )


def _combination(found: Target) -> Iterator[Record]:
    combined = found.combination
    if combined is None:
        return
    for joint in combined.criteria:
        yield _record(
            "combination",
            joint.criterion,
            joint.title,
            raw=joint.raw,
            relation=_relation(joint.to, strict=joint.strict),
            needed_raw=joint.to,
            needed_on_grid=joint.on_grid,
            steps=combined.steps,
            reachable=_yes(combined.reachable),
            total=combined.total,
            highest_total=combined.highest,
            words=combined.words,
        )


def _relation(needed: Fraction | None, *, strict: bool) -> str | None:
    if needed is None:
        return None
    return "more than" if strict else "at least"


def _yes(holds: bool) -> str:  # noqa: FBT001 - it is the value
    return "yes" if holds else "no"
