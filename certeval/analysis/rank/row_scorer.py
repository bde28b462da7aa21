"""Score the rows of a table, whose raw scores are text, exactly and fast."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from operator import getitem

from pydantic_core import PydanticCustomError

from certeval.analysis.raw_scores import adjusted
from certeval.analysis.weighted_sum import integer_score, integer_weights
from certeval.errors import RowError
from certeval.model.audience import Adjustment, Audience
from certeval.model.rubric import Criterion, Rubric
from certeval.model.scalars import read_number
from certeval.model.scale import Scale

_MAX_REMEMBERED = 4096  # texts, for each criterion
_MAX_LENGTH = 40  # of a text that is remembered


class _NoScore(Exception):  # noqa: N818 - not an error: the rubric says what a blank cell means
    """A cell is blank."""


class _Contributions(dict[str, int]):
    """The contributions of raw scores for one criterion, by their text; computed once."""

    def __init__(
        self, criterion: Criterion, scale: Scale, adjustment: Adjustment | None, weight: int
    ) -> None:
        super().__init__()
        self.criterion = criterion
        self.scale = scale
        self.adjustment = adjustment
        self.weight = weight

    def __missing__(self, text: str) -> int:
        stripped = text.strip()
        if not stripped:
            raise _NoScore
        try:
            raw = read_number(stripped)
        except PydanticCustomError as error:
            raise RowError.about(self.criterion.title, error.context) from None
        if problem := self.scale.problem_with(raw):
            raise RowError(f"{self.criterion.title}: {problem[0]}", problem[1])
        contribution = self.weight * integer_score(adjusted(raw, self.adjustment, self.scale))
        if len(self) < _MAX_REMEMBERED and len(text) <= _MAX_LENGTH:
            self[text] = contribution
        return contribution


class RowScorer:
    r"""Computes the totals of rows as ``score`` does for certificates, but in integers.

    The total of a row is :math:`\sum_k w_k a_k / u` points, with adjusted raw scores a and weights
    w as integers, and one denominator u for all rows: see ``weighted_sum.integer_weights``.

    Attributes:
        unit: The denominator u.
        missing: The number of rows with a total but no score for a criterion, by criterion.

    """

    def __init__(
        self, rubric: Rubric, audience: Audience | None, weights: Mapping[str, Fraction]
    ) -> None:
        """Prepare to score rows.

        Args:
            rubric: Has the criteria, in the order of a row's scores, and the scale.
            audience: Adjusts raw scores.
            weights: Percent by criterion, adding up to exactly 100.

        """
        adjustments = {item.criterion: item for item in audience.adjustments} if audience else {}
        self._weights, self.unit = integer_weights([weights[item.id] for item in rubric.criteria])
        self._rubric = rubric
        self._contributions = [
            _Contributions(item, rubric.scale, adjustments.get(item.id), weight)
            for item, weight in zip(rubric.criteria, self._weights, strict=True)
        ]
        self.missing: Counter[str] = Counter()

    def total(self, scores: Sequence[str]) -> int | Fraction:
        """Compute the total of a row.

        Args:
            scores: One text per criterion, in the rubric's order; blank for a missing score.

        Returns:
            The exact total, in points times ``unit``.

        Raises:
            RowError: a text is not a score of the scale, or the rubric requires all scores.

        """
        try:
            return sum(map(getitem, self._contributions, scores))
        except _NoScore:
            return self._total_without(scores)

    def _total_without(self, scores: Sequence[str]) -> int | Fraction:
        """Return the total of a row with missing scores, by the rubric's ``missing_score``."""
        present = [bool(text.strip()) for text in scores]
        missing = [
            item for item, has in zip(self._rubric.criteria, present, strict=True) if not has
        ]
        policy = self._rubric.missing_score
        if policy == "error" or (policy == "exclude" and not any(present)):
            raise RowError(f"no score for {', '.join(item.title for item in missing)}")
        total = sum(
            contributions[text]
            for contributions, text, has in zip(self._contributions, scores, present, strict=True)
            if has
        )
        weight = sum(weight for weight, has in zip(self._weights, present, strict=True) if has)
        if policy == "exclude" and not weight:
            raise RowError("every criterion with a score has a weight of 0%")
        self.missing.update(item.id for item in missing)
        if policy == "exclude":
            return Fraction(total * sum(self._weights), weight)
        lowest = integer_score(self._rubric.scale.min)
        return total + (sum(self._weights) - weight) * lowest
