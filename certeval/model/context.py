"""The input of the analysis: a case to score, or everything that a question may need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from certeval.model.freshness import Freshness

if TYPE_CHECKING:
    from certeval.model.audience import Audience
    from certeval.model.base import Definition
    from certeval.model.certificate import Certificate
    from certeval.model.reader import Answers, Reader
    from certeval.model.role import Role
    from certeval.model.rubric import Rubric
    from certeval.model.scalars import PartialDate
    from certeval.model.skills import Vocabulary

Files = Mapping[tuple[str, str], str]
"""Where definitions came from: paths by kind and id."""


@dataclass(frozen=True)
class Case:
    """The input of scoring.

    Attributes:
        certificate: the certificate to score.
        audience: whom to score for; None to use the certificate's own raw scores.
        rubric: what to score under.
        warnings: what was left out to make the three fit together.
        files: the file of each of them.
        today: the date that decides which facts are old; with None no fact is old.

    """

    certificate: Certificate
    audience: Audience | None
    rubric: Rubric
    warnings: tuple[str, ...] = ()
    files: Files = field(default_factory=dict)
    today: PartialDate | None = None

    @property
    def freshness(self) -> Freshness:
        """The age up to which facts are fresh under the rubric."""
        return Freshness(self.today, self.rubric.facts_fresh_for_months)


def _no_words() -> Vocabulary:
    from certeval.model.skills import Vocabulary  # noqa: PLC0415 - a score needs no skills

    return Vocabulary({}, {})


def _no_answers() -> Answers:
    from certeval.model.reader import NO_ANSWERS  # noqa: PLC0415 - a score needs no reader

    return NO_ANSWERS


@dataclass(frozen=True)
class Context:
    """Everything that a question about one certificate may need.

    Attributes:
        certificate: the certificate that the question is about.
        today: the date that decides which facts are old.
        audience: the kind of reader; None for no audience.
        rubric: what the certificate is scored under; None if it cannot be scored.
        vocabulary: the skills that definitions may name.
        role: the target role.
        roles: all roles that are needed, by id, including ``role``.
        held: the certificates that the reader holds.
        others: the other certificates that are needed, by id.
        answers: what the reader says; it takes precedence over the audience.
        warnings: what the answer has to point out.
        scoring_warnings: those of ``warnings`` that a score has to point out.
        files: the file of each definition.

    """

    certificate: Certificate
    today: PartialDate
    audience: Audience | None = None
    rubric: Rubric | None = None
    vocabulary: Vocabulary = field(default_factory=_no_words)
    role: Role | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    held: tuple[Certificate, ...] = ()
    others: Mapping[str, Certificate] = field(default_factory=dict)
    answers: Answers = field(default_factory=_no_answers)
    warnings: tuple[str, ...] = ()
    scoring_warnings: tuple[str, ...] = ()
    files: Files = field(default_factory=dict)

    @cached_property
    def reader(self) -> Reader:
        """The person asking: the audience with the answers."""
        from certeval.model.reader import reader_of  # noqa: PLC0415 - as above

        return reader_of(self.audience, self.vocabulary, self.held, self.answers)

    @cached_property
    def freshness(self) -> Freshness:
        """The age up to which facts are fresh; any age without a rubric."""
        months = self.rubric.facts_fresh_for_months if self.rubric else None
        return Freshness(self.today, months)

    @cached_property
    def case(self) -> Case | None:
        """The input of scoring; None without a rubric."""
        if self.rubric is None:
            return None
        warnings = self.scoring_warnings
        return Case(self.certificate, self.audience, self.rubric, warnings, self.files, self.today)

    def file_of(self, definition: Definition) -> str | None:
        """Return the file of *definition*; None if it was made in Python."""
        return self.files.get((definition.kind, definition.id))
