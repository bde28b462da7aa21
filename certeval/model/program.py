"""Dated facts on a certificate: what it is, costs, takes and pays. USD where money is named."""

from collections.abc import Iterator
from typing import Literal

from certeval.model.base import Frozen, Sourced, Validated
from certeval.model.identifiers import RoleId, SkillId
from certeval.model.levels import ProgramLevel, SkillLevel
from certeval.model.problems import Problem
from certeval.model.scalars import Amount, Count, Flag, Positive, Text


class TextFact(Sourced):
    """Something said of the certificate in words."""

    text: Text


class LevelFact(Sourced):
    """The level that the provider gives."""

    level: ProgramLevel


class GradeFact(Sourced, Validated):
    """A number of points out of so many: a difficulty, a rating; with how many people gave it."""

    value: Amount
    out_of: Positive
    reviews: Count | None = None

    def problems(self) -> Iterator[Problem]:
        if self.value > self.out_of:
            yield Problem(("value",), f"{self.value} is more than the {self.out_of} possible")


class CountFact(Sourced):
    """A number of something; ``at_least`` where the source says "over"."""

    value: Count
    at_least: Flag = False


class RangeFact(Sourced, Validated):
    """From ``low`` to ``high``; the two are equal where the source gives one figure."""

    low: Amount
    high: Amount

    def problems(self) -> Iterator[Problem]:
        if self.high < self.low:
            yield Problem(("high",), f"high {self.high} is less than low {self.low}")


class PaceFact(RangeFact):
    """Months from start to finish, at so many hours a week where the source says."""

    hours_per_week: Positive | None = None


class Price(Sourced):
    """What is paid, and for what: every started month of a subscription, or once for an exam."""

    amount_usd: Amount
    per: Literal["month", "attempt", "program"]
    product: Text
    covers_other_programs: Flag = False
    note: Text | None = None


class Prerequisite(Sourced):
    """A skill that it takes for granted."""

    skill: SkillId
    level: SkillLevel
    why: Text | None = None


class SalaryFigure(Sourced, Validated):
    """A salary as the source quotes it, USD a year: a range, or one figure with low = high.

    ``role`` is the role whose public wages it can be held against; ``entry`` says that it is
    meant for beginners in it.
    """

    job: Text
    role: RoleId | None = None
    entry: Flag = False
    statistic: Literal["average", "median", "range", "quoted figure"]
    low_usd_per_year: Amount
    high_usd_per_year: Amount
    note: Text | None = None

    def problems(self) -> Iterator[Problem]:
        if self.high_usd_per_year < self.low_usd_per_year:
            yield Problem(("high_usd_per_year",), "the high end is below the low end")


class Exam(Sourced, Validated):
    """A proctored exam."""

    minutes: Count | None = None
    questions_low: Count | None = None
    questions_high: Count | None = None
    valid_for_years: Positive | None = None

    def problems(self) -> Iterator[Problem]:
        low, high = self.questions_low, self.questions_high
        if low is not None and high is not None and high < low:
            message = f"questions_high {high} is less than questions_low {low}"
            yield Problem(("questions_high",), message)


class Retirement(Sourced):
    """When it can no longer be taken (``as_of`` is the day), and what comes in its place."""

    successors: tuple[Text, ...] = ()


class Program(Frozen):
    """What the certificate is. What no source tells is left out, and so unknown.

    The first entry of ``hours``, from start to finish, is the one to reckon with.
    """

    level: LevelFact | None = None
    difficulty: GradeFact | None = None
    learner_rating: GradeFact | None = None
    enrolled: CountFact | None = None
    courses: CountFact | None = None
    credential: TextFact | None = None
    academic_credit: TextFact | None = None
    free_access: tuple[TextFact, ...] = ()
    advantage: TextFact | None = None
    prices: tuple[Price, ...] = ()
    hours: tuple[RangeFact, ...] = ()
    advertised_months: PaceFact | None = None
    realistic_months: PaceFact | None = None
    prerequisites: tuple[Prerequisite, ...] = ()
    salaries: tuple[SalaryFigure, ...] = ()
    exam: Exam | None = None
    retired: Retirement | None = None
