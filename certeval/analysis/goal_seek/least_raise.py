"""The fewest units, steps or points, by which scores have to be raised to gain enough.

Each unit of a criterion gains the same, its weight times the unit, so raising the heaviest criteria
first is minimal: a lighter unit in place of a heavier one never gains more. Among equally few units
an exact search finds the fewest criteria, and of those the first: branch and bound in the order of
the criteria. All numbers are exact.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import repeat
from math import ceil, floor
from typing import NamedTuple

from certeval.analysis.rounding import LowerBound


class Candidate(NamedTuple):
    """A criterion that can be raised by *room* units, each of which gains *gain*; both above 0."""

    at: int
    room: Fraction
    gain: Fraction

    def gain_above(self, price: Fraction) -> Fraction:
        """Return the gain of all units less a price.

        Args:
            price: the price of each unit, from 0.

        Returns:
            The rest of the gain; 0 if the price is higher.

        """
        return self.room * max(self.gain - price, Fraction())


class Portion(NamedTuple):
    """The units by which a candidate is raised; more than that if it is *exclusive*."""

    candidate: Candidate
    units: Fraction
    exclusive: bool


class RaiseProblem(NamedTuple):
    """What has to be gained, in whole units or in any.

    If *need* is exclusive and units need not be whole, there is no least raise: the answer is the
    raise that every sufficient one exceeds.
    """

    need: LowerBound
    whole_units: bool

    def fewest(self, candidates: Sequence[Candidate]) -> tuple[Portion, ...]:
        """Find the least raise.

        Args:
            candidates: the criteria that can be raised; all of them together must be enough.

        Returns:
            A portion of each criterion that is raised, in the order of *candidates*. If several
            share the units, the heaviest ones get as many as they can.

        """
        units = self._least(candidates)
        sizes = range(1, len(candidates) + 1)
        chosen = next(
            found for size in sizes if (found := self._first((), candidates, size, units))
        )
        portions = _filled(chosen, units)
        unfilled = (one.candidate for one in portions if one.units < one.candidate.room)
        last = next(unfilled) if self._is_open else None
        return tuple(
            one._replace(exclusive=one.candidate is last)
            for one in sorted(portions, key=lambda one: one.candidate.at)
        )

    @property
    def _is_open(self) -> bool:
        """Return whether every sufficient raise exceeds the answer."""
        return self.need.exclusive and not self.whole_units

    def _least(self, candidates: Iterable[Candidate]) -> Fraction:
        """Return the fewest units, the heaviest first."""
        units, left = Fraction(), self.need.value
        for candidate in _heaviest_first(candidates):
            exact = left / candidate.gain
            if self.whole_units:
                exact = Fraction(floor(exact) + 1 if self.need.exclusive else ceil(exact))
            taken = min(exact, candidate.room)
            units, left = units + taken, left - taken * candidate.gain
            if self.need.reached_by(self.need.value - left):
                break
        return units

    def _first(
        self, chosen: tuple[Candidate, ...], rest: Sequence[Candidate], size: int, units: Fraction
    ) -> tuple[Candidate, ...] | None:
        """Return the first *size* candidates with which *units* are enough: *chosen* and others."""
        if not self._may_suffice(chosen, rest, size - len(chosen), units):
            return None
        if len(chosen) == size:
            return chosen
        for number, candidate in enumerate(rest, 1):
            if found := self._first((*chosen, candidate), rest[number:], size, units):
                return found
        return None

    def _may_suffice(
        self, chosen: tuple[Candidate, ...], rest: Sequence[Candidate], more: int, units: Fraction
    ) -> bool:
        """Return whether *chosen* with *more* of *rest* may be enough; if more is 0, whether it is.

        At any price of a unit, no set gains more than the price of all units and, of each of its
        candidates, the gain of its room above the price. A set alone gains as much as the lowest of
        these bounds, which is at the gain of one of its candidates, or at a price of 0.
        """
        pool = (*chosen, *rest) if more else chosen
        for price in (*dict.fromkeys(candidate.gain for candidate in pool), Fraction()):
            best = sorted((one.gain_above(price) for one in rest), reverse=True)[:more]
            gains = map(Candidate.gain_above, chosen, repeat(price))
            bound = sum(gains, sum(best, price * units))
            if price and self._is_open:
                if bound < self.need.value:
                    return False
            elif not self.need.reached_by(bound):
                return False
        return True


def _heaviest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return *candidates* by their gain."""
    return sorted(candidates, key=lambda candidate: -candidate.gain)


def _filled(candidates: Iterable[Candidate], units: Fraction) -> list[Portion]:
    """Return *units* given to the heaviest candidates first."""
    portions = []
    for candidate in _heaviest_first(candidates):
        portions.append(Portion(candidate, min(units, candidate.room), exclusive=False))
        units -= portions[-1].units
    return portions
