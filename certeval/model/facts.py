"""Facts of the simple kinds: a text, a level, a number, a range, each with its source."""

from collections.abc import Iterator

from certeval.model.base import Sourced, Validated
from certeval.model.levels import ProgramLevel
from certeval.model.problems import Problem
from certeval.model.scalars import Amount, Count, Flag, Positive, Text


class TextFact(Sourced):
    """A fact that a source states in words."""

    text: Text
    """The fact, for example The first course can be audited for free."""


class LevelFact(Sourced):
    """The level that the provider gives."""

    level: ProgramLevel
    """How hard the provider says it is: intermediate."""


class GradeFact(Sourced, Validated):
    """A number of points out of the most possible, for a difficulty or a rating."""

    value: Amount
    """The points given, for example 4.6."""

    out_of: Positive
    """The most points possible, for example 5."""

    reviews: Count | None = None
    """How many people gave points, for example 3631."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem if there are more points than possible."""
        if self.value > self.out_of:
            yield Problem(("value",), f"value {self.value} is more than out_of {self.out_of}")


class CountFact(Sourced):
    """A number of people or things."""

    value: Count
    """The number, for example 118000."""

    at_least: Flag = False
    """Whether the source says 'more than' or 'at least': yes or no."""


class FlagFact(Sourced):
    """Something that is so or is not so."""

    value: Flag
    """Whether it is so: yes or no."""


class RangeFact(Sourced, Validated):
    """A range from low to high. The two are equal if the source gives one figure."""

    low: Amount
    """The low end of the range, for example 120."""

    high: Amount
    """The high end of the range, for example 150; the same as low for one figure."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem if the ends are in the wrong order."""
        if self.high < self.low:
            yield Problem(("high",), f"high {self.high} is less than low {self.low}")


class PaceFact(RangeFact):
    """The months from start to finish, and the study time per week they assume."""

    hours_per_week: Positive | None = None
    """The study time per week that the source assumes, in hours: 10."""
