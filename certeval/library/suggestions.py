"""Which id may be meant by one that does not exist."""

from certeval.errors import UnknownIdError
from certeval.model.skills import Vocabulary
from certeval.phrases import closest
from certeval.results.listing import Listing


def suggest_ids(listing: Listing, name: str, limit: int = 3) -> list[str]:
    """Return at most *limit* ids of *listing* that may be meant by *name*, the likeliest first.

    Those spelled alike go first; without any, those with alike words in their titles, by how many
    of these there are, short titles first.
    """
    ids = [entry.id for entry in listing.entries]
    if spelled := closest(name, ids, limit, 0.75):
        return spelled
    words = [word for word in name.lower().replace("_", "-").split("-") if len(word) > 1]
    ranked = []
    for entry in listing.entries:
        of_title = [word.strip("()-:,.") for word in (entry.title or "").lower().split()]
        met = sum(bool(closest(word, of_title, 1, 0.8)) for word in words)
        ranked.append((-met, len(of_title), entry.id))
    titled = [one for met, _, one in sorted(ranked) if met]
    return list(dict.fromkeys([*titled, *closest(name, ids, limit)]))[:limit]


def unknown_skill_error(
    name: str, vocabulary: Vocabulary, parameter: str | None = None
) -> UnknownIdError:
    """Return the error that no skill is called *name*, with the id of the likeliest one."""
    meant = [vocabulary.id(found) for found in closest(name, vocabulary.names, 1, 0.7)]
    listed_by = "certeval list skills"
    return UnknownIdError("skill", name, meant, listed_by=listed_by, parameter=parameter)
