"""The commands by name. A command's module is imported when it is the one that runs."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from certeval import __version__
from certeval.cli.command import BareCompletions, build_command, keep_example_lines
from certeval.cli.help import WIDEST, summary_of, write_commands, write_parameters

PANELS: dict[str, tuple[str, ...]] = {
    "Judge a certificate": ("score", "evidence", "review", "verdict", "cost", "fit"),
    "Decide between certificates": (
        "compare", "rank", "what-if", "target", "sensitivity", "robustness",
    ),
    "Plan what comes next": (
        "curriculum", "gaps", "stack", "overlap", "interview", "postings",
    ),
    "Write your own": ("weights", "check", "schema"),
    "Files": ("list", "show"),
}  # fmt: skip
"""The commands by the question that they answer, in the order of the help.

Each is a module of ``certeval.cli.commands``, a hyphen as an underscore; its ``main`` runs.
"""

COMMANDS = tuple(name for names in PANELS.values() for name in names)


class LazyGroup(BareCompletions, TyperGroup):
    """Imports the module of a command only when that command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return all names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """Return the command *cmd_name*, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"certeval.cli.commands.{cmd_name.replace('-', '_')}")
        return build_command(cmd_name, module.main)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that *args* start with; Typer suggests near ones of ``commands``."""
        if args and args[0] not in COMMANDS:
            self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in their panels, then the options."""
        panels = {
            title: [(name, summary_of(self.get_command(ctx, name).help)) for name in names]
            for title, names in PANELS.items()
        }
        write_commands(formatter, panels.items())
        write_parameters(ctx, formatter, self.get_params(ctx))


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
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDEST},
)


_HELP = """Is this certificate worth it for me?

Scores professional certificates for you against a published rubric, and shows how each number was
calculated.

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
    """Leave everything to the commands."""
