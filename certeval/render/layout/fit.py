"""Whether a certificate suits a reader: the outcome, and every rule that was looked at."""

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
from certeval.render.layout.companion import described
from certeval.results.companion import Companion
from certeval.results.fit import Fitting, PrerequisiteLine, RuleLine, TimeLine


def document(fitting: Fitting) -> Document:
    """The whole of it, with sources."""
    heading = Heading(title(fitting.certificate, fitting.audience, "fit"))
    end = footer(fitting.sources, fitting.old, fitting.warnings)
    return (heading, *parts(fitting), *end)


def parts(fitting: Fitting) -> Iterator[Block]:
    """All of it but the title, the warnings and the sources."""
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
        yield Heading("Reckoned with", level=2)
        yield Pairs(fitting.answers)


def _time(time: TimeLine) -> str:
    if time.fits is None:
        return f"Whether {time.deadline_days} days are enough: {time.unknown} unknown."
    verb = {"yes": "fits", "perhaps": "fits, for the quickest,"}.get(time.fits, "does not fit")
    first = f" with {' and '.join(time.first)} first" if time.first else ""
    return f"It takes {time.days_display} days{first}; that {verb} into the {time.deadline_days}."


def _prerequisites(fitting: Fitting) -> Table:
    columns = (
        Column("Skill", priority=9),
        Column("Needed", priority=7),
        Column("There", priority=8),
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
        yield Paragraph(f"To learn {line.title} first:")
        yield Items(tuple(described(other) for other in line.first))
    else:
        yield Paragraph(
            f"Nothing in the library that is no harder than this certificate teaches {line.title}."
        )


def _rules(rules: Sequence[RuleLine]) -> Table:
    columns = (
        Column("It asks for", priority=9),
        Column("Here", priority=7),
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
        yield from _others(f"Instead ({rule.id}):", rule.instead)
        yield from _others(f"What teaches {rule.lacking}:", rule.teaching)


def _others(words: str, others: tuple[Companion, ...]) -> Iterator[Block]:
    if others:
        yield Paragraph(words)
        yield Items(tuple(described(other) for other in others))
