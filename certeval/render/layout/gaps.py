"""The skills of a role: known, taught, attested, not listed, missing."""

from collections.abc import Callable, Iterator

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
from certeval.results.gaps import Coverage, Gaps, SkillLine, State, StatedGap

_STATES: dict[State, str] = {
    "known": "already known",
    "taught": "taught here",
    "attested": "attested, not taught",
    "not_listed": "not listed",
    "remains": "missing",
}
_OPEN = ("not_listed", "remains")


def document(found: Gaps) -> Document:
    """Return the whole answer, with its sources."""
    question = f"skills gaps ({found.role.title})"
    heading = Heading(title(found.certificate, found.audience, question))
    return (heading, *parts(found), *footer(found.sources, found.old, _warnings(found)))


def parts(found: Gaps) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    left = [line.title for line in found.skills if _is_open(line, "core")]
    useful = [line.title for line in found.skills if _is_open(line, "useful")]
    state = "still missing" if found.teaches_complete else "not listed"
    yield Paragraph(f"Core skills {state}: {', '.join(left) or 'none'}", "strong")
    if useful:
        yield Paragraph(f"Useful skills {state}: {', '.join(useful)}.")
    yield _coverage(found)
    yield _skills(found)
    if found.held:
        yield Paragraph(f"You hold: {', '.join(one.title for one in found.held)}.")
    yield Paragraph(f'A skill counts as known at level "{found.level}" or above.', "note")
    if any(line.state == "not_listed" for line in found.skills):
        yield Paragraph(
            "Not listed: no source says that the certificate teaches it, but its list of skills is "
            "not complete.",
            "note",
        )
    if any(line.state == "attested" for line in found.skills):
        yield Paragraph("Attested: the exam requires the skill and does not teach it.", "note")
    if demand := next((line.demand for line in found.skills if line.demand), None):
        yield Paragraph(
            f"Postings: the share of the role's job postings that ask for the skill "
            f"({source(demand.citation)}).",
            "note",
        )
    if found.stated:
        yield Heading("Gaps named by reviewers", level=2)
        for gap in found.stated:
            yield from _stated(gap)


def _is_open(line: SkillLine, importance: str) -> bool:
    """Return whether a skill of this importance is missing or not listed."""
    return line.state in _OPEN and line.importance == importance


def _coverage(found: Gaps) -> Table:
    """Return the table of coverage."""
    return table_of(
        found.coverage,
        (
            Col("Skills", lambda item: item.importance.capitalize(), 9),
            Col("You now", lambda item: item.before.display, 7, number=True),
            Col("After this certificate", _after(found), 8, number=True),
            Col("", _bar, 0),
        ),
    )


def _after(found: Gaps) -> Callable[[Coverage], str]:
    """Return the cell of the coverage after the certificate: the least if skills are not listed."""
    least = {line.importance for line in found.skills if line.state == "not_listed"}
    return lambda item: ("at least " if item.importance in least else "") + item.after.display


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
            Col("Postings", _demand, 5, number=True, shown=any(map(_demand, found.skills))),
            Col("State", _state, 8),
        ),
        marked=lambda line: line.state in _OPEN,
    )


def _demand(line: SkillLine) -> str:
    """Return the share of postings that ask for a skill."""
    return str(line.demand.share_percent) if line.demand else ""


def _state(line: SkillLine) -> str:
    """Return the state of a skill, with the parts that are open."""
    parts = f" in part: {', '.join(line.missing_parts)}" if line.missing_parts else ""
    return f"{_STATES[line.state]}{parts}"


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
