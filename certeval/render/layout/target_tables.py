"""The tables of a target: losses, one score alone, several together, one weight alone."""

from fractions import Fraction

from certeval.render.document import Bar, Col, Table, table_of
from certeval.render.layout.target_words import raised_to, weight_words
from certeval.results.figures import Figure
from certeval.results.target import (
    BreakEvenWeight,
    JointRaise,
    Loss,
    NeededScore,
    ScoreRaise,
    Target,
)


def losses(result: Target) -> Table:
    """Return the points that each criterion earns and loses."""
    columns: tuple[Col[Loss], ...] = (
        Col("Criterion", lambda item: item.title, 9, total="Total"),
        Col("Raw", lambda item: str(item.raw), 7, number=True),
        Col("Weight", lambda item: str(item.weight_percent), 5, number=True),
        Col("Points earned", lambda item: str(item.contribution), 4, number=True,
            total=str(result.total)),
        Col("Points lost", lambda item: str(item.loss), 8, number=True, total=str(result.lost)),
        Col("Share of lost points", lambda item: str(item.share), 6, number=True),
        Col("", lambda item: _bar(item.share), 0),
    )  # fmt: skip
    return table_of(result.losses, columns)


def _bar(share: Figure) -> Bar | str:
    """Return a bar for a share, if there is one."""
    return "" if share.value is None else Bar(Fraction(share.value))


def needed_scores(result: Target) -> Table:
    """Return the score that each criterion alone needs."""
    step, exclusive = result.scale.step, result.threshold.exclusive
    columns: tuple[Col[NeededScore], ...] = (
        Col("Criterion", lambda one: one.title, 9),
        Col("Now", lambda one: str(one.raw), 6, number=True),
        Col("Needs more than" if exclusive else "Needs",
            lambda one: one.needed.display or "no weight", 7, number=True),
        Col("Measured", _measured, 7, number=True, shown=_are_measured(result)),
        Col(f"In steps of {step}" if step else "On the scale", _on_scale, 8, number=True),
        Col("Total at most", lambda one: str(one.highest), 5, number=True),
    )  # fmt: skip
    return table_of(result.needed_scores, columns, marked=lambda one: one.reachable)


def _are_measured(result: Target) -> bool:
    return any(one.measurement.display for one in result.needed_scores)


def _measured(one: NeededScore) -> str:
    """Return what has to be measured, with its unit."""
    shown = str(one.measurement) if one.reachable else ""
    return f"{shown} {one.unit}" if shown and one.unit else shown


def _on_scale(one: NeededScore) -> str:
    """Return the needed score on the scale, or why there is none."""
    if one.reachable:
        return one.on_grid.display or "yes"
    return "never" if one.state == "no_weight" else "out of range"


def slack(result: Target) -> Table:
    """Return how far each criterion could fall."""
    step = result.scale.step
    columns: tuple[Col[NeededScore], ...] = (
        Col("Criterion", lambda one: one.title, 9),
        Col("Now", lambda one: str(one.raw), 6, number=True),
        Col("Holds down to", _lowest, 7, number=True),
        Col("Measured", _measured, 7, number=True, shown=_are_measured(result)),
        Col(f"In steps of {step}", lambda one: one.on_grid.display or "any score", 8, number=True,
            shown=step is not None),
    )  # fmt: skip
    return table_of(result.needed_scores, columns)


def _lowest(one: NeededScore) -> str:
    """Return the score down to which the target stays reached."""
    if one.needed.value is None:
        return "any score"
    return f"{'above ' if one.exclusive else ''}{one.needed}"


def joint_raise(joint: JointRaise, step: Figure | None) -> Table:
    """Return what each of the chosen criteria is raised to."""
    columns: tuple[Col[ScoreRaise], ...] = (
        Col("Criterion", lambda one: one.title, 9),
        Col("Now", lambda one: str(one.raw), 6, number=True),
        Col("Exactly", raised_to, 7, number=True),
        Col(f"In steps of {step}", lambda one: str(one.on_grid), 8, number=True,
            shown=step is not None),
    )  # fmt: skip
    return table_of(joint.raises, columns)


def weights(result: Target) -> Table:
    """Return the weight at which each criterion alone reaches the target."""
    raws = {one.criterion: str(one.raw) for one in result.needed_scores}
    columns: tuple[Col[BreakEvenWeight], ...] = (
        Col("Criterion", lambda one: one.title, 9),
        Col("Raw", lambda one: raws[one.criterion], 6, number=True),
        Col("Weight", lambda one: str(one.weight_percent), 7, number=True),
        Col("Holds at" if result.reached else "Weight needed", weight_words, 8),
    )
    return table_of(
        result.weights,
        columns,
        marked=lambda one: one.state == "needed" and not result.reached,
    )
