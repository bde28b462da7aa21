"""The value function: how a measurement, such as a price or a level, becomes a score.

R. L. Keeney and H. Raiffa, "Decisions with Multiple Objectives" (1976), chapter 3.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError, core_schema

from certeval.model.base import Validated
from certeval.model.problems import Problem, readable
from certeval.model.scalars import DecimalPlaces, Scalar, Text, bad_value, describe, read_number
from certeval.model.scale import Scale
from certeval.phrases import suggestion

Point = tuple[Decimal, Decimal]
"""A measurement, and its score."""


def _mapping(value: object, example: str) -> Mapping[str, object]:
    if isinstance(value, Mapping) and value:
        return value
    found = "an empty mapping" if isinstance(value, Mapping) else describe(value)
    raise bad_value(f"expected a mapping, found {found}", f"write {example}")


def _problem(at: tuple[str, ...], error: PydanticCustomError) -> Problem:
    context = error.context or {}
    return Problem(at, context["message"], context.get("hint"))


def _raise(problems: list[Problem]) -> None:
    if problems:
        details = {"summary": problems[0].message, "problems": tuple(problems)}
        raise PydanticCustomError("problems", "{summary}", details)


def _read_points(value: object) -> tuple[Point, ...]:
    if isinstance(value, tuple):  # read already
        return value
    found, problems = [], []
    for at, score in _mapping(value, "{0: 1, 40: 10}: a measurement, and its score").items():
        try:
            found.append((read_number(str(at)), read_number(score)))
        except PydanticCustomError as error:
            problems.append(_problem((at,), error))
    _raise(problems)
    return tuple(sorted(found))


def _read_named_numbers(value: object) -> tuple[tuple[str, Decimal], ...]:
    if isinstance(value, tuple):  # read already
        return value
    found, problems = [], []
    for word, score in _mapping(
        value, "{beginner: 8, advanced: 4}: a name, and its number"
    ).items():
        try:
            found.append((str(word), read_number(score)))
        except PydanticCustomError as error:
            problems.append(_problem((word,), error))
    _raise(problems)
    return tuple(found)


def _written(pairs: tuple[tuple[Any, Decimal], ...]) -> dict[str, float]:
    return {format(at, "f") if isinstance(at, Decimal) else at: float(to) for at, to in pairs}


_SCORES: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "number"}}


def _pairs(read: Any) -> Scalar:
    written = core_schema.plain_serializer_function_ser_schema(_written)
    schema = core_schema.no_info_plain_validator_function(read, serialization=written)
    return Scalar(read, schema, {**_SCORES, "minProperties": 1})


Points = Annotated[tuple[Point, ...], _pairs(_read_points)]
NamedNumbers = Annotated[tuple[tuple[str, Decimal], ...], _pairs(_read_named_numbers)]


class ValueFunction(Validated):
    """How a measurement becomes a score: by a curve through points, or by a table of words."""

    unit: Text | None = None
    """The unit of the measurement, for example USD."""

    better: Literal["more", "less"] | None = None
    """Whether more of what is measured is better, or less. Without points, more is a score as it
    is, and less turns the scale around: on a scale from 1 to 10, 2 scores 9.
    """

    points: Points = ()
    """The scores of some measurements, with straight lines between them: {0: 10, 500: 1}."""

    axis: Literal["linear", "logarithmic"] = "linear"
    """Whether equal steps on the curve are equal amounts, or, with logarithmic, equal ratios: the
    score then changes as much from 10 to 20 as from 20 to 40.
    """

    places: DecimalPlaces = 6
    """The decimal places that a score on a logarithmic axis is calculated to, for example 6."""

    beyond: Literal["hold", "extend", "refuse"] = "hold"
    """What a measurement beyond the points scores: hold gives the score of the nearest point,
    extend continues the line up to the end of the scale, refuse makes it an error.
    """

    words: NamedNumbers = ()
    """The scores of words, in any case: {beginner: 8, intermediate: 6, advanced: 4}."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the fields, each of which is valid alone."""
        if not readable(self.points, self.words):
            return
        if not (self.points or self.words or self.better):
            hint = "add 'points', 'words', or 'better: less'"
            yield Problem((), "a value function that gives no scores", hint)
        if len(self.points) == 1:
            yield Problem(("points",), "a curve needs two points or more")
        yield from self._axis_problems()
        yield from self._direction_problems()
        seen: dict[str, str] = {}
        for word, _ in self.words:
            if other := seen.get(fold(word)):
                yield Problem(("words", word), f"'{word}' is the same word as '{other}'")
            seen[fold(word)] = word

    def _axis_problems(self) -> Iterator[Problem]:
        if self.axis == "linear":
            return
        if not self.points:
            yield Problem(("axis",), "a logarithmic axis without points", "add 'points'")
        for at, _ in self.points:
            if at <= 0:
                message = f"{at:f} has no place on a logarithmic axis"
                yield Problem(("points",), message, "use measurements above 0")

    def _direction_problems(self) -> Iterator[Problem]:
        for (low, low_score), (high, high_score) in pairwise(self.points):
            if low == high:
                yield Problem(("points",), f"two scores for {low:f}", "keep one of them")
                continue
            rises = high_score > low_score
            if low_score != high_score and self.better and rises != (self.better == "more"):
                message = (
                    f"better: {self.better}, but {high:f} scores {high_score:f} and "
                    f"{low:f} scores {low_score:f}"
                )
                yield Problem(("points",), message)

    def word_score(self, text: str) -> Decimal | None:
        """Return the score of the word *text*, in any case; None if it is none of the words."""
        return next((score for word, score in self.words if fold(word) == fold(text)), None)

    def problem_with(self, text: str) -> tuple[str, str | None] | None:
        """Return what is wrong with *text* as a measurement, and a hint; None if it has a score."""
        if self.word_score(text) is not None:
            return None
        words = [word for word, _ in self.words]
        try:
            number = read_number(text)
        except PydanticCustomError as error:
            if words:
                return f"'{text}' is not one of the words", suggestion(text, words, "words")
            context = error.context or {}
            return context["message"], context.get("hint")
        return self.number_problem(Fraction(number), f"{number:f}")

    def number_problem(self, number: Fraction, shown: str) -> tuple[str, str | None] | None:
        """Return what is wrong with a number as a measurement, and a hint; None if it has a score.

        Args:
            number: the measurement, in the function's unit.
            shown: the same as a message shows it.

        Returns:
            The message and the hint.

        """
        if not (self.points or self.better):
            words = [word for word, _ in self.words]
            return f"{shown} is not one of the words", suggestion(shown, words, "words")
        if not self.points:
            return None
        (first, _), (last, _) = self.points[0], self.points[-1]
        if self.beyond == "refuse" and not first <= number <= last:
            return f"{shown} is outside {first:f} to {last:f}", None
        if self.axis == "logarithmic" and self.beyond == "extend" and number <= 0:
            return f"{shown} has no place on a logarithmic axis", "use measurements above 0"
        return None

    def off_scale(self, scale: Scale) -> Iterator[Problem]:
        """Yield a problem for each score that is outside of *scale*.

        Args:
            scale: the rubric's scale.

        """
        for field, pairs in (("points", self.points), ("words", self.words)):
            for at, score in pairs:
                if not scale.min <= score <= scale.max:
                    name = f"{at:f}" if isinstance(at, Decimal) else at
                    message = f"score {score:f} of '{name}' is outside the scale"
                    yield Problem((field,), f"{message} {scale.min:f}-{scale.max:f}")


def fold(word: str) -> str:
    """Return *word* as it is compared: without regard to case and to spaces around and between."""
    return " ".join(word.casefold().split())
