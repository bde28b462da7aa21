"""Read the rows of a table in JSON Lines: an object on each line, with a key for each part."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from pydantic_core import PydanticCustomError

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError, RowError
from certeval.library.tables.columns import FIRST_SCORE, Columns, listed, row_of
from certeval.library.tables.lines import Lines
from certeval.model.scalars import Quoted, describe, read_number
from certeval.model.table import BadRow, RawRow

_MAX_KEYS = 1000  # that are remembered
_MAX_KEY_LENGTH = 100
_EXAMPLE = 'each line is an object, such as {"id": "welding", "depth": 7.5}'
_NO_LIST = "write one object per line, without brackets around them and commas between them"


class _Object(list[Any]):
    """The keys and values of an object, in their order."""


class _Number(str):
    """A number as it is written."""

    __slots__ = ()


_DECODER = json.JSONDecoder(
    object_pairs_hook=_Object, parse_float=_Number, parse_int=_Number, parse_constant=_Number
)


class JsonRows:
    """The rows of a table in JSON Lines. A part without a key, or with null, is blank."""

    def __init__(self, lines: Lines, columns: Columns, path: str) -> None:
        """Look at the first line.

        Args:
            lines: the lines of a file, of which the first one has just been read.
            columns: which key holds what; no criterion needs one.
            path: what messages call the file.

        Raises:
            DefinitionError: the file is in JSON, but not in JSON Lines.

        """
        self._lines = lines
        self._columns = columns
        self._path = path
        self._parts: dict[str, int | None] = {}
        self._found: set[int] = set()
        self._unused: dict[str, None] = {}
        first = lines.text.strip()
        if first.startswith("[") or first == "{":
            what = "a list" if first.startswith("[") else "an object over several lines"
            message = f"{what}, not JSON Lines"
            raise DefinitionError([Diagnostic(path, message, "structure", _NO_LIST, lines.number)])

    def __iter__(self) -> Iterator[RawRow | BadRow]:
        """Yield the row of each line that is not blank.

        Raises:
            DefinitionError: a key that the user has named is in no row.

        """
        lines = self._lines
        for text in chain((lines.text,), lines):
            if lines.unreadable:
                yield lines.unreadable
                lines.unreadable = None
            elif stripped := text.rstrip():
                yield self._row(stripped)
        self._require_mapped()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Which keys are not used."""
        if not self._unused:
            return ()
        others = " or more" if len(self._unused) == _MAX_KEYS else ""
        return (f"keys that are not used: {listed(list(self._unused))}{others}",)

    def _require_mapped(self) -> None:
        parts = self._columns.parts
        missing = [
            Diagnostic(
                self._path, f"no row has the key '{key}'", "structure", "named with `columns`"
            )
            for part, key in self._columns.mapped.items()
            if parts.index(part) not in self._found
        ]
        if missing:
            raise DefinitionError(missing)

    def _row(self, text: str) -> RawRow | BadRow:
        try:
            parts = self._texts(_decoded(text))
        except RowError as error:
            return BadRow(self._lines.number, error.message, error.hint)
        return row_of(self._lines.number, parts)

    def _texts(self, pairs: _Object) -> list[str]:
        """Return the text of each part.

        Raises:
            RowError: a part has two values, or a value of the wrong type; or a key is repeated.

        """
        found: list[str | None] = [None] * len(self._columns.parts)
        for key, value in pairs:
            part = self._parts[key] if key in self._parts else self._part(key)
            if part is None:
                continue
            if found[part] is not None:
                raise RowError(f"two values for {self._columns.titles[part]}", "keep one of them")
            found[part] = value if isinstance(value, _Number) else self._text(part, value)
        if len(dict(pairs)) != len(pairs):
            ((repeated, _),) = Counter(key for key, _ in pairs).most_common(1)
            raise RowError(f"duplicate key {describe(repeated)}", "keep one of them")
        return [text or "" for text in found]

    def _part(self, key: str) -> int | None:
        """Return the number of the part that *key* holds, and remember the first keys."""
        part = self._columns.part(key)
        if part is not None:
            self._found.add(part)
        elif len(self._unused) < _MAX_KEYS:
            self._unused[key[:_MAX_KEY_LENGTH]] = None
        if len(self._parts) < _MAX_KEYS and len(key) <= _MAX_KEY_LENGTH:
            self._parts[key] = part
        return part

    def _text(self, part: int, value: object) -> str:
        """Return *value*, which is not a number, as the text of *part*."""
        if value is None:
            return ""
        title = self._columns.titles[part]
        if part < FIRST_SCORE:
            if isinstance(value, str):
                return value
            raise RowError(f"{title}: expected text, found {_described(value)}")
        if not isinstance(value, str):
            raise RowError(f"{title}: expected a number, found {_described(value)}")
        try:
            return str(read_number(Quoted(value)))
        except PydanticCustomError as error:
            raise RowError.about(title, error.context) from None


def _decoded(text: str) -> _Object:
    """Return *text* as an object.

    Raises:
        RowError: it is something else.

    """
    try:
        value = _DECODER.decode(text)
        if "\\u" in text:  # only an escape can write half a character
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise RowError("nested too deeply", _EXAMPLE) from None
    except UnicodeEncodeError:
        raise RowError("half of a surrogate pair is not a character") from None
    except json.JSONDecodeError as error:
        found = f"{error.msg[:1].lower()}{error.msg[1:]}"
        raise RowError(f"invalid JSON in column {error.colno}: {found}", _EXAMPLE) from None
    if not isinstance(value, _Object):
        raise RowError(f"expected an object, found {_described(value)}", _EXAMPLE)
    return value


def _described(value: object) -> str:
    """Return what a message calls a value, in JSON's words."""
    if isinstance(value, _Object):
        return "an object"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return describe(value)
