"""What to add: the cheapest certificates that close the gaps which one leaves for a role."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from certeval.analysis.citation import each_once, named
from certeval.analysis.cost.pace import weeks
from certeval.analysis.figures import span
from certeval.analysis.gaps import role_of, skill_lines, skill_sources, teaching_unknown
from certeval.analysis.money import money
from certeval.analysis.related_certificates import related_certificate, titles
from certeval.analysis.rounding import exact_text
from certeval.analysis.stack.candidates import Limits, subscription_of
from certeval.analysis.stack.gap_cover import NO_WISHES, PlanOptions, Table, Taken
from certeval.analysis.stack.plan_cost import alone, bill_of
from certeval.analysis.stack.recommended import Planned, recommendations
from certeval.analysis.stack.set_cover import order_of
from certeval.errors import UnknownIdError, UsageError
from certeval.model.context import Context
from certeval.phrases import closest, joined
from certeval.results.stack import Bill, OpenGap, Plan, Step, Within


def stack(context: Context, wishes: PlanOptions = NO_WISHES) -> Plan:
    """The set of further certificates that closes the gaps for the least cost, then least hours.

    Exact, at the high end of the hours. Where limits allow no such set, as many gaps are closed as
    they allow, and the rest is told.

    Raises:
        UsageError: no role; no hours a week; an excluded id that is not in the library, or is the
            certificate's own; the certificate cannot be taken any more, and is not held.

    """
    role, own, reader = role_of(context), context.certificate, context.reader
    if reader.hours_per_week is None:
        message = "the hours per week are not known: no audience is given"
        raise UsageError(message, "give `hours_per_week`")
    _check(context, wishes)
    known = reader.known_at(role.skills.level)
    lines = skill_lines(role, reader, known, reader.vocabulary.ids(own.taught()))
    left = [line.skill for line in lines if line.state == "remains"]
    asked = [s for s in left if wishes.useful or s in reader.vocabulary.ids(role.skills.core)]
    table = Table(context, wishes, asked, known)
    taken, open_gaps = table.solve()
    chosen = taken if table.own_is_held else [table.own, *taken]
    steps = tuple(_steps(context, table, chosen, wishes))
    bill = bill_of([load for load, _ in chosen], reader.hours_per_week)
    outcome = Planned(
        ids=frozenset(load.certificate.id for load, _ in taken),
        excluded=wishes.excluded,
        left_open=frozenset(gap.skill for gap in open_gaps),
        closes=table.closes,
    )
    told = tuple(recommendations(context, outcome))
    cited = [step.citation for step in steps]
    cited += [item.companion.citation for item in told]
    cited += [item.citation for item in told]
    cited += skill_sources(context, role)
    return Plan(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        role=named(role, context.files),
        gaps=titles(asked, reader.vocabulary),
        steps=steps,
        bill=bill,
        open=tuple(open_gaps),
        unmet=table.unmet,
        within_limits=_within(bill, wishes.limits, chosen, open_gaps),
        recommendations=told,
        assumptions=tuple(_assumptions(reader.hours_per_week, chosen, wishes)),
        warnings=(*context.warnings, *teaching_unknown(context.certificate)),
        sources=each_once(item for item in cited if item),
        today=str(context.today),
        old=context.freshness.words,
    )


def _check(context: Context, wishes: PlanOptions) -> None:
    """That there is a plan to be made, of certificates that exist."""
    own = context.certificate
    gone, retired = own.retired_on(context.today), own.program.retired
    if gone and retired and own.id not in {one.id for one in context.held}:
        after = retired.successors
        hint = f"replaced by {joined(after)}" if after else None
        raise UsageError(f"'{own.id}' was retired on {gone}", hint)
    if own.id in wishes.excluded:
        message, hint = "the plan is about it", "plan for another certificate"
        raise UsageError(message, hint, parameter="exclude", item=own.id)
    for name in sorted({*wishes.excluded, *wishes.hours}):
        if name not in context.others and name != own.id:
            known = [own.id, *context.others]
            listed_by = "certeval list certificates"
            raise UnknownIdError("certificate", name, closest(name, known), listed_by=listed_by)


def _steps(
    context: Context,
    table: Table,
    chosen: Sequence[Taken],
    wishes: PlanOptions,
) -> Iterator[Step]:
    """The certificates of the plan in the order in which they can be taken, easier ones first."""
    words = context.vocabulary
    own_id = context.certificate.id
    # A subscription is not left and taken up again where that can be helped; exams come last.
    first = subscription_of(table.own[0])
    ranks = [
        (
            load.certificate.id != own_id,
            load.prices.monthly is None,
            subscription_of(load) != first,
            subscription_of(load) if load.prices.monthly else "",
            load.rank,
        )
        for load, _ in chosen
    ]
    have = table.own[1].covers if table.own_is_held else 0
    order = order_of([offer for _, offer in chosen], ranks, have)
    assert order is not None  # noqa: S101 - only what can be ordered is ever chosen
    rate = table.hours_per_week
    for number, at in enumerate(order, 1):
        load, offer = chosen[at]
        later = [chosen[other][1] for other in order[number:]]
        needed = 0
        for other in later:
            needed |= other.needs
        after = have | offer.covers
        closed = [s for s, mask in table.gaps.items() if mask & ~have and not mask & ~after]
        told = related_certificate(context, load.certificate)
        tried = load.certificate.id in wishes.hours
        low, high = load.low, load.high
        yield Step(
            number=number,
            certificate=told,
            is_own=load.certificate.id == own_id,
            closes=titles(closed, words),
            prepares=titles(table.bits.skills_of(needed & offer.covers & ~have), words),
            hours=None if low is None or high is None else span(low, high),
            weeks=None
            if low is None or high is None
            else span(weeks(low, rate), weeks(high, rate), places=1),
            alone_usd=alone(load, rate),
            citation=None if tried else told.citation,
        )
        have = after


def _within(
    bill: Bill, limits: Limits, chosen: Sequence[Taken], open_gaps: Sequence[OpenGap]
) -> Within | None:
    """Whether the plan keeps within *limits*, and closes every gap that can be closed."""
    budget, months = limits
    if budget is None and months is None:
        return None
    if budget is not None and bill.total_usd.high > budget:
        return "no"
    if months is not None and bill.months.high > months:
        return "no"
    if any(gap.why == "beyond the limits" for gap in open_gaps):
        return "gaps stay open"
    untold = (budget is not None and any(load.cost_unknown for load, _ in chosen)) or (
        months is not None and any(load.high is None for load, _ in chosen)
    )
    return "cannot be told" if untold else "yes"


def _assumptions(
    hours_per_week: Fraction, chosen: Sequence[Taken], wishes: PlanOptions
) -> Iterator[str]:
    yield f"One after the other, at {exact_text(hours_per_week)} hours per week."
    if any(load.prices.monthly for load, _ in chosen):
        yield (
            "One subscription serves all programs that it covers: it is paid once for the billed "
            "months of 365.25/12 days that they take together, and is paused during other "
            "programs."
        )
    yield "The plan minimizes cost (at the high estimate of hours), then hours."
    yield (
        "Plans with certificates of unknown cost rank after those without; unknown amounts are "
        "not in the totals."
    )
    yield (
        "Prerequisites are those that the files name. What a certificate teaches counts as known "
        "at any level that a later one needs."
    )
    if any(load.prices.once for load, _ in chosen):
        yield "Exams are passed at the first attempt; taxes are not counted."
    if wishes.limits.budget is not None:
        yield f"At most {money(Fraction(wishes.limits.budget))} in total."
    if wishes.limits.most_months is not None:
        yield f"At most {wishes.limits.most_months:f} months in total."
