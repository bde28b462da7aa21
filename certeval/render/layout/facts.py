"""Facts about a program, in words."""

from certeval.render.layout.related_certificate import retirement
from certeval.results.facts import Count, ExamFormat, Fact, FactName, Grade, Retirement

_NAMES: dict[FactName, str] = {
    "level": "Level",
    "difficulty": "Difficulty",
    "learner_rating": "Learner rating",
    "enrolled": "Enrolled",
    "courses": "Courses",
    "credential": "Credential",
    "academic_credit": "Academic credit",
    "free_access": "Free access",
    "key_advantage": "Key advantage",
    "exam": "Exam",
    "retired": "Retired",
}


def fact_name(fact: Fact) -> str:
    """Return what the fact is about: ``Learner rating``."""
    return _NAMES[fact.fact]


def fact_text(fact: Fact) -> str:
    """Return the value of the fact in words: ``4.6 / 5, by 3,631 reviewers``."""
    match fact.value:
        case Grade(value, out_of, reviews):
            count = "" if reviews is None else f", by {reviews:,} reviewers"
            return f"{value} / {out_of}{count}"
        case Count(value, at_least):
            return f"{'over ' if at_least else ''}{value:,}"
        case ExamFormat():
            return _exam(fact.value)
        case Retirement(date, successors):
            return retirement(date, successors, "since")
        case text:
            return text


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
