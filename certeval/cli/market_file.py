"""Write what was counted to the user's own library."""

import os
from pathlib import Path

from certeval.analysis.postings.market import market_id, market_of
from certeval.cli.output import write_file
from certeval.cli.session import Session
from certeval.errors import OutputError, UsageError
from certeval.facade.dates import day
from certeval.library.folders import FOLDERS, user_data
from certeval.library.text import reason_of
from certeval.library.yaml_writer import to_yaml
from certeval.results.postings import Postings


def require_free(
    session: Session, role: str, region: str | None, date: str | None, *, replace: bool
) -> None:
    """Require that no file would be overwritten, before anything is counted.

    Args:
        session: the library that has the role.
        role: the role, by id or file.
        region: the value of ``--region``.
        date: the value of ``--date``.
        replace: whether an existing file may be overwritten.

    Raises:
        UsageError: there is a file, and it must not be overwritten.
        CertevalError: there is no such role, or its file has errors.

    """
    of = session.library.read("role", role).valid
    path = _path(of.id, region, date or str(day(None)))
    if os.path.lexists(path) and not replace:
        raise UsageError(f"--save: '{path}' already exists", "add --replace to overwrite it")


def _path(role: str, region: str | None, date: str) -> Path:
    """Return the file for the counts of a role, in the user's own library."""
    return user_data() / FOLDERS["market"] / f"{market_id(role, region, date)}.yaml"


def save_market(session: Session, counted: Postings) -> None:
    """Write the counts, and no text of the postings, to the user's own library.

    Args:
        session: where notes go.
        counted: what was counted.

    Raises:
        OutputError: the file cannot be written.

    """
    path = _path(counted.role.id, counted.region, counted.date)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot create '{path.parent}': {reason_of(error)}") from None
    write_file(path, to_yaml(market_of(counted)))
    session.note(f"wrote {path}")
