"""Whether a condition that was asked for holds, and what to say where it does not."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from certeval.results.stack import Plan


def beyond_limits(plan: "Plan") -> str | None:
    """What to say where limits do not suffice for every gap that can be closed."""
    name, bill = plan.certificate.id, plan.bill
    match plan.within_limits:
        case "no":
            least = f"{bill.total_usd.display} and {bill.months.display} months"
            return f"{name}: the limits are exceeded even with gaps left open: it takes {least}"
        case "gaps stay open":
            left = ", ".join(gap.title for gap in plan.open if gap.why == "beyond the limits")
            return f"{name}: cannot close {left} within the limits"
        case "cannot be told":
            unknown = " and ".join(bill.unknown)
            return f"{name}: unknown whether the limits are met without {unknown}"
        case _:
            return None
