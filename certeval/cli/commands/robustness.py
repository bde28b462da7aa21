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


class Weights(StrEnum):
    """Which weightings an answer is put to."""

    uniform = "uniform"
    stated = "stated"


@command
def main(
    session: Session,
    certificates: options.CertificatesArgument,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    stated: options.WeightOption = None,
    normalize: options.NormalizeOption = False,
    weights: Annotated[
        Weights, typer.Option("--weights", help="Any weighting, or some around the stated one.")
    ] = Weights.uniform,
    concentration: Annotated[
        str | None,
        typer.Option("--concentration", metavar="NUMBER", help="How close to the stated weights."),
    ] = None,
    score_error: Annotated[
        str | None,
        typer.Option("--score-error", metavar="POINTS", help="How far off raw scores may be."),
    ] = None,
    score: Annotated[
        str | None,
        typer.Option("--score", metavar="TOTAL", help="Exact total to reach, of one."),
    ] = None,
    draws: Annotated[
        int | None,
        typer.Option(
            "--draws", min=1, max=_MOST_DRAWS, help=f"How many weightings to draw: {_DRAWS}."
        ),
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, help=f"The same seed draws the same: {_SEED}.")
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """How far does the answer hang on the weights?

    Of several certificates, how often each is first; of one, how often it passes.

    Examples:
      certeval robustness ibm-ml --score 7.0
      certeval robustness ibm-ml --weights stated --score-error 0.5 --seed 7
    """
    from certeval.analysis.robustness.robustness import robustness
    from certeval.analysis.robustness.sampling_plan import Trial
    from certeval.cli.judged import judged
    from certeval.cli.progress import Progress

    least = None if score is None else parsers.parse_number("--score", score)
    error = parsers.parse_amount("--score-error", score_error)
    near = parsers.parse_amount("--concentration", concentration)
    if near is not None and near < 1:
        raise UsageError(f"--concentration {near:f}: must be at least 1", "for example 50")
    if near is not None and weights is Weights.uniform:
        raise UsageError("--concentration: uniform weights have none", "add --weights stated")
    cases, cards = judged(
        session, certificates, audience, rubric, weights=stated, normalize=normalize, today=today
    )
    terms = cases[0].rubric
    _demand_a_question(terms, len(cards), least)
    near = near or (_concentration(terms) if weights is Weights.stated else Decimal(1))
    many = _DRAWS if draws is None else draws
    twice = 2 if error is not None and len(cards) > 1 else 1
    with closing(Progress("drawing", many * twice)) as progress:
        trial = Trial(weights.value, near, error, many, _SEED if seed is None else seed, progress)
        result = robustness(cards, terms, trial, least)
    if result.method.exact and (draws is not None or seed is not None):
        session.note(
            "note: the shares are exact: nothing is drawn, so --draws and --seed say nothing"
        )
    session.show(result)
    return None


def _demand_a_question(rubric: "Rubric", count: int, least: Decimal | None) -> None:
    """That there is something to pass for one certificate, and nothing for several."""
    if least is not None and count > 1:
        raise UsageError("--score: is for one certificate", "several are held against each other")
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
