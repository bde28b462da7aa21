"""Several certificates under many weightings: how often does each have each rank?"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.figures import percentage
from certeval.analysis.robustness.exact_shares import mean_weights_above, share_above
from certeval.analysis.robustness.sampling import Tally, count_confident, tally
from certeval.analysis.robustness.sampling_plan import (
    SamplingPlan,
    exact_probability,
    sampled_probability,
)
from certeval.model.scale import Scale
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.alternative import Alternative
from certeval.results.robustness import (
    Acceptability,
    CentralWeight,
    PairwiseWinningIndex,
    Probability,
)

_WHOLE = Fraction(HUNDRED_PERCENT)
Shares = tuple[tuple[Acceptability, ...], tuple[PairwiseWinningIndex, ...]]


def exact_smaa(matrix: Matrix, alternatives: Sequence[Alternative]) -> Shares:
    """Compute the exact shares of two alternatives if all weightings are equally likely.

    Args:
        matrix: the decision matrix, of two rows.
        alternatives: the two, in the order of the rows.

    Returns:
        The acceptability of each, and their pairwise winning index.

    """
    one, other = matrix.scores
    lead = [mine - theirs for mine, theirs in zip(one, other, strict=True)]
    deficit = [-each for each in lead]
    wins = (share_above(lead), share_above(deficit))
    tied = 1 - sum(wins, Fraction())
    found = tuple(
        _acceptability(
            matrix,
            alternative,
            (exact_probability(wins[at] + tied), exact_probability(wins[1 - at])),
            sole_first=exact_probability(wins[at]),
            central=_central(matrix, differences, always_tied=tied == 1),
            confidence=exact_probability(Fraction(1)) if wins[at] + tied else None,
        )
        for at, (alternative, differences) in enumerate(
            zip(alternatives, (lead, deficit), strict=True)
        )
    )
    shares = (*map(exact_probability, wins), exact_probability(tied))
    return found, (PairwiseWinningIndex(alternatives[0].id, alternatives[1].id, *shares),)


def _central(
    matrix: Matrix, differences: Sequence[Fraction], *, always_tied: bool
) -> Sequence[Fraction] | None:
    """Return the mean weighting of those under which one is ahead, or of all if both always tie."""
    if always_tied:
        return [Fraction(1, len(matrix.criteria))] * len(matrix.criteria)
    return mean_weights_above(differences)


def sampled_smaa(
    matrix: Matrix, alternatives: Sequence[Alternative], plan: SamplingPlan, scale: Scale
) -> Shares:
    """Compute the shares of any number of alternatives by sampling.

    Scores are sampled in the order of the ids, so that the order of the rows does not matter.

    Args:
        matrix: the decision matrix.
        alternatives: one per row of *matrix*, in its order.
        plan: which weightings and scores to sample, and how often.
        scale: the scale of the raw scores.

    Returns:
        The acceptability of each alternative, and the pairwise winning index of each pair.

    """
    order = sorted(range(len(alternatives)), key=lambda at: alternatives[at].id)
    rows = [[float(raw) for raw in matrix.scores[at]] for at in order]
    random = Random(plan.seed)  # noqa: S311 - sampling needs no secrets
    sampler = plan.sampler(random, [weight / _WHOLE for weight in matrix.weights])
    uncertainty = plan.uncertainty(scale, [matrix.widths[at] for at in order if matrix.widths])
    counts = tally(
        rows, sampler, random, plan.draws, uncertainty=uncertainty, progress=plan.progress
    )
    central = [_mean(counts, at) for at in range(len(rows))]
    firsts = [row[0] for row in counts.ranks]
    if uncertainty:
        won = count_confident(
            rows, central, uncertainty, random, plan.draws, progress=plan.progress
        )
        confidences: list[Probability | None] = [
            sampled_probability(count, plan.draws) if first else None
            for count, first in zip(won, firsts, strict=True)
        ]
    else:  # an alternative is first under the mean of weightings under which it is first
        confidences = [exact_probability(Fraction(1)) if first else None for first in firsts]
    place = {at: number for number, at in enumerate(order)}
    found = tuple(
        _acceptability(
            matrix,
            alternative,
            [sampled_probability(count, plan.draws) for count in counts.ranks[place[at]]],
            sole_first=sampled_probability(counts.sole_first[place[at]], plan.draws),
            central=[Fraction(weight) for weight in central[place[at]] or ()],
            confidence=confidences[place[at]],
        )
        for at, alternative in enumerate(alternatives)
    )
    return found, tuple(
        _pairwise(counts, (place[one], place[other]), (alternatives[one], alternatives[other]),
                  plan.draws)
        for one, other in combinations(range(len(alternatives)), 2)
    )  # fmt: skip


def _mean(counts: Tally, at: int) -> list[float] | None:
    """Return the mean weighting under which the row *at* is first; None if it never is."""
    first = counts.ranks[at][0]
    return [weight / first for weight in counts.weights[at]] if first else None


def _pairwise(
    counts: Tally, at: tuple[int, int], pair: tuple[Alternative, Alternative], draws: int
) -> PairwiseWinningIndex:
    """Return how often each of a pair, in the rows *at*, is ahead."""
    ahead, behind = counts.wins[at[0]][at[1]], counts.wins[at[1]][at[0]]
    shares = [
        sampled_probability(count, draws) for count in (ahead, behind, draws - ahead - behind)
    ]
    return PairwiseWinningIndex(pair[0].id, pair[1].id, *shares)


def _acceptability(  # noqa: PLR0913 - most are keyword-only
    matrix: Matrix,
    alternative: Alternative,
    ranks: Sequence[Probability],
    *,
    sole_first: Probability,
    central: Sequence[Fraction] | None,
    confidence: Probability | None,
) -> Acceptability:
    """Return the acceptability of one alternative, with its central weights in percent."""
    return Acceptability(
        alternative=alternative.id,
        label=alternative.label,
        ranks=tuple(ranks),
        sole_first=sole_first,
        central_weights=tuple(
            CentralWeight(
                criterion=matrix.criteria[at],
                title=matrix.titles[at],
                weight_percent=percentage(weight * _WHOLE),
                stated_percent=percentage(matrix.weights[at]),
            )
            for at, weight in enumerate(central or ())
        ),
        confidence=confidence,
    )
