"""What a rubric says about evidence: which measures a criterion is judged by, and how."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Frozen, Sourced, Validated
from certeval.model.identifiers import is_identifier
from certeval.model.levels import ProgramLevel
from certeval.model.measures import MEASURES
from certeval.model.problems import Problem, readable
from certeval.model.scalars import (
    Amount,
    Count,
    DecimalPlaces,
    Flag,
    Number,
    Percent,
    Positive,
    Text,
)
from certeval.model.value_function import NamedNumbers, ValueFunction
from certeval.phrases import suggestion


class Bounds(Validated):
    """The lowest and the highest that a measurement can be where no fact says more."""

    low: Number
    """The lowest measurement possible, in the measure's unit, for example 0."""

    high: Number
    """The highest measurement possible, in the measure's unit, for example 12."""

    level: ProgramLevel | None = None
    """The level of certificate that the bounds are for, for example beginner; without it, any."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem if the ends are in the wrong order."""
        if self.high < self.low:
            yield Problem(("high",), f"high {self.high} is less than low {self.low}")


class MeasureRule(Sourced, Validated):
    """A measure that a criterion is judged by. The source is that of the value function."""

    measure: Text
    """The id of the measure, for example payback-weeks; 'certeval list measures' has all."""

    weight: Positive
    """How much it counts among the measures of the criterion, for example 2."""

    value_function: ValueFunction
    """How the measurement becomes a score."""

    bounds: tuple[Bounds, ...] = ()
    """What an unknown measurement can be. Without it, an unknown one can score anything that the
    value function gives.
    """

    unlisted_adds: Amount | None = None
    """How much a list that is not known to be complete can leave out, in the measure's unit, for
    example 20. Without it, it can leave out everything.
    """

    parameters: NamedNumbers = ()
    """The numbers that the measure is calculated with: {raise_percent_of_entry_wage: 5}."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the fields, each of which is valid alone."""
        if not readable(self.parameters) or not is_identifier(str(self.measure)):
            return
        known = MEASURES.get(self.measure)
        if known is None:
            hint = suggestion(self.measure, list(MEASURES), "measures")
            yield Problem(("measure",), f"unknown measure '{self.measure}'", hint)
            return
        given = [name for name, _ in self.parameters]
        for name in given:
            if name not in known.parameters:
                hint = suggestion(name, known.parameters, "parameters")
                yield Problem(("parameters", name), f"no parameter of '{self.measure}'", hint)
        for name in known.parameters:
            if name not in given:
                message = f"'{self.measure}' needs the parameter {name}"
                yield Problem(("parameters",), message, f"it is calculated as {known.formula}")


class CriterionEvidence(Frozen):
    """How a criterion is judged from facts."""

    combine: Literal["mean", "highest"] = "mean"
    """How the scores of the measures become one: their weighted mean, or the highest of them."""

    exams: Flag = True
    """Whether it makes sense for an exam: yes or no. An exam attests what you know, and teaches
    nothing.
    """

    measures: tuple[MeasureRule, ...] = Field(min_length=1)
    """The measures that it is judged by."""


class FreshFor(Frozen):
    """Up to what age facts of a kind count as fresh, in months."""

    price: Count | None = None
    """Prices, for example 12."""

    status: Count | None = None
    """Whether it can still be taken, for example 12."""

    free_access: Count | None = None
    """What is free, for example 12."""

    curriculum: Count | None = None
    """What it teaches, for example 18."""

    prerequisites: Count | None = None
    """What it expects you to know, for example 18."""

    level: Count | None = None
    """How hard it is, for example 36."""

    hours: Count | None = None
    """How many hours it takes, for example 36."""

    rating: Count | None = None
    """How learners rate it, for example 36."""

    postings: Count | None = None
    """Counts from job postings, for example 24."""

    wages: Count | None = None
    """Wages, for example 24."""


class EvidenceSettings(Sourced):
    """How scores are derived from facts."""

    places: DecimalPlaces = 1
    """The decimal places of scores from evidence, for example 1."""

    stale_counts_percent: Percent
    """How much a measure that rests on facts out of date counts for the confidence, in percent of
    its weight, for example 50.
    """

    provider_counts_percent: Percent
    """How much a measure that rests on the provider's word alone counts for the confidence, in
    percent of its weight, for example 50.
    """

    fresh_for_months: FreshFor = Field(default_factory=FreshFor)
    """Up to what age in months facts count as fresh, by what they are about."""
