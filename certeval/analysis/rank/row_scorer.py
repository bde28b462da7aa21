"""Score the rows of a table, whose scores and measurements are text, exactly and fast."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from operator import getitem
from typing import NamedTuple

from certeval.analysis.entry import Entries
from certeval.analysis.rank.standing import Standing, standing
from certeval.analysis.raw_scores import adjusted, substitute
from certeval.analysis.weighted_sum import UNIT, integer_weights
from certeval.errors import RowError, ScoreError
from certeval.model.audience import Adjustment, Audience
from certeval.model.criterion import Criterion
from certeval.model.rubric import Rubric
from certeval.model.scale import Scale

_MAX_REMEMBERED = 4096  # texts, for each criterion
_MAX_LENGTH = 40  # of a text that is remembered

Number = int | Fraction


class _NoScore(Exception):  # noqa: N818 - not an error: the rubric says what a blank cell means
    """A cell has no score."""


class _Contributions(dict[str, Number]):
    """The contributions of texts for one criterion, calculated once; a weight times a score."""

    def __init__(
        self,
        criterion: Criterion,
        entries: Entries,
        scale: Scale,
        adjustment: Adjustment | None,
        weight: int,
    ) -> None:
        super().__init__()
        self.criterion = criterion
        self.entries = entries
        self.scale = scale
        self.adjustment = adjustment
        self.weight = weight

    def __missing__(self, text: str) -> Number:
        contribution = _plain(self.weight * self.score(text))
        if len(self) < _MAX_REMEMBERED and len(text) <= _MAX_LENGTH:
            self[text] = contribution
        return contribution

    def score(self, text: str) -> Fraction:
        """Return the score of a text.

        Args:
            text: a score or a measurement.

        Returns:
            The score with the audience's adjustment, in ``UNIT`` parts of a point.

        Raises:
            RowError: the text has no score on the scale.

        """
        if self.entries.absence(self.criterion, text):
            raise _NoScore
        try:
            entry = self.entries.read(self.criterion, text)
        except ScoreError as error:
            raise RowError(f"{self.criterion.title}: {error.message}", error.hint) from None
        score: Fraction = adjusted(entry.score, self.adjustment, self.scale) * UNIT
        return score


def _plain(value: Fraction) -> Number:
    """Return *value* as an integer, if it is one: integers are added faster."""
    return value.numerator if value.denominator == 1 else value


class RowScore(NamedTuple):
    """The total of a row, in the scorer's unit, its standing, and the criteria that it fails."""

    total: Number
    standing: Standing
    failed: tuple[str, ...] = ()


class RowScorer:
    r"""Computes the totals of rows as ``score`` does for certificates, but in integers.

    The total of a row is :math:`\sum_k w_k a_k / u` points, with adjusted scores a and weights w as
    integers, and one denominator u for all rows: see ``weighted_sum.integer_weights``. Scores that
    value functions give may be fractions.

    Attributes:
        unit: The denominator u.
        missing: The number of rows with a total but no score for a criterion, by criterion.
        exact: Whether no criterion has a logarithm in its scores.

    """

    def __init__(
        self, rubric: Rubric, audience: Audience | None, weights: Mapping[str, Fraction]
    ) -> None:
        """Prepare to score rows.

        Args:
            rubric: Has the criteria, in the order of a row's scores, and the scale.
            audience: Adjusts scores.
            weights: Percent by criterion, adding up to exactly 100.

        """
        adjustments = {item.criterion: item for item in audience.adjustments} if audience else {}
        criteria = rubric.criteria
        self._weights, self.unit = integer_weights([weights[item.id] for item in criteria])
        self._rubric = rubric
        self._entries = Entries(rubric)
        self._contributions = [
            _Contributions(item, self._entries, rubric.scale, adjustments.get(item.id), weight)
            for item, weight in zip(criteria, self._weights, strict=True)
        ]
        minimums = ((at, item.minimum) for at, item in enumerate(criteria))
        self._minimums = [
            (at, Fraction(least) * UNIT) for at, least in minimums if least is not None
        ]
        places = {item.id: at for at, item in enumerate(criteria)}
        self._tie_breakers = [places[name] for name in rubric.tie_breakers]
        ends = substitute(rubric)
        self._substitute = ends[0] * UNIT if ends else None
        self.missing: Counter[str] = Counter()
        functions = [item.value_function for item in criteria]
        self.exact = not any(one and one.axis == "logarithmic" for one in functions)

    def score(self, texts: Sequence[str]) -> RowScore:
        """Score a row.

        Args:
            texts: One text per criterion, in the rubric's order: a score or a measurement.

        Returns:
            The exact total, in points times ``unit``, and where it stands.

        Raises:
            RowError: a text has no score on the scale, or the rubric requires all scores.

        """
        try:
            total = sum(map(getitem, self._contributions, texts))
        except _NoScore:
            total = self._total_without(texts)
        if not (self._minimums or self._tie_breakers):
            return RowScore(total, total)
        failed = tuple(
            self._rubric.criteria[at].title
            for at, least in self._minimums
            if (score := self._score(at, texts[at])) is not None and score < least
        )
        ties = tuple(self._score(at, texts[at]) or 0 for at in self._tie_breakers)
        return RowScore(total, standing(not failed, total, ties), failed)

    def _score(self, at: int, text: str) -> Fraction | None:
        """Return the score of a criterion, in ``UNIT`` parts; None if there is none."""
        try:
            return self._contributions[at].score(text)
        except _NoScore:
            return self._substitute

    def _total_without(self, texts: Sequence[str]) -> Number:
        """Return the total of a row with missing scores, by the rubric's ``missing_score``."""
        total: Number = 0
        counting = 0
        absent: list[Criterion] = []
        for known, text in zip(self._contributions, texts, strict=True):
            absence = self._entries.absence(known.criterion, text)
            if absence is None:
                total += known[text]
                counting += known.weight
            elif absence == "not_answered" and known.weight:
                absent.append(known.criterion)
                if self._substitute is not None:
                    total += _plain(known.weight * self._substitute)
                    counting += known.weight
        if absent and (self._rubric.missing_score == "error" or not counting):
            raise RowError(f"no score for {', '.join(item.title for item in absent)}")
        if not counting:
            raise RowError("every criterion that applies has a weight of 0%")
        self.missing.update(item.id for item in absent)
        whole = sum(self._weights)
        return total if counting == whole else Fraction(total * whole, counting)
