"""Scoring or listing many certificate files takes time in proportion to their number.

Run: python tests/benchmarks/many_files.py [HOW_MANY]
"""

import sys
import tempfile
import time
from pathlib import Path

from certeval import Library

SCORES = {
    "curriculum-quality": 7.5,
    "hiring-impact": 7,
    "skill-to-job-match": 7,
    "value-for-money": 8.5,
    "portfolio-and-interview-prep": 7,
    "accessibility": 6.5,
}


def text(name):
    """A certificate with six scores."""
    lines = [
        f"kind: certificate\nid: {name}\ntitle: {name}\nprovider: Somebody",
        "rubric: career-certificate",
        "sources: [{id: me, title: Notes, publisher: Me, date: 2026}]\nscores:",
    ]
    lines += [
        f"  - {{criterion: {criterion}, raw: {raw}, reason: So, source: me}}"
        for criterion, raw in SCORES.items()
    ]
    return "\n".join(lines) + "\n"


def microseconds_each(paths):
    """The time for one file, on the average over *paths*."""
    library = Library()
    started = time.perf_counter()
    for path in paths:
        assert library.score(path, audience="career-changer").rating.display == "7.1"
    return (time.perf_counter() - started) / len(paths) * 1e6


def listing_each(root, many):
    """The time to list one file in a library of *many*, without the built-in ones."""
    folder = root / f"library-{many}" / "certificates"
    folder.mkdir(parents=True)
    for number in range(many):
        unscored = text(f"c{number}").partition("scores:")[0]
        (folder / f"c{number}.yaml").write_text(unscored, encoding="utf-8")
    started = time.perf_counter()
    assert len(Library.only([folder.parent]).listing("certificate").entries) == many
    return (time.perf_counter() - started) / many * 1e6


def main():
    """Print the time for one file, among few and among many."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        listed = [listing_each(Path(folder), number) for number in (10, many // 10, many)]
        paths = [Path(folder) / f"c{number}.yaml" for number in range(many)]
        for path in paths:
            path.write_text(text(path.stem), encoding="utf-8")
        microseconds_each(paths[:10])  # once for the models and the byte code
        few = microseconds_each(paths[: many // 10])
        all_of_them = microseconds_each(paths)
    print(
        f"scoring files: {many // 10} at {few:.0f} us each, {many} at {all_of_them:.0f} us each "
        f"({all_of_them * many / 1e6:.1f} s), ratio {all_of_them / few:.2f} (1.00 is linear)"
    )
    _, few, all_of_them = listed
    print(
        f"listing files: {many // 10} at {few:.0f} us each, {many} at {all_of_them:.0f} us each, "
        f"ratio {all_of_them / few:.2f} (1.00 is linear)"
    )


if __name__ == "__main__":
    main()
