"""The names by which job postings mention a skill or a certificate, and when a name counts."""

from collections.abc import Iterator

from certeval.model.base import Validated
from certeval.model.problems import Problem
from certeval.model.scalars import Text
from certeval.model.wording import words_of


class Naming(Validated):
    """A name that is looked for in job postings: in whole words, in any case and punctuation."""

    text: Text
    """The name, for example MLS-C01. One that is the title or an alias takes its place."""

    near: tuple[Text, ...] = ()
    """Words of which one has to be near for the name to count, because it has other meanings:
    [aws, certified].
    """

    not_in: tuple[Text, ...] = ()
    """Longer phrases in which the name means something else: [R&D]."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the fields, each of which is valid alone."""
        own = _words(self.text)
        if not own:
            yield Problem(("text",), f"'{self.text}' has no word to look for")
        for number, word in enumerate(self.near):
            if len(_words(word)) != 1:
                hint = "list the words of a phrase one by one"
                yield Problem(("near", number), f"'{word}' is not a single word", hint)
        for number, phrase in enumerate(self.not_in):
            words = _words(phrase)
            inside = any(words[at : at + len(own)] == own for at in range(len(words)))
            if not inside or words == own:
                message = f"'{phrase}' is not a longer phrase with '{self.text}' in it"
                yield Problem(("not_in", number), message, "write the whole phrase")


def _words(text: str) -> list[str]:
    return [word.lower() for word in words_of(text)]
