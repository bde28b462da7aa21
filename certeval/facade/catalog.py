"""List what a library has, with filters and a search for certificates."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from certeval.errors import CertevalError, UsageError
from certeval.facade import inputs, lookup
from certeval.facade.inputs import Number
from certeval.facade.lookup import Reference

if TYPE_CHECKING:
    from certeval.analysis.catalog import Filters
    from certeval.library.library import Library
    from certeval.model.certificate import Certificate
    from certeval.model.levels import ProgramLevel
    from certeval.model.skills import Vocabulary
    from certeval.results.listing import Entry, Listing


def listing(
    kind: str | None = None,
    *,
    words: str | Iterable[str] | None = None,
    provider: str | None = None,
    skills: str | Iterable[str] | None = None,
    level: ProgramLevel | None = None,
    max_price: Number | None = None,
    role: Reference | None = None,
    library: Library | str | Path | None = None,
) -> Listing:
    """List what a library has, and in which files.

    A certificate of which a filter's fact is unknown is in ``left_out``.

    Args:
        kind: ``certificate``, ``audience``, ``rubric``, ``role``, ``market``, ``skill`` or
            ``measure``; by default all but skills and measures, and with a filter certificates.
        words: beginnings of words in the title, the id or the provider; all have to be there.
        provider: a part of the provider's name.
        skills: skills that a certificate teaches, or attests if it is an exam.
        level: the provider's level: beginner, intermediate or advanced.
        max_price: the most that a month, an attempt or the program costs, with fees, in USD.
        role: a role of which a certificate teaches at least one core skill.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        An entry for each definition.

    Raises:
        CertevalError: a skill or the role does not exist; a filter is given for another kind.

    """
    from certeval.analysis.catalog import Filters, catalog
    from certeval.library.listing import Listed, list_definitions
    from certeval.library.measure_view import list_measures

    found = lookup.library_with(library, role)
    filters = Filters(
        words=_texts(words),
        provider=provider,
        level=level,
        max_price=inputs.optional(max_price, "max_price", inputs.amount),
        skills=_texts(skills),
        role=found.load("role", lookup.name(role)).valid if role is not None else None,
    )
    if filters.for_certificates and kind not in (None, "certificate"):
        message = "provider, skills, level, max_price and role are filters for certificates"
        raise UsageError(message, f"list certificates, not {kind}s", parameter="kind")
    if kind is None and filters.for_certificates:
        kind = "certificate"
    if kind == "measure":
        listed = Listed(list_measures(), {})
    else:
        listed = list_definitions(found.folders, *([kind] if kind else []))
    kept = catalog(listed.listing, listed.certificates, filters, _skills(filters, found))
    entries = (_rated(one, listed.certificates.get(one.id), found) for one in kept.entries)
    return replace(kept, entries=tuple(entries))


def _texts(values: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return one or several texts as a tuple."""
    return (values,) if isinstance(values, str) else tuple(values or ())


def _skills(filters: Filters, library: Library) -> Vocabulary:
    """Return the skills that *filters* need.

    Raises:
        UnknownIdError: a filter names an unknown skill.

    """
    from certeval.library.suggestions import unknown_skill_error
    from certeval.model.skills import vocabulary

    needed = filters.skills or filters.role
    words = vocabulary(file.valid for file in library.skills() if needed)
    for name in filters.skills:
        if name not in words.names:
            raise unknown_skill_error(name, words, parameter="skills")
    return words


def _rated(entry: Entry, certificate: Certificate | None, library: Library) -> Entry:
    """Return *entry* with a reviewer's rating, if there is one."""
    if entry.facts is None or certificate is None or not certificate.scores:
        return entry
    from certeval.facade.scoring import score

    with suppress(CertevalError):  # listing is no place to report it
        rating = score(entry.id, by="opinion", library=library).rating
        return replace(entry, facts=replace(entry.facts, rating=rating))
    return entry
