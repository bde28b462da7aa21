"""Count what job postings name: the market for a role, from postings of your own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from certeval.errors import UsageError
from certeval.facade import dates, lookup
from certeval.facade.dates import Date
from certeval.facade.lookup import Reference

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.model.scalars import PartialDate
    from certeval.results.postings import Postings


def postings(
    paths: str | Path | Iterable[str | Path],
    *,
    role: Reference,
    text_column: str | None = None,
    region: str | None = None,
    date: Date | None = None,
    show: str | None = None,
    library: Library | str | Path | None = None,
) -> Postings:
    """Count the certificates and skills that job postings name.

    Repeats are left out: postings with the same words, whatever their case and layout.

    Args:
        paths: folders of text files, CSV and JSON Lines files; ``-`` is standard input.
        role: the job that the postings are for.
        text_column: the column, or key, of tables with the text; by default a usual one.
        region: where the jobs are, in your words.
        date: when the postings were published: a year, a month or a day; by default today.
        show: give examples of this certificate or skill: an id, an alias or a title.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The number of postings that name each certificate and each skill, with intervals.

    Raises:
        CertevalError: there is no such role, no posting, or no column with the text.

    """
    from certeval.analysis.postings import postings as answer
    from certeval.analysis.postings.tally import LookedFor, tally
    from certeval.library.postings.files import PostingFiles, require_postings
    from certeval.library.postings.vocabulary import load_known

    where = None if region is None else _text(region, "region")
    when = _date(date)
    known = load_known(lookup.library_with(library, role), lookup.name(role))
    shown = None if show is None else known.id_of(show)
    given = [paths] if isinstance(paths, str | Path) else [*paths]
    files = PostingFiles([Path(path) for path in given], text_column)
    certificates, skills = answer.names_of(known.certificates, known.vocabulary)
    found = tally(files, LookedFor(certificates, skills, known.vocabulary, shown))
    require_postings(files, found.read)
    return answer.postings(
        found,
        answer.Population(known.role, where, when),
        answer.Read(files.files, files.problem_count, files.problems, known.warnings),
        answer.Library(known.certificates, known.vocabulary, known.files),
        shown,
    )


def _date(value: Date | None) -> PartialDate:
    """Return when the postings were published.

    Raises:
        UsageError: it is no date.

    """
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import read_partial_date

    if value is None or not isinstance(value, str):
        return dates.day(value, "date")
    try:
        return read_partial_date(value)
    except PydanticCustomError as error:
        found = error.context or {}
        raise UsageError(found["message"], found["hint"], parameter="date") from None


def _text(value: str, parameter: str) -> str:
    """Return *value* without blanks around it.

    Raises:
        UsageError: nothing is left.

    """
    if not value.strip() or not value.isprintable():
        raise UsageError("must be a printable text", parameter=parameter)
    return value.strip()
