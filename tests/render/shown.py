"""The results that commands show, before they are rendered."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from certeval.cli.session import Session
from certeval.results.base import Result


@contextmanager
def results_of_runs() -> Iterator[list[tuple[Result, dict[str, bool]]]]:
    """Keep each result that is shown, with the choices for its layout."""
    given: list[tuple[Result, dict[str, bool]]] = []
    show = Session.show

    def keep(session: Session, result: Result, **choices: bool) -> None:
        given.append((result, choices))
        show(session, result, **choices)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "show", keep)
        yield given
