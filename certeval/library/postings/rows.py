"""Read job postings from the rows of a table: CSV, or JSON Lines."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError
from certeval.library.tables.columns import listed
from certeval.library.tables.lines import Lines
from certeval.model.table import BadRow

MAX_CHARACTERS = 500_000
"""The longest posting that is read; a cell that is longer is probably several rows."""

DEFAULT_COLUMNS = (
    "text", "description", "jobdescription", "jobdescriptiontext", "descriptiontext",
    "posting", "postingtext", "jobposting", "body", "content", "fulltext", "jobsummary",
)  # fmt: skip
"""The columns that hold the text if none is named, the likeliest first: without case and signs."""

_MAX_LINES = 5000  # of one row; beyond them, a quote is not closed
_DELIMITERS = (",", ";", "\t")
_EXAMPLE = 'each line is an object, such as {"text": "We are looking for..."}'
_NAMING = "name it with `text_column`"

Row = tuple[int, str]
"""The line on which a posting begins, and its text."""


def csv_postings(lines: Lines, column: str | None, path: str) -> Iterator[Row | BadRow]:
    """Yield the postings in a table in CSV, and its invalid rows.

    Args:
        lines: the lines of a file, of which the header has just been read.
        column: the column with the text; None takes a usual one.
        path: the file, as messages name it.

    Yields:
        Each posting with its line; each row that cannot be read.

    Raises:
        DefinitionError: no column has the text, or a quote is not closed.

    """
    before = csv.field_size_limit(MAX_CHARACTERS)
    try:
        yield from _csv_postings(lines, column, path)
    finally:
        csv.field_size_limit(before)  # it is the same for the whole process


def _csv_postings(lines: Lines, column: str | None, path: str) -> Iterator[Row | BadRow]:
    """Yield the postings and the invalid rows.

    Raises:
        DefinitionError: no column has the text, or a quote is not closed.

    """
    if bad := lines.unreadable:
        raise _stop(path, bad.line, bad.message, bad.hint)
    delimiter = max(_DELIMITERS, key=lambda one: len(_cells(lines.text, one)))
    names = [name.strip() for name in _cells(lines.text, delimiter)]
    text_at = names.index(_column(names, column, path, lines.number))
    begins = lines.number + 1

    def _texts() -> Iterator[str]:
        for text in lines:
            if lines.number - begins >= _MAX_LINES:
                return
            yield text

    records = csv.reader(_texts(), delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        begins = lines.number + 1
        try:
            cells = next(records)
        except StopIteration:
            return
        except csv.Error as error:
            yield _malformed(str(error), path, begins, spans_lines=lines.number > begins)
            continue
        if lines.unreadable:
            yield lines.unreadable
            lines.unreadable = None
        elif any(map(str.strip, cells)):
            fits = len(cells) == len(names)
            wrong = BadRow(begins, f"{len(cells)} cells, expected {len(names)}", None)
            yield _posting(begins, cells[text_at]) if fits else wrong


def json_postings(lines: Lines, column: str | None, path: str) -> Iterator[Row | BadRow]:
    """Yield the postings in JSON Lines, and its invalid lines.

    Args:
        lines: the lines of a file, of which the first one has just been read.
        column: the key of the text; None takes a usual one.
        path: the file, as messages name it.

    Yields:
        Each posting with its line; each line that cannot be read.

    Raises:
        DefinitionError: the file is in JSON, but not in JSON Lines.

    """
    if lines.text.lstrip().startswith("["):
        hint = "write one object per line, without brackets around them and commas between them"
        raise _stop(path, lines.number, "expected an object, found a list", hint)
    known = False
    for text in chain((lines.text,), lines):
        if lines.unreadable:
            yield lines.unreadable
            lines.unreadable = None
        elif text.strip():
            try:
                found = json.loads(text)
            except (json.JSONDecodeError, RecursionError):
                yield BadRow(lines.number, "invalid JSON", _EXAMPLE)
                if not known:
                    return  # an object over several lines: each would be another problem
                continue
            known = True
            yield _value(lines.number, found, column)


def _value(line: int, found: object, column: str | None) -> Row | BadRow:
    if not isinstance(found, dict):
        return BadRow(line, "expected an object", _EXAMPLE)
    key = column or _usual(list(found))
    if key is None or key not in found:
        missing = "no key with the text" if key is None else f"no key '{key}'"
        return BadRow(line, missing, f"{_NAMING}; keys: {listed(list(found)) or 'none'}")
    text = found[key]
    if text is not None and not isinstance(text, str):
        return BadRow(line, f"'{key}': expected text", None)
    return _posting(line, text or "")


def _posting(line: int, text: str) -> Row | BadRow:
    return (line, text) if text.strip() else BadRow(line, "no text", None)


def _column(names: Sequence[str], column: str | None, path: str, line: int) -> str:
    """Return the column that has the text.

    Raises:
        DefinitionError: there is none.

    """
    found = column if column in names else _usual(names) if column is None else None
    if found is None:
        message = "no column with the text" if column is None else f"no column '{column}'"
        raise _stop(path, line, message, f"{_NAMING}; columns: {listed(names)}")
    return found


def _usual(names: Sequence[str]) -> str | None:
    """Return the column, or key, that usually has the text; None if there is none."""
    by_name = {"".join(filter(str.isalnum, name.casefold())): name for name in reversed(names)}
    return next((by_name[name] for name in DEFAULT_COLUMNS if name in by_name), None)


def _cells(header: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=delimiter, skipinitialspace=True))
    except csv.Error:
        return [header]


def _malformed(message: str, path: str, line: int, *, spans_lines: bool) -> BadRow:
    """Return why the csv module refuses a row.

    Raises:
        DefinitionError: a quote is not closed, and the rows after it may be inside of a cell.

    """
    if spans_lines or "unexpected end" in message:
        reason, hint = "a quote is opened and never closed", 'inside quotes, write "" for a quote'
        raise _stop(path, line, reason, hint) from None
    if "field limit" in message:
        return BadRow(line, f"a cell of more than {MAX_CHARACTERS:,} characters", None)
    if "expected after" in message:
        hint = 'inside quotes, write "" for a quote'
        return BadRow(line, "text after a quote that closes a cell", hint)
    return BadRow(line, "a line break inside a cell without quotes", "put the cell in quotes")


def _stop(path: str, line: int, message: str, hint: str | None) -> DefinitionError:
    return DefinitionError([Diagnostic(path, message, "structure", hint, line)])


FORMS: dict[str, Callable[[Lines, str | None, str], Iterator[Row | BadRow]]] = {
    ".csv": csv_postings,
    ".tsv": csv_postings,
    ".json": json_postings,
    ".jsonl": json_postings,
    ".ndjson": json_postings,
}
"""How a table is read, by the ending of its name."""
