"""The rows of a table in JSON Lines: an object a line, each part under a key."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic_core import PydanticCustomError

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError, RowError
from certeval.library.tables.columns import FIRST, Columns, listed
from certeval.library.tables.csv_rows import Parts
from certeval.library.tables.lines import Line
from certeval.model.scalars import Quoted, describe, read_number

_MOST_KEYS = 1000  # that are remembered
_LONGEST_KEY = 100
_EXAMPLE = 'a line is an object, such as {"id": "welding", "depth": 7.5}'


class _Object(list[Any]):
    """The keys and values of an object, in their order."""


class _Number(str):
    """A number as it is written."""

    __slots__ = ()


_DECODER = json.JSONDecoder(
    object_pairs_hook=_Object, parse_float=_Number, parse_int=_Number, parse_constant=_Number
)


class JsonRows:
    """The rows, one at a time. A part without a key, or with null, is empty."""

    def __init__(self, lines: Iterator[Line], columns: Columns, *, path: str) -> None:
        """Nothing is read yet of *lines*; *path* is what messages call the file."""
        self._lines = lines
        self._columns = columns
        self._path = path
        self._parts: dict[str, int | None] = {}
        self._met: set[int] = set()
        self._unused: dict[str, None] = {}

    def __iter__(self) -> Iterator[Parts]:
        for number, text in self._lines:
            if isinstance(text, RowError):
                yield number, text
            elif bare := text.rstrip():
                try:
                    row = self._row(bare)
                except RowError as error:
                    yield number, error
                else:
                    yield number, row
        self._demand_mapped()

    def reread(self) -> None:
        """Nothing: a row is a line."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What keys are not used."""
        if not self._unused:
            return ()
        others = " or more" if len(self._unused) == _MOST_KEYS else ""
        return (f"keys that are not used: {listed(list(self._unused))}{others}",)

    def _demand_mapped(self) -> None:
        """That keys which ``--map`` names are in some row.

        Raises:
            DefinitionError: they are in none.

        """
        parts = self._columns.parts
        missing = [
            Diagnostic(self._path, f"no row has the key '{key}'", "structure", "named with --map")
            for part, key in self._columns.mapped.items()
            if parts.index(part) not in self._met
        ]
        if missing:
            raise DefinitionError(missing)

    def _row(self, text: str) -> tuple[str, ...]:
        found: list[str | None] = [None] * len(self._columns.parts)
        pairs = _decoded(text)
        for key, value in pairs:
            part = self._parts[key] if key in self._parts else self._part(key)
            if part is None:
                continue
            if found[part] is not None:
                raise RowError(f"two values for {self._columns.titles[part]}", "keep one of them")
            found[part] = value if isinstance(value, _Number) else self._value(part, value)
        if len(dict(pairs)) != len(pairs):
            ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
            raise RowError(f"the key {describe(twice)} is there twice", "keep one of them")
        return tuple(value or "" for value in found)

    def _part(self, key: str) -> int | None:
        """What *key* holds. What is known is remembered, as far as that takes bounded memory."""
        part = self._columns.part(key)
        if part is not None:
            self._met.add(part)
        elif len(self._unused) < _MOST_KEYS:
            self._unused[key[:_LONGEST_KEY]] = None
        if len(self._parts) < _MOST_KEYS and len(key) <= _LONGEST_KEY:
            self._parts[key] = part
        return part

    def _value(self, part: int, value: object) -> str:
        """*value*, which is no number, as the text of *part*."""
        if value is None:
            return ""
        title = self._columns.titles[part]
        if part < FIRST:
            if isinstance(value, str):
                return value
            raise RowError(f"{title}: expected a text, found {_described(value)}")
        if not isinstance(value, str):
            raise RowError(f"{title}: expected a number, found {_described(value)}")
        try:
            return str(read_number(Quoted(value)))
        except PydanticCustomError as error:
            raise RowError.about(title, error.context) from None


def _decoded(text: str) -> _Object:
    """*text* as an object.

    Raises:
        RowError: it is none.

    """
    try:
        value = _DECODER.decode(text)
        if "\\u" in text:  # all that can write half a character
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise RowError("nested too deeply", _EXAMPLE) from None
    except UnicodeEncodeError:
        raise RowError("half a surrogate pair is no text") from None
    except json.JSONDecodeError as error:
        found = f"{error.msg[:1].lower()}{error.msg[1:]}"
        raise RowError(f"not JSON at column {error.colno}: {found}", _EXAMPLE) from None
    if not isinstance(value, _Object):
        raise RowError(f"expected an object, found {_described(value)}", _EXAMPLE)
    return value


def _described(value: object) -> str:
    """How a message names a value, in JSON's words."""
    if isinstance(value, _Object):
        return "an object"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return describe(value)
