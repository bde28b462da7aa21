"""Look up criteria by id, or by the beginning of an id."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from certeval.errors import UnknownCriterionError, UsageError
from certeval.phrases import joined

_T = TypeVar("_T")


def find_criterion(parameter: str, name: str, known: Sequence[str]) -> str:
    """Find a criterion by its id or a unique beginning of it.

    Args:
        parameter: The parameter that *name* was given for, for messages.
        name: An id, or the beginning of one.
        known: The ids of all criteria.

    Returns:
        The id.

    Raises:
        UnknownCriterionError: no id begins with *name*.
        UsageError: several ids begin with *name*.

    """
    if name in known:
        return name
    matches = [one for one in known if name and one.startswith(name)]
    if len(matches) > 1:
        message = f"'{name}' may be {joined(matches, 'or')}"
        raise UsageError(message, "write more of it", parameter=parameter)
    if not matches:
        raise UnknownCriterionError(parameter, name, known)
    return matches[0]


def find_criteria(parameter: str, given: Mapping[str, _T], known: Sequence[str]) -> dict[str, _T]:
    """Find the criterion of each given value.

    Args:
        parameter: The parameter that the values were given for, for messages.
        given: Values by id, or by the beginning of one.
        known: The ids of all criteria.

    Returns:
        The values by id.

    Raises:
        UnknownCriterionError: a name is not the beginning of any id.
        UsageError: a name is the beginning of several ids, or a criterion is repeated.

    """
    found: dict[str, _T] = {}
    for name, value in given.items():
        criterion = find_criterion(parameter, name, known)
        if criterion in found:
            message = f"'{criterion}' is given twice"
            raise UsageError(message, "keep one of them", parameter=parameter)
        found[criterion] = value
    return found
