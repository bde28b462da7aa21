"""Find names in the words of a text: one pass over the text, however many names there are."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from certeval.model.naming import Naming
from certeval.model.wording import clean, spaced, words_of

NEAR = 10
"""How many words on either side of an ambiguous name are near it."""


class Text:
    """The words of a text.

    Attributes:
        cleaned: the text, without what is invisible.
        lower: its words in lower case.

    """

    def __init__(self, text: str) -> None:
        """Split the text into its words."""
        self.cleaned = clean(text)
        self.lower = spaced(self.cleaned).lower().split()


class Match(NamedTuple):
    """A name in a text: whose it is, and its words by number, up to but not including *end*."""

    id: str
    start: int
    end: int


class _Phrase(NamedTuple):
    """Words in a row that are looked for.

    ``id`` is whose name they are; None is a phrase in which a name means something else. With
    ``near``, they count only close to one of these words.
    """

    words: list[str]
    id: str | None
    near: frozenset[str]


class Names:
    """Names to look for, and whose they are.

    The longest name wins, and a word is part of one name only: in "Google Cloud Platform" nothing
    is found for "Google Cloud".
    """

    def __init__(self) -> None:
        """Start without any name."""
        self.ids: dict[str, str] = {}
        # By the first word, then by the second one; "" if there is none.
        self._phrases: dict[str, dict[str, list[_Phrase]]] = {}

    def add(self, owner: str, title: str, names: Iterable[str], namings: Iterable[Naming]) -> None:
        """Look for a skill or a certificate.

        Args:
            owner: its id.
            title: its title, which is also a name.
            names: other names that count wherever they appear.
            namings: names with conditions; each replaces the plain name that has its words.

        """
        self.ids[owner] = title
        conditional = {" ".join(_lower(naming.text)) for naming in namings}
        plain = {" ".join(_lower(name)): name for name in (title, *names)}
        for words in plain.keys() - conditional - {""}:
            self._look_for(_Phrase(words.split(), owner, frozenset()))
        for naming in namings:
            near = frozenset(word for phrase in naming.near for word in _lower(phrase))
            self._look_for(_Phrase(_lower(naming.text), owner, near))
            for phrase in naming.not_in:
                self._look_for(_Phrase(_lower(phrase), None, frozenset()))

    def find(self, text: Text) -> Iterator[Match]:
        """Yield each name in a text, from its beginning.

        Args:
            text: the words of the text.

        Yields:
            Each name that is found, as often as it is found.

        """
        lower, first, past = text.lower, self._phrases, 0
        if first.keys().isdisjoint(lower):
            return
        for at in [at for at, word in enumerate(lower) if word in first]:
            if at < past:
                continue
            second, following = first[lower[at]], lower[at + 1] if at + 1 < len(lower) else " "
            for words, owner, near in (*second.get(following, ()), *second.get("", ())):
                end = at + len(words)
                if lower[at:end] != words:
                    continue
                around = lower[max(0, at - NEAR) : at] + lower[end : end + NEAR] if near else ()
                if near and near.isdisjoint(around):
                    continue
                past = end
                if owner is not None:
                    yield Match(owner, at, end)
                break

    def _look_for(self, phrase: _Phrase) -> None:
        first, second = [*phrase.words, ""][:2]
        phrases = self._phrases.setdefault(first, {}).setdefault(second, [])
        phrases.append(phrase)
        phrases.sort(key=lambda one: (-len(one.words), one.id is None))


def _lower(text: str) -> list[str]:
    return [word.lower() for word in words_of(text)]
