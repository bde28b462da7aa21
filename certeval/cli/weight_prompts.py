"""Read an order of criteria from arguments, or ask for it on a terminal."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from certeval.analysis.criterion_lookup import find_criterion
from certeval.cli.prompts import prompt_until_valid, require_terminal
from certeval.cli.session import Session
from certeval.errors import CertevalError, UsageError
from certeval.facade import inputs
from certeval.model.criterion import Criterion
from certeval.model.rubric import Rubric
from certeval.results.weights import MethodId

_MOST = Decimal(100)
"""The points of the most important criterion, where points are asked for."""


class Order(NamedTuple):
    """Criteria by name, the most important first, equally important ones together; and points."""

    criteria: Sequence[Sequence[str]]
    points: Mapping[str, Decimal]


def parse_order(method: MethodId, arguments: Sequence[str]) -> Order:
    """Return the order that *arguments* give, the most important criterion first.

    Args:
        method: how the order becomes weights; for ``swing`` each argument has points.
        arguments: ``NAME``, ``NAME,NAME`` for equally important ones, or ``NAME=POINTS``.

    Returns:
        The names in groups, and the points of each name.

    Raises:
        UsageError: an argument has no such form, or points for another method than ``swing``.

    """
    order: list[list[str]] = []
    points: dict[str, Decimal] = {}
    for argument in arguments:
        text, equals, count = argument.partition("=")
        names = [name.strip() for name in text.split(",")]
        if not all(names):
            message = f"'{argument}': expected a criterion, or several joined by commas"
            raise UsageError(message, "for example NAME or NAME,NAME")
        if equals and method != "swing":
            message = f"'{argument}': points are for the method swing"
            raise UsageError(message, "leave them out, or add --method swing")
        order.append(names)
        if equals:
            points |= dict.fromkeys(names, inputs.amount(count, f"the points of {text}"))
    return Order(order, points)


def require_interactive(arguments: Sequence[str]) -> None:
    """Require a terminal to ask for the order on, and that no *arguments* give it.

    Raises:
        UsageError: there is no terminal, or there are arguments.

    """
    if arguments:
        raise UsageError("--ask cannot be combined with criteria", "leave one of them out")
    require_terminal("name the criteria as arguments, the most important first")


def ask_order(session: Session, rubric: Rubric, method: MethodId) -> Order:
    """Ask for the order, one place after the other, and for the points if the method is ``swing``.

    Args:
        session: what shows the questions.
        rubric: the criteria to put in order.
        method: how the order becomes weights.

    """
    criteria = rubric.criteria
    for number, criterion in enumerate(criteria, 1):
        session.note(f"{number}  {criterion.title} ({criterion.id}): {criterion.question}")
    order: list[list[Criterion]] = []
    left = dict(enumerate(criteria, 1))
    while len(left) > 1:
        place = f"{len(criteria) - len(left) + 1} of {len(criteria)}"
        group = prompt_until_valid(
            session,
            f"{place}. Which of these matters most? {', '.join(map(str, left))} [number or id]: ",
            partial(_parse_group, left),
            "Please enter one of these numbers or ids; join equally important ones with commas.",
        )
        order.append(group)
        left = {number: one for number, one in left.items() if one not in group}
    order += [list(left.values())] if left else []
    points = _ask_points(session, order) if method == "swing" else {}
    return Order([[one.id for one in group] for group in order], points)


def _parse_group(left: Mapping[int, Criterion], text: str) -> list[Criterion] | None:
    """Return the criteria of those *left* that *text* names; None if it names no such group."""
    by_name = {str(number): one for number, one in left.items()}
    by_name |= {one.id: one for one in left.values()}
    known = [one.id for one in left.values()]
    try:
        names = [part.strip().lower() for part in text.split(",")]
        group = [
            by_name[name] if name in by_name else by_name[find_criterion("criteria", name, known)]
            for name in names
        ]
    except CertevalError:
        return None
    return group if len({one.id for one in group}) == len(group) else None


def _ask_points(session: Session, order: Sequence[Sequence[Criterion]]) -> dict[str, Decimal]:
    """Ask for the points of each place: the first has 100, and no other more than the last."""
    best, *others = order
    points = dict.fromkeys((one.id for one in best), _MOST)
    most = _MOST
    for group in others:
        most = prompt_until_valid(
            session,
            f"If going from the lowest score to the highest is worth {_MOST} points in "
            f"{_titles(best)}, how many in {_titles(group)}? [0-{most:f}]: ",
            partial(_at_most, most),
            f"Please enter a number from 0 to {most:f}.",
        )
        points |= dict.fromkeys((one.id for one in group), most)
    return points


def _at_most(most: Decimal, text: str) -> Decimal | None:
    try:
        count = inputs.number(text, "points")
    except UsageError:
        return None
    return count if 0 <= count <= most else None


def _titles(group: Sequence[Criterion]) -> str:
    return " and ".join(one.title for one in group)
