"""A known fact about a program."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.citation import Citation
from certeval.results.figures import Figure, Quantity

FactName = Literal[
    "level",
    "difficulty",
    "learner_rating",
    "enrolled",
    "courses",
    "projects",
    "capstone",
    "credential",
    "academic_credit",
    "free_access",
    "key_advantage",
    "entry_condition",
    "exam",
    "validity",
    "retired",
    "mentions",
    "mentions_of_provider",
]


@dataclass(frozen=True)
class Grade:
    """A grade on a scale from 0, and the number of reviewers if it is an average."""

    value: Figure
    out_of: Figure
    reviews: int | None


@dataclass(frozen=True)
class Count:
    """A number of things; ``at_least`` if there may be more."""

    value: int
    at_least: bool


@dataclass(frozen=True)
class ExamFormat:
    """The format of a proctored exam; what is unknown is None."""

    minutes: int | None
    questions_low: int | None
    questions_high: int | None
    valid_for_years: Figure | None


@dataclass(frozen=True)
class EntryCondition:
    """Something that must be, or should be, there before the start."""

    text: str
    required: bool


@dataclass(frozen=True)
class Validity:
    """For how long the certificate is valid, and what renewing it costs; unknown is None."""

    years: Quantity | None
    expires: bool | None
    renewal_usd: Quantity | None
    renewal_per: Literal["cycle", "year"] | None
    renewal: str | None


@dataclass(frozen=True)
class Retirement:
    """The date of retirement, and the titles of what replaces the certificate."""

    date: str
    successors: tuple[str, ...]


@dataclass(frozen=True)
class Mentions:
    """How many of some job postings name the certificate, or its provider.

    Attributes:
        count: how many postings name it.
        of: how many postings were counted.
        role: the title of the role that they are for; None for all postings of the source.
        region: where they are from, if that is known.
        group: what was counted, if not only this; ``count`` is then the most that it can be.

    """

    count: int
    of: int
    role: str | None
    region: str | None
    group: str | None


FactValue = (
    str | bool | Grade | Count | EntryCondition | ExamFormat | Validity | Retirement | Mentions
)


@dataclass(frozen=True)
class Fact:
    """A fact about a program. JSON has its name and its value in words."""

    fact: FactName
    value: FactValue = field(metadata={"json": False})
    citation: Citation
