"""Phrases that messages share: counts, lists of names, and suggestions for unknown names."""

from collections.abc import Iterable, Sequence


def counted(number: int, noun: str) -> str:
    """Return *number* with *noun*, in the plural unless it is 1: ``1 file``, ``3 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def joined(names: Sequence[str], last: str = "and") -> str:
    """Return *names* as a phrase: ``A``, ``A and B``, ``A, B and C``; *last* joins the last two."""
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def quoted(names: Iterable[str]) -> list[str]:
    """Return *names*, each in single quotes."""
    return [f"'{name}'" for name in names]


def closest(name: str, known: Iterable[str], limit: int = 1, likeness: float = 0.6) -> list[str]:
    """Return at most *limit* of *known* with a spelling most like *name*, the closest first.

    Args:
        name: what was written; case is ignored.
        known: what may have been meant.
        limit: how many to return at most.
        likeness: from 0 (anything) to 1 (identical): the ratio of Ratcliff and Obershelp, as
            ``difflib`` calculates it.

    Returns:
        The names in *known*.

    """
    import difflib  # noqa: PLC0415 - loaded with the first problem

    return difflib.get_close_matches(name.lower(), list(known), n=limit, cutoff=likeness)


def did_you_mean(names: Sequence[str]) -> str:
    """Return the question whether one of *names*, at least one, was meant."""
    return f"did you mean {joined(quoted(names), 'or')}?"


def suggestion(name: str, known: Sequence[str], what: str) -> str:
    """Return a hint for the unknown *name*: the closest of *known*, or else all of them, called
    *what*.
    """
    meant = closest(name, known)
    return did_you_mean(meant) if meant else f"{what}: {', '.join(known) or 'none'}"
