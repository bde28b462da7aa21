"""What is entered for a criterion, in a file, a table or an option, and the score it gives.

An entry is a number or a word. Under a criterion with a value function it is a measurement, under
any other a raw score. Some entries say that there is none, and why.
"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from certeval.analysis.value import value_of, value_of_word
from certeval.errors import MeasurementError, ScoreError
from certeval.model.criterion import Criterion
from certeval.model.missing import Absence
from certeval.model.rubric import Rubric
from certeval.model.scalars import read_number
from certeval.model.value_function import fold


class Entry(NamedTuple):
    """An entry and its score, in points; not ``exact`` if a logarithm is in it.

    ``measurement`` is what was measured, as it was written, and None for a raw score.
    """

    score: Fraction
    exact: bool = True
    measurement: str | None = None


class Entries:
    """Reads entries for the criteria of one rubric."""

    def __init__(self, rubric: Rubric) -> None:
        """Prepare to read.

        Args:
            rubric: has the scale, and says which entries mean that there is no score.

        """
        self._scale = rubric.scale
        missing = rubric.missing
        self._absences: dict[str, Absence] = {"": "not_answered"}
        self._absences |= {fold(word): "not_answered" for word in missing.not_answered}
        self._absences |= {fold(word): "not_applicable" for word in missing.not_applicable}

    def absence(self, criterion: Criterion, text: str) -> Absence | None:
        """Return why *text* gives no score.

        Args:
            criterion: the criterion; a word of its value function is never an absence.
            text: the entry as it is written.

        Returns:
            The reason, or None if the text is an entry with a score.

        """
        reason = self._absences.get(fold(text))
        function = criterion.value_function
        known = reason and function and function.word_score(text) is not None
        return None if known else reason

    def read(self, criterion: Criterion, text: str) -> Entry:
        """Return the score of the entry *text*.

        Args:
            criterion: the criterion that it is entered for.
            text: a number or a word, as it is written; not one that says that there is none.

        Returns:
            The entry with its score.

        Raises:
            ScoreError: it is no number, or is not on the scale or between its steps.
            MeasurementError: the value function has no score for it.

        """
        function, stripped = criterion.value_function, text.strip()
        if function is None:
            try:
                return self.raw(read_number(stripped))
            except PydanticCustomError as error:
                context = error.context or {}
                raise ScoreError(context["message"], context.get("hint")) from None
        if problem := function.problem_with(stripped):
            raise MeasurementError(*problem)
        value = value_of_word(function, stripped)
        value = value or value_of(function, Fraction(read_number(stripped)), self._scale)
        return Entry(value.score, value.exact, stripped)

    def raw(self, number: Decimal) -> Entry:
        """Return the raw score *number* as an entry.

        Args:
            number: a raw score, in points of the scale.

        Returns:
            The entry.

        Raises:
            ScoreError: it is not on the scale, or between its steps.

        """
        if problem := self._scale.problem_with(number):
            raise ScoreError(*problem)
        return Entry(Fraction(number))
