"""Replace the parameters in errors with the options of the command line."""

import re
from collections.abc import Mapping
from dataclasses import replace

from certeval.errors import CertevalError

_OPTIONS: Mapping[str, str] = {
    "audiences": "--audience",
    "columns": "--map",
    "criteria": "CRITERION",
    "folders": "--library",
    "goals": "--goal",
    "held": "--have",
    "raise_per_year": "--raise",
    "raised": "--raise",
    "scores": "--set",
    "skills": "--skill",
    "table": "--from",
    "weights": "--weight",
}
"""The options that are not called like their parameter."""


def option_for(parameter: str) -> str:
    """Return the option for *parameter*; variables and options are returned unchanged."""
    if parameter.isupper() or not parameter.isidentifier():
        return parameter
    return _OPTIONS.get(parameter, f"--{parameter.replace('_', '-')}")


def name_options(error: CertevalError) -> None:
    """Word *error* for the command line: with options in place of parameters."""
    error.message = error.text(option_for)
    error.parameter = error.item = None
    error.hint = _with_options(error.hint)
    error.diagnostics = tuple(
        replace(item, hint=_with_options(item.hint)) for item in error.diagnostics
    )


def _with_options(hint: str | None) -> str | None:
    return hint and re.sub(r"`(\w+)`", lambda found: option_for(found[1]), hint)
