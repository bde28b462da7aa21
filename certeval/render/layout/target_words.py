"""A target in words: bounds, goals, and whether a score, a raise or a weight reaches it."""

from collections.abc import Mapping

from certeval.results.figures import Figure
from certeval.results.target import (
    Bound,
    BreakEvenWeight,
    JointRaise,
    LeastRaise,
    NeededScore,
    Relation,
    ScoreRaise,
    Target,
)

_RELATIONS: Mapping[Relation, str] = {
    "at_least": "at least", "at_most": "at most", "more_than": "more than",
    "less_than": "less than",
}  # fmt: skip


def more_than(figure: Figure, *, exclusive: bool) -> str:
    """Return a number, and that it has to be exceeded if it is *exclusive*."""
    return f"more than {figure}" if exclusive else str(figure)


def bound_words(bound: Bound) -> str:
    """Return the total to reach or to exceed."""
    return f"{'more than' if bound.exclusive else 'at least'} {bound.total}"


def goal(result: Target) -> str:
    """Return what the target is."""
    if result.meaning == "printed_rating":
        return f"a printed {result.printed}"
    return more_than(result.target, exclusive=result.exceed)


def meaning(result: Target) -> str:
    """Return which total the target means, and how it is printed."""
    bound = result.printed_from
    if bound is None:
        return "the exact total"
    since = f"{'above' if bound.exclusive else 'from'} {bound.total}"
    if result.meaning == "printed_rating":
        return f"the printed rating: {result.printed} is printed {since}"
    already = " already" if result.already_printed else ""
    return f"the exact total: {since} it is printed as {result.printed}{already}"


def needed_words(one: NeededScore) -> str:
    """Return whether one criterion alone reaches the target, and at which score."""
    match one.state:
        case "holds_at_any_score":
            return "holds at any score"
        case "holds":
            above = one.exclusive and one.on_grid.value is None
            return f"holds {'above' if above else 'down to'} {one.on_grid.display or one.needed}"
        case "no_weight":
            return "cannot be reached by this criterion alone: it has no weight"
        case "out_of_reach":
            return f"cannot be reached by this criterion alone (at most {one.highest})"
        case "reachable":
            exactly = more_than(one.needed, exclusive=one.exclusive)
            steps = one.on_grid.display
            return f"reached at {steps} (exactly: {exactly})" if steps else f"reached at {exactly}"


def raised_to(one: ScoreRaise) -> str:
    """Return the exact score that a criterion is raised to."""
    return more_than(one.to, exclusive=one.exclusive)


def raised_by(one: LeastRaise | JointRaise) -> str:
    """Return the exact points of a raise."""
    return more_than(one.raised, exclusive=one.exclusive)


def total_after(one: LeastRaise | JointRaise) -> str:
    """Return the total after a raise; on the scale's steps it is exact."""
    stepped = isinstance(one, JointRaise) and one.steps is not None
    return more_than(one.total, exclusive=one.exclusive and not stepped)


def joint_words(joint: JointRaise) -> str:
    """Return whether the chosen criteria together reach the target, and by which raise."""
    match joint.state:
        case "reached":
            return "already reached: nothing has to be raised"
        case "out_of_reach":
            return f"cannot be reached by these alone (at most {joint.highest})"
        case "reachable":
            exactly, steps = raised_by(joint), joint.raised_on_grid.display
            if not steps:
                return f"raising each by {exactly} is enough"
            return f"raising each by {steps} is enough (exactly: {exactly})"


def weight_words(one: BreakEvenWeight) -> str:
    """Return the weight at which a criterion reaches the target, or why there is none."""
    match one.state:
        case "undefined":
            return "not defined: all other weights are 0"
        case "any":
            return "any weight"
        case "same_total":
            return "none: the others already average the same score"
        case "none":
            return f"none (at most {one.best}, at {one.best_at_percent}%)"
        case "needed":
            relation = _RELATIONS[one.relation] if one.relation else ""
            return f"{relation} {one.needed_percent}"


WORDS = {
    Bound: {"display": bound_words},
    NeededScore: {"words": needed_words},
    ScoreRaise: {"to_display": raised_to},
    LeastRaise: {"raised_display": raised_by, "total_display": total_after},
    JointRaise: {
        "raised_display": raised_by, "total_display": total_after, "words": joint_words,
    },
    BreakEvenWeight: {"words": weight_words},
    Target: {"meaning_display": meaning, "goal_display": goal},
}  # fmt: skip
