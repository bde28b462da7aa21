"""A fact is old once the last day that its date may mean is too many months ago."""

import pytest

from certeval.model.freshness import Freshness, last_day
from certeval.model.scalars import PartialDate, read_partial_date
from tests import builders


@pytest.mark.parametrize(
    ("date", "last"),
    [("2024", (2024, 12, 31)), ("2024-06", (2024, 6, 31)), ("2024-06-05", (2024, 6, 5))],
)
def test_the_last_day_that_a_date_may_mean(date, last):
    assert last_day(read_partial_date(date)) == last


@pytest.mark.parametrize(
    ("date", "last_fresh_day", "first_old_day"),
    [
        ("2024", "2026-12-31", "2027-01-01"),
        ("2024-06", "2026-06-30", "2026-07-01"),
        ("2024-06-30", "2026-06-30", "2026-07-01"),
        ("2024-06-15", "2026-06-15", "2026-06-16"),
        ("2024-01-01", "2026-01-01", "2026-01-02"),
        ("2024-12-31", "2026-12-31", "2027-01-01"),
        ("2024-02-29", "2026-02-28", "2026-03-01"),
    ],
)
def test_the_day_on_which_a_fact_of_24_months_gets_old(date, last_fresh_day, first_old_day):
    stated = read_partial_date(date)
    assert not Freshness(read_partial_date(last_fresh_day), 24).is_old(stated)
    assert Freshness(read_partial_date(first_old_day), 24).is_old(stated)


@pytest.mark.parametrize(
    ("months", "today", "old"),
    [
        (0, "2024-06-15", False),
        (0, "2024-06-16", True),
        (1, "2024-07-15", False),
        (1, "2024-07-16", True),
        (7, "2025-01-15", False),
        (7, "2025-01-16", True),
    ],
)
def test_other_limits(months, today, old):
    assert Freshness(read_partial_date(today), months).is_old(PartialDate(2024, 6, 15)) == old


def test_a_date_to_come_is_not_old():
    assert not Freshness(PartialDate(2024, 1, 1), 0).is_old(PartialDate(2025))


def test_without_a_limit_nothing_is_old():
    limit = Freshness(PartialDate(2026, 11, 22), None)
    assert not limit.is_old(PartialDate(1901))
    assert limit.words is None
    assert not Freshness(None, 24).is_old(PartialDate(1901))
    assert Freshness(None, 24).words is None


def test_the_limit_in_words():
    assert Freshness(PartialDate(2026, 11, 22), 24).words == "more than 24 months before 2026-11-22"


@pytest.mark.parametrize(
    ("date", "first_day"),
    [("2026", "2026-12-31"), ("2026-11", "2026-11-31"), ("2026-11-22", "2026-11-22")],
)
def test_a_retired_certificate_cannot_be_taken_from_that_day_on(date, first_day):
    retired = builders.certificate({}, program={"retired": {"source": "me", "as_of": date}})
    year, month, day = map(int, first_day.split("-"))
    assert str(retired.retired_on(PartialDate(year, month, day))) == date
    assert retired.retired_on(PartialDate(year, month, day - 1)) is None


def test_a_certificate_that_is_not_retired():
    assert builders.certificate({}).retired_on(PartialDate(2999, 1, 1)) is None
