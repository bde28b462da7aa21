"""Parts of the result of a target: raw scores that are raised, alone or with others."""

from certeval.analysis.exact import Exact
from certeval.record import record


@record
class Single:
    """A criterion alone. ``needed`` is the exact raw score that it takes, perhaps off the scale;
    where the target is reached already, the one down to which it holds. None without a weight.

    Where ``strict``, it takes more than ``needed``. ``on_grid`` is the lowest score of the rubric's
    steps that does it; None where none does, or there are no steps. ``highest`` is the total with
    the criterion at the scale's maximum.
    """

    criterion: str
    title: str
    raw: Exact
    raw_display: str
    weight_percent: Exact
    needed: Exact | None
    strict: bool
    needed_display: str
    on_grid: Exact | None
    on_grid_display: str
    reachable: bool
    highest: Exact
    highest_display: str
    words: str


@record
class Move:
    """A raw score that is raised, to ``to``, or, where ``strict``, to more than that. ``steps`` is
    None on a scale without them."""

    criterion: str
    title: str
    raw: Exact
    raw_display: str
    to: Exact
    to_display: str
    strict: bool
    raised: Exact
    steps: int | None


@record
class Steps:
    """The fewest steps in all; on a scale without steps, the least raise in points.

    Where ``strict``, it takes more than ``raised`` points, and comes to more than ``total``. None
    where the target cannot be reached.
    """

    reachable: bool
    count: int | None
    raised: Exact | None
    raised_display: str
    strict: bool
    total: Exact | None
    total_display: str
    moves: tuple[Move, ...]


@record
class Joint:
    """A criterion that is raised with others, held at the maximum: to ``to``, or, where ``strict``,
    to more than that; and on the rubric's steps."""

    criterion: str
    title: str
    raw: Exact
    raw_display: str
    to: Exact | None
    to_display: str
    strict: bool
    on_grid: Exact | None
    on_grid_display: str


@record
class Combination:
    """Criteria raised by the same amount: ``raised`` points each exactly (more than that, where
    ``strict``), ``steps`` steps each, or ``raised_on_grid`` points, on the rubric's steps.

    ``total`` is what the steps come to; without steps, what the points do. ``highest`` is the
    total with all of them at the maximum.
    """

    criteria: tuple[Joint, ...]
    reachable: bool
    raised: Exact | None
    strict: bool
    raised_display: str
    steps: int | None
    raised_on_grid: Exact | None
    raised_on_grid_display: str
    total: Exact | None
    total_display: str
    highest: Exact
    highest_display: str
    words: str
