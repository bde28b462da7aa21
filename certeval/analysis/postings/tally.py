"""Count which postings name what; each distinct posting counts once."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from certeval.analysis.postings.names import Match, Names, Text
from certeval.model.posting import Posting
from certeval.model.skills import Vocabulary
from certeval.model.wording import places_of
from certeval.results.postings import Example

MOST_EXAMPLES = 10
_AROUND = 8  # words before and after the name in an example
_DIGEST_BYTES = 16


class LookedFor(NamedTuple):
    """What to look for.

    ``certificates`` and ``skills`` are their names; the ``vocabulary`` says which skills consist of
    others. ``shown`` is the id of what to give examples of.
    """

    certificates: Names
    skills: Names
    vocabulary: Vocabulary
    shown: str | None = None


class Tally(NamedTuple):
    """How many postings were read and are distinct, and how many of these name each id."""

    read: int
    distinct: int
    certificates: Counter[str]
    skills: Counter[str]
    examples: tuple[Example, ...]


def tally(postings: Iterable[Posting], wanted: LookedFor) -> Tally:
    """Count postings, and those that name each certificate and each skill.

    Two postings are the same if they have the same words, whatever their case, punctuation and
    layout. A skill with parts counts if it is named itself, or if enough of its parts are.

    Args:
        postings: the postings, in any order; they are taken one at a time.
        wanted: what to look for.

    Returns:
        The counts; each is at most the number of distinct postings.

    """
    read = 0
    seen: set[bytes] = set()
    certificates: Counter[str] = Counter()
    skills: Counter[str] = Counter()
    examples: list[Example] = []
    words = wanted.vocabulary
    parts = {name: frozenset(words.parts(name)) for name in wanted.skills.ids}
    wholes = [(name, some, words.needs_all(name)) for name, some in parts.items() if some]
    for posting in postings:
        read += 1
        text = Text(posting.text)
        digest = blake2b(" ".join(text.lower).encode(), digest_size=_DIGEST_BYTES).digest()
        if digest in seen:
            continue
        seen.add(digest)
        matches = [[*wanted.certificates.find(text)], [*wanted.skills.find(text)]]
        certificates.update({match.id for match in matches[0]})
        named = {match.id for match in matches[1]}
        covered = [
            name for name, some, every in wholes if (some <= named if every else some & named)
        ]
        skills.update(named.union(covered))
        if wanted.shown and len(examples) < MOST_EXAMPLES:
            found = [one for some in matches for one in some if one.id == wanted.shown]
            examples += [_example(posting, text, match) for match in found[:1]]
    return Tally(read, len(seen), certificates, skills, tuple(examples))


def _example(posting: Posting, text: Text, match: Match) -> Example:
    """Return the words of a match, and a few around it, as they are written."""
    places = places_of(text.cleaned)
    first, last = max(0, match.start - _AROUND), min(len(places), match.end + _AROUND) - 1
    starts, ends = places[match.start][0], places[match.end - 1][1]
    parts = (
        text.cleaned[places[first][0] : starts],
        text.cleaned[starts:ends],
        text.cleaned[ends : places[last][1]],
    )
    return Example(posting.path, posting.line, *(re.sub(r"\s+", " ", part) for part in parts))
