"""Draws of weightings as a whole process, against the simulation of pysensmcda.

Twenty certificates under six criteria, 10,000 weightings, rank acceptabilities and central weights.
pysensmcda lives in an environment of its own, which is made on the first run and kept in the folder
given, or else thrown away. Run: python tests/benchmarks/draws.py [FOLDER]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from random import Random

CERTIFICATES, CRITERIA, DRAWS, RUNS = 20, 6, 10_000, 7
PEER = "pysensmcda==2.0.0"
SOURCES = "sources: [{id: me, title: Notes, publisher: Me, date: 2026}]\n"

SIMULATION = """
import numpy as np
from pysensmcda.smaa import central_weights, rank_acceptability, simulate

matrix = np.array({matrix})
result = simulate(lambda matrix, weights, types: matrix @ weights, matrix,
                  np.ones(matrix.shape[1]), num_samples={draws}, reverse_ranking=True, seed=1)
print(rank_acceptability(result))
print(central_weights(result))
"""


def scores():
    """Raw scores from 1 to 10, in steps of a tenth."""
    random = Random(1)  # noqa: S311 - chance is all that is asked of it
    return [[random.randint(10, 100) / 10 for _ in range(CRITERIA)] for _ in range(CERTIFICATES)]


def write_library(root, matrix):
    """A rubric and a certificate for each row."""
    weights = [20, 25, 20, 15, 10, 10]
    criteria = "".join(
        f"  - {{id: c{at}, title: C{at}, weight_percent: {weight}, question: What?, source: me}}\n"
        for at, weight in enumerate(weights)
    )
    rubric = f"kind: rubric\nid: judge\ntitle: Judge\n{SOURCES}scale: {{min: 1, max: 10}}\n"
    files = {"methodology/judge.yaml": f"{rubric}criteria:\n{criteria}"}
    for number, row in enumerate(matrix):
        given = "".join(
            f"  - {{criterion: c{at}, raw: {raw}, reason: So, source: me}}\n"
            for at, raw in enumerate(row)
        )
        head = f"kind: certificate\nid: x{number}\ntitle: X{number}\nprovider: Guild\n"
        text = f"{head}rubric: judge\n{SOURCES}scores:\n{given}"
        files[f"certificates/x{number}.yaml"] = text
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def peer_python(folder):
    """The Python of an environment that has the peer; None where it cannot be installed."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    asked = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
    done = subprocess.run(asked, capture_output=True, check=False)
    return python if done.returncode == 0 else None


def seconds(command):
    """The time of one whole process."""
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main():
    """Print both medians, and their ratio; runs alternate."""
    with tempfile.TemporaryDirectory() as scratch:
        root, matrix = Path(scratch) / "library", scores()
        write_library(root, matrix)
        names = [f"x{number}" for number in range(CERTIFICATES)]
        options = ["--draws", str(DRAWS), "--format", "json", "--library", str(root)]
        ours = [sys.executable, "-m", "certeval", "robustness", *names, *options]
        kept = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "peer"
        python = peer_python(kept)
        program = Path(scratch) / "simulation.py"
        program.write_text(SIMULATION.format(matrix=matrix, draws=DRAWS), encoding="utf-8")
        commands = [ours, *([[python, program]] if python else [])]
        times = [[] for _ in commands]
        for _ in range(RUNS + 1):  # the first one fills the disk's cache, and does not count
            for command, taken in zip(commands, times, strict=True):
                taken.append(seconds(command))
    medians = [statistics.median(taken[1:]) for taken in times]
    what = f"{DRAWS:,} draws over {CERTIFICATES} certificates with {CRITERIA} criteria"
    print(f"robustness: {medians[0]:.2f} s for {what} (median of {RUNS})")
    if python:
        ratio = medians[0] / medians[1]
        print(f"robustness: pysensmcda's simulate takes {medians[1]:.2f} s; ratio {ratio:.2f}")
    else:
        print("robustness: pysensmcda could not be installed here, so there is no ratio")


if __name__ == "__main__":
    main()
