"""The order of criteria that somebody states, in arguments or asked for on a terminal."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from certeval.analysis.elicitation.elicit import Preference
from certeval.analysis.naming import criterion_named
from certeval.cli import parsers
from certeval.cli.prompts import prompt_until_valid, require_terminal
from certeval.cli.session import Session
from certeval.errors import CertevalError, UsageError
from certeval.model.rubric import Criterion, Rubric
from certeval.results.weights import MethodId

_MOST = Decimal(100)
"""The points that the most important criterion has where points are asked for."""


def parse_order(rubric: Rubric, method: MethodId, arguments: Sequence[str]) -> Preference:
    """What *arguments* say: the most important criterion first, commas between equal ones.

    A criterion is named by its id, or by any beginning that no other id has. For the method
    ``swing`` each has its points behind an equals sign.

    Raises:
        UsageError: points where none are meant, none where they are, a beginning of several ids.

    """
    known = [criterion.id for criterion in rubric.criteria]
    order: list[list[str]] = []
    points: dict[str, Decimal] = {}
    lacking: list[str] = []
    for argument in arguments:
        text, equals, count = argument.partition("=")
        said = [name.strip() for name in text.split(",")]
        if not all(said):
            message = f"'{argument}': expected a criterion, or several joined by commas"
            raise UsageError(message, f"for example {','.join(known[:2])}")
        if equals and method != "swing":
            message = f"'{argument}': points are for the method swing"
            raise UsageError(message, "leave them out, or add --method swing")
        names = [criterion_named("criteria", name, known) for name in said]
        order.append(names)
        lacking += [] if equals else names
        if equals:
            points |= dict.fromkeys(names, _points(text, count))
    if lacking and method == "swing":
        hint = f"write {lacking[0]}=POINTS; the most important criterion has 100"
        raise UsageError(f"no points for {', '.join(lacking)}", hint)
    return Preference(method, order, points)


def _points(name: str, text: str) -> Decimal:
    return parsers.parse_amount(f"the points of {name}", text)


def require_interactive(arguments: Sequence[str]) -> None:
    """That there is somebody to ask for the order, and that *arguments* do not say it already.

    Raises:
        UsageError: there is not, or they do.

    """
    if arguments:
        raise UsageError(
            "--ask asks for the order that the arguments give", "leave one of them out"
        )
    require_terminal("name the criteria as arguments, the most important first")


def ask_order(session: Session, rubric: Rubric, method: MethodId) -> Preference:
    """What somebody on a terminal answers, one place after the other; for ``swing`` points, too."""
    criteria = rubric.criteria
    for number, criterion in enumerate(criteria, 1):
        session.note(f"{number}  {criterion.title} ({criterion.id}): {criterion.question}")
    order: list[list[Criterion]] = []
    left = dict(enumerate(criteria, 1))
    while len(left) > 1:
        place = f"Place {len(criteria) - len(left) + 1} of {len(criteria)}"
        group = prompt_until_valid(
            session,
            f"{place}: which matters most of {', '.join(map(str, left))}? [number or id]: ",
            partial(_parse_group, left),
            "Please answer with a number or an id of these; join equally important ones by commas.",
        )
        order.append(group)
        left = {number: one for number, one in left.items() if one not in group}
    order += [list(left.values())] if left else []
    points = _ask_points(session, order) if method == "swing" else {}
    return Preference(method, [[one.id for one in group] for group in order], points)


def _parse_group(left: Mapping[int, Criterion], said: str) -> list[Criterion] | None:
    """The criteria of those *left* that *said* names; None where it names another, or one twice."""
    by_name = {str(number): one for number, one in left.items()}
    by_name |= {one.id: one for one in left.values()}
    known = [one.id for one in left.values()]
    try:
        names = [part.strip().lower() for part in said.split(",")]
        group = [
            by_name[name] if name in by_name else by_name[criterion_named("criteria", name, known)]
            for name in names
        ]
    except CertevalError:
        return None
    return group if len({one.id for one in group}) == len(group) else None


def _ask_points(session: Session, order: Sequence[Sequence[Criterion]]) -> dict[str, Decimal]:
    """Points for each place: the first has 100, and none more than the one before."""
    best, *others = order
    points = dict.fromkeys((one.id for one in best), _MOST)
    most = _MOST
    for group in others:
        most = prompt_until_valid(
            session,
            f"If going from the lowest score to the highest is worth {_MOST} points in "
            f"{_titles(best)}, how many in {_titles(group)}? [0-{most:f}]: ",
            partial(_at_most, most),
            f"Please answer with a number from 0 to {most:f}.",
        )
        points |= dict.fromkeys((one.id for one in group), most)
    return points


def _at_most(most: Decimal, said: str) -> Decimal | None:
    try:
        count = parsers.parse_number("points", said)
    except UsageError:
        return None
    return count if 0 <= count <= most else None


def _titles(group: Sequence[Criterion]) -> str:
    return " and ".join(one.title for one in group)
