"""The commands by name. A command's module is imported when it is the one that runs."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from certeval import __version__
from certeval.cli.command import BareCompletions, build_command, keep_example_lines

COMMANDS = (
    "score",
    "review",
    "verdict",
    "cost",
    "fit",
    "curriculum",
    "gaps",
    "stack",
    "overlap",
    "interview",
    "compare",
    "rank",
    "what-if",
    "target",
    "sensitivity",
    "robustness",
    "weights",
    "list",
    "show",
    "check",
    "schema",
)
"""Each is a module of ``certeval.cli.commands``, a hyphen as an underscore; its ``main`` runs."""


class LazyGroup(BareCompletions, TyperGroup):
    """Imports the module of a command when that command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """All names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """The command *cmd_name*, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"certeval.cli.commands.{cmd_name.replace('-', '_')}")
        return build_command(cmd_name, module.main)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that *args* start with; Typer suggests near names from ``commands``."""
        if args and args[0] not in COMMANDS:
            self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]
        return super().resolve_command(ctx, args)


def _print_version(value: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if value:
        typer.echo(f"certeval {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="certeval",
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


_HELP = """Is this certificate worth it, for me?

Scores certificates against a rubric for the reader that you are, from definitions that you can
read, and shows how every number came about.

Examples:
  certeval score ibm-ml --audience career-changer
  certeval list certificates
"""


@app.callback(help=keep_example_lines(_HELP))
def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Everything is done by the commands."""
