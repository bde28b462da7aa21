"""The plan: certificates in order, what they cost, and the gaps that stay open."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, source, title
from certeval.results.stack import Plan, Recommendation, Step


def document(plan: Plan) -> Document:
    """Return the whole answer, with its sources."""
    question = f"suggested additions ({plan.role.title})"
    heading = Heading(title(plan.certificate, plan.audience, question))
    return (heading, *parts(plan), *footer(plan.sources, plan.old, plan.warnings))


def parts(plan: Plan) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    yield Paragraph(f"Gaps to close: {', '.join(plan.gaps) or 'none'}.")
    yield _table(plan)
    yield Paragraph(_summary(plan), "strong")
    bill = plan.bill
    if plan.unmet:
        them = "it" if len(plan.unmet) == 1 else "them"
        yield Paragraph(
            f"No certificate in the library covers: {', '.join(plan.unmet)}. "
            f"The plan assumes you already have {them}."
        )
    if len(plan.steps) > 1:
        saves = f"; the plan saves {bill.saving_usd.display}" if bill.saving_usd.high else ""
        least = "" if bill.complete else "at least "
        yield Paragraph(f"Bought separately: {least}{bill.one_by_one_usd.display}{saves}.")
    if bill.unknown:
        yield Paragraph(f"Not included: {', '.join(bill.unknown)}.")
    if plan.open:
        yield Heading("Open gaps", level=2)
        yield Items(tuple(f"{gap.title}: {gap.words}" for gap in plan.open))
    if plan.recommendations:
        yield Heading("Also recommended by reviewers", level=2)
        yield _recommendations(plan.recommendations)
    yield Heading("Assumptions", level=2)
    yield Items(plan.assumptions)


def _summary(plan: Plan) -> str:
    bill = plan.bill
    least = "" if bill.complete else "at least "
    months = "month" if bill.months.display == "1" else "months"
    within = _WITHIN[plan.within_limits]
    return f"Total: {least}{bill.total_usd.display}, {least}{bill.months.display} {months}{within}"


_WITHIN = {
    None: "",
    "yes": "; within the limits",
    "no": "; exceeds the limits even with gaps left open",
    "gaps stay open": "; gaps stay open to keep within the limits",
    "cannot be told": "; unknown whether this is within the limits",
}


def _table(plan: Plan) -> Table:
    columns = (
        Column("", priority=5, number=True),
        Column("Certificate", priority=9),
        Column("Closes", priority=7),
        Column("Hours", priority=6, number=True),
        Column("Weeks", priority=4, number=True),
        Column("Alone", priority=5, number=True),
        Column("Learner rating", priority=3, number=True),
        Column("Source", priority=2),
    )
    return Table(columns, tuple(_step(step) for step in plan.steps))


def _step(step: Step) -> tuple[str, ...]:
    reasons = list(step.closes)
    if step.prepares:
        reasons.append(f"prepares: {', '.join(step.prepares)}")
    known = (step.hours, step.weeks, step.alone_usd)
    shown = [part.display if part else "unknown" for part in known]
    return (
        str(step.number),
        step.certificate.title,
        ", ".join(reasons),
        *shown,
        step.certificate.learner_rating or "",
        source(step.citation) if step.citation or step.hours else "",
    )


def _recommendations(lines: tuple[Recommendation, ...]) -> Table:
    columns = (
        Column("Certificate", priority=9),
        Column("For", priority=6),
        Column("In the plan", priority=8),
        Column("Source", priority=4),
    )
    rows = tuple(
        (item.companion.title, item.gap, item.words, source(item.citation)) for item in lines
    )
    retired = [at for at, item in enumerate(lines) if item.state == "retired"]
    return Table(columns, rows, marked=frozenset(retired))
