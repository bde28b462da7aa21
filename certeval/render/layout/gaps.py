"""The skills of a role: known, taught, missing."""

from collections.abc import Iterator

from certeval.render.document import (
    Bar,
    Block,
    Cell,
    Col,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer, source, title
from certeval.render.layout.related_certificate import described
from certeval.results.citation import Named
from certeval.results.gaps import Coverage, Gaps, SkillLine, StatedGap

_STATES = {"known": "already known", "taught": "taught here", "remains": "missing"}


def document(found: Gaps) -> Document:
    """Return the whole answer, with its sources."""
    question = f"skills gaps ({found.role.title})"
    heading = Heading(title(found.certificate, found.audience, question))
    return (heading, *parts(found), *footer(found.sources, found.old, _warnings(found)))


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
    """Return whether a skill of this importance is missing."""
    return line.state == "remains" and line.importance == importance


def _coverage(found: Gaps) -> Table:
    """Return the table of coverage."""
    return table_of(
        found.coverage,
        (
            Col("Skills", lambda item: item.importance.capitalize(), 9),
            Col("You now", lambda item: item.before.display, 7, number=True),
            Col("After this certificate", lambda item: item.after.display, 8, number=True),
            Col("", _bar, 0),
        ),
    )


def _bar(item: Coverage) -> Cell:
    """Return the coverage after the certificate as a bar."""
    return "" if item.after.share is None else Bar(item.after.share)


def _skills(found: Gaps) -> Table:
    """Return the table of skills."""
    return table_of(
        found.skills,
        (
            Col("Skill", lambda line: line.title, 9),
            Col("Importance", lambda line: line.importance, 6),
            Col("State", _state, 8),
        ),
        marked=lambda line: line.state == "remains",
    )


def _state(line: SkillLine) -> str:
    """Return the state of a skill, with missing parts."""
    missing = f" in part: {', '.join(line.missing_parts)}" if line.missing_parts else ""
    return f"{_STATES[line.state]}{missing}"


def _stated(gap: StatedGap) -> Iterator[Block]:
    """Yield a gap that a reviewer names."""
    yield Heading(gap.title, level=3)
    yield Paragraph(f"{gap.why} Missing: {', '.join(gap.skills)}. ({source(gap.citation)})")
    if gap.companions:
        yield Paragraph("Suggested additions:")
        yield Items(tuple(described(other) for other in gap.companions))


def teaching_unknown(certificate: Named) -> str:
    """Return the warning that *certificate* does not list what it teaches."""
    return (
        f"'{certificate.id}' does not list what it teaches ('teaches'), so nothing counts as taught"
    )


def _warnings(found: Gaps) -> tuple[str, ...]:
    """Return all warnings."""
    more = [teaching_unknown(found.certificate)] if found.teaches_unknown else []
    return (*found.warnings, *more)


WORDS = {Gaps: {"warnings": _warnings}}
