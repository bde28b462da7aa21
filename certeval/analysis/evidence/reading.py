"""What the facts say of a measure."""

from fractions import Fraction
from typing import NamedTuple

from certeval.model.base import Definition, Sourced
from certeval.model.measures import FactKind


class Fact(NamedTuple):
    """A fact that a measurement rests on: its kind, the definition it is in, and its display."""

    kind: FactKind
    definition: Definition
    fact: Sourced
    display: str


class Reading(NamedTuple):
    """A measurement, as far as facts give it.

    The measurement lies between ``low`` and ``high``, in the measure's unit; None is an end that
    no fact sets. A measure in words has a ``word`` in their place. ``missing`` are the kinds of
    facts that would say more, and ``detail`` displays the numbers that it was calculated from. One
    that is not ``applicable`` makes no sense for the certificate, such as a curriculum of an exam.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    word: str | None = None
    facts: tuple[Fact, ...] = ()
    missing: tuple[FactKind, ...] = ()
    detail: str = ""
    applicable: bool = True

    @property
    def known(self) -> bool:
        """Whether a fact says anything of it."""
        return self.word is not None or self.low is not None or self.high is not None


NOT_APPLICABLE = Reading(applicable=False)


def unknown(*missing: FactKind) -> Reading:
    """Return the reading of a measure of which no fact says anything.

    Args:
        missing: the kinds of facts that would.

    Returns:
        A reading without ends.

    """
    return Reading(missing=missing)
