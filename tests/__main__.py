"""The five verbs of contributing, each one command: ``python -m tests VERB``."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BENCHMARKS = ("cold_start", "many_files", "stack", "draws", "rank_rows", "postings")
GOLDEN = ("tests/render", "tests/library/test_broken.py", "tests/documents")
VERBS = {
    "test": [["-m", "pytest", "--numprocesses", "2"]],
    "lint": [
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "mypy"],
        ["-m", "certeval", "check", "rubrics"],
    ],
    "golden": [["-m", "pytest", *GOLDEN, "--accept"]],
    "docs": [["-m", "tests.documents"]],
    "bench": [[f"tests/benchmarks/{name}.py"] for name in BENCHMARKS],
}


def main(verb: str = "", *arguments: str) -> int:
    """Run the programs of *verb*; *arguments* go to the last one. Stop at the first that fails."""
    if verb not in VERBS:
        print(f"usage: python -m tests {'|'.join(VERBS)} [ARGUMENTS]", file=sys.stderr)
        return 2
    *programs, last = VERBS[verb]
    for program in (*programs, [*last, *arguments]):
        print(f"$ python {' '.join(program)}", flush=True)
        code = subprocess.run([sys.executable, *program], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
