"""The certificate: facts, curriculum, raw scores with their reasons, and advice."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced, Validated
from certeval.model.curriculum import Course, Phase
from certeval.model.editorial import (
    ClosingAdvice,
    EditorialVerdict,
    InterviewQuestion,
    OverlapAdvice,
    SkillsGap,
    SupportedJobs,
)
from certeval.model.facts import FlagFact
from certeval.model.fit_rules import FitRule
from certeval.model.freshness import last_day
from certeval.model.identifiers import AudienceId, CriterionId, RubricId, SkillId
from certeval.model.naming import Naming
from certeval.model.postings import Mention
from certeval.model.problems import FieldPath, Problem, duplicates, readable
from certeval.model.program import Program
from certeval.model.scalars import Number, PartialDate, Text


class AudienceScore(Frozen):
    """The raw score for one audience, in place of the score for everybody else."""

    audience: AudienceId
    """The id of the audience, for example career-changer."""

    raw: Number
    """The raw score for this audience, in points of the rubric's scale, for example 6.5. The
    audience's adjustment is then not applied.
    """

    reason: Text
    """Why the score differs for this audience, in a sentence."""


class Score(Sourced, Validated):
    """The score for one criterion of the rubric, and the reason for it."""

    criterion: CriterionId
    """The id of the criterion in the rubric, for example hiring-impact."""

    raw: Number | None = None
    """The raw score, in points of the rubric's scale, for example 7.5."""

    measured: Text | None = None
    """What was measured, in place of a raw score, as the criterion's value function takes it: 240,
    or advanced. Entries such as unknown say that there is no score.
    """

    reason: Text
    """Why the certificate has this score, in a sentence or two."""

    audiences: tuple[AudienceScore, ...] = ()
    """Raw scores for audiences that differ from the one for everybody else."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem if there are two scores, or none."""
        if self.raw is None and self.measured is None:
            yield Problem((), "no score", "add 'raw', or 'measured' for a measurement")
        if None not in (self.raw, self.measured) and readable(self.raw, self.measured):
            yield Problem(("measured",), "a raw score and a measurement", "keep one of them")


class TaughtSkills(Sourced):
    """Skills that a source says the certificate teaches, or attests if it is an exam."""

    skills: tuple[SkillId, ...] = Field(min_length=1)
    """Ids of the skills, for example [python, machine-learning]."""


ListName = Literal["prerequisites", "teaches", "curriculum"]
"""The lists of a certificate that can be complete."""


class Completeness(Sourced):
    """Lists of this file that have every entry there is, according to a source."""

    lists: tuple[ListName, ...] = Field(min_length=1)
    """Which lists are complete: prerequisites (of the program; none listed means that there are
    none), teaches (with the topics and tools of the courses it is all that is taught), curriculum
    (all courses are listed).
    """


class Certificate(Definition):
    """A professional certificate. It can be scored once it has scores under a rubric."""

    kind: Literal["certificate"]
    """The kind of definition: always certificate."""

    provider: Text
    """Who issues the certificate, for example IBM."""

    names: tuple[Naming, ...] = ()
    """Names that job postings use beside the title: an abbreviation, the code of an exam."""

    platform: Text | None = None
    """Where it is taken, for example Coursera, if not from the provider."""

    rubric: RubricId | None = None
    """The id of the rubric that the scores are given under: career-certificate."""

    program: Program = Field(default_factory=Program)
    """Facts about the program: what it costs and takes."""

    scores: tuple[Score, ...] = ()
    """Raw scores, one for each criterion of the rubric."""

    teaches: tuple[TaughtSkills, ...] = ()
    """The skills that it teaches, beside those of the courses."""

    curriculum: tuple[Phase, ...] = ()
    """The courses, in phases and in the order in which they are taken."""

    complete: tuple[Completeness, ...] = ()
    """Which of the lists of prerequisites, of skills taught and of courses are complete. In any
    other list, what is not listed is unknown.
    """

    mentions: tuple[Mention, ...] = ()
    """How many job postings name the certificate."""

    known_name: FlagFact | None = None
    """Whether employers know the provider's name: yes or no."""

    mentions_of_provider: tuple[Mention, ...] = ()
    """How many job postings name the provider, or what it makes."""

    skip_if: tuple[FitRule, ...] = ()
    """Reasons to skip the certificate."""

    take_if: tuple[FitRule, ...] = ()
    """Reasons to take the certificate."""

    gaps: tuple[SkillsGap, ...] = ()
    """Skills that it leaves out, and certificates that teach them."""

    overlaps: tuple[OverlapAdvice, ...] = ()
    """Advice for people who already hold another certificate."""

    jobs: SupportedJobs | None = None
    """Jobs that it can lead to."""

    interview: tuple[InterviewQuestion, ...] = ()
    """Questions in job interviews that it prepares for."""

    verdict: EditorialVerdict | None = None
    """A reviewer's verdict in words."""

    next_steps: tuple[ClosingAdvice, ...] = ()
    """What to do next, by situation."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the parts, each of which is valid alone."""
        yield from super().problems()
        criteria = [score.criterion for score in self.scores]
        yield from duplicates(criteria, ("scores",), "criterion", "criterion")
        for number, score in enumerate(self.scores):
            audiences = [own.audience for own in score.audiences]
            yield from duplicates(
                audiences, ("scores", number, "audiences"), "audience", "audience"
            )
        yield from self._repetitions()
        if self.scores and self.rubric is None:
            hint = "add 'rubric' with the id of the rubric that they are given under"
            yield Problem(("scores",), "scores without a rubric", hint)
        yield from self._duplicate_courses()
        for field in ("mentions", "mentions_of_provider"):
            yield from self._repeated_counts(field)
        program = self.program
        years = program.exam.valid_for_years if program.exam else None
        if program.validity and years is not None and readable(years, program.validity.years):
            place = ("program", "exam", "valid_for_years")
            hint = "leave it to 'validity'"
            yield Problem(place, "valid_for_years beside validity", hint)

    def _repeated_counts(
        self, field: Literal["mentions", "mentions_of_provider"]
    ) -> Iterator[Problem]:
        """Yield a problem for each count that one source gives twice."""
        seen: set[tuple[str | None, ...]] = set()
        for number, count in enumerate(getattr(self, field)):
            key = (count.role, count.source, count.region, count.group)
            if key in seen:
                of = f"the role '{count.role}'" if count.role else "all postings"
                message = f"duplicate count for {of} from the source '{count.source}'"
                yield Problem((field, number, "count"), message)
            seen.add(key)

    def _repetitions(self) -> Iterator[Problem]:
        """Yield a problem for each id or name that is twice in a list."""
        needed = [item.skill for item in self.program.prerequisites]
        yield from duplicates(needed, ("program", "prerequisites"), "skill", "skill")
        yield from duplicates([gap.id for gap in self.gaps], ("gaps",), "id", "gap")
        for number, item in enumerate(self.complete):
            place = ("complete", number, "lists")
            yield from duplicates(item.lists, place, None, "list")
            for index, name in enumerate(item.lists):
                if self._is_empty(name):
                    yield Problem((*place, index), f"the list '{name}' is complete but empty")
        for field, rules in (("skip_if", self.skip_if), ("take_if", self.take_if)):
            yield from duplicates([rule.id for rule in rules], (field,), "id", "rule")
            for number, rule in enumerate(rules):
                place = (field, number, "instead")
                yield from duplicates(rule.instead, place, None, "certificate")
        for number, gap in enumerate(self.gaps):
            place = ("gaps", number, "companions")
            yield from duplicates(gap.companions, place, None, "certificate")

    def _duplicate_courses(self) -> Iterator[Problem]:
        seen: set[int] = set()
        for phase_number, phase in enumerate(self.curriculum):
            for course_number, course in enumerate(phase.courses):
                if course.number in seen:
                    place: FieldPath = (
                        "curriculum",
                        phase_number,
                        "courses",
                        course_number,
                        "number",
                    )
                    yield Problem(place, f"duplicate course {course.number}")
                seen.add(course.number)

    def retired_on(self, today: PartialDate) -> PartialDate | None:
        """Return the day from which it can no longer be taken; None if it still can on *today*."""
        if self.program.retired is None:
            return None
        date = self.date_of(self.program.retired)
        return date if last_day(date) <= last_day(today) else None

    def _is_empty(self, name: ListName) -> bool:
        """Return whether the list *name* should have entries, and has none."""
        if name == "teaches":
            return not self.teaches and not self.curriculum
        return name == "curriculum" and not self.curriculum

    def is_complete(self, name: ListName) -> bool:
        """Return whether the list *name* is known to have every entry there is."""
        return any(name in item.lists for item in self.complete)

    @property
    def only_attests(self) -> bool:
        """Whether it attests skills and teaches none: it is an exam without courses."""
        return self.program.exam is not None and not self.curriculum

    def taught(self) -> tuple[str, ...]:
        """Return the names of all skills that it teaches, as a whole and course by course.

        For an exam without courses, these are the skills that it attests.
        """
        named = [skill for teaching in self.teaches for skill in teaching.skills]
        for course in self.courses():
            named += [*course.topics, *course.tools]
        return tuple(dict.fromkeys(named))

    def courses(self) -> tuple[Course, ...]:
        """Return all courses, in the order of the curriculum."""
        return tuple(course for phase in self.curriculum for course in phase.courses)
