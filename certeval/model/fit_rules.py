"""Rules on fit: the reasons to skip a certificate or to take it, and when each applies."""

from collections.abc import Iterator

from certeval.model.base import Sourced, Validated
from certeval.model.identifiers import CertificateId, Identifier, SkillId
from certeval.model.levels import RequiredLevel
from certeval.model.problems import Problem
from certeval.model.scalars import Count, Text


class RuleCondition(Validated):
    """The condition of a rule. The rule applies if everything given here is true."""

    lacks: SkillId | None = None
    """A skill that the learner does not have, for example python."""

    has: SkillId | None = None
    """A skill that the learner has, for example python."""

    level: RequiredLevel | None = None
    """The lowest level that counts as having the skill of 'lacks' or 'has', for example basic."""

    field: Identifier | None = None
    """A field that the learner works or has worked in, for example data."""

    years_at_least: Count | None = None
    """The years of experience in 'field' that the rule asks for, for example 2."""

    deadline_days_at_most: Count | None = None
    """The rule applies to learners who need a result within this many days: 90."""

    goals: tuple[Identifier, ...] = ()
    """Goals of the learner, any one of which is enough, for example [enterprise-role]. Any id
    will do: it is what an audience lists under its goals.
    """

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the fields, each of which is valid alone."""
        asked = (self.lacks, self.has, self.field, self.goals)
        if not any(asked) and self.deadline_days_at_most is None:
            hint = "add 'lacks', 'has', 'field', 'deadline_days_at_most' or 'goals'"
            yield Problem((), "the condition is empty, so the rule would always apply", hint)
        if self.level and not (self.lacks or self.has):
            message = "level without a skill"
            yield Problem(("level",), message, "add 'lacks' or 'has' with the id of a skill")
        if self.years_at_least is not None and not self.field:
            message = "years_at_least without a field"
            yield Problem(("years_at_least",), message, "add 'field' with the field of work")


class FitRule(Sourced):
    """A reason to skip the certificate, or to take it."""

    id: Identifier
    """The name of the rule in results, for example no-python."""

    when: RuleCondition
    """When the rule applies, for example {lacks: python, level: basic}."""

    question: Text | None = None
    """The question that finds out whether the goals of 'when' are the learner's, for example
    Are you aiming at a job in a large enterprise?
    """

    because: Text
    """The reason, in a sentence: The first lab cannot be done without Python."""

    instead: tuple[CertificateId, ...] = ()
    """Ids of certificates that suit better here, for example [math-for-ml]."""
