"""Whether a reader should take the certificate, wait, or skip it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Literal

from certeval.analysis.citation import cite, each_once, named
from certeval.analysis.cost.cost import workload
from certeval.analysis.cost.pace import DAYS_A_WEEK, weeks
from certeval.analysis.figures import span
from certeval.analysis.related_certificates import (
    has_prerequisite,
    preparation_for,
    related_certificate,
    teaches,
)
from certeval.analysis.rounding import exact_text
from certeval.model.context import Context
from certeval.model.fit_rules import FitRule, RuleCondition
from certeval.model.reader import LEVELS, Reader
from certeval.results.figures import Figure
from certeval.results.fit import (
    Condition,
    FitReport,
    Fits,
    KnownReader,
    Outcome,
    PrerequisiteLine,
    Reason,
    RuleLine,
    TimeLine,
)
from certeval.results.related_certificate import RelatedCertificate


def fit(context: Context) -> FitReport:
    """Check the reader against the certificate's fit rules, prerequisites and time.

    Skip it if the reader holds it, it is retired, or a rule to skip it applies; not yet if a
    prerequisite is missing or the deadline is too close; otherwise take it. Without rules and
    prerequisites, or if the time it takes is unknown, there is no telling.

    Args:
        context: the certificate, the reader and the day.

    Returns:
        The outcome, what it is based on, and every rule that was checked.

    """
    certificate = context.certificate
    rules = (
        *(_rule(context, rule, "against") for rule in certificate.skip_if),
        *(_rule(context, rule, "for") for rule in certificate.take_if),
    )
    prerequisites = tuple(_prerequisites(context))
    time = _time(context, prerequisites)
    retired = certificate.retired_on(context.today)
    outcome, reasons = _outcome(rules, prerequisites, time)
    if retired:
        outcome, reasons = "skip", ("retired",)
    if certificate.id in {one.id for one in context.held}:
        outcome, reasons = "skip", ("held",)
    cited = [rule.citation for rule in rules]
    cited += [line.citation for line in prerequisites]
    cited += [other.citation for other in _mentioned(rules, prerequisites) if other.citation]
    return FitReport(
        certificate=named(certificate, context.files),
        audience=named(context.audience, context.files),
        outcome=outcome,
        reasons=reasons,
        retired=str(retired) if retired else None,
        rules=rules,
        prerequisites=prerequisites,
        prerequisites_complete=certificate.is_complete("prerequisites"),
        time=time,
        answers=_known(context),
        warnings=context.warnings,
        sources=each_once(cited),
        today=str(context.today),
        old=context.freshness.words,
    )


def _mentioned(
    rules: Sequence[RuleLine], prerequisites: Sequence[PrerequisiteLine]
) -> Iterator[RelatedCertificate]:
    """Yield the other certificates that the answer mentions."""
    for rule in rules:
        if rule.fired:
            yield from (*rule.instead, *rule.teaching)
    for line in prerequisites:
        yield from line.first


def _outcome(
    rules: Sequence[RuleLine], prerequisites: Sequence[PrerequisiteLine], time: TimeLine | None
) -> tuple[Outcome, tuple[Reason, ...]]:
    """Return the outcome for a certificate that can be taken, and what it is based on."""
    fits = time.fits if time else "yes"
    fired = {rule.direction for rule in rules if rule.fired}
    if "against" in fired:
        return "skip", ("rules",)
    obstacles: list[Reason] = []
    if not all(line.met for line in prerequisites):
        obstacles.append("prerequisites")
    if fits == "no":
        obstacles.append("deadline")
    if obstacles:
        return "not_yet", tuple(obstacles)
    if fits is None:
        return "cannot_tell", ("unknown_time",)
    if not (rules or prerequisites):
        return "cannot_tell", ("no_rules",)
    reason: Reason = "rules" if fired else "no_rule_applies"
    return "take_it", (reason, "deadline") if fits == "perhaps" else (reason,)


def _rule(context: Context, rule: FitRule, direction: Literal["for", "against"]) -> RuleLine:
    """Return *rule* as it applies to the reader."""
    words = context.reader.vocabulary
    conditions = tuple(_conditions(rule.when, context.reader))
    lacked = rule.when.lacks
    lacking = words.title(lacked) if lacked else None
    others = [context.others[name] for name in rule.instead if name in context.others]
    suitable = [other for other in others if lacked is None or teaches(other, lacked, words)]
    teaching = preparation_for(context, lacked) if lacked and not suitable else ()
    return RuleLine(
        id=rule.id,
        direction=direction,
        fired=all(condition.holds for condition in conditions),
        because=rule.because,
        lacking=lacking,
        conditions=conditions,
        instead=tuple(
            related_certificate(context, other, None if other in suitable else lacking)
            for other in others
        ),
        teaching=teaching,
        citation=cite(context, context.certificate, rule),
    )


def _conditions(when: RuleCondition, reader: Reader) -> Iterator[Condition]:
    """Check each part of *when* against *reader*."""
    level = when.level or "basic"
    if when.lacks:
        topics = (reader.vocabulary.title(when.lacks),)
        lacks = not has_prerequisite(reader, when.lacks, level)
        yield Condition("lacks", topics, level, (_level(reader, when.lacks),), lacks)
    if when.has:
        topics = (reader.vocabulary.title(when.has),)
        knows = has_prerequisite(reader, when.has, level)
        yield Condition("has", topics, level, (_level(reader, when.has),), knows)
    if when.field:
        years, least = reader.years.get(when.field, Fraction()), when.years_at_least
        limit = None if least is None else str(least)
        holds = years > 0 if least is None else years >= least
        yield Condition("years", (when.field,), limit, (exact_text(years),), holds)
    if when.deadline_days_at_most is not None:
        days, most = reader.deadline_days, when.deadline_days_at_most
        found = () if days is None else (str(days),)
        yield Condition("deadline", (), str(most), found, days is not None and days <= most)
    if when.goals:
        shared = tuple(goal for goal in when.goals if goal in reader.goals)
        yield Condition("goals", when.goals, None, shared, bool(shared))


def _level(reader: Reader, skill: str) -> str:
    """Return the reader's level of *skill*, or ``taught`` if a certificate they hold teaches it."""
    level = reader.level(skill)
    if level != LEVELS[-1] and reader.vocabulary.covers(reader.taught, skill):
        return "taught"
    return level


def _prerequisites(context: Context) -> Iterator[PrerequisiteLine]:
    """Check each prerequisite against the reader."""
    certificate, reader = context.certificate, context.reader
    for item in certificate.program.prerequisites:
        met = has_prerequisite(reader, item.skill, item.level)
        yield PrerequisiteLine(
            skill=reader.vocabulary.id(item.skill),
            title=reader.vocabulary.title(item.skill),
            needed=item.level,
            has=_level(reader, item.skill),
            met=met,
            why=item.why,
            first=() if met else preparation_for(context, item.skill),
            citation=cite(context, certificate, item),
        )


def _time(context: Context, prerequisites: Sequence[PrerequisiteLine]) -> TimeLine | None:
    """Check the deadline. The shortest certificate for each missing skill is taken first."""
    reader = context.reader
    deadline = reader.deadline_days
    if deadline is None:
        return None
    load = workload(context)
    first = {line.first[0].id: line.first[0] for line in prerequisites if line.first}
    titles = tuple(other.title for other in first.values())
    hours = [other.hours for other in first.values()]
    if load is None or None in hours:
        return TimeLine(deadline, None, titles, None, "hours")
    if reader.hours_per_week is None:
        return TimeLine(deadline, None, titles, None, "hours_per_week")
    low = load.low + sum((part.low for part in hours if part), Fraction())
    high = load.high + sum((part.high for part in hours if part), Fraction())
    quickest = ceil(weeks(low, reader.hours_per_week) * DAYS_A_WEEK)
    slowest = ceil(weeks(high, reader.hours_per_week) * DAYS_A_WEEK)
    fits: Fits = "no" if quickest > deadline else "yes" if slowest <= deadline else "perhaps"
    return TimeLine(deadline, span(quickest, slowest).display, titles, fits, None)


def _known(context: Context) -> KnownReader:
    """Return what is known about the reader."""
    reader = context.reader
    title, hours = reader.vocabulary.title, reader.hours_per_week
    return KnownReader(
        skills=tuple((title(skill), level) for skill, level in reader.skills.items()),
        years=tuple((field, exact_text(years)) for field, years in reader.years.items()),
        goals=tuple(sorted(reader.goals)),
        deadline_days=reader.deadline_days,
        hours_per_week=None if hours is None else Figure(hours, exact_text(hours)),
        held=tuple(one.title for one in context.held),
    )
