"""Results of the runs, each computed once and rendered in as many ways as the tests ask for."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from certeval.render.formats import Display, Format
from certeval.render.render import render
from certeval.results.base import Result
from tests.render.runs import RUNS
from tests.render.shown import results_of_runs


class Shown(NamedTuple):
    """A result as a command gave it to be shown, and what that wrote at 80 columns."""

    result: Result
    choices: dict[str, bool]
    out: str


@pytest.fixture(scope="session")
def _shown() -> dict[str, Shown]:
    return {}


@pytest.fixture
def shown(guild, certeval, _shown, monkeypatch) -> Callable[[str], Shown]:
    """``shown(name)``: what the run *name* shows; each is run once a session."""

    def run(name: str) -> Shown:
        if name not in _shown:
            monkeypatch.setenv("COLUMNS", "80")
            with results_of_runs() as given:
                ran = certeval(*RUNS[name])
            monkeypatch.delenv("COLUMNS")
            assert ran.code in (0, 1), ran.err
            ((result, choices),) = given
            _shown[name] = Shown(result, choices, ran.out)
        return _shown[name]

    return run


@pytest.fixture(scope="session")
def _rendered() -> dict[Any, str]:
    return {}


@pytest.fixture
def rendered(shown, _rendered) -> Callable[..., str]:
    """``rendered(name, "markdown")``, ``rendered(name, width=60)``: the result as text."""

    def text(name: str, form: str = "table", **look: Any) -> str:
        key = (name, form, *look.items())
        if key not in _rendered:
            result, choices, _ = shown(name)
            _rendered[key] = render(result, Format(form), Display(**look), **choices)
        return _rendered[key]

    return text
