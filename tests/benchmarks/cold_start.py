"""How long a reader waits: ``certeval score`` against a minimal Typer and Rich program.

Both print the same table, the floor from literals. They run in turn, in the same environment,
each as a whole process, and the ratio of each pair is taken, so that a machine whose speed
drifts does not tilt it. Run: python tests/benchmarks/cold_start.py
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

PAIRS = 25
ARGUMENTS = ["score", "ibm-ml", "-a", "career-changer"]
FLOOR = [sys.executable, str(Path(__file__).parent / "floor.py"), *ARGUMENTS[1:]]
OURS = [str(Path(sys.executable).parent / "certeval"), *ARGUMENTS]  # as readers run it


def seconds(command):
    """The wall time of one run, its output thrown away."""
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=_environment(), check=True)
    return time.perf_counter() - started


def _environment():
    """This one's, but with byte code kept: an installed program has been compiled."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def main():
    """Print both medians and the median ratio of the pairs."""
    for command in (FLOOR, OURS):
        seconds(command)  # once for the byte code and the file cache
    pairs = [(seconds(FLOOR), seconds(OURS)) for _ in range(PAIRS)]
    floor, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(ours / floor for floor, ours in pairs)
    print(
        f"cold start: {ours * 1000:.0f} ms, floor {floor * 1000:.0f} ms, "
        f"median ratio {statistics.median(ratios):.2f} "
        f"(of {PAIRS} pairs, {ratios[0]:.2f} to {ratios[-1]:.2f}; aim: at most 1.25)"
    )


if __name__ == "__main__":
    main()
