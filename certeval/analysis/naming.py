"""Which criterion somebody means: its id, or a beginning that no other id has."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from certeval.errors import UnknownCriterionError, UsageError

_T = TypeVar("_T")


def criterion_named(option: str, name: str, known: Sequence[str]) -> str:
    """The one of the ids *known* that *name* is, or begins; *option* is where it stands.

    Raises:
        UnknownCriterionError: there is none.
        UsageError: several ids begin so.

    """
    if name in known:
        return name
    begun = [one for one in known if name and one.startswith(name)]
    if len(begun) > 1:
        raise UsageError(f"{option}: '{name}' may be {' or '.join(begun)}", "write more of it")
    if not begun:
        raise UnknownCriterionError(option, name, known)
    return begun[0]


def criteria_named(option: str, given: Mapping[str, _T], known: Sequence[str]) -> dict[str, _T]:
    """*given* by the ids that are meant.

    Raises:
        UnknownCriterionError, UsageError: as ``criterion_named``; or a criterion is given twice.

    """
    meant: dict[str, _T] = {}
    for name, value in given.items():
        criterion = criterion_named(option, name, known)
        if criterion in meant:
            raise UsageError(f"{option}: '{criterion}' is given twice", "keep one of them")
        meant[criterion] = value
    return meant
