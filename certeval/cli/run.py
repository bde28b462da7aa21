"""Run a command line and turn whatever happens into an exit code."""

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from certeval.cli.output import silence_stdout, write_stderr, write_stdout
from certeval.cli.parsers import RejectedValueError
from certeval.errors import CertevalError, OutputError, UsageError
from certeval.phrases import closest, did_you_mean

OK, COULD_NOT_RUN, BUG, INTERRUPTED = 0, 2, 70, 130
_CANNOT_WRITE = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG})


def run(arguments: Sequence[str]) -> int:
    """Run certeval with *arguments* and return the exit code, as the README lists them."""
    # certeval's definitions need no third-party pydantic plugins, and looking for them reads the
    # metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        return _invoke(list(arguments))
    except CertevalError as error:
        return _could_not_run(error, arguments)
    except OSError as error:
        if error.errno not in _CANNOT_WRITE:
            return _bug(error, arguments)
        silence_stdout()  # Typer was writing help or the version
        return _could_not_run(OutputError(f"cannot write: {error.strerror or error}"), arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a bug is reported in one line
        return _bug(error, arguments)


def _invoke(arguments: list[str]) -> int:
    import typer

    from certeval.cli.app import app

    try:
        code = typer.main.get_command(app)(
            args=arguments, prog_name="certeval", standalone_mode=False
        )
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            write_stdout(f"{error.format_message()}\n", machine=False)
            return OK
        raise _usage(error) from None
    except RejectedValueError as rejected:
        raise rejected.error from None
    except typer.Abort:
        return INTERRUPTED
    except SystemExit as ending:
        if isinstance(ending.__context__, BrokenPipeError):  # the reader has closed the pipe
            silence_stdout()
            return OK
        code = ending.code
    return code if isinstance(code, int) else OK


def _usage(error: Exception) -> UsageError:
    message = error.format_message()  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "certeval"
    # "Value error" is pydantic's own word.
    message = " ".join(message.replace("Value error, ", "").split()).rstrip(".")
    hint = f"see '{command} --help'"
    if type(error).__name__ == "NoSuchOption":
        message = message.partition(" (")[0]  # the parser suggests names that are not close
        hint = " ".join([*_near_options(error), hint])
    return UsageError(message[:1].lower() + message[1:], hint)


def _near_options(error: Any) -> list[str]:
    """Return the question whether an option with a similar name was meant, if there is one.

    An option that begins with the unknown name counts before one with a similar spelling.
    """
    parameters = error.ctx.command.get_params(error.ctx)
    shown = [name for one in parameters if not getattr(one, "hidden", False) for name in one.opts]
    bare = [name.removeprefix("--") for name in shown if name.startswith("--")]
    unknown = error.option_name.removeprefix("--")
    near = [name for name in bare if name.startswith(unknown)] or closest(unknown, bare, 1, 0.75)
    return [did_you_mean([f"--{name}" for name in near])] if near else []


def _could_not_run(error: CertevalError, arguments: Sequence[str]) -> int:
    from certeval.cli.error_options import name_options
    from certeval.render.diagnostics import error_as_json, error_as_text

    name_options(error)
    write_stderr(error_as_text(error))
    if _wants_json(arguments):
        try:
            write_stdout(error_as_json(error), machine=True)
        except CertevalError as second:
            write_stderr(error_as_text(second))
    return COULD_NOT_RUN


def _wants_json(arguments: Sequence[str]) -> bool:
    """Return whether the command line asks for JSON, even if it could not be parsed."""
    formats = [os.environ.get("CERTEVAL_FORMAT", "")]
    for at, argument in enumerate(arguments):
        if argument in ("--format", "-f"):
            formats += arguments[at + 1 : at + 2]
        elif argument.startswith(("--format=", "-f")):
            formats.append(argument.removeprefix("--format=").removeprefix("-f").removeprefix("="))
    return formats[-1] == "json"


def _bug(error: Exception, arguments: Sequence[str]) -> int:
    if "--debug" in arguments or os.environ.get("CERTEVAL_DEBUG"):
        write_stderr("".join(traceback.format_exception(error)))
    from certeval.render.text import escape_controls

    place = traceback.extract_tb(sys.exc_info()[2])[-1]
    write_stderr(
        f"certeval: internal error: {type(error).__name__} in {place.name}: "
        f"{escape_controls(str(error))}\n"
        "  help: this is a bug: please report it, with the output of --debug\n"
    )
    return BUG
