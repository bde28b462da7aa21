"""Facts about a program that are not about money, time or prerequisites."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.citation import cite
from certeval.analysis.figures import exact
from certeval.analysis.money import usd
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.facts import CountFact, FlagFact, GradeFact, LevelFact, TextFact
from certeval.model.postings import Mention, region_of
from certeval.model.program import EntryCondition as EntryFact
from certeval.model.program import Exam
from certeval.model.program import Retirement as RetirementFact
from certeval.model.program import Validity as ValidityFact
from certeval.results.facts import (
    Count,
    EntryCondition,
    ExamFormat,
    Fact,
    FactName,
    FactValue,
    Grade,
    Mentions,
    Retirement,
    Validity,
)
from certeval.results.figures import Quantity

ProgramFact = (
    LevelFact
    | GradeFact
    | CountFact
    | FlagFact
    | TextFact
    | EntryFact
    | Exam
    | ValidityFact
    | RetirementFact
)


def facts_of(context: Context) -> Iterator[Fact]:
    """Yield the facts about the certificate's program, and how many job postings name it.

    Args:
        context: The certificate, the age at which facts become old, and the role whose postings
            are of interest beside those of no role.

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
        ("projects", program.projects),
        ("capstone", program.capstone),
        ("credential", program.credential),
        ("academic_credit", program.academic_credit),
        *(("free_access", free) for free in program.free_access),
        ("key_advantage", program.advantage),
        *(("entry_condition", condition) for condition in program.entry),
        ("exam", program.exam),
        ("validity", program.validity),
        ("retired", program.retired),
    ]
    for name, fact in known:
        if fact is not None:
            yield Fact(name, _value(certificate, fact), cite(context, certificate, fact))
    yield from _mentions(context, "mentions", certificate.mentions)
    yield from _mentions(context, "mentions_of_provider", certificate.mentions_of_provider)


def _mentions(context: Context, name: FactName, counts: tuple[Mention, ...]) -> Iterator[Fact]:
    """Yield the counts of postings for the role of *context*, and those for no role."""
    certificate, role = context.certificate, context.role
    for count in counts:
        if count.role is None or (role and count.role == role.id):
            title = role.title if role and count.role else None
            region = region_of(certificate, count)
            value = Mentions(count.count, count.of, title, region, count.group)
            yield Fact(name, value, cite(context, certificate, count))


def _value(  # noqa: PLR0911 - one for each kind of fact
    certificate: Certificate, fact: ProgramFact
) -> FactValue:
    """Return the value of *fact* of *certificate*."""
    match fact:
        case LevelFact():
            return fact.level
        case GradeFact():
            return Grade(_exact(fact.value), _exact(fact.out_of), fact.reviews)
        case CountFact():
            return Count(fact.value, fact.at_least)
        case FlagFact():
            return fact.value
        case TextFact():
            return fact.text
        case EntryFact():
            return EntryCondition(fact.text, fact.required)
        case ValidityFact():
            years, fee = fact.years, fact.renewal_usd
            return Validity(
                years=None if years is None else _exact(years),
                expires=fact.expires,
                renewal_usd=None if fee is None else usd(Fraction(fee)),
                renewal_per=fact.renewal_per,
                renewal=fact.renewal,
            )
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
