"""Make an audience that keeps elicited weights."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from certeval.analysis.rounding import exact_text, half_up, places_of
from certeval.errors import UsageError
from certeval.model.audience import Audience, AudienceWeight
from certeval.model.base import Source, sourced_facts
from certeval.model.scalars import PartialDate
from certeval.results.weights import ElicitedWeight, ElicitedWeights

_SOURCE = "own-order"


class Identity(NamedTuple):
    """The id, title and study hours per week of a new audience; None for those of its base."""

    id: str
    title: str | None = None
    hours_per_week: Fraction | None = None


def custom_audience(
    elicited: ElicitedWeights, base: Audience | None, identity: Identity, today: PartialDate
) -> Audience:
    """Make an audience with elicited weights.

    Args:
        elicited: The weights.
        base: The audience to copy everything else from, except for sources that only its weights
            cite; None for an audience of which only the hours per week are known.
        identity: The id, title and study hours of the new audience.
        today: The date of the weights.

    Returns:
        The audience.

    Raises:
        UsageError: neither *base* nor *identity* has the hours per week.

    """
    require_hours(base, identity)
    fields: dict[str, Any] = {}
    if base:
        fields = {name: getattr(base, name) for name in Audience.model_fields}
    fields |= {"kind": "audience", "id": identity.id, "title": identity.title or _title(base)}
    fields |= {"rubric": elicited.rubric.id, "weights": ()}
    if identity.hours_per_week is not None:
        rate = identity.hours_per_week
        fields["hours_per_week"] = half_up(rate, places_of(rate) or 0)
    kept = tuple(_still_cited(base, Audience(**fields))) if base else ()
    source = _source(elicited, [item.id for item in kept], today)
    weights = tuple(_weight(line, elicited, source.id) for line in elicited.lines)
    return Audience(**{**fields, "sources": (*kept, source), "weights": weights})


def require_hours(base: Audience | None, identity: Identity) -> None:
    """Require the study hours per week, which every audience has.

    Args:
        base: The audience to copy from, if there is one.
        identity: The new audience, perhaps with its hours.

    Raises:
        UsageError: neither has the hours per week.

    """
    if base is None and identity.hours_per_week is None:
        hint = "give `hours_per_week`, or with `audience` an audience to take them from"
        raise UsageError("the hours per week are not known: no audience gives them", hint)


def _title(base: Audience | None) -> str:
    ending = ", own weights"
    return f"{base.title.removesuffix(ending)}{ending}" if base else "Reader with own weights"


def _still_cited(base: Audience, without_weights: Audience) -> Iterator[Source]:
    """Yield the sources of *base*, except for those that only its weights cite."""
    before, after = (
        {fact.source for _, fact in sourced_facts(audience)} for audience in (base, without_weights)
    )
    yield from (item for item in base.sources if item.id not in before - after)


def _source(elicited: ElicitedWeights, taken: list[str], today: PartialDate) -> Source:
    names = [_SOURCE, *(f"{_SOURCE}-{number}" for number in range(2, len(taken) + 2))]
    swing = elicited.method.id == "swing"
    return Source(
        id=next(name for name in names if name not in taken),
        title="Points for the criteria" if swing else "Order of importance of the criteria",
        publisher="The reader",
        date=today,
        note=f"Made into weights by {elicited.method.title}: {elicited.method.source}.",
    )


def _weight(line: ElicitedWeight, elicited: ElicitedWeights, source: str) -> AudienceWeight:
    return AudienceWeight(
        criterion=line.criterion,
        weight=Decimal(line.written_weight),
        reason=f"{_basis(line, elicited)} by {elicited.method.title}",
        source=source,
    )


def _basis(line: ElicitedWeight, elicited: ElicitedWeights) -> str:
    """Return the points or the place that a weight is based on."""
    if elicited.method.id == "swing":
        points = sum((Fraction(one.points.value or 0) for one in elicited.lines), Fraction())
        return f"{line.points} of {exact_text(points)} points"
    place = f"place {line.place} of {len(elicited.lines)}"
    return f"{place}, shared by {line.shared_by}," if line.shared_by > 1 else place
