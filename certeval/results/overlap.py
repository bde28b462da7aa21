"""The result of `overlap`: what you already know, course by course."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Share

Advice = Literal["take", "known"]
Stated = Literal["take", "known", "not_named"]
"""Advice of a source on a course: take it, it overlaps, or other courses are named to take."""


@dataclass(frozen=True)
class CourseOverlap:
    """A course, and the share of its topics that held certificates cover.

    A held certificate teaches ``known`` topics, and a broader skill than each of the ``perhaps``.
    None of them names ``not_listed`` topics, but the list of one is not complete; if all lists are
    complete, these topics are ``new``. With the ``perhaps`` and the ``not_listed``, the share would
    be ``at_most``. ``figure`` is the advice that follows from the share, ``stated`` is the sources'
    advice; None if there is none.
    """

    number: int
    title: str
    covered: Share
    at_most: Share
    known: tuple[str, ...]
    perhaps: tuple[str, ...]
    not_listed: tuple[str, ...]
    new: tuple[str, ...]
    figure: Advice | None
    stated: Stated | None
    disagree: bool


@dataclass(frozen=True)
class StatedOverlap:
    """Advice of a source to those who hold another certificate."""

    held: Named
    courses_to_take: tuple[int, ...]
    advice: str
    citation: Citation


@dataclass(frozen=True, kw_only=True)
class Overlap(Result):
    """The courses of a certificate, compared with the certificates that the reader holds.

    ``concentrate`` are the courses of which less than ``known_from_percent`` is covered; both are
    None if the rubric sets no such share. ``incomplete`` are the held certificates whose lists of
    skills are not complete.
    """

    kind: Literal["overlap"] = "overlap"
    certificate: Named
    held: tuple[Named, ...]
    incomplete: tuple[Named, ...]
    courses: tuple[CourseOverlap, ...]
    whole: Share
    concentrate: tuple[int, ...] | None
    known_from_percent: str | None
    stated: tuple[StatedOverlap, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None
