"""Judge whether a score reaches the minimum of its criterion."""

from collections.abc import Iterator, Sequence

from certeval.results.scorecard import Line


def minimum_warnings(lines: Sequence[Line]) -> Iterator[str]:
    """Yield a warning of each criterion that is below its minimum, or may be.

    Args:
        lines: The criteria.

    Yields:
        What fails, or cannot be determined.

    """
    for line in lines:
        if line.fails_minimum:
            yield f"fails: {line.title} is below the minimum of {line.minimum}"
        elif may_fail(line):
            yield f"may fail: whether {line.title} reaches {line.minimum} cannot be determined"


def may_fail(line: Line) -> bool:
    """Return whether a score that is not known may be below the minimum, or not.

    Args:
        line: The criterion.

    Returns:
        Whether both are possible.

    """
    least = line.minimum
    return least is not None and not line.fails_minimum and line.raw.value < least.value
