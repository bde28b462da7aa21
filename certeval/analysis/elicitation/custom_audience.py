"""An audience with weights of its own: what an order of criteria is kept as."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from certeval.analysis.rounding import exact_text, half_up, places_of
from certeval.errors import UsageError
from certeval.model.audience import Audience, AudienceWeight
from certeval.model.base import Source, sourced_facts
from certeval.model.scalars import PartialDate
from certeval.results.weights import Weighed, Weighing

_SOURCE = "own-order"


class Identity(NamedTuple):
    """What the new audience is called; hours a week None are those of the one it is made from."""

    id: str
    title: str | None = None
    hours_per_week: Fraction | None = None


def audience_of(
    weighing: Weighing, base: Audience | None, identity: Identity, today: PartialDate
) -> Audience:
    """*base* with the weights of *weighing*, which it gives itself on the day *today*.

    All else is as in *base*, less the sources that only its former weights rested on. Without one
    nothing but the hours a week is known of the reader.

    Raises:
        UsageError: there is no *base*, and the hours a week are not given.

    """
    demand_hours(base, identity)
    fields: dict[str, Any] = {}
    if base:
        fields = {name: getattr(base, name) for name in Audience.model_fields}
    fields |= {"kind": "audience", "id": identity.id, "title": identity.title or _title(base)}
    fields |= {"rubric": weighing.rubric.id, "weights": ()}
    if identity.hours_per_week is not None:
        rate = identity.hours_per_week
        fields["hours_per_week"] = half_up(rate, places_of(rate) or 0)
    kept = tuple(_still_cited(base, Audience(**fields))) if base else ()
    source = _source(weighing, [item.id for item in kept], today)
    weights = tuple(_weight(line, weighing, source.id) for line in weighing.lines)
    return Audience(**{**fields, "sources": (*kept, source), "weights": weights})


def demand_hours(base: Audience | None, identity: Identity) -> None:
    """That the hours a week are known, which an audience cannot do without.

    Raises:
        UsageError: they are not.

    """
    if base is None and identity.hours_per_week is None:
        hint = "give `hours_per_week`, or with `audience` an audience to take them from"
        raise UsageError("the hours per week are not known: no audience gives them", hint)


def _title(base: Audience | None) -> str:
    ending = ", own weights"
    return f"{base.title.removesuffix(ending)}{ending}" if base else "Reader with own weights"


def _still_cited(base: Audience, without_weights: Audience) -> Iterator[Source]:
    """The sources of *base*, less those that nothing but its weights rested on."""
    before, after = (
        {fact.source for _, fact in sourced_facts(audience)} for audience in (base, without_weights)
    )
    yield from (item for item in base.sources if item.id not in before - after)


def _source(weighing: Weighing, taken: list[str], today: PartialDate) -> Source:
    names = [_SOURCE, *(f"{_SOURCE}-{number}" for number in range(2, len(taken) + 2))]
    swing = weighing.method.id == "swing"
    return Source(
        id=next(name for name in names if name not in taken),
        title="Points for the criteria" if swing else "Order of importance of the criteria",
        publisher="The reader",
        date=today,
        note=f"Made into weights by {weighing.method.title}: {weighing.method.source}.",
    )


def _weight(line: Weighed, weighing: Weighing, source: str) -> AudienceWeight:
    return AudienceWeight(
        criterion=line.criterion,
        weight_percent=line.written_percent,
        reason=f"{_standing(line, weighing)} by {weighing.method.title}",
        source=source,
    )


def _standing(line: Weighed, weighing: Weighing) -> str:
    if line.points is not None:
        points = sum((one.points or Fraction() for one in weighing.lines), Fraction())
        return f"{line.points_display} of {exact_text(points)} points"
    place = f"place {line.place} of {len(weighing.lines)}"
    return f"{place}, shared by {line.shared_by}," if line.shared_by > 1 else place
