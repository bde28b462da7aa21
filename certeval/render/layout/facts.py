"""Facts about a program, in words."""

from certeval.render.layout.related_certificate import retirement
from certeval.results.facts import (
    Count,
    EntryCondition,
    ExamFormat,
    Fact,
    FactName,
    Grade,
    Mentions,
    Retirement,
    Validity,
)

_NAMES: dict[FactName, str] = {
    "level": "Level",
    "difficulty": "Difficulty",
    "learner_rating": "Learner rating",
    "enrolled": "Enrolled",
    "courses": "Courses",
    "projects": "Projects",
    "capstone": "Capstone project",
    "credential": "Credential",
    "academic_credit": "Academic credit",
    "free_access": "Free access",
    "key_advantage": "Key advantage",
    "entry_condition": "Recommended first",
    "exam": "Exam",
    "validity": "Validity",
    "retired": "Retired",
    "mentions": "Postings that name it",
    "mentions_of_provider": "Postings that name the provider",
}


def fact_name(fact: Fact) -> str:
    """Return what the fact is about: ``Learner rating``."""
    if isinstance(fact.value, EntryCondition) and fact.value.required:
        return "Required first"
    return _NAMES[fact.fact]


def fact_text(fact: Fact) -> str:  # noqa: PLR0911 - one for each kind of fact
    """Return the value of the fact in words: ``4.6 / 5, by 3,631 reviewers``."""
    match fact.value:
        case Grade(value, out_of, reviews):
            count = "" if reviews is None else f", by {reviews:,} reviewers"
            return f"{value} / {out_of}{count}"
        case Count(value, at_least):
            return f"{'over ' if at_least else ''}{value:,}"
        case bool():
            return "yes" if fact.value else "no"
        case EntryCondition(text):
            return text
        case ExamFormat():
            return _exam(fact.value)
        case Validity():
            return _validity(fact.value)
        case Retirement(date, successors):
            return retirement(date, successors, "since")
        case Mentions():
            return _mentions(fact.value)
        case text:
            return text


def _mentions(mentions: Mentions) -> str:
    """Return how many postings name it: ``26 of 10,215 for Data analyst, Canada``."""
    count = f"{mentions.count:,}" if mentions.count else "none"
    counted = f"{count} of {mentions.of:,}"
    if mentions.group and mentions.count:
        counted = f"at most {counted} ({mentions.group})"
    role = f" for {mentions.role}" if mentions.role else ""
    region = f", {mentions.region}" if mentions.region else ""
    return f"{counted}{role}{region}"


def _exam(exam: ExamFormat) -> str:
    """Return the format of an exam."""
    parts = []
    if exam.minutes is not None:
        parts.append(f"{exam.minutes} minutes")
    ends = [count for count in (exam.questions_low, exam.questions_high) if count is not None]
    if ends:
        parts.append(f"{'-'.join(dict.fromkeys(map(str, ends)))} questions")
    if exam.valid_for_years is not None:
        parts.append(f"valid for {exam.valid_for_years} years")
    return ", ".join(parts) or "proctored"


def _validity(validity: Validity) -> str:
    parts = []
    if validity.years is not None:
        parts.append(f"{validity.years} {'year' if validity.years.value == 1 else 'years'}")
    elif validity.expires is not None:
        parts.append("expires" if validity.expires else "does not expire")
    fee = validity.renewal_usd
    if fee is not None:
        per = " a year" if validity.renewal_per == "year" else ""
        parts.append("renewal is free" if not fee.value else f"renewal costs {fee}{per}")
    told = ", ".join(parts)
    return ": ".join(part for part in (told, validity.renewal) if part) or "unknown"
