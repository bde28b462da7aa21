"""Whether a certificate suits you: the outcome, and every rule behind it."""

from collections.abc import Iterator, Sequence

from certeval.phrases import joined
from certeval.render.document import (
    Block,
    Col,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer, sentence, source, title
from certeval.render.layout.related_certificate import described, note, retirement
from certeval.results.fit import (
    Condition,
    FitReport,
    PrerequisiteLine,
    Reason,
    RuleLine,
    TimeLine,
)
from certeval.results.related_certificate import RelatedCertificate

OUTCOMES = {
    "take_it": "take it",
    "not_yet": "not yet",
    "skip": "skip",
    "cannot_tell": "cannot tell",
}

_REASONS = {
    "held": "You already hold it.",
    "no_rule_applies": (
        "No reason against it, but none of its 'take it if' rules applies to you either."
    ),
    "no_rules": "This certificate has no fit rules or prerequisites on file.",
}
"""The reasons that need no figures."""


_LEVELS = {"basic": "at a basic level", "working": "at a working level", "fluent": "fluently"}
"""How well someone knows a skill, after ``know Python``."""


def document(report: FitReport) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(title(report.certificate, report.audience, "fit"))
    return (heading, *parts(report), *footer(report.sources, report.old, report.warnings))


def parts(report: FitReport) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    yield Paragraph(headline(report).capitalize(), "strong")
    yield Items(because(report))
    for rule in report.rules:
        if rule.fired:
            yield from _others(f"Alternatives ({rule.id}):", rule.instead)
            yield from _others(f"Certificates that teach {rule.lacking}:", rule.teaching)
    if report.prerequisites:
        yield Heading("Prerequisites", level=2)
        yield _prerequisites(report.prerequisites)
        if not report.prerequisites_complete:
            yield Paragraph("The list may not be complete: it may expect more of you.", "note")
        for line in report.prerequisites:
            yield from _preparation(line)
    if report.time and not {"deadline", "unknown_time"} & {*report.reasons}:
        yield Paragraph(_time(report.time))
    for direction, words in (("against", "Skip it if"), ("for", "Take it if")):
        rules = [rule for rule in report.rules if rule.direction == direction]
        if rules:
            yield Heading(words, level=2)
            yield _rules(rules)
    if known := _answers(report):
        yield Heading("What we know about you", level=2)
        yield Pairs(known)


def headline(report: FitReport) -> str:
    """Return the outcome in words: ``no objection`` if no reason to take it applies either."""
    return "no objection" if "no_rule_applies" in report.reasons else OUTCOMES[report.outcome]


def failed_condition(report: FitReport) -> str | None:
    """Return what to say if the outcome is not to take it; None if it is."""
    if report.outcome == "take_it":
        return None
    return f"{report.certificate.id}: {OUTCOMES[report.outcome]}: {' '.join(because(report))}"


def because(report: FitReport) -> tuple[str, ...]:
    """Return the reasons for the outcome, each a sentence."""
    return tuple(text for reason in report.reasons for text in _sentences(report, reason))


def _sentences(report: FitReport, reason: Reason) -> Iterator[str]:
    """Yield what *reason* means for this certificate and reader."""
    match reason:
        case "retired":
            yield sentence(retirement(str(report.retired), ()))
        case "rules":
            direction = "against" if report.outcome == "skip" else "for"
            fired = [rule for rule in report.rules if rule.fired]
            yield from (rule.because for rule in fired if rule.direction == direction)
        case "prerequisites":
            for line in report.prerequisites:
                if not line.met:
                    yield f"{line.title}: needs {line.needed}, you have {_level(line.has)}."
        case "deadline" if report.time:
            yield _deadline(report.time)
        case "unknown_time" if report.time:
            yield _time(report.time)
        case "no_rules" if report.prerequisites_complete:
            yield "It has no prerequisites, and no fit rules on file."
        case _:
            yield _REASONS[reason]


def _deadline(time: TimeLine) -> str:
    """Return how the time it takes compares with the deadline."""
    first = f", with {' and '.join(time.first)} first" if time.first else ""
    only = "only " if time.fits == "perhaps" else ""
    deadline = f"your deadline is in {only}{time.deadline_days} days"
    return f"It takes {time.days_display} days{first}; {deadline}."


def _time(time: TimeLine) -> str:
    """Return whether the time is enough."""
    if time.fits is None:
        return f"Unknown whether {time.deadline_days} days are enough (missing: {_unknown(time)})."
    first = f" with {' and '.join(time.first)} first" if time.first else ""
    days = f"your {time.deadline_days} days"
    fits = {
        "yes": f"within {days}",
        "perhaps": f"within {days} only at the fastest pace",
        "no": f"more than {days}",
    }
    return f"It takes {time.days_display} days{first}: {fits[time.fits]}."


def _unknown(time: TimeLine) -> str | None:
    """Return what would have to be known to compare the time with the deadline."""
    if time.unknown == "hours":
        return "its hours, or those of a prerequisite"
    return "your hours per week" if time.unknown else None


def _level(level: str) -> str:
    """Return a reader's skill level in words."""
    return "taught by a certificate you hold" if level == "taught" else level


def _has(line: PrerequisiteLine) -> str:
    """Return the reader's level of a prerequisite in words."""
    return _level(line.has)


def _prerequisites(lines: Sequence[PrerequisiteLine]) -> Table:
    """Return the table of prerequisites."""
    columns: tuple[Col[PrerequisiteLine], ...] = (
        Col("Skill", lambda line: line.title, priority=9),
        Col("Needed", lambda line: line.needed, priority=7),
        Col("You have", _has, priority=8),
        Col("Met", lambda line: "yes" if line.met else "no", priority=8),
        Col("Why", lambda line: line.why or "", priority=4),
        Col("Source", lambda line: source(line.citation), priority=3),
    )
    return table_of(lines, columns, marked=lambda line: not line.met)


def _preparation(line: PrerequisiteLine) -> Iterator[Block]:
    """Yield which certificates teach a prerequisite that is not met."""
    if line.met:
        return
    if line.first:
        yield from _others(f"First, to learn {line.title}:", line.first)
    else:
        yield Paragraph(
            f"No course in the library at or below this level is known to teach {line.title}."
        )


def _rules(rules: Sequence[RuleLine]) -> Table:
    """Return the table of rules, those that apply marked."""
    columns: tuple[Col[RuleLine], ...] = (
        Col("Condition", lambda rule: _all_asked(rule.conditions), priority=9),
        Col("You", lambda rule: "; ".join(map(_found, rule.conditions)), priority=6),
        Col("Applies", lambda rule: "yes" if rule.fired else "no", priority=8),
        Col("Because", lambda rule: rule.because, priority=7),
        Col("Source", lambda rule: source(rule.citation), priority=2),
    )
    return table_of(rules, columns, marked=lambda rule: rule.fired)


def _asks(condition: Condition) -> str:
    """Return what a condition requires: ``You know Python fluently``."""
    return _all_asked([condition])


def _all_asked(conditions: Sequence[Condition]) -> str:
    """Return what the conditions of a rule require: ``You know Python fluently and work in data``.

    Goals are no verb, and follow the rest.
    """
    verbs = [_does(condition) for condition in conditions if condition.about != "goals"]
    goals = [" or ".join(one.topics) for one in conditions if one.about == "goals"]
    texts = [f"you {joined(verbs)}"] if verbs else []
    text = "; ".join([*texts, *(f"your goal: {goal}" for goal in goals)])
    return text[:1].upper() + text[1:]


def _does(condition: Condition) -> str:
    """Return what the reader has to do under a condition, after ``you``."""
    (topic,) = condition.topics or ("",)
    match condition.about:
        case "lacks":
            return f"do not know {topic} {_LEVELS[str(condition.limit)]}"
        case "has":
            return f"know {topic} {_LEVELS[str(condition.limit)]}"
        case "years" if condition.limit:
            return f"have worked in {topic} for at least {_years(condition.limit)}"
        case "years":
            return f"work in {topic}"
        case _:
            return f"have a deadline within {condition.limit} days"


def _years(number: str) -> str:
    """Return *number* with its unit."""
    return f"{number} year" if number == "1" else f"{number} years"


def _found(condition: Condition) -> str:
    """Return what is known of the reader under a condition."""
    found = ", ".join(condition.found)
    match condition.about:
        case "lacks" | "has":
            return _level(found)
        case "years":
            return _years(found)
        case "deadline":
            return f"{found} days" if found else "no deadline"
        case "goals":
            return found or "not a goal"


def _answers(report: FitReport) -> tuple[tuple[str, str], ...]:
    """Return what is known about the reader, as pairs of a name and an answer."""
    known = report.answers
    pairs = [*known.skills]
    pairs += [(f"Work in {field}", _years(years)) for field, years in known.years]
    if known.goals:
        pairs.append(("Goals", ", ".join(known.goals)))
    if known.deadline_days is not None:
        pairs.append(("Deadline", f"{known.deadline_days} days"))
    if known.hours_per_week:
        pairs.append(("Hours per week", str(known.hours_per_week)))
    if known.held:
        pairs.append(("Certificates you hold", ", ".join(known.held)))
    return tuple(pairs)


def _others(words: str, others: Sequence[RelatedCertificate]) -> Iterator[Block]:
    """Yield *others* as a list with an introduction, if there are any."""
    if others:
        yield Paragraph(words)
        yield Items(tuple(described(other) for other in others))


WORDS = {
    FitReport: {"because": because, "answers": _answers},
    PrerequisiteLine: {"has": _has},
    TimeLine: {"unknown": _unknown},
    Condition: {"asks": _asks, "found": _found},
    RelatedCertificate: {"note": note},
}
