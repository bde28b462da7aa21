"""Turn a caller's date into one as definitions have it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from certeval.errors import UsageError

if TYPE_CHECKING:
    from certeval.model.scalars import PartialDate

Date: TypeAlias = "date | str | PartialDate"


def day(today: Date | None, parameter: str = "today") -> PartialDate:
    """Convert a date.

    Args:
        today: a complete date; None for the current one.
        parameter: what errors call the value.

    Returns:
        The date, as definitions have it.

    Raises:
        UsageError: it is not a complete date.

    """
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import PartialDate, read_partial_date

    if today is None:
        today = date.today()  # noqa: DTZ011 - the user's own day
    if isinstance(today, date):
        return PartialDate(today.year, today.month, today.day)
    try:
        found = read_partial_date(today)
    except PydanticCustomError as error:
        message = (error.context or {})["message"]
        raise UsageError(message, "write 2026-01-31", parameter=parameter) from None
    if found.day is None:
        message = f"'{today}' is not a complete date"
        raise UsageError(message, "write 2026-01-31", parameter=parameter)
    return found
