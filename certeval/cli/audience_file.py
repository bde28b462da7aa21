"""Write weights to an audience file."""

import os
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from certeval.analysis.elicitation.custom_audience import Identity, custom_audience
from certeval.cli.output import write_file
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.library.folders import ENDINGS, FOLDERS, absolute
from certeval.library.yaml_writer import to_yaml
from certeval.model.audience import Audience
from certeval.model.identifiers import is_identifier
from certeval.model.scalars import PartialDate
from certeval.results.weights import ElicitedWeights

_AN_ID = "an id has lower-case letters, digits and single hyphens"


class Destination(NamedTuple):
    """The file to write, and what the audience in it is called."""

    path: Path
    identity: Identity


def resolve_path(
    session: Session,
    save: str | None,
    *,
    name: str | None,
    title: str | None,
    hours_per_week: Fraction | None,
    replace: bool,
) -> Destination | None:
    """Return the file to write, and what the audience in it is called; None without ``--save``.

    Args:
        session: the output, which must be another file.
        save: the value of ``--save``.
        name: the value of ``--id``.
        title: the value of ``--title``.
        hours_per_week: the value of ``--hours-per-week``.
        replace: whether an existing file may be overwritten.

    Raises:
        UsageError: an option needs ``--save``, or is invalid; the file exists, or cannot be a
            definition's.

    """
    if save is None:
        given = {
            "--id": name, "--title": title, "--hours-per-week": hours_per_week,
            "--replace": replace or None,
        }  # fmt: skip
        for option, value in given.items():
            if value is not None:
                raise UsageError(f"{option} needs --save", "name the file with --save")
        return None
    path = Path(save)
    if path.suffix not in ENDINGS:
        raise UsageError(f"--save {save}: a definition file ends in {' or '.join(ENDINGS)}")
    if session.output != "-" and os.path.realpath(session.output) == os.path.realpath(path):
        raise UsageError("--save and --output name the same file", "name two files")
    if os.path.lexists(path) and not replace:
        raise UsageError(f"--save: '{save}' already exists", "add --replace to overwrite it")
    if not os.path.isdir(path.parent):  # noqa: PTH112 - never raises
        raise UsageError(
            f"--save {save}: the folder '{path.parent}' does not exist", "create it first"
        )
    identity = Identity(_id(path, name), _title(title), hours_per_week)
    return Destination(path, identity)


def _id(path: Path, name: str | None) -> str:
    if name is None and not is_identifier(path.stem):
        message = f"--save {path}: '{path.stem}' is not an id"
        raise UsageError(message, f"give one with --id; {_AN_ID}")
    if name is not None and not is_identifier(name):
        raise UsageError(f"--id: '{name}' is not an id", _AN_ID)
    if name not in (None, path.stem) and absolute(path).parent.name == FOLDERS["audience"]:
        message = f"--id {name}: in a library a file is named after its id, not '{path.name}'"
        raise UsageError(message, f"save it as '{path.with_stem(str(name))}'")
    return name or path.stem


def _title(text: str | None) -> str | None:
    """Return *text* as a title, without blanks around it."""
    if text is None:
        return None
    if not text.strip():
        raise UsageError("--title: must not be empty")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError("--title: is not UTF-8") from None
    return text.strip()


def save_audience(
    session: Session,
    to: Destination,
    elicited: ElicitedWeights,
    base: Audience | None,
    warnings: Sequence[str],
    today: PartialDate,
    rubric: str | None,
) -> None:
    """Write the weights of *elicited* to an audience file, and print how to use it.

    Args:
        session: where notes go.
        to: the file, and what the audience in it is called.
        elicited: the weights, and the rubric that they are for.
        base: the audience to copy everything else from.
        warnings: what was left out of *base*.
        today: the day that the weights are stated on.
        rubric: the rubric that the command line names.

    Raises:
        OutputError: the file cannot be written.

    """
    audience = custom_audience(elicited, base, to.identity, today)
    weighed = base is not None and base.weights
    for warning in () if weighed else warnings:  # weights of its own are replaced anyway
        session.note(f"warning: {warning}")
    write_file(to.path, to_yaml(audience))
    session.note(f"wrote {to.path}")
    if base:
        whose = f"'{base.title}'; use --audience to choose another"
        session.note(f"note: everything except the weights was copied from the audience {whose}")
    if rubric and session.library.including(to.path).find("rubric", elicited.rubric.id) is None:
        both = f"certeval check {quote(str(to.path))} {quote(rubric)}"
        session.note(f"note: no library has the rubric '{elicited.rubric.id}'; check with '{both}'")
    named = {"--rubric": [rubric] if rubric else [], "--audience": [str(to.path)]}
    named["--library"] = [str(folder) for folder in session.folders]
    options = [f"{option} {quote(value)}" for option in named for value in named[option]]
    session.note(f"to use it, run 'certeval score CERT {' '.join(options)}'")
