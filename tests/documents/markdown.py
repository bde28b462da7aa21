"""Markdown for generated pages."""

from collections.abc import Iterable, Sequence


def cell(text: str) -> str:
    """Return *text* as a cell of a table has it."""
    return " ".join(text.split()).replace("``", "`").replace("|", "\\|")


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are Markdown already."""
    lines = [titles, ["---"] * len(titles), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
