"""Ranking the rows of a table takes time in proportion to their number, and no more memory.

Whole processes on generated tables, with --top 10: time, peak memory, and how much longer it takes
than only to read the same file with the standard library's csv, a floor that is measured in the
same run. The largest table has a million rows. Needs a Unix, for the memory of processes.
Run: python tests/benchmarks/rank_rows.py [ROWS...]
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

SIZES = (1000, 10_000, 100_000, 1_000_000)
RUNS = 3
MANY = 1_000_000  # rows, for which one run has to do
CRITERIA = (
    "curriculum-quality",
    "hiring-impact",
    "skill-to-job-match",
    "value-for-money",
    "portfolio-and-interview-prep",
    "accessibility",
)
FLOOR = """
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.reader(file):
        pass
"""


class Used(NamedTuple):
    """What a process took: seconds on the clock, and megabytes at its largest."""

    seconds: float
    megabytes: float


def generate(path, count):
    """Write a table of *count* rows with an id, a title and six scores each."""
    chance = random.Random(count)  # noqa: S311 - chance is all that is asked of it
    scores = [f"{step / 2:g}" for step in range(2, 21)]
    with path.open("w", encoding="utf-8") as file:
        file.write(f"id,title,{','.join(CRITERIA)}\n")
        for number in range(count):
            row = ",".join(chance.choices(scores, k=len(CRITERIA)))
            file.write(f"c{number},Certificate number {number},{row}\n")


def used(arguments, count):
    """The least that one of several runs took, with a table of *count* rows."""
    return min(_used(arguments) for _ in range(RUNS if count < MANY else 1))


def _used(arguments):
    started = time.perf_counter()
    process = os.posix_spawn(
        sys.executable,
        [sys.executable, *arguments],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(process, 0)
    assert status == 0, arguments
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
    return Used(time.perf_counter() - started, usage.ru_maxrss * unit / 1e6)


def main():
    """Print a line for each size."""
    os.environ |= {"CERTEVAL_TODAY": "2026-11-22", "PYTHONPATH": str(Path(__file__).parents[2])}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        for count in [int(given) for given in sys.argv[1:]] or SIZES:
            generate(path, count)
            floor = used(["-c", FLOOR, str(path)], count)
            rank = ["-m", "certeval", "rank", "--from", str(path), "--top", "10", "-f", "csv"]
            ours = used(rank, count)
            print(
                f"ranking {count:>9,} rows: {ours.seconds:6.2f} s, {ours.megabytes:5.1f} MB; "
                f"only reading them: {floor.seconds:5.2f} s; "
                f"ratio {ours.seconds / floor.seconds:.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
