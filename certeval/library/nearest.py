"""Which id may be meant by one that does not exist."""

import difflib

from certeval.library.listing import Listing


def nearest(listing: Listing, name: str, limit: int = 3) -> list[str]:
    """At most *limit* ids of *listing*: those spelled like *name*, then those with a like title.

    A title counts where one of its words is spelled like a word of *name*.
    """
    ids = [entry.id for entry in listing.entries]
    spelled = difflib.get_close_matches(name.lower(), ids, n=limit, cutoff=0.6)
    words = [word for word in name.lower().replace("_", "-").split("-") if len(word) > 1]
    titled = [
        entry.id
        for entry in listing.entries
        if any(
            difflib.get_close_matches(word, _words(entry.title or ""), n=1, cutoff=0.8)
            for word in words
        )
    ]
    return list(dict.fromkeys([*spelled, *titled]))[:limit]


def _words(title: str) -> list[str]:
    return [word.strip("()-:,.") for word in title.lower().split()]
