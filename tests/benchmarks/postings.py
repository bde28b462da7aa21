"""Counting job postings takes time in proportion to their text: 100,000 in half a minute.

Whole processes on generated JSON Lines with about 3,000 characters a posting, as long as real ones:
time, peak memory, and how much longer it takes than only to read and decode the same file, a floor
that is measured in the same run. Needs a Unix, for the memory of processes.
Run: python tests/benchmarks/postings.py [POSTINGS...]
"""

import json
import os
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from certeval import Library
from tests.benchmarks.rank_rows import MANY, used

SIZES = (1000, 10_000, 100_000)
FLOOR = """
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        json.loads(line)
"""
FILLER = (
    "we are looking for a motivated person to join our growing team and work with the business on "
    "data products in an agile environment: benefits, salary, vacation and remote work; you "
    "communicate results across many teams, and care about quality - ready to go the extra mile?"
)
WORDS = 430
NAMED = 18


def generate(path, count):
    """Write *count* postings; half of them have characters that are not ASCII, as real ones do."""
    chance = random.Random(count)  # noqa: S311 - chance is all that is asked of it
    filler = FILLER.split()
    skills = [skill.title for file in Library().skills() for skill in file.valid.skills]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            words = chance.choices(filler, k=WORDS)
            for skill in chance.sample(skills, NAMED):
                words.insert(chance.randrange(WORDS), skill)
            bullet = "\n\u2022 " if number % 2 else "\n- "
            text = bullet.join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
            file.write(json.dumps({"id": number, "text": f"{number} {text}"}) + "\n")


def main():
    """Print a line for each size."""
    os.environ |= {"CERTEVAL_TODAY": "2026-11-22", "PYTHONPATH": str(Path(__file__).parents[2])}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "postings.jsonl"
        for count in [int(given) for given in sys.argv[1:]] or SIZES:
            generate(path, count)
            runs = MANY if count == max(SIZES) else count
            floor = used(["-c", FLOOR, str(path)], runs)
            command = ["-m", "certeval", "postings", str(path), "--role", "ml-engineer"]
            ours = used([*command, "-f", "csv"], runs)
            print(
                f"counting {count:>7,} postings of {path.stat().st_size // count:,} bytes: "
                f"{ours.seconds:6.2f} s, {ours.megabytes:5.1f} MB; "
                f"only reading them: {floor.seconds:5.2f} s; "
                f"ratio {ours.seconds / floor.seconds:.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
