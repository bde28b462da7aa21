"""Facts about a program that are not about money, time or prerequisites."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.citation import cite
from certeval.analysis.figures import exact
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.facts import CountFact, GradeFact, LevelFact, TextFact
from certeval.model.program import Exam
from certeval.model.program import Retirement as RetirementFact
from certeval.results.facts import (
    Count,
    ExamFormat,
    Fact,
    FactName,
    FactValue,
    Grade,
    Retirement,
)
from certeval.results.figures import Quantity

ProgramFact = LevelFact | GradeFact | CountFact | TextFact | Exam | RetirementFact


def facts_of(context: Context) -> Iterator[Fact]:
    """Yield the facts about the certificate's program.

    Args:
        context: The certificate, and the age at which facts become old.

    Yields:
        Each known fact, in reading order.

    """
    certificate = context.certificate
    program = certificate.program
    known: list[tuple[FactName, ProgramFact | None]] = [
        ("level", program.level),
        ("difficulty", program.difficulty),
        ("learner_rating", program.learner_rating),
        ("enrolled", program.enrolled),
        ("courses", program.courses),
        ("credential", program.credential),
        ("academic_credit", program.academic_credit),
        *(("free_access", free) for free in program.free_access),
        ("key_advantage", program.advantage),
        ("exam", program.exam),
        ("retired", program.retired),
    ]
    for name, fact in known:
        if fact is not None:
            yield Fact(name, _value(certificate, fact), cite(context, certificate, fact))


def _value(certificate: Certificate, fact: ProgramFact) -> FactValue:
    """Return the value of *fact* of *certificate*."""
    match fact:
        case LevelFact():
            return fact.level
        case GradeFact():
            return Grade(_exact(fact.value), _exact(fact.out_of), fact.reviews)
        case CountFact():
            return Count(fact.value, fact.at_least)
        case TextFact():
            return fact.text
        case Exam():
            years = fact.valid_for_years
            return ExamFormat(
                minutes=fact.minutes,
                questions_low=fact.questions_low,
                questions_high=fact.questions_high,
                valid_for_years=None if years is None else _exact(years),
            )
        case retirement:
            return Retirement(str(certificate.date_of(retirement)), retirement.successors)


def _exact(value: Decimal) -> Quantity:
    """Return a number with the decimals it needs."""
    return exact(Fraction(value))
