"""The program of a certificate: what it is, costs, takes and pays. All money is in USD."""

from collections.abc import Iterator
from typing import Literal

from certeval.model.base import Frozen, Sourced, Validated
from certeval.model.facts import (
    CountFact,
    FlagFact,
    GradeFact,
    LevelFact,
    PaceFact,
    RangeFact,
    TextFact,
)
from certeval.model.identifiers import RoleId, SkillId
from certeval.model.levels import SkillLevel
from certeval.model.problems import Problem, readable
from certeval.model.scalars import Amount, Count, Flag, Positive, Text


class Price(Sourced):
    """What is paid, and for what."""

    amount_usd: Amount
    """The price in USD, for example 59; 0 if it is free."""

    per: Literal["month", "attempt", "program"]
    """What the price buys: a month of a subscription (every month begun is billed in full), one
    attempt at an exam, or the whole program.
    """

    product: Text
    """What it is sold as, for example Coursera Plus."""

    covers_other_programs: Flag = False
    """Whether the same subscription pays for other programs: yes or no."""

    note: Text | None = None
    """A remark on the price, for example plus tax."""


class Prerequisite(Sourced):
    """A skill that the certificate expects you to have."""

    skill: SkillId
    """The id of the skill, for example python."""

    level: SkillLevel
    """The level that is expected, for example fluent."""

    why: Text | None = None
    """Why it is needed, for example All labs are in Python."""


class EntryCondition(Sourced):
    """Something beside skills that you must have, or should have, such as years of experience."""

    text: Text
    """The condition, for example Five years of paid work in security."""

    required: Flag
    """Whether it is required: yes, or no where it is only recommended."""


class SalaryFigure(Sourced, Validated):
    """A salary as the source quotes it, in USD per year."""

    job: Text
    """The job it is for, for example junior data scientist."""

    role: RoleId | None = None
    """The id of the role to compare it with, for example data-scientist."""

    entry: Flag = False
    """Whether it is for beginners in the role: yes or no."""

    statistic: Literal["average", "median", "range", "quoted figure"]
    """What kind of figure the source gives, for example median."""

    low_usd_per_year: Amount
    """The low end of the range in USD per year, for example 70000."""

    high_usd_per_year: Amount
    """The high end in USD per year, for example 95000; the same for one figure."""

    note: Text | None = None
    """A remark on the figure, for example Rounded in the review."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem if the ends are in the wrong order."""
        if self.high_usd_per_year < self.low_usd_per_year:
            low, high = self.low_usd_per_year, self.high_usd_per_year
            message = f"high_usd_per_year {high} is less than low_usd_per_year {low}"
            yield Problem(("high_usd_per_year",), message)


class Exam(Sourced, Validated):
    """A proctored exam, with the rules that are known."""

    minutes: Count | None = None
    """How long the exam takes, in minutes, for example 120."""

    questions_low: Count | None = None
    """The lowest number of questions, for example 50."""

    questions_high: Count | None = None
    """The highest number of questions, for example 60."""

    valid_for_years: Positive | None = None
    """How long the certification is valid, in years, for example 3. Where another source or date
    states it, 'validity' has it instead.
    """

    def problems(self) -> Iterator[Problem]:
        """Yield a problem if the numbers of questions are in the wrong order."""
        low, high = self.questions_low, self.questions_high
        if low is not None and high is not None and high < low:
            message = f"questions_high {high} is less than questions_low {low}"
            yield Problem(("questions_high",), message)


class Validity(Sourced, Validated):
    """How long the certificate is valid once you have it, and what keeping it takes."""

    years: Positive | None = None
    """How long it is valid before it has to be renewed, in years, for example 3."""

    expires: Flag | None = None
    """Whether it expires: no where it is valid for good. With years it can be left out."""

    renewal_usd: Amount | None = None
    """What renewing it costs, in USD, for example 150; 0 where it is free."""

    renewal_per: Literal["cycle", "year"] | None = None
    """How often renewal_usd is paid: once a cycle, that is every 'years', or every year."""

    renewal: Text | None = None
    """How it is renewed, for example Pass the current exam again."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem where the fields contradict or need each other."""
        if self.expires is False and self.years is not None:
            hint = "remove 'expires', or remove 'years'"
            yield Problem(("years",), "years beside expires no", hint)
        if self.renewal_per is None and self.renewal_usd and readable(self.renewal_usd):
            hint = "add 'renewal_per: cycle' or 'renewal_per: year'"
            yield Problem(("renewal_usd",), "renewal_usd without renewal_per", hint)
        if self.renewal_per is not None and self.renewal_usd is None:
            hint = "add 'renewal_usd', or remove it"
            yield Problem(("renewal_per",), "renewal_per without renewal_usd", hint)


class Retirement(Sourced):
    """The end of the certificate: 'as_of' is the day from which it can no longer be taken."""

    successors: tuple[Text, ...] = ()
    """The titles of the certificates that replace it."""


class Program(Frozen):
    """Facts about the program. Whatever no source states is left out, and counts as unknown."""

    level: LevelFact | None = None
    """The level that the provider gives, for example intermediate."""

    difficulty: GradeFact | None = None
    """How difficult a reviewer finds it, for example 3 out of 5."""

    learner_rating: GradeFact | None = None
    """The rating by learners, for example 4.6 out of 5 in 3631 reviews."""

    enrolled: CountFact | None = None
    """How many people have enrolled, for example at least 118000."""

    courses: CountFact | None = None
    """How many courses it consists of, for example 6."""

    projects: CountFact | None = None
    """How many projects you do in it, guided and open ones together, for example 3."""

    capstone: FlagFact | None = None
    """Whether it ends with a capstone, a last project that draws on all courses: yes or no."""

    credential: TextFact | None = None
    """What you get at the end, for example a digital badge."""

    academic_credit: TextFact | None = None
    """Academic credit for it, for example 6 ECTS credits, or none."""

    free_access: tuple[TextFact, ...] = ()
    """What is free, for example Seven days of the subscription."""

    advantage: TextFact | None = None
    """What it has that others do not, in a sentence."""

    prices: tuple[Price, ...] = ()
    """What is paid: a subscription per month, exam fees, or one fee for all."""

    hours: tuple[RangeFact, ...] = ()
    """Study time from start to finish, in hours. Where sources differ, the first figure is used."""

    advertised_months: PaceFact | None = None
    """How long the provider says it takes, in months, for example 3."""

    realistic_months: PaceFact | None = None
    """How long a reviewer says it takes, in months, for example 4 to 5."""

    prerequisites: tuple[Prerequisite, ...] = ()
    """The skills that it expects you to have before you start."""

    entry: tuple[EntryCondition, ...] = ()
    """What else is required or recommended before you start, in words: experience, a degree."""

    salaries: tuple[SalaryFigure, ...] = ()
    """Salaries that sources quote for jobs it can lead to, in USD per year."""

    exam: Exam | None = None
    """The proctored exam, if there is one."""

    validity: Validity | None = None
    """How long the certificate is valid, and what renewing it takes."""

    retired: Retirement | None = None
    """When it was or will be retired, and what replaces it."""
