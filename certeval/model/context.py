"""What is asked about: a case to score, or all that a question about one certificate may need."""

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
    """What scoring needs.

    Attributes:
        certificate: the certificate to score.
        audience: whom to score for; None lets the certificate's own raw scores count.
        rubric: what to score under.
        warnings: what had to be left out to bring the three together.
        files: where each of them came from.
        today: the day by which facts are old; None lets no fact be old.

    """

    certificate: Certificate
    audience: Audience | None
    rubric: Rubric
    warnings: tuple[str, ...] = ()
    files: Files = field(default_factory=dict)
    today: PartialDate | None = None

    @property
    def freshness(self) -> Freshness:
        """Up to what age the rubric lets facts count as fresh."""
        return Freshness(self.today, self.rubric.facts_fresh_for_months)


def _no_words() -> Vocabulary:
    from certeval.model.skills import Vocabulary  # noqa: PLC0415 - a score needs no skills

    return Vocabulary({}, {})


def _no_answers() -> Answers:
    from certeval.model.reader import NO_ANSWERS  # noqa: PLC0415 - a score needs no reader

    return NO_ANSWERS


@dataclass(frozen=True)
class Context:
    """What a question about one certificate may need, on the day ``today``.

    Attributes:
        certificate: the certificate that the question is about.
        today: the day by which facts are old.
        audience: the kind of reader; None for nobody in particular.
        rubric: what the certificate is scored under; None where it cannot be scored.
        vocabulary: the skills that definitions may name.
        role: the job aimed at.
        roles: all roles that were asked for, by id; ``role`` is among them.
        held: the certificates that the reader holds.
        others: other certificates of the library by id, as far as they were asked for.
        answers: what the reader says in place of the audience.
        warnings: what the answer has to point out.
        scoring_warnings: those of ``warnings`` that a score has to point out.
        files: where each definition came from.

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
        """The person asking: the audience, as the answers amend it."""
        from certeval.model.reader import reader_of  # noqa: PLC0415 - as above

        return reader_of(self.audience, self.vocabulary, self.held, self.answers)

    @cached_property
    def freshness(self) -> Freshness:
        """Up to what age facts count as fresh; without a rubric, any."""
        months = self.rubric.facts_fresh_for_months if self.rubric else None
        return Freshness(self.today, months)

    @cached_property
    def case(self) -> Case | None:
        """What scoring needs; None without a rubric."""
        if self.rubric is None:
            return None
        warnings = self.scoring_warnings
        return Case(self.certificate, self.audience, self.rubric, warnings, self.files, self.today)

    def file_of(self, definition: Definition) -> str | None:
        """Return the file that *definition* came from; None for one made in Python."""
        return self.files.get((definition.kind, definition.id))
