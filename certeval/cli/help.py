"""Help pages: plain text as wide as the terminal, in the words of the domain.

Typer would name Python types, cut the commands' summaries, and load Rich for panels.
"""

from collections.abc import Iterable, Sequence
from typing import Any

WIDEST = 1000
"""The most columns that a page uses; a terminal has fewer."""


def usage_pieces(parameters: Iterable[Any]) -> list[str]:
    """Return the arguments as a usage line has them: ``CERT``, ``CERT...``, ``[PATH]...``."""
    pieces = []
    for parameter in parameters:
        if parameter.param_type_name == "argument":
            name = parameter.display_name_raw
            repeated = "..." if parameter.nargs != 1 else ""
            pieces.append(f"{name if parameter.required else f'[{name}]'}{repeated}")
    return pieces


def record_of(parameter: Any, context: Any) -> tuple[str, str] | None:
    """Return how *parameter* is written and what it means; None if it is hidden."""
    record = parameter.get_help_record(context)
    if record is None:
        return None
    name = parameter.display_name_raw if parameter.param_type_name == "argument" else record[0]
    return name, record[1].replace("  [", " [")


def write_parameters(
    context: Any, formatter: Any, parameters: Sequence[Any], common: Iterable[str] = ()
) -> None:
    """Write arguments and options, apart from those that all commands have.

    Args:
        context: Typer's context of the command.
        formatter: what writes the page.
        parameters: all of the command's parameters.
        common: the names of those that all commands have.

    """
    sections: dict[str, list[tuple[str, str]]] = {
        "Arguments": [], "Options": [], "Common options": [],
    }  # fmt: skip
    shared = frozenset(common)
    for parameter in parameters:
        record = record_of(parameter, context)
        if record is not None:
            is_argument = parameter.param_type_name == "argument"
            title = "Common options" if parameter.name in shared else "Options"
            sections["Arguments" if is_argument else title].append(record)
    for title, records in sections.items():
        if records:
            with formatter.section(title):
                formatter.write_dl(records)


def write_commands(formatter: Any, panels: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> None:
    """Write the commands of each panel, with their summaries in full."""
    listed = [(title, list(commands)) for title, commands in panels]
    widest = max(len(name) for _, commands in listed for name, _ in commands)
    for title, commands in listed:
        with formatter.section(title):
            formatter.write_dl([(f"{name:<{widest}}", summary) for name, summary in commands])


def summary_of(help_text: str | None) -> str:
    """Return the first paragraph of *help_text* on one line."""
    return " ".join((help_text or "").split("\n\n")[0].split())
