"""The plan: certificates in order, what they cost, and the gaps that stay open."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Col,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer, source, title
from certeval.render.layout.gaps import teaching_unknown
from certeval.render.layout.related_certificate import retirement
from certeval.results.figures import Span
from certeval.results.stack import Bill, OpenGap, Plan, Recommendation, Step

_WITHIN = {
    None: "",
    "yes": "; within the limits",
    "no": "; exceeds the limits even with gaps left open",
    "gaps_stay_open": "; gaps stay open to keep within the limits",
    "unknown": "; unknown whether this is within the limits",
}
_STATES = {
    "planned": "in the plan",
    "held": "you hold it",
    "excluded": "excluded",
    "more_expensive": "the plan has a cheaper or better-documented option",
    "open": "its gap stays open",
    "not_needed": "not needed for this role",
    "exam": "an exam: it attests skills and does not teach them",
}
_ASSUMPTIONS = {
    "pace": "One after the other, at {} hours per week.",
    "shared_subscriptions": (
        "One subscription serves all programs that it covers: it is paid once for the billed "
        "months of 365.25/12 days that they take together, and is paused during other programs."
    ),
    "objective": "The plan minimizes cost (at the high estimate of hours), then hours.",
    "unknown_costs": (
        "Plans with certificates of unknown cost rank after those without; unknown amounts are "
        "not in the totals."
    ),
    "prerequisites": (
        "Prerequisites are those that the files name. What a certificate teaches counts as known "
        "at any level that a later one needs."
    ),
    "exams": "Exams are passed at the first attempt; taxes are not counted.",
    "taxes": "Taxes are not counted.",
    "budget": "At most {} in total.",
    "max_months": "At most {} months in total.",
}


def document(plan: Plan) -> Document:
    """Return the whole answer, with its sources."""
    question = f"suggested additions ({plan.role.title})"
    heading = Heading(title(plan.certificate, plan.audience, question))
    return (heading, *parts(plan), *footer(plan.sources, plan.old, _warnings(plan)))


def parts(plan: Plan) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    yield Paragraph(f"Gaps to close: {', '.join(plan.gaps) or 'none'}.")
    yield _steps(plan)
    yield Paragraph(_summary(plan), "strong")
    bill = plan.bill
    if plan.unmet:
        them = "it" if len(plan.unmet) == 1 else "them"
        yield Paragraph(
            f"No certificate in the library says that it teaches: {', '.join(plan.unmet)}. "
            f"The plan assumes you already have {them}."
        )
    if len(plan.steps) > 1:
        saves = f"; the plan saves {bill.saving_usd.display}" if bill.saving_usd.high else ""
        least = "" if bill.complete else "at least "
        yield Paragraph(f"Bought separately: {least}{bill.one_by_one_usd.display}{saves}.")
    if bill.unknown:
        yield Paragraph(f"Not included: {', '.join(_unknown(bill))}.")
    if plan.open:
        yield Heading("Open gaps", level=2)
        yield Items(tuple(f"{gap.title}: {_why(gap)}" for gap in plan.open))
    if plan.recommendations:
        yield Heading("Also recommended by reviewers", level=2)
        yield _recommendations(plan)
    yield Heading("Assumptions", level=2)
    yield Items(_assumptions(plan))


def failed_condition(plan: Plan) -> str | None:
    """Return what to say if the limits do not allow closing every gap; None if they do."""
    name, bill = plan.certificate.id, plan.bill
    match plan.within_limits:
        case "no":
            needed = f"{bill.total_usd.display} and {bill.months.display} months"
            return f"{name}: the limits are exceeded even with gaps left open: it takes {needed}"
        case "gaps_stay_open":
            left = ", ".join(gap.title for gap in plan.open if gap.why == "beyond_limits")
            return f"{name}: cannot close {left} within the limits"
        case "unknown":
            unknown = " and ".join(_unknown(bill))
            return f"{name}: unknown whether the limits are met without {unknown}"
        case _:
            return None


def _summary(plan: Plan) -> str:
    """Return the total cost and duration, and whether they are within the limits."""
    bill = plan.bill
    least = "" if bill.complete else "at least "
    months = "month" if bill.months.display == "1" else "months"
    within = _WITHIN[plan.within_limits]
    return f"Total: {least}{bill.total_usd.display}, {least}{bill.months.display} {months}{within}"


def _steps(plan: Plan) -> Table:
    """Return the table of certificates in the order in which to take them."""
    columns: tuple[Col[Step], ...] = (
        Col("", lambda step: str(step.number), priority=5, number=True),
        Col("Certificate", lambda step: step.certificate.title, priority=9),
        Col("Closes", _closes, priority=7),
        Col("Hours", lambda step: _known(step.hours), priority=6, number=True),
        Col("Weeks", lambda step: _known(step.weeks), priority=4, number=True),
        Col("Alone", lambda step: _known(step.alone_usd), priority=5, number=True),
        Col(
            "Learner rating",
            lambda step: step.certificate.learner_rating or "",
            priority=3,
            number=True,
        ),
        Col(
            "Source",
            lambda step: source(step.citation) if step.citation or step.hours else "",
            priority=2,
        ),
    )
    return table_of(plan.steps, columns)


def _closes(step: Step) -> str:
    """Return the gaps that a step closes, and what it prepares for."""
    prepares = [f"prepares: {', '.join(step.prepares)}"] if step.prepares else []
    return ", ".join([*step.closes, *prepares])


def _known(span: Span | None) -> str:
    """Return a range of numbers as it is displayed."""
    return span.display if span else "unknown"


def _unknown(bill: Bill) -> tuple[str, ...]:
    """Return what the bill does not include."""
    return tuple(f"the {item.fact} of {item.title}" for item in bill.unknown)


def _why(gap: OpenGap) -> str:
    """Return why a gap stays open."""
    if gap.why == "beyond_limits":
        return "cannot be closed within the limits"
    whole = "all of it" if gap.in_parts else "it"
    reasons = [f"no course that is still offered says that it teaches {whole}"]
    for titles, state in ((gap.retired, "retired"), (gap.excluded, "excluded")):
        if titles:
            reasons.append(f"{', '.join(titles)} {'is' if len(titles) == 1 else 'are'} {state}")
    return "; ".join(reasons)


def _recommendations(plan: Plan) -> Table:
    """Return the table of recommended certificates, retired ones marked."""
    columns: tuple[Col[Recommendation], ...] = (
        Col("Certificate", lambda item: item.companion.title, priority=9),
        Col("For", lambda item: item.gap, priority=6),
        Col("In the plan", _state, priority=8),
        Col("Source", lambda item: source(item.citation), priority=4),
    )
    return table_of(plan.recommendations, columns, marked=lambda item: item.state == "retired")


def _state(item: Recommendation) -> str:
    """Return whether a recommended certificate is in the plan, and if not, why."""
    if item.companion.retired:
        return retirement(item.companion.retired, item.companion.successors)
    return _STATES[item.state]


def _assumptions(plan: Plan) -> tuple[str, ...]:
    """Return what the plan assumes, each a sentence."""
    return tuple(_ASSUMPTIONS[item.about].format(item.display) for item in plan.assumptions)


def _warnings(plan: Plan) -> tuple[str, ...]:
    """Return all warnings."""
    more = [teaching_unknown(plan.certificate)] if plan.teaches_unknown else []
    return (*plan.warnings, *more)


WORDS = {
    Plan: {"warnings": _warnings, "assumptions": _assumptions},
    Bill: {"unknown": _unknown},
    OpenGap: {"words": _why},
    Recommendation: {"words": _state},
}
