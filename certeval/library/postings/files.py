"""Read job postings from files and folders, one posting at a time."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from certeval.diagnostics import Diagnostic, Rule
from certeval.errors import DefinitionError, UsageError
from certeval.library.postings.rows import FORMS, MAX_CHARACTERS, csv_postings, json_postings
from certeval.library.tables.lines import Lines
from certeval.library.tables.rewindable import open_rewindable
from certeval.library.text import STDIN, display_path, reason_of
from certeval.model.posting import Posting
from certeval.model.table import BadRow

MAX_REPORTED = 100
"""The most problems that are kept; the others are counted."""

TEXTS = (".txt", ".text", ".md", ".html", ".htm")
"""The endings of files that are one posting each."""


class PostingFiles:
    """The job postings in files and folders.

    Iterating reads them, and yields each posting that can be read.

    Attributes:
        files: how many files were read.
        problem_count: how many files and rows could not be read.
        problems: the first of these.

    """

    def __init__(self, paths: Sequence[Path], text_column: str | None = None) -> None:
        """Look for the files.

        Args:
            paths: files, and folders with all that is in them; ``-`` is standard input.
            text_column: the column of tables with the text; None takes a usual one.

        Raises:
            UsageError: a folder has no file, or two paths are the same.

        """
        self.files = self.problem_count = 0
        self.problems: list[Diagnostic] = []
        self._column = text_column
        self._paths = [file for path in paths for file in self._files(path)]
        if not self._paths and not self.problems:
            hint = f"postings are in files that end in {', '.join((*TEXTS, *FORMS))}"
            raise UsageError("there is no file to read", hint)

    def __iter__(self) -> Iterator[Posting]:
        """Yield each posting.

        Raises:
            DefinitionError: a table has no column with the text, or a quote that is not closed.

        """
        for path in dict.fromkeys(self._paths):
            shown = display_path(path)
            try:
                if path.suffix.lower() in TEXTS and path != STDIN:
                    yield from self._text(path, shown)
                else:
                    yield from self._table(path, shown)
            except OSError as error:
                self._report(shown, f"cannot be read: {reason_of(error)}", "unreadable")

    def _text(self, path: Path, shown: str) -> Iterator[Posting]:
        with path.open("rb") as file:
            raw = file.read(4 * MAX_CHARACTERS + 1)
        self.files += 1
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            message = f"not UTF-8: byte 0x{raw[error.start]:02x}"
            self._report(shown, message, "encoding", line, "save the file as UTF-8")
            return
        if len(text) > MAX_CHARACTERS:
            message = f"more than {MAX_CHARACTERS:,} characters"
            self._report(shown, message, "too-large", None, "a text file is one posting")
        elif not text.strip():
            self._report(shown, "no text", "value")
        else:
            yield Posting(shown, None, text)

    def _table(self, path: Path, shown: str) -> Iterator[Posting]:
        with open_rewindable(path) as file:
            lines = Lines(file)
            first = next((text for text in lines if text.strip() or lines.unreadable), None)
            self.files += 1
            if first is None:
                self._report(shown, "the file is empty", "structure")
                return
            by_content = json_postings if first.lstrip()[:1] in "{[" else csv_postings
            rows = FORMS.get(path.suffix.lower(), by_content)(lines, self._column, shown)
            for row in rows:
                if isinstance(row, BadRow):
                    self._report(shown, row.message, "value", row.line, row.hint)
                else:
                    yield Posting(shown, *row)

    def _files(self, path: Path) -> Iterator[Path]:
        """Yield the file at *path*, or the files in the folder there, however deep."""
        if not os.path.isdir(path):
            yield path
            return
        for folder, below, names in os.walk(path, onerror=self._refuse):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if Path(name).suffix.lower() in (*TEXTS, *FORMS):
                    yield Path(folder) / name
                else:
                    shown = display_path(Path(folder) / name)
                    self._report(shown, "not a text, CSV or JSON Lines file", "structure")

    def _refuse(self, error: OSError) -> None:
        shown = display_path(Path(error.filename))
        self._report(shown, f"cannot be read: {reason_of(error)}", "unreadable")

    def _report(
        self,
        path: str,
        message: str,
        rule: Rule,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        self.problem_count += 1
        if len(self.problems) < MAX_REPORTED:
            self.problems.append(Diagnostic(path, message, rule, hint, line))


def require_postings(files: PostingFiles, found: int) -> None:
    """Require that there is a posting.

    Args:
        files: what was read.
        found: how many postings it has.

    Raises:
        DefinitionError: there is none, because of problems.
        UsageError: there is none.

    """
    if found:
        return
    if files.problems:
        raise DefinitionError(files.problems)
    raise UsageError("there is no posting to count", "name files with job postings in them")
