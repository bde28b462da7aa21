"""The fewest units, steps or points, by which scores have to be raised to gain enough.

Every unit of a criterion gains the same, its weight times the unit, so taking the heaviest criteria
first is minimal: a lighter unit in place of a heavier one never gains more. Among equally few units
an exact search finds the fewest criteria, and of those the first: branch and bound in the order in
which the criteria are given. All numbers are exact.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import repeat
from math import ceil, floor
from typing import NamedTuple


class Way(NamedTuple):
    """A criterion that can be raised by *room* units, each of which gains *gain*; both above 0."""

    at: int
    room: Fraction
    gain: Fraction

    def beyond(self, price: Fraction) -> Fraction:
        """What all of its units gain, less the *price* of each; nothing where that is higher."""
        return self.room * max(self.gain - price, Fraction())


class Taken(NamedTuple):
    """So many units of a way, or, with *more*, any number above that."""

    way: Way
    units: Fraction
    more: bool


class Ascent(NamedTuple):
    """What has to be gained: at least *need*, or with *strict* more.

    With *whole* only whole units can be taken. Without, and *strict*, there is no least raise: the
    answer is the one that every sufficient raise exceeds.
    """

    need: Fraction
    strict: bool
    whole: bool

    def fewest(self, ways: Sequence[Way]) -> tuple[Taken, ...]:
        """What to take of which ways, in their order. All of *ways* together must suffice.

        Of those that share the units, heavier ones take as many as they can.
        """
        units = self._least(ways)
        sizes = range(1, len(ways) + 1)
        chosen = next(found for size in sizes if (found := self._first((), ways, size, units)))
        taken = _filled(chosen, units)
        open_ends = (one.way for one in taken if one.units < one.way.room)
        end = next(open_ends) if self.strict and not self.whole else None
        return tuple(
            one._replace(more=one.way is end) for one in sorted(taken, key=lambda one: one.way.at)
        )

    def _least(self, ways: Iterable[Way]) -> Fraction:
        """The fewest units in all, the heaviest first."""
        units, left = Fraction(), self.need
        for way in _heaviest_first(ways):
            exact = left / way.gain
            if self.whole:
                exact = Fraction(floor(exact) + 1 if self.strict else ceil(exact))
            taken = min(exact, way.room)
            units, left = units + taken, left - taken * way.gain
            if self._enough(self.need - left):
                break
        return units

    def _enough(self, points: Fraction) -> bool:
        return points > self.need if self.strict else points >= self.need

    def _first(
        self, chosen: tuple[Way, ...], rest: Sequence[Way], size: int, units: Fraction
    ) -> tuple[Way, ...] | None:
        """The first *size* ways that suffice with *units* in all: *chosen*, and some of *rest*."""
        if not self._hopeful(chosen, rest, size - len(chosen), units):
            return None
        if len(chosen) == size:
            return chosen
        for number, way in enumerate(rest, 1):
            if found := self._first((*chosen, way), rest[number:], size, units):
                return found
        return None

    def _hopeful(
        self, chosen: tuple[Way, ...], rest: Sequence[Way], more: int, units: Fraction
    ) -> bool:
        """Whether *chosen* with *more* of *rest* may suffice; without more, whether it does.

        At any price of a unit, no set gains more than the price of all units and, of each of its
        ways, what the room gains beyond the price. A set alone gains as much as the lowest of
        these bounds, which is at one of its ways' own gains, or at no price.
        """
        pool = (*chosen, *rest) if more else chosen
        for price in (*dict.fromkeys(way.gain for way in pool), Fraction()):
            best = sorted((way.beyond(price) for way in rest), reverse=True)[:more]
            bound = sum(map(Way.beyond, chosen, repeat(price)), sum(best, price * units))
            if price and self.strict and not self.whole:
                if bound < self.need:
                    return False
            elif not self._enough(bound):
                return False
        return True


def _heaviest_first(ways: Iterable[Way]) -> list[Way]:
    return sorted(ways, key=lambda way: -way.gain)


def _filled(ways: Iterable[Way], units: Fraction) -> list[Taken]:
    """*units* given to the heaviest first."""
    taken = []
    for way in _heaviest_first(ways):
        taken.append(Taken(way, min(units, way.room), more=False))
        units -= taken[-1].units
    return taken
