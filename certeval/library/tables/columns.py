"""Which column of a table holds what: the id, the title, the score under each criterion."""

from collections import Counter
from collections.abc import Mapping, Sequence

from certeval.errors import UsageError
from certeval.model.rubric import Criterion
from certeval.model.scalars import describe

ID, TITLE, FIRST = 0, 1, 2
"""Parts of a row by number: its id, its title, and from ``FIRST`` on the scores by criterion."""

_MOST_NAMED = 20


class Columns:
    """What columns are called: as ``--map`` says, or like a part, in whatever case and spacing."""

    def __init__(self, criteria: Sequence[Criterion], mapped: Mapping[str, str]) -> None:
        """*mapped* has columns by part: ``id``, ``title`` or a criterion's id.

        Raises:
            UsageError: *mapped* names a part that there is none of, or one column for two parts.

        """
        self.parts = ("id", "title", *(item.id for item in criteria))
        self.titles = ("id", "title", *(item.title for item in criteria))
        self.mapped = mapped
        self._by_map: dict[str, int] = {}
        for part, column in mapped.items():
            if part not in self.parts:
                message = f"--map: '{part}' is neither id, title nor a criterion"
                raise UsageError(message, f"criteria: {', '.join(self.parts[FIRST:])}")
            number = self.parts.index(part)
            if self._by_map.setdefault(column, number) != number:
                other = self.parts[self._by_map[column]]
                message = f"--map: {other} and {part} are one column, {describe(column)}"
                raise UsageError(message, "give each a column of its own")
        names = {**_unique(self.titles), **_unique(self.parts)}
        self._by_name = {name: at for name, at in names.items() if self.parts[at] not in mapped}

    def part(self, column: str) -> int | None:
        """The number of the part that *column* holds; None for none."""
        if column in self._by_map:
            return self._by_map[column]
        if column in self.parts and column not in self.mapped:
            return self.parts.index(column)
        return self._by_name.get(_loosely(column))


def _unique(names: Sequence[str]) -> dict[str, int]:
    """The numbers of *names*, written loosely; what then means two of them means neither."""
    loose = [_loosely(name) for name in names]
    counted = Counter(loose)
    return {name: number for number, name in enumerate(loose) if counted[name] == 1}


def _loosely(name: str) -> str:
    """*name* without what does not distinguish it: case, spaces, underscores, hyphens."""
    return "".join(name.casefold().replace("_", " ").replace("-", " ").split())


def listed(columns: Sequence[str]) -> str:
    """*columns* for a message: the first of them, and how many more there are."""
    named = [describe(column) for column in columns[:_MOST_NAMED]]
    more = len(columns) - len(named)
    return ", ".join([*named, *([f"and {more} more"] if more else [])])
