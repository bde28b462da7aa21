"""Suggest ids that may be meant by one that does not exist."""

import re
from collections.abc import Sequence
from pathlib import Path

from certeval.errors import UnknownIdError
from certeval.library.listing import list_definitions
from certeval.model.skills import Vocabulary
from certeval.phrases import closest
from certeval.results.listing import Listing


def suggest_ids(listing: Listing, name: str, limit: int = 3) -> list[str]:
    """Return the ids in *listing* that may be meant by *name*, the likeliest first.

    Ids with a similar spelling come first. If there are none, those with similar words in their
    titles are suggested: only those with all words if there are any; else those with the most such
    words first, then those with short titles.

    Args:
        listing: the definitions that exist.
        name: the unknown id.
        limit: how many to return at most.

    Returns:
        At most *limit* ids.

    """
    ids = [entry.id for entry in listing.entries]
    if spelled := closest(name, ids, limit, 0.75):
        return spelled
    words = [word for word in re.split(r"[\s_-]+", name.lower()) if len(word) > 1]
    ranked = []
    for entry in listing.entries:
        of_title = [word.strip("()-:,.") for word in (entry.title or "").lower().split()]
        met = sum(bool(closest(word, of_title, 1, 0.8)) for word in words)
        ranked.append((-met, len(of_title), entry.id))
    ranked.sort()
    most = ranked[0][0] if ranked else 0
    titled = [one for met, _, one in ranked if met and (met == most or -most < len(words))]
    return list(dict.fromkeys([*titled, *closest(name, ids, limit)]))[:limit]


def unknown_id_error(
    folders: Sequence[Path], kind: str, name: str, file: str | None = None
) -> UnknownIdError:
    """Return the error for an id that does not exist, with similar ids as a hint.

    Args:
        folders: the folders of libraries; every file of *kind* in them is read.
        kind: the kind of definition, or ``id`` for any kind.
        name: the unknown id.
        file: a file that may be meant instead.

    Returns:
        The error, to be raised by the caller.

    """
    any_kind = kind == "id"
    listed = list_definitions(folders, *(() if any_kind else (kind,)))
    suggestions = suggest_ids(listed.listing, name)
    listed_by = "certeval list" if any_kind else f"certeval list {kind}s"
    return UnknownIdError(kind, name, suggestions, file=file, listed_by=listed_by)


def unknown_skill_error(
    name: str, vocabulary: Vocabulary, parameter: str | None = None
) -> UnknownIdError:
    """Return the error for an unknown skill, with the likeliest id as a hint.

    Args:
        name: the unknown skill.
        vocabulary: the skills that exist.
        parameter: the parameter that names the skill, if a parameter does.

    Returns:
        The error, to be raised by the caller.

    """
    meant = [vocabulary.id(found) for found in closest(name, vocabulary.names, 1, 0.7)]
    listed_by = "certeval list skills"
    return UnknownIdError("skill", name, meant, listed_by=listed_by, parameter=parameter)
