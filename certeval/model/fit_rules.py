"""The reasons to skip a certificate or to take it, and when each applies."""

from collections.abc import Iterator

from certeval.model.base import Sourced, Validated
from certeval.model.identifiers import CertificateId, Identifier, SkillId
from certeval.model.levels import RequiredLevel
from certeval.model.problems import Problem
from certeval.model.scalars import Count, Text


class RuleCondition(Validated):
    """The condition of a rule. All that is given must hold for the rule to apply.

    ``lacks`` and ``has`` are skills, with the least level that counts as having them;
    ``field`` with ``years_at_least`` is experience; the deadline is in days; the goals and
    intentions are ids that a reader can name, any one of which is enough.
    """

    lacks: SkillId | None = None
    has: SkillId | None = None
    level: RequiredLevel | None = None
    field: Identifier | None = None
    years_at_least: Count | None = None
    deadline_days_at_most: Count | None = None
    goals: tuple[Identifier, ...] = ()

    def problems(self) -> Iterator[Problem]:
        asked = (self.lacks, self.has, self.field, *self.goals)
        if not any(asked) and self.deadline_days_at_most is None:
            hint = "add lacks or has, field with years_at_least, deadline_days_at_most, or goals"
            yield Problem((), "a rule that asks for nothing would always apply", hint)
        if self.level and not (self.lacks or self.has):
            message = "a level without the skill that it is meant for"
            yield Problem(("level",), message, "name the skill with lacks, or with has")
        if self.years_at_least is not None and not self.field:
            message = "years without the field that they are meant for"
            yield Problem(("years_at_least",), message, "name the field of work with field")


class FitRule(Sourced):
    """A reason to skip the certificate, or to take it.

    ``question`` asks a reader whether the goals of ``when`` are theirs.
    """

    id: Identifier
    when: RuleCondition
    question: Text | None = None
    because: Text
    instead: tuple[CertificateId, ...] = ()
