"""The age at which facts become old."""

from typing import NamedTuple

from certeval.model.scalars import PartialDate

_MONTHS = 12
_LAST_DAY = 31


def last_day(date: PartialDate) -> tuple[int, int, int]:
    """Return year, month and day of the last day that *date* may mean; every month has 31 days."""
    return date.year, date.month or _MONTHS, date.day or _LAST_DAY


class Freshness(NamedTuple):
    """The age in months up to which facts are fresh on the day *today*; None is any age."""

    today: PartialDate | None
    months: int | None

    def is_old(self, date: PartialDate) -> bool:
        """Return whether the last day that *date* may mean is more than ``months`` ago."""
        if self.months is None or self.today is None:
            return False
        (year, month, day), (now_year, now_month, now_day) = last_day(date), last_day(self.today)
        last, now = year * _MONTHS + month + self.months, now_year * _MONTHS + now_month
        return (last, day) < (now, now_day)

    @property
    def words(self) -> str | None:
        """The meaning of "old" here; None if no fact is old."""
        if self.months is None or self.today is None:
            return None
        return f"more than {self.months} months before {self.today}"
