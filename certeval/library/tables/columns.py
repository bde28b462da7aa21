"""Decide which column of a table holds what: the id, the title, the score for each criterion."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError, UsageError
from certeval.model.criterion import Criterion
from certeval.model.scalars import describe
from certeval.model.table import BadRow, RawRow

ID, TITLE, FIRST_SCORE = 0, 1, 2
"""Parts of a row by number: its id, its title, and then its scores by criterion."""

_MAX_LENGTH = 1000  # of an id or a title, in characters
_MAX_NAMED = 20


class Columns:
    """The columns of a table, by the parts of a row that they hold.

    A part's column is the one that the user has mapped to it. Without a mapping it is the one that
    is called like the part; case, spaces, hyphens and underscores are ignored.

    Attributes:
        parts: the parts of a row: ``id``, ``title``, and the ids of the criteria in their order.
        titles: what messages call the parts.
        mapped: the columns that the user has named, by part.
        required: the parts that need a column.

    """

    def __init__(
        self,
        criteria: Sequence[Criterion],
        mapped: Mapping[str, str],
        *,
        require_all_criteria: bool = True,
    ) -> None:
        """Map columns to parts.

        Args:
            criteria: the rubric's criteria, in their order.
            mapped: columns by part: ``id``, ``title`` or a criterion's id.
            require_all_criteria: whether each criterion needs a column.

        Raises:
            UsageError: *mapped* has an unknown part, or one column for two parts.

        """
        self.parts = ("id", "title", *(item.id for item in criteria))
        self.titles = ("id", "title", *(item.title for item in criteria))
        self.mapped = mapped
        self.required = {"id", *(self.parts[FIRST_SCORE:] if require_all_criteria else ())}
        self._by_map: dict[str, int] = {}
        for part, column in mapped.items():
            if part not in self.parts:
                message = f"'{part}' is neither id, title nor a criterion"
                hint = f"criteria: {', '.join(self.parts[FIRST_SCORE:])}"
                raise UsageError(message, hint, parameter="columns")
            number = self.parts.index(part)
            if self._by_map.setdefault(column, number) != number:
                other = self.parts[self._by_map[column]]
                message = f"{other} and {part} are one column, {describe(column)}"
                raise UsageError(message, "give each a column of its own", parameter="columns")
        names = {**_unambiguous(self.titles), **_unambiguous(self.parts)}
        self._by_name = {name: at for name, at in names.items() if self.parts[at] not in mapped}

    def part(self, column: str) -> int | None:
        """Return the part of a row that a column holds.

        Args:
            column: the name of the column.

        Returns:
            The number of the part in ``parts``; None if the column holds none.

        """
        if column in self._by_map:
            return self._by_map[column]
        if column in self.parts and column not in self.mapped:
            return self.parts.index(column)
        return self._by_name.get(_normalized(column))

    def places(self, header: Sequence[str], path: str, line: int) -> list[int]:
        """Return where the parts are in a row below *header*.

        Args:
            header: the names of the columns, without spaces around them.
            path: what messages call the file.
            line: the line of the header.

        Returns:
            The index of each part's column; for a part without one, an index past the last.

        Raises:
            DefinitionError: a part has no column and needs one, or it has two.

        """
        found: dict[int, int] = {}
        problems = []
        for at, name in enumerate(header):
            part = self.part(name)
            if part is not None and found.setdefault(part, at) != at:
                problems.append(self._second_column(part, header[found[part]], name))
        problems += self._missing(found, header)
        if problems:
            raise DefinitionError(
                Diagnostic(path, message, "structure", hint, line) for message, hint in problems
            )
        return [found.get(part, len(header)) for part in range(len(self.parts))]

    def _second_column(self, part: int, first: str, second: str) -> tuple[str, str]:
        name = self.parts[part]
        message = f"two columns for {self.titles[part]}: {listed([first, second])}"
        if name in self.mapped:
            return message, "rename one of them"
        return message, f"choose one with `columns` {name}=COLUMN"

    def _missing(
        self, found: Mapping[int, int], header: Sequence[str]
    ) -> Iterator[tuple[str, str]]:
        columns = f"columns: {listed(header)}"
        for part, name in enumerate(self.parts):
            if part not in found and name in self.mapped:
                yield f"no column '{self.mapped[name]}'", columns
            elif part not in found and name in self.required:
                hint = f"name it with `columns` {name}=COLUMN; {columns}"
                yield f"no column for {self.titles[part]}", hint


def row_of(line: int, parts: Sequence[str]) -> RawRow | BadRow:
    """Return a row, or what is wrong with its id or title.

    Args:
        line: the line in which the row begins, from 1.
        parts: the text of each part, in the order of ``Columns.parts``.

    Returns:
        The row, with its scores not checked yet.

    """
    row_id, title = parts[ID].strip(), parts[TITLE].strip()
    if not row_id:
        return BadRow(line, "no id", None)
    if len(row_id) > _MAX_LENGTH or len(title) > _MAX_LENGTH:
        which = "id" if len(row_id) > _MAX_LENGTH else "title"
        return BadRow(line, f"{which}: longer than {_MAX_LENGTH} characters", None)
    return RawRow(line, row_id, title or None, parts[FIRST_SCORE:])


def listed(columns: Sequence[str]) -> str:
    """Return names of columns for a message.

    Args:
        columns: the names, of any length.

    Returns:
        The first names in quotes, and how many more there are.

    """
    named = [describe(column) for column in columns[:_MAX_NAMED]]
    more = len(columns) - len(named)
    return ", ".join([*named, *([f"and {more} more"] if more else [])])


def _unambiguous(names: Sequence[str]) -> dict[str, int]:
    """Return the index of each normalized name; two names that become one mean neither."""
    normalized = [_normalized(name) for name in names]
    count = Counter(normalized)
    return {name: at for at, name in enumerate(normalized) if count[name] == 1}


def _normalized(name: str) -> str:
    """Return *name* without what is ignored: case, spaces, underscores, hyphens."""
    return "".join(name.casefold().replace("_", " ").replace("-", " ").split())
