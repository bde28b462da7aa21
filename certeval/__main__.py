"""``python -m certeval``, and the entry point of the console script."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Loading modules makes many objects and hardly any garbage: collecting it on Python's usual
    # schedule costs a twelfth of a short run. Long runs still collect.
    gc.set_threshold(200_000)
    from certeval.cli.run import run  # noqa: PLC0415 - after the line above

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
