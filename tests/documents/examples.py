"""Runs the examples of a document, from top to bottom, in one folder.

A block's language says what it is, and a comment above it may say more:

- ``sh``: every line runs and succeeds; ``# exit 1`` at its end asks for another exit code.
- ``console``: each ``$ line`` runs and prints what is below it; a line ``...`` is any lines.
- ``python``: runs; each ``print(...)  # text`` prints that text.
- ``<!-- file: NAME -->`` writes the block to a file, ``<!-- add to: NAME -->`` adds it to one.
- ``<!-- with NAME: OLD -> NEW -->`` changes the file for this block alone.
- ``text`` is not run, nor is what ``.ci/run`` and the tests of the verbs run.
"""

import io
import re
import shlex
from contextlib import redirect_stdout
from pathlib import Path

from tests.readme import Block, blocks

ELSEWHERE = {"run: main job", "run: tests", "run: set-up", "run: verbs"}


class Examples:
    """The examples of a document; *certeval* runs the program in the working folder.

    With *accept*, ``markdown`` is what the document says, with what is printed now.
    """

    def __init__(self, certeval, markdown: str, *, accept: bool = False) -> None:
        self.certeval = certeval
        self.markdown = markdown
        self.accept = accept
        self.blocks = list(blocks(markdown))

    def run(self) -> None:
        """Run all of them, and fail at the first that does not do what the document says."""
        for block in self.blocks:
            if block.mark in ELSEWHERE or block.language == "text":
                continue
            verb, _, rest = block.mark.partition(": ")
            if verb == "file":
                Path(rest).write_text(block.text, encoding="utf-8")
            elif verb == "add to":
                Path(rest).write_text(Path(rest).read_text("utf-8") + block.text, encoding="utf-8")
            elif verb.startswith("with "):
                self._run_with(verb.removeprefix("with "), rest, block)
            else:
                self._run(block)

    def _run_with(self, name: str, change: str, block: Block) -> None:
        old, new = change.split(" -> ")
        text = Path(name).read_text("utf-8")
        assert old in text, f"line {block.line}: {name} has no {old!r}"
        Path(name).write_text(text.replace(old, new), encoding="utf-8")
        self._run(block)
        Path(name).write_text(text, encoding="utf-8")

    def _run(self, block: Block) -> None:
        runners = {"sh": self._sh, "console": self._console, "python": self._python}
        assert block.language in runners, f"line {block.line}: nothing runs this block"
        runners[block.language](block)

    def _sh(self, block: Block) -> None:
        for line in block.text.splitlines():
            command, _, asked = line.partition("  # exit ")
            ran = self._certeval(command)
            assert ran.code == int(asked or 0), f"line {block.line}: {line}\n{ran.out}{ran.err}"

    def _console(self, block: Block) -> None:
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            ran = self._certeval(line)
            printed = ran.err + ran.out
            if self.accept and "\n...\n" not in shown:
                self.markdown = self.markdown.replace(part, f"{line}\n{printed}")
            else:
                pattern = "(?:.*\n)*?".join(map(re.escape, shown.split("...\n")))
                assert re.fullmatch(pattern, printed), f"line {block.line}: {line}\n{printed}"

    def _certeval(self, line: str):
        name, *arguments = shlex.split(line, comments=True)
        assert name == "certeval", f"an example runs {name}"
        return self.certeval(*arguments)

    def _python(self, block: Block) -> None:
        expected = re.findall(r"^ *print\(.*\)  # (.+)$", block.text, re.MULTILINE)
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(block.text, {"__name__": "example"})  # noqa: S102 - our own documents
        lines = printed.getvalue().splitlines()
        assert lines == expected or not expected, f"line {block.line}: {lines}"
