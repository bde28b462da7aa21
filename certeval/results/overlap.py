"""The result of `overlap`: what you already know, course by course."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Share

Advice = Literal["take", "known"]


Stated = Literal["take", "known", "not named"]


"""What sources say of a course: take it, it overlaps, or nothing where they name others."""


@dataclass(frozen=True)
class CourseOverlap:
    """A course and what is known of it.

    ``covered`` counts the topics that a held certificate names; with ``perhaps``, those of which
    it only names something wider, the share would be ``at_most``. ``figure`` is what that share
    says and ``stated`` what the sources say; None where they say nothing.
    """

    number: int
    title: str
    covered: Share
    at_most: Share
    known: tuple[str, ...]
    perhaps: tuple[str, ...]
    new: tuple[str, ...]
    figure: Advice | None
    stated: Stated | None
    disagree: bool


@dataclass(frozen=True)
class StatedOverlap:
    """What a source advises those who hold another certificate."""

    held: Named
    courses_to_take: tuple[int, ...]
    advice: str
    citation: Citation


@dataclass(frozen=True, kw_only=True)
class Overlap(Result):
    """The courses of a certificate against certificates that are held.

    ``concentrate`` are the courses of which less than ``known_from_percent`` is covered; both are
    None where the rubric draws no such line.
    """

    kind: Literal["overlap"] = "overlap"
    certificate: Named
    held: tuple[Named, ...]
    courses: tuple[CourseOverlap, ...]
    whole: Share
    concentrate: tuple[int, ...] | None
    known_from_percent: str | None
    stated: tuple[StatedOverlap, ...]
    disagreements: tuple[str, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None
