"""A known fact about a program."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.citation import Citation
from certeval.results.figures import Figure

FactName = Literal[
    "level",
    "difficulty",
    "learner_rating",
    "enrolled",
    "courses",
    "credential",
    "academic_credit",
    "free_access",
    "key_advantage",
    "exam",
    "retired",
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
class Retirement:
    """The date of retirement, and the titles of what replaces the certificate."""

    date: str
    successors: tuple[str, ...]


FactValue = str | Grade | Count | ExamFormat | Retirement


@dataclass(frozen=True)
class Fact:
    """A fact about a program. JSON has its name and its value in words."""

    fact: FactName
    value: FactValue = field(metadata={"json": False})
    citation: Citation
