"""The plan: what to take in which order, what it costs, what stays open."""

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
    """The whole of it, with sources."""
    question = f"what to add ({plan.role.title})"
    heading = Heading(title(plan.certificate, plan.audience, question))
    return (heading, *parts(plan), *footer(plan.sources, plan.old, plan.warnings))


def parts(plan: Plan) -> Iterator[Block]:
    """All of it but the title, the warnings and the sources."""
    yield Paragraph(f"Gaps to close: {', '.join(plan.gaps) or 'none'}.")
    yield _table(plan)
    yield Paragraph(_summary(plan), "strong")
    bill = plan.bill
    if plan.unmet:
        yield Paragraph(
            f"Prerequisites that nothing in the library prepares for: {', '.join(plan.unmet)}. "
            "The plan starts as if they were there."
        )
    if len(plan.steps) > 1:
        saves = f"; the plan saves {bill.saving_usd.display}" if bill.saving_usd.high else ""
        least = "" if bill.complete else "at least "
        yield Paragraph(f"Bought one by one: {least}{bill.one_by_one_usd.display}{saves}.")
    if bill.unknown:
        yield Paragraph(f"Not in these figures: {', '.join(bill.unknown)}.")
    if plan.open:
        yield Heading("Gaps that stay open", level=2)
        yield Items(tuple(f"{gap.title}: {gap.words}" for gap in plan.open))
    if plan.recommendations:
        yield Heading("What its sources would add", level=2)
        yield _recommendations(plan.recommendations)
    yield Heading("Assumed", level=2)
    yield Items(plan.assumptions)


def _summary(plan: Plan) -> str:
    bill = plan.bill
    least = "" if bill.complete else "at least "
    months = "month" if bill.months.display == "1" else "months"
    within = _WITHIN[plan.within_limits]
    return f"In all: {least}{bill.total_usd.display}, {least}{bill.months.display} {months}{within}"


_WITHIN = {
    None: "",
    "yes": "; within the limits",
    "no": "; over the limits, even so",
    "gaps stay open": "; gaps stay open to keep within the limits",
    "cannot be told": "; whether that is within the limits cannot be told",
}


def _table(plan: Plan) -> Table:
    columns = (
        Column("", priority=5, number=True),
        Column("Certificate", priority=9),
        Column("Closes", priority=7),
        Column("Hours", priority=6, number=True),
        Column("Weeks", priority=4, number=True),
        Column("By itself", priority=5, number=True),
        Column("Rated", priority=3, number=True),
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


def _recommendations(told: tuple[Recommendation, ...]) -> Table:
    columns = (
        Column("Certificate", priority=9),
        Column("For", priority=6),
        Column("In the plan", priority=8),
        Column("Source", priority=4),
    )
    rows = tuple(
        (item.companion.title, item.gap, item.words, source(item.citation)) for item in told
    )
    retired = [at for at, item in enumerate(told) if item.state == "retired"]
    return Table(columns, rows, marked=frozenset(retired))
