"""One way in: a result, a format, and out comes text that ends in one newline."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from certeval.render.formats import Format, Look
from certeval.result import Result

# A format's module is loaded when it is asked for; so is a result's layout.
_RENDERERS: Mapping[Format, tuple[str, str]] = {
    Format.table: ("terminal", "document"),
    Format.markdown: ("markdown", "document"),
    Format.csv: ("csv", "rows"),
}


def render(result: Result, form: Format, look: Look, **choices: bool) -> str:
    """*result* as text in *form*.

    *choices* are for the layout (``explain=True``) and change nothing in JSON and CSV, which
    always say all.
    """
    if form is Format.json:
        from certeval.render import json  # noqa: PLC0415 - builds serializers

        return json.render(result)
    module, laid_out_as = _RENDERERS[form]
    layout = import_module(f"certeval.render.layout.{result.kind.replace('-', '_')}")
    lay_out: Callable[..., Any] = getattr(layout, laid_out_as)
    content = lay_out(result, **choices) if laid_out_as == "document" else lay_out(result)
    text: str = import_module(f"certeval.render.{module}").render(content, look)
    return text
