"""Entries that say that there is no score, and why."""

from typing import Literal

from certeval.model.base import Frozen
from certeval.model.scalars import Text
from certeval.model.value_function import fold

Absence = Literal["not_answered", "not_applicable"]
"""Why there is no score: nobody knows it, or the criterion makes no sense here."""

_NOT_ANSWERED = ("-", "N/A", "NA", "n.a.", "null", "None", "NaN", "?", "#N/A", "unknown")


class Missing(Frozen):
    """Which entries say that there is no measurement or score, and why."""

    not_answered: tuple[Text, ...] = _NOT_ANSWERED
    """Entries that say that nobody knows, in any case, for example [unknown, "?"]; an empty one
    always does. What becomes of them is said by missing_score.
    """

    not_applicable: tuple[Text, ...] = ()
    """Entries that say that the criterion makes no sense here, for example [N/A]. It is then left
    out, and the other weights are rescaled.
    """

    def absence(self, text: str) -> Absence | None:
        """Return why the entry *text* gives no score; None if it is an entry like any other."""
        word = fold(text)
        if word in {fold(one) for one in self.not_applicable}:
            return "not_applicable"
        if not word or word in {fold(one) for one in self.not_answered}:
            return "not_answered"
        return None
