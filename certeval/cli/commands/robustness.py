"""``certeval robustness``."""

from contextlib import closing
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError

if TYPE_CHECKING:
    from certeval.model.rubric import Rubric

_MOST_DRAWS = 10_000_000
_DRAWS, _SEED = 10_000, 1


class Sampling(StrEnum):
    """Which weightings are sampled."""

    uniform = "uniform"
    stated = "stated"


@command
def main(
    session: Session,
    certificates: options.CertificatesArgument,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    sampling: Annotated[
        Sampling,
        typer.Option(
            "--sampling",
            metavar="WHICH",
            help="Sample all weightings (uniform), or only those near the stated ones (stated).",
        ),
    ] = Sampling.uniform,
    old_sampling: Annotated[Sampling | None, typer.Option("--weights", hidden=True)] = None,
    concentration: Annotated[
        Decimal | None,
        options.parsed(
            "--concentration",
            "NUMBER",
            parsers.parse_positive,
            "How closely samples keep to the stated weights, 1 or more.",
        ),
    ] = None,
    score_error: Annotated[
        Decimal | None,
        options.parsed(
            "--score-error", "POINTS", parsers.parse_positive, "Uncertainty of the raw scores."
        ),
    ] = None,
    score: Annotated[
        Decimal | None,
        options.parsed(
            "--score",
            "TOTAL",
            parsers.parse_number,
            "Threshold for the exact total (one certificate only).",
        ),
    ] = None,
    draws: Annotated[
        int | None,
        options.parsed(
            "--draws",
            "N",
            parsers.parse_whole,
            f"How many weightings to sample. [default: {_DRAWS}]",
            least=1,
            most=_MOST_DRAWS,
        ),
    ] = None,
    seed: Annotated[
        int | None,
        options.parsed(
            "--seed",
            "N",
            parsers.parse_whole,
            f"Random seed, for reproducible results. [default: {_SEED}]",
        ),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show how robust the result is to different weights.

    For several certificates: how often each comes first. For one: how often it reaches its verdict
    or a threshold.

    Examples:
      certeval robustness ibm-ml --score 7.0
      certeval robustness ibm-ml --score-error 0.5 --seed 7
    """
    from certeval.analysis.alternatives import judge
    from certeval.analysis.robustness.robustness import robustness
    from certeval.analysis.robustness.sampling_plan import Trial
    from certeval.cli.progress import Progress
    from certeval.library.loading import load

    near, error, sampling = concentration, score_error, old_sampling or sampling
    if near is not None and near < 1:
        raise UsageError(f"--concentration {near:f}: must be at least 1", "for example 50")
    if near is not None and sampling is Sampling.uniform:
        raise UsageError("--concentration: uniform sampling has none", "add --sampling stated")
    readers, day = [audience] if audience else None, parsers.as_partial_date(today)
    cases = load(session.library, certificates, readers, rubric).cases(day)
    cards = judge(cases, weights=dict(weights or ()), normalize=normalize)
    terms = cases[0].rubric
    _demand_a_question(terms, len(cards), score)
    near = near or (_concentration(terms) if sampling is Sampling.stated else Decimal(1))
    many = _DRAWS if draws is None else draws
    twice = 2 if error is not None and len(cards) > 1 else 1
    with closing(Progress("drawing", many * twice)) as progress:
        trial = Trial(sampling.value, near, error, many, _SEED if seed is None else seed, progress)
        result = robustness(cards, terms, trial, score)
    if result.method.exact and (draws is not None or seed is not None):
        session.note("note: the shares are exact, so --draws and --seed have no effect")
    session.show(result)
    return None


def _demand_a_question(rubric: "Rubric", count: int, least: Decimal | None) -> None:
    """That there is something to pass for one certificate, and nothing for several."""
    if least is not None and count > 1:
        raise UsageError(
            "--score works with one certificate only", "leave it out to compare several"
        )
    if least is not None and not rubric.scale.min <= least <= rubric.scale.max:
        low, high = f"{rubric.scale.min:f}", f"{rubric.scale.max:f}"
        message = f"--score {least:f} is outside the scale {low}-{high}"
        raise UsageError(message, f"totals go from {low} to {high}")
    if least is None and count == 1 and not rubric.bands:
        message = f"the rubric {rubric.id} has no verdicts, and no total to reach is given"
        raise UsageError(message, "give one with --score, or name another certificate")


def _concentration(rubric: "Rubric") -> Decimal:
    if rubric.robustness is None:
        raise UsageError(
            f"the rubric {rubric.id} does not say how close to the stated weights to draw",
            "give --concentration, or a field 'robustness' to the rubric",
        )
    return rubric.robustness.concentration
