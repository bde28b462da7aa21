"""Parse the values of options: as the facade takes them, so that errors are the same.

A check of ``certeval.facade.inputs`` gets the option (``--price``) in place of a parameter, to
name it in errors. ``options`` hands parsers to Typer, so that commands get typed values.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from certeval.errors import CertevalError, UsageError
from certeval.facade import dates


class RejectedValueError(Exception):
    """Carries an error of a parser past pydantic, which would make a ValueError its own."""

    def __init__(self, error: CertevalError) -> None:
        """Keep *error*."""
        super().__init__(error.message)
        self.error = error


def for_typer(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return *parse* as Typer can call it: what it raises gets through, with its hint."""

    def parser(value: str) -> Any:
        try:
            return parse(value)
        except CertevalError as error:
            raise RejectedValueError(error) from None

    return parser


class Pair(NamedTuple):
    """A value of a repeatable option like ``--set``: ``NAME=VALUE``."""

    name: str
    value: Any


def parse_pair(
    option: str, text: str, shape: str, example: str, check: Callable[[str, str, str], Any]
) -> Pair:
    """Return ``python=fluent`` as a pair, its value as *check* takes it.

    Args:
        option: the option, as it is written.
        text: what was given.
        shape: the form that is expected, such as ``SKILL=LEVEL``.
        example: a value of that form.
        check: gets the value, the option and the name.

    Returns:
        The name and the value.

    Raises:
        UsageError: the text does not have that form, or *check* rejects the value.

    """
    name, equals, value = text.partition("=")
    if not (equals and name and value):
        hint = f"for example {option} {example}"
        raise UsageError(f"expected {shape}", hint, parameter=option, item=f"'{text}'")
    return Pair(name, check(value, option, name))


def require_distinct(option: str, pairs: list[Pair] | None) -> list[Pair] | None:
    """Return *pairs*.

    Raises:
        UsageError: a name is given twice.

    """
    names = [pair.name for pair in pairs or ()]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"'{name}' is given twice", "keep one of them", parameter=option)
    return pairs


def parse_date(option: str, text: str) -> date:
    """Return *text* as a date.

    Raises:
        UsageError: it is not a complete date.

    """
    # Completions parse the date of the environment, and load nothing more for that.
    with suppress(ValueError):
        if len(text) == len("2026-01-31") and text[4::3] == "--":
            return date.fromisoformat(text)
    found = dates.day(text, option)
    return date(found.year, found.month or 1, found.day or 1)
