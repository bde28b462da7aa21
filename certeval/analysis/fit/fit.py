"""Should this reader take the certificate, wait, or skip it?"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

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
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.fit_rules import FitRule, RuleCondition
from certeval.model.reader import LEVELS, Reader
from certeval.model.skills import Vocabulary
from certeval.results.fit import (
    Condition,
    FitReport,
    Fits,
    Outcome,
    PrerequisiteLine,
    RuleLine,
    TimeLine,
)
from certeval.results.related_certificate import RelatedCertificate


def fit(context: Context) -> FitReport:
    """Hold *reader* against the certificate's rules, prerequisites and time.

    Skip it where it is retired or a rule to skip it fires; not yet where a prerequisite is missing,
    or the deadline comes before the end; else take it. Without rules and prerequisites nobody can
    tell.
    """
    certificate, reader = context.certificate, context.reader
    against = [_rule(context, rule, "against") for rule in certificate.skip_if]
    in_favour = [_rule(context, rule, "for") for rule in certificate.take_if]
    needs = tuple(_prerequisites(context))
    time = _time(context, needs)
    outcome, because = _outcome(against, in_favour, needs, time)
    if gone := certificate.retired_on(context.today):
        outcome, because = "skip", (f"Retired on {gone}.",)
    if certificate.id in {one.id for one in context.held}:
        outcome, because = "skip", ("You already hold it.",)
    cited = [rule.citation for rule in (*against, *in_favour)]
    cited += [need.citation for need in needs]
    cited += [other.citation for other in _spoken_of(against, needs) if other.citation]
    return FitReport(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        outcome=outcome,
        because=because,
        rules=(*against, *in_favour),
        prerequisites=needs,
        time=time,
        answers=(*_answers(reader), *_held(context)),
        warnings=context.warnings,
        sources=each_once(cited),
        today=str(context.today),
        old=context.freshness.words,
    )


def _spoken_of(
    rules: Sequence[RuleLine], needs: Sequence[PrerequisiteLine]
) -> Iterator[RelatedCertificate]:
    """The other certificates that the answer names."""
    for rule in rules:
        if rule.fired:
            yield from (*rule.instead, *rule.teaching)
    for need in needs:
        yield from need.first


def _outcome(
    against: Sequence[RuleLine],
    in_favour: Sequence[RuleLine],
    needs: Sequence[PrerequisiteLine],
    time: TimeLine | None,
) -> tuple[Outcome, tuple[str, ...]]:
    stops = tuple(rule.because for rule in against if rule.fired)
    if stops:
        return "skip", stops
    waits = [
        f"{need.title}: needs {need.needed}, you have {need.has}." for need in needs if not need.met
    ]
    if time and time.fits == "no":
        first = f", with {' and '.join(time.first)} first" if time.first else ""
        waits.append(
            f"It takes {time.days_display} days{first}; "
            f"your deadline is in {time.deadline_days} days."
        )
    if waits:
        return "not yet", tuple(waits)
    if time and time.fits is None:
        days = time.deadline_days
        return "cannot tell", (
            f"Unknown whether {days} days are enough (missing: {time.unknown}).",
        )
    reasons = tuple(rule.because for rule in in_favour if rule.fired)
    if not (against or in_favour or needs):
        return "cannot tell", ("This certificate has no fit rules or prerequisites on file.",)
    reasons = reasons or (
        "No reason against it, but none of its 'take it if' rules applies to you either.",
    )
    if time and time.fits == "perhaps":
        deadline = f"your deadline is in only {time.deadline_days} days"
        reasons += (f"It takes {time.days_display} days; {deadline}.",)
    return "take it", reasons


def _rule(context: Context, rule: FitRule, speaks: str) -> RuleLine:
    reader = context.reader
    conditions = tuple(_conditions(rule.when, reader))
    missing = rule.when.lacks
    instead = [context.others[name] for name in rule.instead if name in context.others]
    words = reader.vocabulary
    told = tuple(
        related_certificate(context, other, _shortcoming(missing, other, words))
        for other in instead
    )
    teaching: tuple[RelatedCertificate, ...] = ()
    if missing and not any(teaches(other, missing, words) for other in instead):
        teaching = preparation_for(context, missing)
    return RuleLine(
        id=rule.id,
        speaks=speaks,  # type: ignore[arg-type]
        fired=all(condition.holds for condition in conditions),
        because=rule.because,
        lacking=words.title(missing) if missing else None,
        conditions=conditions,
        instead=told,
        teaching=teaching,
        citation=cite(context, context.certificate, rule),
    )


def _shortcoming(skill: str | None, other: Certificate, words: Vocabulary) -> str | None:
    """That *other* does not teach *skill*, for the lack of which the source sends readers to it."""
    if skill is None or teaches(other, skill, words):
        return None
    return f"recommended by the source, but it does not teach {words.title(skill)}"


def _conditions(when: RuleCondition, reader: Reader) -> Iterator[Condition]:
    """Each part of *when*, held against *reader*."""
    title = reader.vocabulary.title
    level = when.level or "basic"
    if when.lacks:
        knows = has_prerequisite(reader, when.lacks, level)
        asks = f"{title(when.lacks)} below {level}"
        yield Condition(asks, _found(reader, when.lacks), not knows)
    if when.has:
        knows = has_prerequisite(reader, when.has, level)
        yield Condition(f"{title(when.has)}, {level}", _found(reader, when.has), knows)
    if when.field:
        years = reader.years.get(when.field, Fraction())
        least = when.years_at_least
        asks = f"work in {when.field}" + ("" if least is None else f", at least {least} years")
        holds = years > 0 if least is None else years >= least
        yield Condition(asks, f"{exact_text(years)} years", holds)
    if when.deadline_days_at_most is not None:
        days = reader.deadline_days
        asks = f"a deadline within {when.deadline_days_at_most} days"
        found = "no deadline" if days is None else f"{days} days"
        yield Condition(asks, found, days is not None and days <= when.deadline_days_at_most)
    if when.goals:
        shared = [goal for goal in when.goals if goal in reader.goals]
        asks = f"the goal {' or '.join(when.goals)}"
        yield Condition(asks, ", ".join(shared) or "not a goal", bool(shared))


def _found(reader: Reader, skill: str) -> str:
    """What *reader* brings along of *skill*."""
    level = reader.level(skill)
    if level != LEVELS[-1] and reader.vocabulary.covers(reader.taught, skill):
        return "taught by a certificate you hold"
    return level


def _prerequisites(context: Context) -> Iterator[PrerequisiteLine]:
    certificate, reader = context.certificate, context.reader
    for item in certificate.program.prerequisites:
        met = has_prerequisite(reader, item.skill, item.level)
        first = () if met else preparation_for(context, item.skill)
        yield PrerequisiteLine(
            skill=reader.vocabulary.id(item.skill),
            title=reader.vocabulary.title(item.skill),
            needed=item.level,
            has=_found(reader, item.skill),
            met=met,
            why=item.why,
            first=first,
            citation=cite(context, certificate, item),
        )


def _time(context: Context, needs: Sequence[PrerequisiteLine]) -> TimeLine | None:
    """Whether the deadline leaves the time; it does where the quickest just make it.

    What is missing is learnt first, each skill from the shortest certificate that teaches it.
    """
    reader = context.reader
    deadline = reader.deadline_days
    if deadline is None:
        return None
    load = workload(context)
    first = {need.first[0].id: need.first[0] for need in needs if need.first}
    titles = tuple(other.title for other in first.values())
    hours = [other.hours for other in first.values()]
    if load is None or None in hours:
        return TimeLine(deadline, None, titles, None, "its hours, or those of a prerequisite")
    if reader.hours_per_week is None:
        return TimeLine(deadline, None, titles, None, "your hours per week")
    low = load.low + sum((part.low for part in hours if part), Fraction())
    high = load.high + sum((part.high for part in hours if part), Fraction())
    quickest = ceil(weeks(low, reader.hours_per_week) * DAYS_A_WEEK)
    slowest = ceil(weeks(high, reader.hours_per_week) * DAYS_A_WEEK)
    shown = span(quickest, slowest).display
    fits: Fits = "no" if quickest > deadline else "yes" if slowest <= deadline else "perhaps"
    return TimeLine(deadline, shown, titles, fits, None)


def _answers(reader: Reader) -> Iterator[tuple[str, str]]:
    """What is known of the reader, as it was reckoned with."""
    for skill, level in reader.skills.items():
        yield reader.vocabulary.title(skill), level
    for field, years in reader.years.items():
        yield f"Work in {field}", f"{exact_text(years)} years"
    if reader.goals:
        yield "Goals", ", ".join(sorted(reader.goals))
    if reader.deadline_days is not None:
        yield "Deadline", f"{reader.deadline_days} days"
    if reader.hours_per_week is not None:
        yield "Hours per week", exact_text(reader.hours_per_week)


def _held(context: Context) -> Iterator[tuple[str, str]]:
    if context.held:
        yield "Certificates you hold", ", ".join(one.title for one in context.held)
