"""Properties of any target: with what it takes, it is reached; with a step less, it is not."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from math import lcm
from typing import NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from certeval.analysis.goal_seek.goal import Goal
from certeval.analysis.goal_seek.target import target
from certeval.analysis.score import score
from certeval.model.context import Case
from certeval.model.scale import Scale
from tests import builders
from tests.analysis.exact_json import exact_json

F = Fraction
TINY = F(1, 10**9)


class Question(NamedTuple):
    case: Case
    goal: Goal
    together: tuple[str, ...]

    @property
    def found(self):
        return exact_json(target(score(self.case), self.case.rubric, self.goal, self.together))

    def reached_by(self, card):
        """Whether *card* reaches the target, computed in another way than in the analysis."""
        has = card.rating.value if self.goal.printed else card.total.value
        wanted = F(self.goal.score)
        return has > wanted if self.goal.exceed else has >= wanted

    def reached_with(self, raws):
        """Whether the target is reached with *raws* in place of the scores of their criteria.

        Scores are set as if there were no steps, so that a score between them can be tried.
        """
        rubric = self.case.rubric
        free = Scale(min=rubric.scale.min, max=rubric.scale.max)
        case = replace(self.case, rubric=rubric.model_copy(update={"scale": free}))
        set_to = {name: decimal(raw) for name, raw in raws.items()}
        return self.reached_by(score(case, overrides=set_to))

    def reached_at_weight(self, name, share):
        """Whether it is reached if *name* has *share* and the others keep their proportions."""
        weights = {item.id: F(item.weight_percent) / 100 for item in self.case.rubric.criteria}
        own = weights[name]
        weights = {other: weight * (1 - share) / (1 - own) for other, weight in weights.items()}
        weights[name] = share
        unit = lcm(*(weight.denominator for weight in weights.values()))
        given = {other: Decimal(int(weight * unit)) for other, weight in weights.items()}
        return self.reached_by(score(self.case, weights=given, normalize=True))


def decimal(value):
    """*value* as a decimal: exact if its decimals end."""
    return Decimal(value.numerator) / Decimal(value.denominator)


@st.composite
def questions(draw, steps=(None, "0.5", "1", "0.25")):
    """A case of one to four criteria, some without a weight, and a score to reach."""
    count = draw(st.integers(1, 4))
    cuts = sorted(draw(st.lists(st.integers(0, 20), min_size=count - 1, max_size=count - 1)))
    percents = [5 * (b - a) for a, b in pairwise([0, *cuts, 20])]
    low = draw(st.sampled_from([-2, 0, 1]))
    high = low + draw(st.sampled_from([2, 4]))
    step = draw(st.sampled_from(steps))
    unit = Decimal(step or "0.05")
    most = int((high - low) / unit)
    names = [f"c{number}" for number in range(count)]
    scores = {name: low + unit * draw(st.integers(0, most)) for name in names}
    more = {"rounding": {"rating_places": draw(st.integers(0, 2))}}
    scale = {"step": step} if step else {}
    terms = builders.rubric(dict(zip(names, percents, strict=True)), low, high, scale=scale, **more)
    wanted = low + Decimal(draw(st.integers(0, (high - low) * 40))) / 40
    goal = Goal(wanted, exceed=draw(st.booleans()), printed=draw(st.booleans()))
    together = tuple(name for name in names if draw(st.booleans()))
    return Question(Case(builders.certificate(scores), None, terms), goal, together)


@given(questions())
def test_it_says_whether_the_target_is_reached(question):
    card, found = score(question.case), question.found
    assert found.reached == question.reached_by(card)
    assert found.missing - found.spare == found.threshold.total - card.total.value
    assert found.reachable == question.reached_with(
        {line.criterion: found.highest for line in card.lines}
    )


@given(questions())
def test_losses_and_contributions_add_up(question):
    found = question.found
    assert sum(item.loss for item in found.losses) == found.lost == found.highest - found.total
    assert sum(item.contribution for item in found.losses) == found.total
    assert [item.loss for item in found.losses] == sorted(
        (item.loss for item in found.losses), reverse=True
    )
    if found.lost:
        assert sum(item.share for item in found.losses) == 1


@given(questions())
def test_a_score_alone_reaches_it_and_a_little_less_does_not(question):
    found = question.found
    low, high = F(found.scale.min), F(found.scale.max)
    for one in found.singles:
        assert one.reachable == question.reached_with({one.criterion: high})
        if one.needed is None:
            assert one.weight_percent == 0
            assert one.reachable == found.reached
            continue
        if not one.reachable:
            assert one.needed > high or (one.needed == high and one.strict)
            continue
        assert low <= one.needed <= high
        assert (
            question.reached_with({one.criterion: min(one.needed + TINY, high)})
            or one.needed == high
        )
        if one.needed > low:
            assert not question.reached_with({one.criterion: one.needed - TINY})
        if one.needed.denominator in (1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100):
            assert question.reached_with({one.criterion: one.needed}) != one.strict


@given(questions(steps=("0.5", "1", "0.25")))
def test_a_score_alone_is_the_lowest_of_the_steps(question):
    found = question.found
    step = F(found.scale.step)
    for one in found.singles:
        if one.on_grid is None:
            assert one.needed is None or not one.reachable
            continue
        assert ((one.on_grid - F(found.scale.min)) / step).denominator == 1
        assert question.reached_with({one.criterion: one.on_grid})
        if one.on_grid > found.scale.min:
            assert not question.reached_with({one.criterion: one.on_grid - step})


@given(questions(steps=("0.5", "1")))
@settings(max_examples=60)
def test_the_fewest_steps_are_the_fewest_there_are(question):
    card, found = score(question.case), question.found
    step, high = F(found.scale.step), F(found.scale.max)
    rooms = [int((high - line.raw.value) / step) for line in card.lines]
    weights = [line.weight_percent.value / 100 for line in card.lines]
    best = None
    for counts in product(*(range(room + 1) for room in rooms)):
        used = tuple(at for at, count in enumerate(counts) if count)
        cost = (sum(counts), len(used), used)
        if best is None or cost < best:
            total = card.total.value + sum(
                count * step * weight for count, weight in zip(counts, weights, strict=True)
            )
            enough = total > found.threshold.total or (
                total == found.threshold.total and not found.threshold.strict
            )
            best = cost if enough else best
    if best is None:
        assert not found.steps.reachable
        return
    names = [line.criterion for line in card.lines]
    assert found.steps.count == best[0]
    assert [move.criterion for move in found.steps.moves] == [names[at] for at in best[2]]
    assert sum(move.steps for move in found.steps.moves) == best[0]
    assert question.reached_with({move.criterion: move.to for move in found.steps.moves})


@given(questions(steps=(None,)))
def test_the_least_raise_in_points_reaches_it_just_so(question):
    found = question.found
    assume(not found.reached and found.steps.reachable)
    moves = found.steps.moves
    assert found.steps.total == found.threshold.total
    assert found.steps.strict == found.threshold.strict
    more = {move.criterion: move.to + (TINY if move.strict else 0) for move in moves}
    exact = all(decimal(raw) == raw for raw in more.values())
    assert question.reached_with(more) or not exact
    just = {move.criterion: move.to for move in moves}
    if all(decimal(raw) == raw for raw in just.values()):
        for move in moves:
            if move.to - TINY >= found.scale.min:
                assert not question.reached_with({**just, move.criterion: move.to - TINY})


@given(questions())
def test_a_combination_reaches_it_and_a_step_less_does_not(question):
    found = question.found
    assume(found.combination)
    one, high = found.combination, F(found.scale.max)
    assert [item.criterion for item in one.criteria] == list(question.together)
    raws = {item.criterion: item.raw for item in one.criteria}
    assert one.reachable == question.reached_with(dict.fromkeys(raws, high))
    if not one.reachable:
        assert (one.raised, one.steps, one.total) == (None, None, None)
        return

    def raised(points):
        return question.reached_with({name: min(raw + points, high) for name, raw in raws.items()})

    if found.reached:
        assert one.raised == 0
        return
    assert raised(one.raised + TINY)
    if one.raised:
        assert not raised(one.raised - TINY)
    if one.steps is not None:
        step = F(found.scale.step)
        assert one.raised_on_grid == one.steps * step
        assert [item.on_grid for item in one.criteria] == [
            min(raw + one.raised_on_grid, high) for raw in raws.values()
        ]
        assert raised(one.raised_on_grid)
        assert not raised(one.raised_on_grid - step)


@given(questions())
def test_a_weight_reaches_it_and_a_little_beyond_does_not(question):
    found = question.found
    for one in found.weights:
        if one.others is None:
            assert one.weight_percent == 100
            continue
        ends = [question.reached_at_weight(one.criterion, F(share)) for share in (0, 1)]
        if one.needed_percent is None:
            assert ends[0] == ends[1]
            continue
        assert ends[0] != ends[1]
        share = one.needed_percent / 100
        strict = one.relation in ("more_than", "less_than")
        assert question.reached_at_weight(one.criterion, share) != strict
        up = one.relation in ("at_least", "more_than")
        inside, outside = (share + TINY, share - TINY) if up else (share - TINY, share + TINY)
        assert not 0 <= inside <= 1 or question.reached_at_weight(one.criterion, inside)
        assert not 0 <= outside <= 1 or not question.reached_at_weight(one.criterion, outside)
