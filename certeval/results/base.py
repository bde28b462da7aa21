"""The fields and methods that every result has."""

from dataclasses import dataclass
from typing import Any, Literal

from certeval.results.citation import Named
from certeval.results.figures import Figure, Span

_LEFT_OUT = frozenset({"schema_version", "kind", "scale_max_display", "today", "old"})
_LONGEST = 40


@dataclass(frozen=True, kw_only=True)
class Result:
    """A result. Its fields are its JSON; removing one raises ``schema_version``."""

    schema_version: Literal[1] = 1
    kind: str

    def __init_subclass__(cls) -> None:
        """Keep the short representation, which every dataclass would replace by its own."""
        super().__init_subclass__()
        cls.__repr__ = Result.__repr__  # type: ignore[method-assign]

    def __repr__(self) -> str:
        """Return the kind, the ids and the main figures: ``<verdict: certificate ibm-ml, ...>``."""
        known = [
            (name, _short(value)) for name, value in vars(self).items() if name not in _LEFT_OUT
        ]
        return f"<{self.kind}: {', '.join(f'{name} {text}' for name, text in known if text)}>"

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


def _short(value: object) -> str:
    """Return *value* if a few characters say it, or nothing: an id, a figure, a state, or ids."""
    match value:
        case Named(id):
            return id
        case Figure(_, display) | Span(_, _, display):
            return display or ""
        case str() if len(value) <= _LONGEST:
            return value
        case tuple():
            ids = [str(getattr(item, "id", "")) for item in value]
            listed = " ".join(ids) if all(ids) else ""
            return listed if len(listed) <= _LONGEST else f"({len(ids)})"
    return ""
