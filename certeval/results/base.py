"""The fields and methods that every result has."""

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, kw_only=True)
class Result:
    """A result. Its fields are its JSON; removing one raises ``schema_version``."""

    schema_version: Literal[1] = 1
    kind: str

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain data: what ``--format json`` prints."""
        from certeval.render.json import to_dict  # noqa: PLC0415 - renderers load when asked for

        return to_dict(self)

    def to_json(self) -> str:
        """Return the result as JSON, indented, ending in a newline."""
        return self._rendered("json")

    def to_markdown(self, **choices: bool) -> str:
        """Return the result as Markdown; *choices* are for its layout, such as ``explain=True``."""
        return self._rendered("markdown", **choices)

    def _rendered(self, name: str, **choices: bool) -> str:
        from certeval.render.formats import Display, Format  # noqa: PLC0415 - as above
        from certeval.render.render import render  # noqa: PLC0415 - as above

        return render(self, Format(name), Display(), **choices)
