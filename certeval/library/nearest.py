"""Which id may be meant by one that does not exist."""

import difflib

from certeval.model.skills import Vocabulary
from certeval.results.listing import Listing


def nearest(listing: Listing, name: str, limit: int = 3) -> list[str]:
    """At most *limit* ids of *listing*: those spelled like *name*, or else those with a like title.

    Titles are ranked by how many of their words are spelled like words of *name*, short ones first.
    """
    ids = [entry.id for entry in listing.entries]
    spelled = difflib.get_close_matches(name.lower(), ids, n=limit, cutoff=0.75)
    if spelled:
        return spelled
    words = [word for word in name.lower().replace("_", "-").split("-") if len(word) > 1]
    ranked = []
    for entry in listing.entries:
        of_title = _words(entry.title or "")
        met = sum(bool(difflib.get_close_matches(w, of_title, n=1, cutoff=0.8)) for w in words)
        ranked.append((-met, len(of_title), entry.id))
    titled = [name for met, _, name in sorted(ranked) if met]
    near = difflib.get_close_matches(name.lower(), ids, n=limit, cutoff=0.6)
    return list(dict.fromkeys([*titled, *near]))[:limit]


def _words(title: str) -> list[str]:
    return [word.strip("()-:,.") for word in title.lower().split()]


def nearest_skill(vocabulary: Vocabulary, name: str) -> str | None:
    """The id of the skill of which a name is spelled most like *name*; None where none is."""
    found = difflib.get_close_matches(name.lower(), vocabulary.names, n=1, cutoff=0.7)
    return f"'{vocabulary.id(found[0])}'" if found else None
