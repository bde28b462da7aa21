"""Turn a function into a command: add the options that all commands share.

A command is a function ``(session, its own parameters) -> exit code or None``.
"""

import inspect
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand

from certeval.cli import help as pages
from certeval.cli import options
from certeval.cli.output import ColorChoice
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.render.formats import Format

_SHARED: tuple[tuple[str, Any, Any], ...] = (
    ("form", options.FormatOption, Format.table),
    ("output", options.OutputOption, "-"),
    ("library", options.LibraryOption, None),
    ("color", options.ColorOption, ColorChoice.auto),
    ("debug", options.DebugOption, False),
)
COMMON = (*(name for name, _, _ in _SHARED), "help")
"""The names of the options that every command has."""


def command(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Add the shared options to *function*, after its own, and make a session of their values.

    A parameter of its own called like a shared one takes that one's place.
    """
    signature = inspect.signature(function)
    own = [item for item in signature.parameters.values() if item.name != "session"]
    taken = {item.name for item in own}
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, kind, default in _SHARED
        if name not in taken
    ]

    @wraps(function)
    def run(**values: Any) -> int | None:
        # "debug" is read where a bug would be caught, which is before any command runs.
        session = Session(
            values["form"], values["output"], values["library"] or (), values["color"]
        )
        return function(session, **{name: values[name] for name in taken})

    keywords = [item.replace(kind=inspect.Parameter.KEYWORD_ONLY) for item in own]
    run.__signature__ = signature.replace(parameters=[*keywords, *shared])  # type: ignore[attr-defined]
    run.__doc__ = keep_example_lines(function.__doc__ or "")
    return run


def keep_example_lines(doc: str) -> str:
    r"""Return *doc* with its examples marked to keep their lines (a paragraph of \\b)."""
    return inspect.cleandoc(doc).replace("Examples:\n", "\b\nExamples:\n")


class BareCompletions:
    """Completes with bare names: for zsh, Typer loads Rich to show a word of help beside each."""

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Complete like the next class in the MRO, without the help texts."""
        items: list[Any] = super().shell_complete(ctx, incomplete)  # type: ignore[misc]
        for item in items:
            item.help = None
        return items


class PlainCommand(BareCompletions, TyperCommand):
    """A command that completes quickly, takes each value once, and has a help page without Python
    types.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse *args*; a file to write decides on the format, unless that is given.

        Raises:
            UsageError: an option that takes one value is given twice.

        """
        if not ctx.resilient_parsing:
            _, _, given = self.make_parser(ctx).parse_args(args=list(args))
            for option in given:
                if _takes_one_value(option) and given.count(option) > 1:
                    name = max(option.opts, key=len)
                    hint = f"'{ctx.command_path}' takes one {name}; keep one of them"
                    raise UsageError(f"{name} is given more than once", hint)
        rest = super().parse_args(ctx, args)
        if "form" in ctx.params and ctx.get_parameter_source("form").name == "DEFAULT":
            ctx.params["form"] = _format_by_ending(ctx.params["output"], ctx.params["form"])
        return rest

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what follows the command's name in the usage line."""
        return ["[OPTIONS]", *pages.usage_pieces(self.get_params(ctx))]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, the command's own options, and those that all commands have."""
        pages.write_parameters(ctx, formatter, self.get_params(ctx), COMMON)


def _takes_one_value(parameter: Any) -> bool:
    """Return whether *parameter* is an option with one value, and neither a flag nor repeatable."""
    is_option = parameter.param_type_name == "option"
    return is_option and not (parameter.is_flag or parameter.count or parameter.multiple)


_ENDINGS = {
    ".csv": "csv", ".json": "json", ".markdown": "markdown", ".md": "markdown",
    ".sarif": "sarif", ".yaml": "yaml", ".yml": "yaml",
}  # fmt: skip


def _format_by_ending(output: str, default: StrEnum) -> StrEnum:
    """Return the format that the ending of *output* names, if the command has it, or *default*."""
    name = _ENDINGS.get(Path(output).suffix.lower())
    return next((form for form in type(default) if form == name), default)


def build_command(name: str, function: Callable[..., Any]) -> Any:
    """Return *function* as the command *name*, ready to be run."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=PlainCommand)(function)
    built = typer.main.get_command(app)
    for parameter in built.params:
        _keep_default(parameter)
    return built


def _keep_default(parameter: Any) -> None:
    """Take the default of *parameter* as it is.

    It is typed already, and the adapter that Typer makes to confirm it costs start-up: 15 of them,
    a hundredth of a short run.
    """
    process = parameter.process_value

    def process_value(context: Any, value: Any) -> Any:
        if value is not parameter.default or parameter.required:
            return process(context, value)
        repeatable = parameter.multiple or parameter.nargs == -1
        return () if value is None and repeatable else value

    parameter.process_value = process_value
