"""The certificate: facts, curriculum, raw scores with their reasons, advice."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.age import last_day
from certeval.model.base import Definition, Frozen, Sourced
from certeval.model.curriculum import Course, Phase
from certeval.model.editorial import (
    ClosingAdvice,
    EditorialVerdict,
    InterviewQuestion,
    OverlapAdvice,
    SkillsGap,
    SupportedJobs,
)
from certeval.model.fit_rules import FitRule
from certeval.model.identifiers import AudienceId, CriterionId, RubricId, SkillId
from certeval.model.problems import FieldPath, Problem, duplicates
from certeval.model.program import Program
from certeval.model.scalars import Number, PartialDate, Text


class AudienceScore(Frozen):
    """The certificate's own raw score for one audience, in place of any adjustment."""

    audience: AudienceId
    raw: Number
    reason: Text


class Score(Sourced):
    """A raw score under one criterion, why it is that, and where it differs by audience."""

    criterion: CriterionId
    raw: Number
    reason: Text
    audiences: tuple[AudienceScore, ...] = ()


class TaughtSkills(Sourced):
    """Skills that a source says the certificate teaches, or attests where it is an exam."""

    skills: tuple[SkillId, ...] = Field(min_length=1)


class Certificate(Definition):
    """A certificate. Without ``scores`` nobody has reviewed it, and it cannot be scored."""

    kind: Literal["certificate"]
    provider: Text
    platform: Text | None = None
    rubric: RubricId | None = None
    program: Program = Field(default_factory=Program)
    scores: tuple[Score, ...] = ()
    teaches: tuple[TaughtSkills, ...] = ()
    curriculum: tuple[Phase, ...] = ()
    skip_if: tuple[FitRule, ...] = ()
    take_if: tuple[FitRule, ...] = ()
    gaps: tuple[SkillsGap, ...] = ()
    overlaps: tuple[OverlapAdvice, ...] = ()
    jobs: SupportedJobs | None = None
    interview: tuple[InterviewQuestion, ...] = ()
    verdict: EditorialVerdict | None = None
    counsel: tuple[ClosingAdvice, ...] = ()

    def problems(self) -> Iterator[Problem]:
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
            message = "scores without the rubric that they were given under"
            yield Problem(("scores",), message, "add a field 'rubric' with the rubric's id")
        yield from self._duplicate_courses()

    def _repetitions(self) -> Iterator[Problem]:
        """Ids and names that stand twice in a list."""
        needed = [item.skill for item in self.program.prerequisites]
        yield from duplicates(needed, ("program", "prerequisites"), "skill", "skill")
        yield from duplicates([gap.id for gap in self.gaps], ("gaps",), "id", "gap")
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
        """Since when it cannot be taken any more; None where it still can on the day *today*."""
        if self.program.retired is None:
            return None
        date = self.date_of(self.program.retired)
        return date if last_day(date) <= last_day(today) else None

    def taught(self) -> tuple[str, ...]:
        """The names of all skills that it teaches: as its sources say, and course by course."""
        named = [skill for teaching in self.teaches for skill in teaching.skills]
        for course in self.courses():
            named += [*course.topics, *course.tools]
        return tuple(dict.fromkeys(named))

    def courses(self) -> tuple[Course, ...]:
        """All courses, in the order of the curriculum."""
        return tuple(course for phase in self.curriculum for course in phase.courses)
