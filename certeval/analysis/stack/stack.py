"""What to add: the cheapest certificates that close the gaps which one leaves for a role."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from certeval.analysis.citation import each_once, named
from certeval.analysis.cost.pace import weeks
from certeval.analysis.figures import span
from certeval.analysis.gaps import role_of, skill_lines, skill_sources
from certeval.analysis.money import money
from certeval.analysis.related_certificates import related_certificate, titles
from certeval.analysis.rounding import exact_text
from certeval.analysis.stack.candidates import subscription_of
from certeval.analysis.stack.gap_cover import DEFAULT_OPTIONS, Choice, CoverProblem, PlanOptions
from certeval.analysis.stack.offers import order_of
from certeval.analysis.stack.plan_cost import bill_of, cost_alone
from certeval.analysis.stack.recommended import PlanOutcome, recommendations
from certeval.errors import UnknownIdError, UsageError
from certeval.model.context import Context
from certeval.model.role import Role
from certeval.phrases import closest, joined
from certeval.results.stack import Assumption, Bill, OpenGap, Plan, Step, Within


def stack(context: Context, options: PlanOptions = DEFAULT_OPTIONS) -> Plan:
    """Find the certificates that close the gaps for the least cost, then the fewest hours.

    The plan is optimal at the high end of the hours. If the limits allow no plan that closes all
    gaps, as many as possible are closed.

    Args:
        context: the certificate, the role, the other certificates and the reader.
        options: how to plan.

    Returns:
        The plan, its bill, and the gaps that stay open.

    Raises:
        UsageError: the role or the hours per week are missing; the certificate itself is excluded,
            or it is retired and not held.
        UnknownIdError: the options name a certificate that the library does not have.

    """
    role, reader = role_of(context), context.reader
    if reader.hours_per_week is None:
        message = "the hours per week are not known: no audience is given"
        raise UsageError(message, "give `hours_per_week`")
    _check(context, options)
    known = reader.known_at(role.skills.level)
    skills = _gaps(context, role, useful=options.useful)
    problem = CoverProblem(context, options, skills, known)
    taken, open_gaps = problem.solve()
    chosen = taken if problem.own_is_held else [problem.own, *taken]
    steps = tuple(_steps(context, problem, chosen, options))
    bill = bill_of([one.candidate for one in chosen], reader.hours_per_week)
    outcome = PlanOutcome(
        ids=frozenset(one.candidate.certificate.id for one in taken),
        excluded=options.excluded,
        left_open=frozenset(gap.skill for gap in open_gaps),
        closes=problem.closes,
    )
    recommended = tuple(recommendations(context, outcome))
    cited = (
        *(step.citation for step in steps),
        *(item.companion.citation for item in recommended),
        *(item.citation for item in recommended),
        *skill_sources(context, role),
    )
    return Plan(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        role=named(role, context.files),
        gaps=titles(skills, reader.vocabulary),
        steps=steps,
        bill=bill,
        open=tuple(open_gaps),
        unmet=problem.unmet,
        within_limits=_within(bill, options, chosen, open_gaps),
        recommendations=recommended,
        assumptions=tuple(_assumptions(reader.hours_per_week, chosen, options)),
        teaches_unknown=not context.certificate.taught(),
        warnings=context.warnings,
        sources=each_once(cited),
        today=str(context.today),
        old=context.freshness.words,
    )


def _gaps(context: Context, role: Role, *, useful: bool) -> list[str]:
    """Return the ids of the role's core skills, or *useful* ones, too, to learn elsewhere."""
    lines = skill_lines(role, context.reader, context.certificate)
    return [
        line.skill
        for line in lines
        if line.state not in ("known", "taught") and (useful or line.importance == "core")
    ]


def _check(context: Context, options: PlanOptions) -> None:
    """Require that the certificate can be taken, and that the options name known certificates."""
    own = context.certificate
    retired_on, retired = own.retired_on(context.today), own.program.retired
    if retired_on and retired and own.id not in {one.id for one in context.held}:
        after = retired.successors
        hint = f"replaced by {joined(after)}" if after else None
        raise UsageError(f"'{own.id}' was retired on {retired_on}", hint)
    if own.id in options.excluded:
        message, hint = "the plan is about it", "plan for another certificate"
        raise UsageError(message, hint, parameter="exclude", item=own.id)
    for name in sorted({*options.excluded, *options.hours}):
        if name not in context.others and name != own.id:
            known = [own.id, *context.others]
            listed_by = "certeval list certificates"
            raise UnknownIdError("certificate", name, closest(name, known), listed_by=listed_by)


def _steps(
    context: Context, problem: CoverProblem, chosen: Sequence[Choice], options: PlanOptions
) -> Iterator[Step]:
    """Yield the certificates in the order in which to take them."""
    words, hours_per_week = context.vocabulary, context.reader.hours_per_week
    assert hours_per_week is not None  # noqa: S101 - checked by the caller
    have = problem.own.offer.covers if problem.own_is_held else 0
    order = _order(problem, chosen, have)
    for number, at in enumerate(order, 1):
        candidate, offer = chosen[at]
        needed_later = 0
        for later in order[number:]:
            needed_later |= chosen[later].offer.needs
        after = have | offer.covers
        closed = [s for s, mask in problem.gaps.items() if mask & ~have and not mask & ~after]
        prepared = problem.bits.skills_of(needed_later & offer.covers & ~have)
        related = related_certificate(context, candidate.certificate)
        hours = takes = None
        if (low := candidate.low) is not None and (high := candidate.high) is not None:
            hours = span(low, high)
            takes = span(weeks(low, hours_per_week), weeks(high, hours_per_week), places=1)
        yield Step(
            number=number,
            certificate=related,
            is_own=candidate.certificate.id == context.certificate.id,
            closes=titles(closed, words),
            prepares=titles(prepared, words),
            hours=hours,
            weeks=takes,
            alone_usd=cost_alone(candidate, hours_per_week),
            citation=None if candidate.certificate.id in options.hours else related.citation,
        )
        have = after


def _order(problem: CoverProblem, chosen: Sequence[Choice], have: int) -> list[int]:
    """Return the order in which to take *chosen*: the certificate itself first, easier ones next.

    Programs of one subscription come together, and exams come last, as far as prerequisites allow.
    """
    own = problem.own.candidate
    ranks = [
        (
            candidate.certificate.only_attests,
            candidate.certificate.id != own.certificate.id,
            candidate.prices.monthly is None,
            subscription_of(candidate) != subscription_of(own),
            subscription_of(candidate) if candidate.prices.monthly else "",
            candidate.rank,
        )
        for candidate, _ in chosen
    ]
    order = order_of([one.offer for one in chosen], ranks, have)
    assert order is not None  # noqa: S101 - a plan can always be ordered
    return order


def _within(
    bill: Bill, options: PlanOptions, chosen: Sequence[Choice], open_gaps: Sequence[OpenGap]
) -> Within | None:
    """Return whether the plan is within the limits, and closes every gap that can be closed."""
    budget, months = options.budget, options.max_months
    if budget is None and months is None:
        return None
    if budget is not None and bill.total_usd.high > budget:
        return "no"
    if months is not None and bill.months.high > months:
        return "no"
    if any(gap.why == "beyond_limits" for gap in open_gaps):
        return "gaps_stay_open"
    unknown = (budget is not None and any(one.candidate.cost_unknown for one in chosen)) or (
        months is not None and any(one.candidate.high is None for one in chosen)
    )
    return "unknown" if unknown else "yes"


def _assumptions(
    hours_per_week: Fraction, chosen: Sequence[Choice], options: PlanOptions
) -> Iterator[Assumption]:
    """Yield what the plan assumes."""
    yield Assumption("pace", exact_text(hours_per_week))
    if any(one.candidate.prices.monthly for one in chosen):
        yield Assumption("shared_subscriptions")
    yield Assumption("objective")
    yield Assumption("unknown_costs")
    yield Assumption("prerequisites")
    if once := [price for one in chosen for price in one.candidate.prices.once]:
        yield Assumption("exams" if any(price.per == "attempt" for price in once) else "taxes")
    if options.budget is not None:
        yield Assumption("budget", money(Fraction(options.budget)))
    if options.max_months is not None:
        yield Assumption("max_months", f"{options.max_months:f}")
