"""What it would take to reach a score, or to exceed it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.figures import aligned, exact
from certeval.analysis.goal_seek.break_even_weight import break_even_weights
from certeval.analysis.goal_seek.fewest_steps import fewest_steps
from certeval.analysis.goal_seek.goal import Distance, Goal, distance_to
from certeval.analysis.goal_seek.joint_raise import chosen_lines, joint_raise
from certeval.analysis.goal_seek.needed_score import needed_scores
from certeval.analysis.rounding import (
    LowerBound,
    half_up,
    least_total,
    places_of,
)
from certeval.analysis.weighted_sum import contribution
from certeval.model.rubric import Rubric
from certeval.model.scale import Scale
from certeval.results.figures import NO_FIGURE, Quantity
from certeval.results.scorecard import Line, Scorecard
from certeval.results.target import Bound, Chance, Loss, ScaleSteps, Target


def target(card: Scorecard, rubric: Rubric, goal: Goal, together: Sequence[str] = ()) -> Target:
    """Find what it would take to reach a goal.

    Args:
        card: the scorecard to start from.
        rubric: the rubric that *card* was scored under.
        goal: the score to reach.
        together: ids of criteria to raise by the same amount.

    Returns:
        The missing points, the losses, and the scores, raises and weights that reach the goal.

    Raises:
        UsageError: *goal* is outside the scale; a criterion is given twice, or has no score.
        UnknownCriterionError: the rubric does not have a criterion.

    """
    if card.by == "evidence" or any(map(_is_on_no_step, card.lines)):
        scale = rubric.scale.model_copy(update={"step": None})
        rubric = rubric.model_copy(update={"scale": scale})
    distance = distance_to(goal, card, rubric)
    chosen = chosen_lines(distance, together, rubric)
    places, bound = rubric.rounding.rating_places, distance.bound
    rating = goal.lowest_rating(places)
    printed_from = least_total(rating, rubric.rounding)
    is_within = goal.printed or distance.low < printed_from.value <= distance.high
    return Target(
        by=card.by,
        certificate=card.certificate,
        audience=card.audience,
        rubric=card.rubric,
        scale=_scale(rubric.scale),
        target=Quantity(Fraction(goal.score), _with_places(goal.score, places)),
        meaning="printed_rating" if goal.printed else "exact_total",
        exceed=goal.exceed,
        threshold=_bound(bound),
        printed=Quantity(Fraction(rating), f"{rating:f}"),
        printed_from=_bound(printed_from) if is_within else None,
        already_printed=printed_from.value < bound.value,
        total=card.total,
        total_high=card.total_high,
        rating=card.rating,
        rating_high=card.rating_high,
        chance=_chance(card, bound),
        reached=distance.reached,
        missing=exact(max(distance.need.value, Fraction())),
        spare=exact(max(-distance.need.value, Fraction())),
        reachable=distance.reachable,
        highest=exact(distance.highest(*card.lines)),
        lost=exact(distance.high - card.total.value),
        losses=_losses(distance),
        needed_scores=needed_scores(distance, rubric),
        least_raise=fewest_steps(distance),
        joint_raise=joint_raise(distance, chosen) if chosen else None,
        weights=break_even_weights(distance),
        warnings=card.warnings,
    )


def _chance(card: Scorecard, bound: LowerBound) -> Chance | None:
    """Return whether a total that is an interval reaches *bound*; None if it is a number."""
    if card.total_high is None:
        return None
    if bound.reached_by(card.total.value):
        return "certain"
    return "possible" if bound.reached_by(card.total_high.value) else "out_of_reach"


def _is_on_no_step(line: Line) -> bool:
    """Return whether a score comes from a measurement, or from the middle of the scale."""
    return line.measurement is not None or line.origin == "middle"


def _bound(bound: LowerBound) -> Bound:
    """Return a bound of the total as part of a result."""
    return Bound(exact(bound.value), bound.exclusive)


def _with_places(score: Decimal, places: int) -> str:
    """Return *score* with its own decimals, and at least *places*."""
    return f"{half_up(score, max(places, places_of(score) or 0)):f}"


def _scale(scale: Scale) -> ScaleSteps:
    """Return the scale as part of a result."""
    step = None if scale.step is None else exact(Fraction(scale.step))
    return ScaleSteps(scale.min, scale.max, step, str(scale))


def _losses(distance: Distance) -> tuple[Loss, ...]:
    """Return the loss of each criterion, w (max - a), the largest first."""
    lines = distance.card.lines
    losses = [
        contribution(line.weight_percent.value, distance.high - line.raw.value) for line in lines
    ]
    whole = sum(losses, Fraction())
    contributions = aligned(line.contribution.value for line in lines)
    found = [
        Loss(
            criterion=line.criterion,
            title=line.title,
            raw=line.raw,
            weight_percent=line.weight_percent,
            contribution=earned,
            loss=lost,
            share=_share(lost.value / whole) if whole else NO_FIGURE,
        )
        for line, earned, lost in zip(lines, contributions, aligned(losses), strict=True)
    ]
    return tuple(sorted(found, key=lambda item: -item.loss.value))


def _share(share: Fraction) -> Quantity:
    """Return a share, 0 to 1, displayed in percent."""
    return Quantity(share, f"{half_up(share * 100, 1):f}%")
