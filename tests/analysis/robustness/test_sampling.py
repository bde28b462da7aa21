"""Counts of draws: ranks, pairs, weights, totals reached."""

from itertools import cycle
from math import sqrt

import pytest

from certeval.analysis.robustness.sampling import (
    PassMark,
    ScoreUncertainty,
    Tally,
    count_confident,
    count_passes,
    tally,
)
from tests.analysis.comparison_cases import chance


def ignored(done):
    pass


def dealing(*weightings):
    """Sample these weightings, over and over."""
    following = cycle(weightings)
    return lambda: list(next(following))


def test_ranks_of_one_draw():
    counts = Tally(3, 2)
    counts.add([0.25, 0.75], [5.0, 7.0, 6.0])
    assert counts.ranks == [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    assert counts.weights == [[0, 0], [0.25, 0.75], [0, 0]]
    assert counts.sole_first == [0, 1, 0]


def test_ties_share_the_better_rank():
    counts = Tally(4, 2)
    counts.add([0.25, 0.75], [7.0, 5.0, 7.0, 5.0])
    counts.add([0.5, 0.5], [1.0, 1.0, 1.0, 1.0])
    assert counts.ranks == [[2, 0, 0, 0], [1, 0, 1, 0], [2, 0, 0, 0], [1, 0, 1, 0]]
    assert counts.weights == [[0.75, 1.25], [0.5, 0.5], [0.75, 1.25], [0.5, 0.5]]
    assert counts.sole_first == [0, 0, 0, 0]


def test_pairs():
    counts = Tally(3, 1)
    counts.add_pairs([[1.0, 2.0, 2.0], [3.0, 2.0, 1.0], [3.0, 4.0, 0.0]])
    assert counts.wins == [[0, 1, 2], [2, 0, 2], [1, 0, 0]]


def test_a_tally():
    rows = [[1.0, 0.0], [0.0, 1.0]]
    counts = tally(
        rows, dealing([0.25, 0.75], [0.5, 0.5], [0.75, 0.25]), chance(1), 9, progress=ignored
    )
    assert counts.ranks == [[6, 3], [6, 3]], "a third of the draws ties"
    assert counts.wins == [[0, 3], [3, 0]]
    assert counts.sole_first == [3, 3]
    assert counts.weights == [[3 * 1.25, 3 * 0.75], [3 * 0.75, 3 * 1.25]]


@pytest.mark.parametrize(
    ("draws", "steps"),
    [(1, [1]), (499, [499]), (500, [500]), (501, [500, 1]), (1234, [500, 500, 234])],
)
def test_progress_is_reported_now_and_then(draws, steps):
    rows, draw, uncertainty = [[1.0, 0.0]], dealing([0.5, 0.5]), ScoreUncertainty(1.0, 0.0, 10.0)
    reported = []
    counts = tally(rows, draw, chance(1), draws, progress=reported.append)
    assert reported == steps
    assert counts.ranks == [[draws]]
    reported.clear()
    assert count_confident(
        rows, [[1.0, 0.0]], uncertainty, chance(1), draws, progress=reported.append
    ) == [draws]
    assert reported == steps
    reported.clear()
    assert count_passes(
        rows[0],
        [PassMark([0.0, 0.0], exclusive=False)],
        draw,
        chance(1),
        draws,
        progress=reported.append,
    ) == [draws]
    assert reported == steps


def test_uncertain_scores_stay_on_the_scale_and_within_the_error():
    uncertainty, random = ScoreUncertainty(2.0, 0.0, 10.0), chance(4)
    drawn = [uncertainty.sample([[5.0, 9.5, 0.0]], random)[0] for _ in range(20_000)]
    middle, high, low = (list(column) for column in zip(*drawn, strict=True))
    assert 3 <= min(middle) < 3.01
    assert 6.99 < max(middle) <= 7
    assert (min(low), max(high)) == (0, 10)
    assert abs(sum(middle) / len(middle) - 5) < 5 * (4 / sqrt(12)) / sqrt(len(middle))
    held = sum(score == 10 for score in high) / len(high)
    assert abs(held - 3 / 8) < 5 * 0.5 / sqrt(len(high)), "scores stop at the end of the scale"


def test_unknown_scores_are_uniform_inside_their_intervals():
    random = chance(5)
    exact = ScoreUncertainty(0.0, 0.0, 10.0, ([2.0, 0.0], [0.0, 4.0]))
    draws = [exact.sample([[3.0, 1.0], [7.0, 6.0]], random) for _ in range(20_000)]
    assert {draw[0][1] for draw in draws} == {1.0}
    assert {draw[1][0] for draw in draws} == {7.0}
    open_ones = [draw[0][0] for draw in draws]
    assert 3 <= min(open_ones) < 3.01
    assert 4.99 < max(open_ones) <= 5
    assert abs(sum(open_ones) / len(open_ones) - 4) < 5 * (2 / sqrt(12)) / sqrt(len(open_ones))
    both = exact._replace(error=1.0)
    drawn = [both.sample([[3.0, 1.0], [7.0, 6.0]], random)[1][1] for _ in range(2000)]
    assert 5 <= min(drawn) < 6
    assert max(drawn) <= 10
    assert max(drawn) > 9.9, "the error is added to what is drawn, and stays on the scale"


def test_uncertain_scores_are_sampled_for_each_alternative():
    rows, uncertainty = [[5.0], [5.0]], ScoreUncertainty(1.0, 0.0, 10.0)
    counts = tally(rows, dealing([1.0]), chance(2), 2000, uncertainty=uncertainty, progress=ignored)
    ahead, behind = counts.wins[0][1], counts.wins[1][0]
    assert ahead + behind == 2000, "two that are uncertain never tie"
    assert abs(ahead - 1000) < 5 * sqrt(500)


def test_confidence_of_alternatives_that_are_ever_first():
    rows, uncertainty = [[5.0, 5.0], [5.0, 4.0], [1.0, 1.0]], ScoreUncertainty(0.25, 0.0, 10.0)
    central = [[0.5, 0.5], [1.0, 0.0], None]
    won = count_confident(rows, central, uncertainty, chance(2), 2000, progress=ignored)
    assert won[0] == 2000
    assert abs(won[1] - 1000) < 5 * sqrt(500)
    assert won[2] == 0


def test_an_equal_total_reaches_a_mark_and_does_not_exceed_it():
    row, lines = [7.0, 5.0], [[1.0, -1.0], [0.0, 0.0], [2.0, 0.5], [-1.0, -3.0]]
    draw = dealing([0.5, 0.5], [0.25, 0.75], [0.75, 0.25], [1.0, 0.0])
    reached, exceeded = (
        count_passes(
            row,
            [PassMark(line, exclusive=exclusive) for line in lines],
            draw,
            chance(1),
            400,
            progress=ignored,
        )
        for exclusive in (False, True)
    )
    assert reached == [300, 400, 400, 0]
    assert exceeded == [200, 0, 400, 0]


def test_totals_of_uncertain_scores():
    row, uncertainty = [7.0, 7.0], ScoreUncertainty(1.0, 0.0, 10.0)
    draw = dealing([1.0, 0.0])
    lines = [PassMark([off, off], exclusive=False) for off in (0.0, -0.5, 1.0, -1.01)]
    passed = count_passes(
        row, lines, draw, chance(3), 4000, uncertainty=uncertainty, progress=ignored
    )
    assert abs(passed[0] - 2000) < 5 * sqrt(1000)
    assert abs(passed[1] - 1000) < 5 * sqrt(750)
    assert passed[2:] == [4000, 0]
