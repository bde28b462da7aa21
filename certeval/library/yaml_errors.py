"""Translate the YAML parser's errors into diagnostics with certeval's wording."""

import re

import yaml

from certeval.diagnostics import Diagnostic, Rule
from certeval.library.positions import Mark, Positions


def diagnose(positions: Positions, error: yaml.YAMLError) -> Diagnostic:
    """Translate an error of the YAML parser.

    Args:
        positions: the text that was parsed.
        error: the parser's error.

    Returns:
        A diagnostic for authors of definitions.

    """
    if isinstance(error, yaml.MarkedYAMLError):
        message = error.problem or "invalid YAML"
        mark = error.problem_mark or error.context_mark
        if "unexpected end of stream" in message:  # the opening is more helpful than the end
            mark = error.context_mark or mark
        place = Mark(mark.line, mark.column, 1) if mark else Mark(0, 0, 1)
        if "nesting depth" in message:
            return positions.at_mark(_too_deep(positions.text.text) or place, *TOO_DEEP)
        context = f" {error.context}" if error.context else ""
        return positions.at_mark(place, *_worded(positions, place, message, context))
    return positions.at_mark(*_unprintable(positions.text.text))


MAX_DEPTH = 40
"""How deep lists and mappings may be nested; the built-in definitions need 7."""

TOO_DEEP: tuple[str, Rule, str] = (
    f"nested more than {MAX_DEPTH} deep",
    "structure",
    "no definition needs that",
)
# The definition itself is the first level.
_OPENINGS = re.compile(rf"(?:[\[{{]\s*){{{MAX_DEPTH - 1}}}([\[{{])")


def _too_deep(text: str) -> Mark | None:
    """Return where a run of opening brackets exceeds ``MAX_DEPTH``.

    libyaml 0.2.6 has a limit of its own (1,000) and reaches it while it looks for the end of the
    first bracket, before it reports that bracket to the walk that counts.
    """
    found = _OPENINGS.search(text)
    if found is None:
        return None
    start = found.start(1)
    return Mark(text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1), 1)


_UNCLOSED = "look for a missing colon, quote or bracket here or in the lines above"
_INDENTATION = "check the indentation: the fields of a mapping start in the same column"
_HINTS = {
    "mapping values are not allowed": "text with a colon in it needs quotes",
    "did not find expected '-'": _INDENTATION,
    "did not find expected key": f"{_INDENTATION}; or {_UNCLOSED}",
    "did not find expected ',' or '}'": f"{_UNCLOSED}; text with ': ' in it needs quotes",
    "could not find expected ':'": _UNCLOSED,
    "did not find expected": _UNCLOSED,
    "unexpected end of stream": _UNCLOSED,
    "cannot start any token": "put the text in quotes",
}


def _worded(
    positions: Positions, mark: Mark, message: str, context: str
) -> tuple[str, Rule, str | None]:
    lines = positions.text.text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation or "'\\t'" in message:
        return "a tab in the indentation", "syntax", "YAML is indented with spaces"
    hint = next((hint for part, hint in _HINTS.items() if part in message), None)
    if "mapping values are not allowed" in message and ": " not in line[: mark.column]:
        hint = _INDENTATION  # the first colon of the line is that of a field, not of a text
    return f"invalid YAML: {message}{context}", "syntax", hint


# The complement of what YAML 1.1 allows in a stream (section 5.1), limited to assigned characters.
_FORBIDDEN = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]"


def _unprintable(text: str) -> tuple[Mark, str, Rule, str]:
    """Return the position of the first character that YAML does not allow, and what is wrong."""
    found = re.search(_FORBIDDEN, text)
    bad = found.start() if found else 0
    line = text.count("\n", 0, bad)
    column = bad - (text.rfind("\n", 0, bad) + 1)
    message = f"the control character U+{ord(text[bad]):04X} is not allowed"
    hint = "remove it, or write it as an escape inside double quotes"
    return Mark(line, column, 1), message, "syntax", hint
