"""The skills of a role: known, taught, missing."""

from collections.abc import Iterator

from certeval.render.document import (
    Bar,
    Block,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, source, title
from certeval.render.layout.related_certificate import described
from certeval.results.gaps import Gaps, SkillLine, StatedGap

_STATES = {"known": "already known", "taught": "taught here", "remains": "missing"}


def document(found: Gaps) -> Document:
    """Return the whole answer, with its sources."""
    question = f"skills gaps ({found.role.title})"
    heading = Heading(title(found.certificate, found.audience, question))
    return (heading, *parts(found), *footer(found.sources, found.old, found.warnings))


def parts(found: Gaps) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    left = [line.title for line in found.skills if _remains(line, "core")]
    useful = [line.title for line in found.skills if _remains(line, "useful")]
    yield Paragraph(f"Core skills still missing: {', '.join(left) or 'none'}", "strong")
    if useful:
        yield Paragraph(f"Useful skills still missing: {', '.join(useful)}.")
    yield _coverage(found)
    yield _skills(found)
    if found.held:
        yield Paragraph(f"You hold: {', '.join(one.title for one in found.held)}.")
    yield Paragraph(f'A skill counts as known at level "{found.level}" or above.', "note")
    if found.stated:
        yield Heading("Gaps named by reviewers", level=2)
        for gap in found.stated:
            yield from _stated(gap)


def _remains(line: SkillLine, importance: str) -> bool:
    return line.state == "remains" and line.importance == importance


def _coverage(found: Gaps) -> Table:
    columns = (
        Column("Skills", priority=9),
        Column("You now", priority=7, number=True),
        Column("After this certificate", priority=8, number=True),
        Column("", priority=0),
    )
    rows = tuple(
        (
            item.importance.capitalize(),
            item.before.display,
            item.after.display,
            Bar(item.after.share) if item.after.share is not None else "",
        )
        for item in found.coverage
    )
    return Table(columns, rows)


def _skills(found: Gaps) -> Table:
    columns = (
        Column("Skill", priority=9),
        Column("Importance", priority=6),
        Column("State", priority=8),
    )
    rows = tuple((line.title, line.importance, _state(line)) for line in found.skills)
    remain = [at for at, line in enumerate(found.skills) if line.state == "remains"]
    return Table(columns, rows, marked=frozenset(remain))


def _state(line: SkillLine) -> str:
    missing = f" in part: {', '.join(line.missing_parts)}" if line.missing_parts else ""
    return f"{_STATES[line.state]}{missing}"


def _stated(gap: StatedGap) -> Iterator[Block]:
    yield Heading(gap.title, level=3)
    yield Paragraph(f"{gap.why} Missing: {', '.join(gap.skills)}. ({source(gap.citation)})")
    if gap.companions:
        yield Paragraph("Suggested additions:")
        yield Items(tuple(described(other) for other in gap.companions))
