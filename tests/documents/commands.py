"""Writes ``commands.md``: every command with its arguments and options, from their help."""

from collections.abc import Container
from typing import Any

import typer

from certeval.cli.app import PANELS, app
from certeval.cli.command import COMMON
from certeval.cli.help import record_of
from tests.documents.markdown import cell, table

HEAD = """# Commands

Every command, argument and option, as `certeval COMMAND --help` has them. This page is generated
from the help. Do not edit it: change the help in `certeval/cli/` and run `python -m tests docs`.

| part | what it is |
|---|---|
| `CERT` | a certificate: an id (`ibm-ml`), a YAML file, or `-` for standard input |
| `AUDIENCE`, `RUBRIC`, `ROLE` | an id or a YAML file |
| `CRITERION` | the id of a criterion of the rubric, or a beginning that no other id has |
"""
Row = tuple[str, str]


def page() -> str:
    """Return the page."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("certeval", ["list"], resilient_parsing=True)
    commands = [group.get_command(context, name) for name in group.list_commands(context)]
    common = _rows(commands[0], "option", only=COMMON)
    contents = [
        (title, ", ".join(f"[{name}](#{name})" for name in PANELS[title])) for title in PANELS
    ]
    parts = [HEAD, table(("To", "Commands"), contents)]
    for command in commands:
        own = [row for row in _rows(command, "option") if row not in common]
        parts.append(_command(command, [*_rows(command, "argument"), *own]))
    every = table(("Option", "Meaning"), common)
    parts.append(f"## Options of every command\n\nUnless the command lists its own.\n\n{every}")
    return "\n".join(parts)


def _context(command: Any) -> Any:
    return command.make_context(command.name, [], resilient_parsing=True)


def _command(command: Any, rows: list[Row]) -> str:
    usage = " ".join(["certeval", command.name, *command.collect_usage_pieces(_context(command))])
    listed = f"\n{table(('Argument or option', 'Meaning'), rows)}" if rows else ""
    return f"## {command.name}\n\n`{usage}`\n\n{_help(command.help or '')}{listed}"


def _help(text: str) -> str:
    """Return the help *text* with its examples as a block."""
    text, _, examples = text.replace("\b\n", "").partition("Examples:\n")
    lines = [line.strip() for line in examples.splitlines() if line.strip()]
    return "\n".join([text.strip(), "", "```sh", *lines, "```", ""])


def _rows(command: Any, kind: str, only: Container[str] | None = None) -> list[Row]:
    """Return the arguments or options of *command*: how they are written, and what they mean."""
    context = _context(command)
    shown = [
        one
        for one in command.get_params(context)
        if one.param_type_name == kind and (only is None or one.name in only)
    ]
    records = [record for one in shown if (record := record_of(one, context))]
    return [(f"`{cell(written)}`", cell(meaning)) for written, meaning in records]
