"""Which criterion somebody means: its id, or a beginning that no other id has."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from certeval.errors import UnknownCriterionError, UsageError
from certeval.phrases import joined

_T = TypeVar("_T")


def find_criterion(parameter: str, name: str, known: Sequence[str]) -> str:
    """The one of the ids *known* that *name* is, or begins; *parameter* names it.

    Raises:
        UnknownCriterionError: there is none.
        UsageError: several ids begin so.

    """
    if name in known:
        return name
    begun = [one for one in known if name and one.startswith(name)]
    if len(begun) > 1:
        message = f"'{name}' may be {joined(begun, 'or')}"
        raise UsageError(message, "write more of it", parameter=parameter)
    if not begun:
        raise UnknownCriterionError(parameter, name, known)
    return begun[0]


def find_criteria(parameter: str, given: Mapping[str, _T], known: Sequence[str]) -> dict[str, _T]:
    """*given* by the ids that are meant.

    Raises:
        UnknownCriterionError, UsageError: as ``find_criterion``; or a criterion is given twice.

    """
    meant: dict[str, _T] = {}
    for name, value in given.items():
        criterion = find_criterion(parameter, name, known)
        if criterion in meant:
            message = f"'{criterion}' is given twice"
            raise UsageError(message, "keep one of them", parameter=parameter)
        meant[criterion] = value
    return meant
