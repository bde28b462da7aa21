"""Give every command the library, and a way to show its result."""

import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from certeval.cli.output import ColorChoice, display_for, write_file, write_stderr, write_stdout
from certeval.errors import OutputError
from certeval.render.formats import Display, Format
from certeval.render.text import escape_controls

if TYPE_CHECKING:
    from certeval.diagnostics import Diagnostic
    from certeval.library.library import Library
    from certeval.model.table import BadRow
    from certeval.results.base import Result

CONDITION_FAILED = 1


class Session:
    """One run of one command, with the options that all commands share."""

    def __init__(
        self, format_: StrEnum, output: str, folders: Sequence[Path], color: ColorChoice
    ) -> None:
        """Keep the values of the shared options.

        Args:
            format_: the format of the result.
            output: the file to write to, or ``-`` for standard output.
            folders: the folders that ``--library`` names.
            color: when to color the table.

        """
        self.format = format_
        self.output = output
        self.folders = tuple(folders)
        self.color = color
        self.inputs: list[Path] = []

    @cached_property
    def library(self) -> "Library":
        """The definitions, in the folders that are searched."""
        from certeval.library.folders import library_folders
        from certeval.library.library import Library

        return Library.only(library_folders(self.folders))

    @property
    def display(self) -> Display:
        """What the result will be shown on."""
        return display_for(sys.stdout if self.output == "-" else None, self.color, os.environ)

    def show(self, result: "Result", **choices: bool) -> None:
        """Render *result* in the format that was asked for, and write it to the output.

        Args:
            result: what to show.
            choices: what the layout offers, such as ``explain=True``.

        """
        from certeval.render.render import render

        self._note_shadowed()
        self.write(render(result, Format(self.format), self.display, **choices))

    def write(self, text: str) -> None:
        """Write *text* to the output as it is."""
        if self.output == "-":
            write_stdout(text, machine=self.format not in ("table", "text"))
        else:
            self._refuse_to_overwrite_inputs()
            write_file(Path(self.output), text)
            self.note(f"wrote {self.output}")

    def exit_code_for(self, shortfalls: Iterable[str | None]) -> int:
        """Return 1 if a condition does not hold, else 0; print each shortfall."""
        failed = [shortfall for shortfall in shortfalls if shortfall]
        for shortfall in failed:
            self.note(shortfall)
        return CONDITION_FAILED if failed else 0

    def prompt(self, text: str) -> None:
        """Print a question; the answer is typed on the same line."""
        write_stderr(escape_controls(text))

    def note(self, text: str) -> None:
        """Print a note, apart from the result."""
        write_stderr(f"{escape_controls(text)}\n")

    def report_bad_rows(self, path: str, rows: Sequence["BadRow"], count: int) -> None:
        """Report rows of the table at *path* that were not ranked: the first of *count*."""
        from certeval.diagnostics import Diagnostic
        from certeval.library.text import display_path

        shown = display_path(Path(path))
        problems = [Diagnostic(shown, row.message, "value", row.hint, row.line) for row in rows]
        self.report_problems(problems, count)

    def report_problems(self, problems: Sequence["Diagnostic"], count: int) -> None:
        """Report what was left out because it has problems: the first of *count*."""
        from certeval.render.diagnostics import diagnostic_as_text

        for problem in problems:
            write_stderr(diagnostic_as_text(problem))
        if count > len(problems):
            self.note(f"and {count - len(problems)} more")

    def _refuse_to_overwrite_inputs(self) -> None:
        """Require that the output is none of the files that were read.

        Raises:
            OutputError: it is one of them.

        """
        used = self.library.files_read if "library" in self.__dict__ else ()
        read = {os.path.realpath(path) for path in (*self.inputs, *used)}
        if os.path.realpath(self.output) in read:
            message = f"--output: '{self.output}' is a file that was read"
            raise OutputError(message, "choose another file: input files are not overwritten")

    def _note_shadowed(self) -> None:
        for (kind, name), path in self.library.shadowed.items():
            self.note(f"note: {kind} '{name}' is {path}, in place of the built-in one")
