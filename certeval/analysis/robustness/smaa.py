"""Several certificates under many weightings: who is first how often?"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.robustness.exact_shares import mean_weights_above, share_above
from certeval.analysis.robustness.sampling import Tally, confidences, tally
from certeval.analysis.robustness.sampling_plan import SamplingPlan, drawn_part, exact_part
from certeval.analysis.rounding import percent
from certeval.model.rubric import HUNDRED_PERCENT
from certeval.model.scale import Scale
from certeval.results.alternative import Alternative
from certeval.results.robustness import Acceptability, CentralWeight, PairwiseWinningIndex, Part

_WHOLE = Fraction(HUNDRED_PERCENT)
Contested = tuple[tuple[Acceptability, ...], tuple[PairwiseWinningIndex, ...]]


def exact_contest(matrix: Matrix, among: Sequence[Alternative]) -> Contested:
    """Two alternatives, every weighting as likely as any other: no chance is needed."""
    one, other = matrix.scores
    apart = [mine - theirs for mine, theirs in zip(one, other, strict=True)]
    turned = [-each for each in apart]
    wins = (share_above(apart), share_above(turned))
    level = 1 - sum(wins, Fraction())
    found = tuple(
        _acceptability(
            matrix,
            who,
            (exact_part(wins[at] + level), exact_part(wins[1 - at])),
            alone=exact_part(wins[at]),
            central=_central(matrix, differences, always=level == 1),
            confidence=exact_part(Fraction(1)) if wins[at] + level else None,
        )
        for at, (who, differences) in enumerate(zip(among, (apart, turned), strict=True))
    )
    parts = (*map(exact_part, wins), exact_part(level))
    return found, (PairwiseWinningIndex(among[0].id, among[1].id, *parts),)


def _central(
    matrix: Matrix, differences: Sequence[Fraction], *, always: bool
) -> Sequence[Fraction] | None:
    """The mean of the weightings that are won; of all there are, where both win *always*."""
    if always:
        return [Fraction(1, len(matrix.criteria))] * len(matrix.criteria)
    return mean_weights_above(differences)


def drawn_contest(
    matrix: Matrix, among: Sequence[Alternative], trial: SamplingPlan, scale: Scale
) -> Contested:
    """Any number of alternatives, judged under weightings that are drawn.

    They are judged in the order of their ids, so that the order they are given in changes nothing.
    """
    order = sorted(range(len(among)), key=lambda at: among[at].id)
    rows = [[float(raw) for raw in matrix.scores[at]] for at in order]
    random = Random(trial.seed)  # noqa: S311 - chance is all that is asked of it
    draw = trial.draw(random, [weight / _WHOLE for weight in matrix.weights])
    blur = trial.blur(scale)
    counted = tally(rows, draw, random, trial.draws, blur=blur, progress=trial.progress)
    central = [_mean(counted, at) for at in range(len(rows))]
    firsts = [row[0] for row in counted.ranks]
    if blur:
        won = confidences(rows, central, blur, random, trial.draws, progress=trial.progress)
        sure: list[Part | None] = [
            drawn_part(count, trial.draws) if first else None
            for count, first in zip(won, firsts, strict=True)
        ]
    else:  # under its own central weights an alternative is first: they are a mean of such
        sure = [exact_part(Fraction(1)) if first else None for first in firsts]
    place = {at: number for number, at in enumerate(order)}
    found = tuple(
        _acceptability(
            matrix,
            who,
            [drawn_part(count, trial.draws) for count in counted.ranks[place[at]]],
            alone=drawn_part(counted.alone[place[at]], trial.draws),
            central=[Fraction(weight) for weight in central[place[at]] or ()],
            confidence=sure[place[at]],
        )
        for at, who in enumerate(among)
    )
    return found, tuple(
        _win_share(counted, (place[one], place[other]), (among[one], among[other]), trial.draws)
        for one, other in combinations(range(len(among)), 2)
    )


def _mean(counted: Tally, at: int) -> list[float] | None:
    first = counted.ranks[at][0]
    return [weight / first for weight in counted.weights[at]] if first else None


def _win_share(
    counted: Tally, at: tuple[int, int], who: tuple[Alternative, Alternative], draws: int
) -> PairwiseWinningIndex:
    ahead, behind = counted.wins[at[0]][at[1]], counted.wins[at[1]][at[0]]
    parts = [drawn_part(count, draws) for count in (ahead, behind, draws - ahead - behind)]
    return PairwiseWinningIndex(who[0].id, who[1].id, *parts)


def _acceptability(  # noqa: PLR0913 - each is named where it is called
    matrix: Matrix,
    who: Alternative,
    ranks: Sequence[Part],
    *,
    alone: Part,
    central: Sequence[Fraction] | None,
    confidence: Part | None,
) -> Acceptability:
    return Acceptability(
        alternative=who.id,
        label=who.label,
        ranks=tuple(ranks),
        alone=alone,
        central_weights=tuple(
            CentralWeight(
                criterion=matrix.criteria[at],
                title=matrix.titles[at],
                weight_percent=weight * _WHOLE,
                weight_display=percent(weight * _WHOLE),
                stated_percent=matrix.weights[at],
                stated_display=percent(matrix.weights[at]),
            )
            for at, weight in enumerate(central or ())
        ),
        confidence=confidence,
    )
