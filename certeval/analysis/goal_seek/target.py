"""What it would take to reach a score, or to exceed it."""

from collections.abc import Sequence
from fractions import Fraction

from certeval.analysis.goal_seek.break_even_weight import tippings
from certeval.analysis.goal_seek.fewest_steps import fewest_steps
from certeval.analysis.goal_seek.goal import (
    Distance,
    Goal,
    distance,
    printed_rating,
    printing_threshold,
    shown,
)
from certeval.analysis.goal_seek.joint_raise import combination, named_lines
from certeval.analysis.goal_seek.single_criteria import singles
from certeval.analysis.rounding import aligned_text, exact_text, half_up
from certeval.analysis.weighted_sum import contribution
from certeval.model.rubric import Rounding, Rubric
from certeval.model.scale import Scale
from certeval.results.scorecard import Scorecard
from certeval.results.target import Grid, Loss, Meaning, Target


def target(card: Scorecard, rubric: Rubric, goal: Goal, together: Sequence[str] = ()) -> Target:
    """How far *card* is from *goal*, where its points are, and what would make up for them.

    *rubric* is the one that *card* was scored by; *together* are ids of criteria to raise alike.

    Raises:
        UsageError: *goal* is outside the scale; a criterion is named twice, or has no score.
        UnknownCriterionError: the rubric does not have a criterion that is named.

    """
    far = distance(card, rubric, goal)
    raised = named_lines(far, together, rubric)
    places = rubric.rounding.rating_places
    losses = _losses(far)
    missing, spare = max(far.need, Fraction()), max(-far.need, Fraction())
    meaning: Meaning = "printed rating" if goal.printed else "exact total"
    return Target(
        certificate=card.certificate,
        audience=card.audience,
        rubric=card.rubric,
        scale=_grid(rubric.scale),
        target=goal.score,
        target_display=shown(goal.score, places),
        meaning=meaning,
        meaning_display=_meaning(far, goal, rubric.rounding),
        exceed=goal.exceed,
        threshold=far.threshold,
        goal_display=_goal(goal, places),
        total=card.total.value,
        total_display=card.total.display,
        rating=card.rating.value,
        rating_display=card.rating.display,
        reached=far.reached,
        missing=missing,
        missing_display=exact_text(missing),
        spare=spare,
        spare_display=exact_text(spare),
        reachable=far.reachable,
        highest=far.high,
        highest_display=exact_text(far.high),
        lost=far.high - card.total.value,
        lost_display=exact_text(far.high - card.total.value),
        losses=losses,
        singles=singles(far),
        steps=fewest_steps(far),
        combination=combination(far, raised) if raised else None,
        weights=tippings(far),
        warnings=card.warnings,
    )


def _grid(scale: Scale) -> Grid:
    step = None if scale.step is None else exact_text(scale.step)
    return Grid(scale.min, scale.max, scale.step, step, str(scale))


def _goal(goal: Goal, places: int) -> str:
    if goal.printed:
        return f"a printed {printed_rating(goal, places):f}"
    return f"{'more than ' if goal.exceed else ''}{shown(goal.score, places)}"


def _meaning(far: Distance, goal: Goal, rounding: Rounding) -> str:
    """Which of the two is meant, and from which total on it is printed."""
    rating = printed_rating(goal, rounding.rating_places)
    printing = printing_threshold(rating, rounding)
    since = f"{'above' if printing.strict else 'from'} {exact_text(printing.total)}"
    if goal.printed:
        return f"the printed rating: {rating:f} is printed {since}"
    if not far.low < printing.total <= far.high:
        return "the exact total"
    already = " already" if printing.total < far.threshold.total else ""
    return f"the exact total: {since} it is printed as {rating:f}{already}"


def _losses(far: Distance) -> tuple[Loss, ...]:
    """What each criterion withholds, w (max - a), the largest first."""
    lines = far.card.lines
    lost = [contribution(line.weight_percent.value, far.high - line.raw.value) for line in lines]
    whole = sum(lost, Fraction())
    contributions = aligned_text(line.contribution.value for line in lines)
    found = []
    for line, given, loss, display in zip(
        lines, contributions, lost, aligned_text(lost), strict=True
    ):
        share = loss / whole if whole else None
        found.append(
            Loss(
                criterion=line.criterion,
                title=line.title,
                raw=line.raw.value,
                raw_display=line.raw.display,
                weight_percent=line.weight_percent.value,
                weight_display=line.weight_percent.display,
                contribution=line.contribution.value,
                contribution_display=given,
                loss=loss,
                loss_display=display,
                share=share,
                share_display="" if share is None else f"{half_up(share * 100, 1):f}%",
            )
        )
    return tuple(sorted(found, key=lambda item: -item.loss))
