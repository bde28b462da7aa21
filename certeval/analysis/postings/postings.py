"""What do job postings for a role name, and how sure is that for all such jobs?"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from certeval.analysis.citation import named
from certeval.analysis.count_interval import proportion_interval
from certeval.analysis.figures import span
from certeval.analysis.postings.names import Names
from certeval.analysis.postings.tally import Tally
from certeval.analysis.rounding import half_up
from certeval.diagnostics import Diagnostic
from certeval.model.certificate import Certificate
from certeval.model.context import Files
from certeval.model.role import Role
from certeval.model.scalars import PartialDate
from certeval.model.skills import Vocabulary
from certeval.results.figures import Figure
from certeval.results.postings import (
    CertificateMentions,
    Examples,
    Postings,
    SkillDemand,
)

CONFIDENCE_PERCENT = 95
PER = 10_000
_PLACES = 1


class Population(NamedTuple):
    """Which jobs the postings are for: a role, perhaps a region, and when they were published."""

    role: Role
    region: str | None
    date: PartialDate


class Read(NamedTuple):
    """What was read: how many files, and what could not be."""

    files: int
    problem_count: int
    problems: Sequence[Diagnostic]
    warnings: Sequence[str] = ()


class Library(NamedTuple):
    """What was looked for, and the files that define it."""

    certificates: Sequence[Certificate]
    vocabulary: Vocabulary
    files: Files


def names_of(certificates: Sequence[Certificate], vocabulary: Vocabulary) -> tuple[Names, Names]:
    """Return the names to look for.

    Args:
        certificates: what to look for by title, and by the names that its file gives.
        vocabulary: the skills to look for by title, aliases and names.

    Returns:
        The names of the certificates, and those of the skills.

    """
    named, skilled = Names(), Names()
    for one in certificates:
        named.add(one.id, one.title, [_without_parenthesis(one.title)], one.names)
    for skill in vocabulary.skills.values():
        names = (_without_parenthesis(skill.title), *skill.aliases)
        skilled.add(skill.id, skill.title, names, skill.names)
    return named, skilled


def _without_parenthesis(title: str) -> str:
    """Return a title without an abbreviation or a code in parentheses."""
    return re.sub(r"\s*\(.*?\)", "", title)


def postings(
    found: Tally, of: Population, read: Read, library: Library, shown: str | None = None
) -> Postings:
    """Return the counts of certificates and skills, with their intervals.

    The intervals are exact (Clopper and Pearson); see ``count_interval``.

    Args:
        found: the counts, of at least one posting.
        of: which jobs the postings are for.
        read: what was read.
        library: what was looked for.
        shown: the id of the certificate or skill to give examples of.

    Returns:
        The counts of everything that was looked for, the highest first.

    """
    skills = library.vocabulary.skills
    titles = {name: skill.title for name, skill in skills.items()}
    titles |= {one.id: one.title for one in library.certificates}
    count = found.certificates if shown in found.certificates else found.skills
    examples = shown and Examples(shown, titles[shown], count[shown], found.examples)
    return Postings(
        role=named(of.role, library.files),
        region=of.region,
        date=str(of.date),
        files=read.files,
        read=found.read,
        distinct=found.distinct,
        repeats=found.read - found.distinct,
        confidence_percent=CONFIDENCE_PERCENT,
        certificates=tuple(sorted(_certificates(found, library.certificates), key=_order)),
        skills=tuple(sorted(_skills(found, of.role, library.vocabulary), key=_order)),
        shown=examples or None,
        problem_count=read.problem_count,
        problems=tuple(read.problems),
        warnings=tuple(read.warnings),
    )


def _order(line: CertificateMentions | SkillDemand) -> tuple[int, str]:
    return -line.count, line.id


def _certificates(
    found: Tally, certificates: Sequence[Certificate]
) -> Iterator[CertificateMentions]:
    for one in certificates:
        count = found.certificates[one.id]
        rate = Fraction(count, found.distinct) * PER
        low, high = _interval(count, found.distinct)
        interval = span(low * PER, high * PER, _PLACES)
        yield CertificateMentions(one.id, one.title, count, _figure(rate), interval)


def _skills(found: Tally, role: Role, vocabulary: Vocabulary) -> Iterator[SkillDemand]:
    core, useful = (vocabulary.ids(some) for some in (role.skills.core, role.skills.useful))
    for name, skill in vocabulary.skills.items():
        count = found.skills[name]
        share = Fraction(count, found.distinct) * 100
        low, high = _interval(count, found.distinct)
        importance: Literal["core", "useful"] | None = "useful" if name in useful else None
        if name in core:
            importance = "core"
        interval = span(low * 100, high * 100, _PLACES)
        yield SkillDemand(name, skill.title, importance, count, _figure(share), interval)


def _interval(count: int, of: int) -> tuple[Fraction, Fraction]:
    return proportion_interval(count, of, Fraction(CONFIDENCE_PERCENT))


def _figure(value: Fraction) -> Figure:
    return Figure(value, f"{half_up(value, _PLACES):,f}")
