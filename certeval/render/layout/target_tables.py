"""The tables of a target: losses, one score alone, several together, one weight alone."""

from certeval.render.document import Bar, Column, Table
from certeval.results.target import Combination, Loss, Single, Target


def losses(found: Target) -> Table:
    """Return the points that each criterion earns and loses."""
    columns = (
        Column("Criterion", priority=9),
        Column("Raw", priority=7, number=True),
        Column("Weight", priority=5, number=True),
        Column("Points earned", priority=4, number=True),
        Column("Points lost", priority=8, number=True),
        Column("Share of lost points", priority=6, number=True),
        Column("", priority=0),
    )
    total = ("Total", "", "", found.total_display, found.lost_display, "", "")
    return Table(columns, tuple(_loss(item) for item in found.losses), total)


def _loss(item: Loss) -> tuple[str | Bar, ...]:
    return (
        item.title,
        item.raw_display,
        item.weight_display,
        item.contribution_display,
        item.loss_display,
        item.share_display,
        Bar(item.share) if item.share is not None else "",
    )


def singles(found: Target) -> Table:
    """Return what each criterion would have to score."""
    step = found.scale.step_display
    columns = (
        Column("Criterion", priority=9),
        Column("Now", priority=6, number=True),
        Column("Needs more than" if found.threshold.strict else "Needs", priority=7, number=True),
        Column(f"In steps of {step}" if step else "On the scale", priority=8, number=True),
        Column("Total at most", priority=5, number=True),
    )
    rows = tuple(
        (
            one.title,
            one.raw_display,
            one.needed_display or "no weight",
            _on_scale(one),
            one.highest_display,
        )
        for one in found.singles
    )
    able = frozenset(at for at, one in enumerate(found.singles) if one.reachable)
    return Table(columns, rows, marked=able)


def _on_scale(one: Single) -> str:
    if one.reachable:
        return one.on_grid_display or "yes"
    return "never" if one.needed is None else "out of range"


def slack(found: Target) -> Table:
    """Return how far each criterion could fall."""
    step = found.scale.step_display
    columns = (
        Column("Criterion", priority=9),
        Column("Now", priority=6, number=True),
        Column("Holds down to", priority=7, number=True),
        *([Column(f"In steps of {step}", priority=8, number=True)] if step else []),
    )
    rows = tuple(
        (
            one.title,
            one.raw_display,
            _lowest(one),
            *([one.on_grid_display or "any score"] if step else []),
        )
        for one in found.singles
    )
    return Table(columns, rows)


def _lowest(one: Single) -> str:
    if one.needed is None:
        return "any score"
    return f"{'above ' if one.strict else ''}{one.needed_display}"


def joint(combined: Combination, step: str | None) -> Table:
    """Return what each of several criteria is raised to."""
    columns = (
        Column("Criterion", priority=9),
        Column("Now", priority=6, number=True),
        Column("Exactly", priority=7, number=True),
        *([Column(f"In steps of {step}", priority=8, number=True)] if step else []),
    )
    rows = tuple(
        (one.title, one.raw_display, one.to_display, *([one.on_grid_display] if step else []))
        for one in combined.criteria
    )
    return Table(columns, rows)


def weights(found: Target) -> Table:
    """Return the weight at which each criterion alone reaches the target."""
    columns = (
        Column("Criterion", priority=9),
        Column("Raw", priority=6, number=True),
        Column("Weight", priority=7, number=True),
        Column("Holds at" if found.reached else "Weight needed", priority=8),
    )
    raws = {single.criterion: single.raw_display for single in found.singles}
    rows = tuple(
        (one.title, raws[one.criterion], one.weight_display, one.words) for one in found.weights
    )
    able = [at for at, one in enumerate(found.weights) if one.relation and not found.reached]
    return Table(columns, rows, marked=frozenset(able))
