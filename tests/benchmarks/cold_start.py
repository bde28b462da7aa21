"""How long a reader waits: ``certeval score`` and ``review`` against minimal Typer programs.

The floor of ``score`` prints the same table with Typer and Rich, from literals. ``review`` is held
against that same minimal program, and against one that prints the review's whole page from
literals, so that what Rich takes for a page is told apart from what certeval adds. All run in
turn, in the same environment, each as a whole process, and the ratio of each round is taken, so
that a machine whose speed drifts does not tilt it. Run: python tests/benchmarks/cold_start.py
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
HERE = Path(__file__).parent
CERTEVAL = str(Path(sys.executable).parent / "certeval")  # as readers run it
ARGUMENTS = ["ibm-ml", "-a", "career-changer"]


def seconds(command):
    """The wall time of one run, its output thrown away."""
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=_environment(), check=True)
    return time.perf_counter() - started


def _environment():
    """This one's, but with byte code kept: an installed program has been compiled."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


PAGE = '''"""A page from literals."""

from typing import Annotated

import typer

app = typer.Typer()
BLOCKS = {blocks!r}


@app.command()
def review(
    certificate: str,
    audience: Annotated[str, typer.Option("--audience", "-a")] = "data-professional",
) -> None:
    """Print a page."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False, emoji=False, highlight=False)
    for block in BLOCKS:
        if isinstance(block, str):
            console.print(block)
            continue
        columns, rows = block
        table = Table(box=box.ROUNDED)
        for title, number in columns:
            table.add_column(title, justify="right" if number else "left")
        for row in rows:
            table.add_row(*row)
        console.print(table)


if __name__ == "__main__":
    app()
'''


def page():
    """The program that prints the review's page: its tables as tables, all else as lines."""

    from certeval.analysis.review import review
    from certeval.library.library import Library
    from certeval.library.loading_context import load_context
    from certeval.model.scalars import PartialDate
    from certeval.render.document import Table
    from certeval.render.formats import Display
    from certeval.render.layout.review import document
    from certeval.render.terminal import render

    context = load_context(
        Library(), ARGUMENTS[0], ARGUMENTS[2], today=PartialDate(2026, 11, 22),
        others="all", salary_roles=True,
    )  # fmt: skip
    blocks = []
    for block in document(review(context)):
        if isinstance(block, Table):
            columns = [(column.title, column.number) for column in block.columns]
            rows = [[cell for cell in row if isinstance(cell, str)] for row in block.rows]
            blocks.append((columns, rows))
        else:
            blocks += render((block,), Display()).splitlines()
    return PAGE.format(blocks=blocks)


def main():
    """Print the medians and the median ratios of the rounds."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "page.py"
        program.write_text(page(), encoding="utf-8")
        commands = {
            "floor": [sys.executable, str(HERE / "floor.py"), *ARGUMENTS],
            "page": [sys.executable, str(program), *ARGUMENTS],
            "score": [CERTEVAL, "score", *ARGUMENTS],
            "review": [CERTEVAL, "review", *ARGUMENTS],
            "list": [CERTEVAL, "list"],
        }
        for command in commands.values():
            seconds(command)  # once for the byte code and the file cache
        rounds = [
            {name: seconds(command) for name, command in commands.items()} for _ in range(ROUNDS)
        ]
    for ours, floor, aim in (("score", "floor", "1.25"), ("review", "floor", "1.40")):
        told(rounds, ours, floor, f"the minimal program; aim: at most {aim}")
    told(rounds, "review", "page", "a program that prints the same page from literals")
    told(rounds, "list", "score", "score, which reads one certificate; aim: at most 2.00")


def told(rounds, ours, floor, what):
    """Print one comparison."""
    own, base = (statistics.median(one[name] for one in rounds) * 1000 for name in (ours, floor))
    ratios = sorted(one[ours] / one[floor] for one in rounds)
    print(
        f"cold start of {ours}: {own:.0f} ms, floor {base:.0f} ms, "
        f"median ratio {statistics.median(ratios):.2f} "
        f"(of {ROUNDS} rounds, {ratios[0]:.2f} to {ratios[-1]:.2f}; against {what})"
    )


if __name__ == "__main__":
    main()
