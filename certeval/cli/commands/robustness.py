"""``certeval robustness``."""

from contextlib import closing
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import typer

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.robustness import DRAWS, MOST_DRAWS, SEED, robustness


class Sampling(StrEnum):
    """Which weightings are sampled."""

    uniform = "uniform"
    stated = "stated"


SamplingOption = Annotated[
    Sampling,
    typer.Option(
        "--sampling",
        metavar="WHICH",
        help="Sample all weightings (uniform), or only those near the stated ones (stated).",
    ),
]
ConcentrationOption = Annotated[
    Decimal | None,
    options.parsed(
        "--concentration",
        "NUMBER",
        inputs.positive,
        "How closely samples keep to the stated weights, 1 or more.",
    ),
]
ScoreErrorOption = Annotated[
    Decimal | None,
    options.parsed("--score-error", "POINTS", inputs.positive, "Uncertainty of the raw scores."),
]
ScoreOption = Annotated[
    Decimal | None,
    options.parsed(
        "--score",
        "TOTAL",
        inputs.number,
        "Threshold for the exact total (one certificate only).",
    ),
]
DrawsOption = Annotated[
    int | None,
    options.parsed(
        "--draws",
        "N",
        inputs.whole,
        f"How many weightings to sample. [default: {DRAWS}]",
        least=1,
        most=MOST_DRAWS,
    ),
]
SeedOption = Annotated[
    int | None,
    options.parsed(
        "--seed", "N", inputs.whole, f"Random seed, for reproducible results. [default: {SEED}]"
    ),
]


@command
def main(
    session: Session,
    certificates: options.CertificatesArgument,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    sampling: SamplingOption = Sampling.uniform,
    old_sampling: Annotated[Sampling | None, typer.Option("--weights", hidden=True)] = None,
    concentration: ConcentrationOption = None,
    score_error: ScoreErrorOption = None,
    score: ScoreOption = None,
    draws: DrawsOption = None,
    seed: SeedOption = None,
    by: options.ByOption = None,
    role: options.RoleOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show how robust the result is to different weights.

    For several certificates: how often each comes first. For one: how often it reaches its verdict
    or a threshold.

    Examples:
      certeval robustness ibm-ml --score 7.0
      certeval robustness ibm-ml --score-error 0.5 --seed 7
    """
    from certeval.cli.progress import Progress

    # Uncertain scores are sampled once more, for the confidence factors.
    rounds = 2 if score_error is not None and len(certificates) > 1 else 1
    with closing(Progress("sampling", (draws or DRAWS) * rounds)) as progress:
        result = robustness(
            certificates, score=score, sampling=(old_sampling or sampling).value,
            concentration=concentration, score_error=score_error, draws=draws, seed=seed,
            progress=progress, audience=audience, rubric=rubric, weights=weights,
            normalize=normalize, by=by.value if by else None, role=role, today=today,
            library=session.library,
        )  # fmt: skip
    if result.method.exact and (draws is not None or seed is not None):
        session.note("note: the shares are exact, so --draws and --seed have no effect")
    session.show(result)
    return None
