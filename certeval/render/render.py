"""Turn a result into text in any format."""

from importlib import import_module

from certeval.render.formats import Display, Format
from certeval.render.kinds import layout_of
from certeval.results.base import Result


def render(result: Result, form: Format, display: Display, **choices: bool) -> str:
    """Return *result* as text in *form*, ending in one newline.

    *choices* are for the layout (``explain=True``). JSON and CSV ignore them and always have
    everything. The modules of formats and layouts are loaded when they are first needed.
    """
    module = import_module(f"certeval.render.{_MODULES[form]}")
    if form in _DATA:
        text: str = module.render(result)
    else:
        text = module.render(layout_of(result.kind).document(result, **choices), display)
    return text


_MODULES = {
    Format.table: "terminal",
    Format.markdown: "markdown",
    Format.csv: "csv",
    Format.json: "json",
}
_DATA = frozenset({Format.csv, Format.json})
"""Formats of the result itself; the others are formats of its document."""
