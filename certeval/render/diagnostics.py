"""Write problems as text, as JSON, and for code hosts: workflow commands and SARIF."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from certeval.diagnostics import Diagnostic
from certeval.errors import CertevalError
from certeval.render.text import escape_controls
from certeval.results.check import CheckReport

_SARIF = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def diagnostic_as_text(item: Diagnostic) -> str:
    """Return ``path:line:column: error: message``, the line with a caret below it, and the hint.

    A problem in a row of a table has no column.
    """
    place = escape_controls(item.path)
    if item.line is not None:
        place = f"{place}:{item.line}{f':{item.column}' if item.column else ''}"
    lines = [f"{place}: error: {escape_controls(item.message)}"]
    if item.source_line is not None and item.source_line.strip():
        lines += _excerpt(item)
    if item.hint:
        lines.append(f"  help: {escape_controls(item.hint)}")
    return "\n".join(lines) + "\n"


_WIDEST = 100


def _excerpt(item: Diagnostic) -> list[str]:
    """Return the source line and a caret below it. A very long line is cut around the caret."""
    number = f"{item.line:>5} | "
    column = (item.column or 1) - 1
    cut = max(0, column - _WIDEST // 2) if len(item.source_line or "") > _WIDEST else 0
    shown = (item.source_line or "")[cut : cut + _WIDEST]
    shown = f"...{shown[3:]}" if cut else shown
    before = escape_controls(shown[: column - cut].replace("\t", " "))
    marked = escape_controls(shown[column - cut : column - cut + item.width])
    caret = f"{' ' * (5)} | {' ' * len(before)}{'^' * max(1, len(marked))}"
    return [f"{number}{escape_controls(shown.replace(chr(9), ' '))}".rstrip(), caret]


def error_as_text(error: CertevalError) -> str:
    """Return an error for people: its diagnostics and their count, or its message and hint."""
    if error.diagnostics:
        return f"{_texts(error.diagnostics)}{error.message}\n"
    hint = f"  help: {escape_controls(error.hint)}\n" if error.hint else ""
    return f"error: {escape_controls(error.message)}\n{hint}"


def _texts(diagnostics: tuple[Diagnostic, ...]) -> str:
    return "".join(diagnostic_as_text(item) for item in diagnostics)


def error_as_json(error: CertevalError) -> str:
    """Return an error for scripts."""
    details = {
        "kind": error.code,
        "message": error.message,
        "hint": error.hint,
        "diagnostics": [asdict(item) for item in error.diagnostics],
    }
    return json.dumps({"error": details}, indent=2, ensure_ascii=False) + "\n"


def as_text(report: CheckReport) -> str:
    """Return all problems and their number."""
    checked = "1 file" if len(report.files) == 1 else f"{len(report.files)} files"
    if not report.diagnostics:
        return f"{checked} checked, no problems\n"
    count = len(report.diagnostics)
    found = "1 problem" if count == 1 else f"{count} problems"
    return f"{_texts(report.diagnostics)}{checked} checked, {found}\n"


def as_json(report: CheckReport) -> str:
    """Return the report as JSON."""
    from certeval.render.json import render  # noqa: PLC0415 - builds serializers

    return render(report)


def as_github(report: CheckReport) -> str:
    """Return workflow commands, which GitHub shows beside the line."""
    return "".join(_workflow_command(item) for item in report.diagnostics)


def _workflow_command(item: Diagnostic) -> str:
    message = item.message if item.hint is None else f"{item.message}\nhelp: {item.hint}"
    place = {"file": item.path, "line": item.line, "col": item.column, "title": item.rule}
    properties = ",".join(
        f"{name}={_escaped(str(value), {':': '%3A', ',': '%2C'})}"
        for name, value in place.items()
        if value is not None
    )
    return f"::error {properties}::{_escaped(message, {})}\n"


def _escaped(text: str, more: Mapping[str, str]) -> str:
    for mark, code in {"%": "%25", "\r": "%0D", "\n": "%0A", **more}.items():
        text = text.replace(mark, code)
    return "".join(part if part.isprintable() else escape_controls(part) for part in text)


def as_sarif(report: CheckReport) -> str:
    """Return a SARIF 2.1.0 log with one run."""
    from certeval import __version__  # noqa: PLC0415 - only here

    rules = sorted({item.rule for item in report.diagnostics})
    driver = {
        "name": "certeval",
        "version": __version__,
        "rules": [
            {"id": rule, "shortDescription": {"text": rule.replace("-", " ")}} for rule in rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(item) for item in report.diagnostics],
    }
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _sarif_result(item: Diagnostic) -> dict[str, Any]:
    from urllib.parse import quote  # noqa: PLC0415 - only here

    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(item.path)}}
    if item.line is not None and item.column is not None:
        physical["region"] = {
            "startLine": item.line,
            "startColumn": item.column,
            "endColumn": item.column + item.width,
        }
    text = item.message if item.hint is None else f"{item.message} ({item.hint})"
    return {
        "ruleId": item.rule,
        "level": "error",
        "message": {"text": text},
        "locations": [{"physicalLocation": physical}],
    }


REPORTS: Mapping[str, Callable[[CheckReport], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""How a check report can be written."""
