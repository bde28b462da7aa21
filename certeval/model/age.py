"""When facts count as old."""

from typing import NamedTuple

from certeval.model.scalars import PartialDate

_MONTHS = 12
_LAST_DAY = 31


def last_day(date: PartialDate) -> tuple[int, int, int]:
    """Year, month and day of the last day that *date* may mean, all months having 31."""
    return date.year, date.month or _MONTHS, date.day or _LAST_DAY


class AgeLimit(NamedTuple):
    """Up to what age, in months, facts count as fresh on the day *today*; None is any age."""

    today: PartialDate
    months: int | None

    def is_old(self, date: PartialDate) -> bool:
        """Whether the last day that *date* may mean is over so many months ago."""
        if self.months is None:
            return False
        (year, month, day), (now_year, now_month, now_day) = last_day(date), last_day(self.today)
        last, now = year * _MONTHS + month + self.months, now_year * _MONTHS + now_month
        return (last, day) < (now, now_day)

    @property
    def words(self) -> str | None:
        """What "old" means here; None where nothing is."""
        if self.months is None:
            return None
        return f"more than {self.months} months before {self.today}"
