"""What is known of a program, fact by fact, in words."""

from collections.abc import Iterator

from certeval.analysis.citation import cite
from certeval.analysis.rounding import exact_text
from certeval.model.base import Sourced
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.facts import CountFact, GradeFact, LevelFact, TextFact
from certeval.model.program import Exam, Retirement
from certeval.results.facts import Fact


def facts_of(context: Context) -> Iterator[Fact]:
    """Each fact of the program that is not about money, time or prerequisites."""
    certificate = context.certificate
    program = certificate.program
    named: list[tuple[str, Sourced | None]] = [
        ("Level", program.level),
        ("Difficulty", program.difficulty),
        ("Learner rating", program.learner_rating),
        ("Enrolled", program.enrolled),
        ("Courses", program.courses),
        ("Credential", program.credential),
        ("Academic credit", program.academic_credit),
        *(("Free access", free) for free in program.free_access),
        ("Key advantage", program.advantage),
        ("Exam", program.exam),
        ("Retired", program.retired),
    ]
    for name, fact in named:
        if fact is not None:
            yield Fact(name, in_words(certificate, fact), cite(context, certificate, fact))


def in_words(certificate: Certificate, fact: Sourced) -> str:
    """*fact* of *certificate* as text: ``4.6 / 5, by 3,631 reviewers``."""
    match fact:
        case LevelFact():
            return fact.level
        case GradeFact():
            count = "" if fact.reviews is None else f", by {fact.reviews:,} reviewers"
            return f"{exact_text(fact.value)} / {exact_text(fact.out_of)}{count}"
        case CountFact():
            return f"{'over ' if fact.at_least else ''}{fact.value:,}"
        case TextFact():
            return fact.text
        case Exam():
            return _exam(fact)
        case Retirement():
            after = f", replaced by {', '.join(fact.successors)}" if fact.successors else ""
            return f"since {certificate.date_of(fact)}{after}"
        case _:
            raise TypeError(f"no words for a {type(fact).__name__}")


def _exam(exam: Exam) -> str:
    parts = []
    if exam.minutes is not None:
        parts.append(f"{exam.minutes} minutes")
    asked = [number for number in (exam.questions_low, exam.questions_high) if number is not None]
    if asked:
        parts.append(f"{'-'.join(dict.fromkeys(map(str, asked)))} questions")
    if exam.valid_for_years is not None:
        parts.append(f"valid for {exact_text(exam.valid_for_years)} years")
    return ", ".join(parts) or "proctored"
