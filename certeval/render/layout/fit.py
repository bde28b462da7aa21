"""Whether a certificate suits you: the outcome, and every rule behind it."""

from collections.abc import Iterator, Sequence

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, source, title
from certeval.render.layout.related_certificate import described
from certeval.results.fit import FitReport, PrerequisiteLine, RuleLine, TimeLine
from certeval.results.related_certificate import RelatedCertificate


def document(fitting: FitReport) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(title(fitting.certificate, fitting.audience, "fit"))
    end = footer(fitting.sources, fitting.old, fitting.warnings)
    return (heading, *parts(fitting), *end)


def parts(fitting: FitReport) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    yield Paragraph(fitting.outcome[:1].upper() + fitting.outcome[1:], "strong")
    yield Items(tuple(fitting.because))
    for rule in fitting.rules:
        yield from _elsewhere(rule)
    if fitting.prerequisites:
        yield Heading("Prerequisites", level=2)
        yield _prerequisites(fitting)
        for line in fitting.prerequisites:
            yield from _first(line)
    if fitting.time:
        yield Paragraph(_time(fitting.time))
    for speaks, words in (("against", "Skip it if"), ("for", "Take it if")):
        rules = [rule for rule in fitting.rules if rule.speaks == speaks]
        if rules:
            yield Heading(words, level=2)
            yield _rules(rules)
    if fitting.answers:
        yield Heading("Assumed about you", level=2)
        yield Pairs(fitting.answers)


def _time(time: TimeLine) -> str:
    if time.fits is None:
        return f"Unknown whether {time.deadline_days} days are enough (missing: {time.unknown})."
    first = f" with {' and '.join(time.first)} first" if time.first else ""
    days = f"your {time.deadline_days} days"
    fits = {
        "yes": f"within {days}",
        "perhaps": f"within {days} only at the fastest pace",
        "no": f"more than {days}",
    }
    return f"It takes {time.days_display} days{first}: {fits[time.fits]}."


def _prerequisites(fitting: FitReport) -> Table:
    columns = (
        Column("Skill", priority=9),
        Column("Needed", priority=7),
        Column("You have", priority=8),
        Column("Met", priority=8),
        Column("Why", priority=3),
        Column("Source", priority=4),
    )
    rows = tuple(
        (
            line.title,
            line.needed,
            line.has,
            "yes" if line.met else "no",
            line.why or "",
            source(line.citation),
        )
        for line in fitting.prerequisites
    )
    marked = [at for at, line in enumerate(fitting.prerequisites) if not line.met]
    return Table(columns, rows, marked=frozenset(marked))


def _first(line: PrerequisiteLine) -> Iterator[Block]:
    if line.met:
        return
    if line.first:
        yield Paragraph(f"First, to learn {line.title}:")
        yield Items(tuple(described(other) for other in line.first))
    else:
        yield Paragraph(
            f"No certificate in the library at or below this level teaches {line.title}."
        )


def _rules(rules: Sequence[RuleLine]) -> Table:
    columns = (
        Column("Condition", priority=9),
        Column("You", priority=7),
        Column("Applies", priority=8),
        Column("Because", priority=6),
        Column("Source", priority=2),
    )
    rows = tuple(
        (
            "; ".join(part.asks for part in rule.conditions),
            "; ".join(part.found for part in rule.conditions),
            "yes" if rule.fired else "no",
            rule.because,
            source(rule.citation),
        )
        for rule in rules
    )
    return Table(columns, rows, marked=frozenset(at for at, one in enumerate(rules) if one.fired))


def _elsewhere(rule: RuleLine) -> Iterator[Block]:
    if rule.fired:
        yield from _others(f"Alternatives ({rule.id}):", rule.instead)
        yield from _others(f"Certificates that teach {rule.lacking}:", rule.teaching)


def _others(words: str, others: tuple[RelatedCertificate, ...]) -> Iterator[Block]:
    if others:
        yield Paragraph(words)
        yield Items(tuple(described(other) for other in others))
