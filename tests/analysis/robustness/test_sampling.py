"""What is counted of draws: ranks, who is ahead of whom, weights, thresholds reached."""

from itertools import cycle
from math import sqrt

import pytest

from certeval.analysis.robustness.sampling import (
    Line,
    ScoreUncertainty,
    Tally,
    confidences,
    passes,
    tally,
)
from tests.analysis.comparison_cases import chance


def ignored(done):
    pass


def dealing(*weightings):
    """Draws these weightings, over and over."""
    following = cycle(weightings)
    return lambda: list(next(following))


def test_ranks_of_one_draw():
    counted = Tally(3, 2)
    counted.add([0.25, 0.75], [5.0, 7.0, 6.0])
    assert counted.ranks == [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    assert counted.weights == [[0, 0], [0.25, 0.75], [0, 0]]
    assert counted.alone == [0, 1, 0]


def test_those_who_tie_share_the_better_rank():
    counted = Tally(4, 2)
    counted.add([0.25, 0.75], [7.0, 5.0, 7.0, 5.0])
    counted.add([0.5, 0.5], [1.0, 1.0, 1.0, 1.0])
    assert counted.ranks == [[2, 0, 0, 0], [1, 0, 1, 0], [2, 0, 0, 0], [1, 0, 1, 0]]
    assert counted.weights == [[0.75, 1.25], [0.5, 0.5], [0.75, 1.25], [0.5, 0.5]]
    assert counted.alone == [0, 0, 0, 0]


def test_who_is_ahead_of_whom():
    counted = Tally(3, 1)
    counted.add_pairs([[1.0, 2.0, 2.0], [3.0, 2.0, 1.0], [3.0, 4.0, 0.0]])
    assert counted.wins == [[0, 1, 2], [2, 0, 2], [1, 0, 0]]


def test_a_tally():
    rows = [[1.0, 0.0], [0.0, 1.0]]
    counted = tally(
        rows, dealing([0.25, 0.75], [0.5, 0.5], [0.75, 0.25]), chance(1), 9, progress=ignored
    )
    assert counted.ranks == [[6, 3], [6, 3]], "a third of the draws ties"
    assert counted.wins == [[0, 3], [3, 0]]
    assert counted.alone == [3, 3]
    assert counted.weights == [[3 * 1.25, 3 * 0.75], [3 * 0.75, 3 * 1.25]]


@pytest.mark.parametrize(
    ("draws", "told"),
    [(1, [1]), (499, [499]), (500, [500]), (501, [500, 1]), (1234, [500, 500, 234])],
)
def test_progress_is_told_from_time_to_time(draws, told):
    rows, draw, blur = [[1.0, 0.0]], dealing([0.5, 0.5]), ScoreUncertainty(1.0, 0.0, 10.0)
    heard = []
    counted = tally(rows, draw, chance(1), draws, progress=heard.append)
    assert heard == told
    assert counted.ranks == [[draws]]
    heard.clear()
    assert confidences(rows, [[1.0, 0.0]], blur, chance(1), draws, progress=heard.append) == [draws]
    assert heard == told
    heard.clear()
    assert passes(
        rows[0], [Line([0.0, 0.0], strict=False)], draw, chance(1), draws, progress=heard.append
    ) == [draws]
    assert heard == told


def test_blurred_scores_stay_on_the_scale_and_within_the_error():
    blur, random = ScoreUncertainty(2.0, 0.0, 10.0), chance(4)
    drawn = [blur.draw([5.0, 9.5, 0.0], random) for _ in range(20_000)]
    middle, high, low = (list(column) for column in zip(*drawn, strict=True))
    assert 3 <= min(middle) < 3.01
    assert 6.99 < max(middle) <= 7
    assert (min(low), max(high)) == (0, 10)
    assert abs(sum(middle) / len(middle) - 5) < 5 * (4 / sqrt(12)) / sqrt(len(middle))
    held = sum(score == 10 for score in high) / len(high)
    assert abs(held - 3 / 8) < 5 * 0.5 / sqrt(len(high)), "what lies beyond is held at the end"


def test_blurred_scores_are_drawn_anew_for_each_alternative():
    rows, blur = [[5.0], [5.0]], ScoreUncertainty(1.0, 0.0, 10.0)
    counted = tally(rows, dealing([1.0]), chance(2), 2000, blur=blur, progress=ignored)
    ahead, behind = counted.wins[0][1], counted.wins[1][0]
    assert ahead + behind == 2000, "two that are blurred never tie"
    assert abs(ahead - 1000) < 5 * sqrt(500)


def test_confidence_is_asked_of_those_that_are_ever_first():
    rows, blur = [[5.0, 5.0], [5.0, 4.0], [1.0, 1.0]], ScoreUncertainty(0.25, 0.0, 10.0)
    central = [[0.5, 0.5], [1.0, 0.0], None]
    won = confidences(rows, central, blur, chance(2), 2000, progress=ignored)
    assert won[0] == 2000
    assert abs(won[1] - 1000) < 5 * sqrt(500)
    assert won[2] == 0


def test_a_threshold_is_reached_by_what_equals_it_and_exceeded_by_more():
    row, lines = [7.0, 5.0], [[1.0, -1.0], [0.0, 0.0], [2.0, 0.5], [-1.0, -3.0]]
    draw = dealing([0.5, 0.5], [0.25, 0.75], [0.75, 0.25], [1.0, 0.0])
    reached, exceeded = (
        passes(
            row,
            [Line(line, strict=strict) for line in lines],
            draw,
            chance(1),
            400,
            progress=ignored,
        )
        for strict in (False, True)
    )
    assert reached == [300, 400, 400, 0]
    assert exceeded == [200, 0, 400, 0]


def test_thresholds_of_blurred_scores():
    row, blur = [7.0, 7.0], ScoreUncertainty(1.0, 0.0, 10.0)
    draw = dealing([1.0, 0.0])
    lines = [Line([off, off], strict=False) for off in (0.0, -0.5, 1.0, -1.01)]
    passed = passes(row, lines, draw, chance(3), 4000, blur=blur, progress=ignored)
    assert abs(passed[0] - 2000) < 5 * sqrt(1000)
    assert abs(passed[1] - 1000) < 5 * sqrt(750)
    assert passed[2:] == [4000, 0]
