"""Totals of raw scores as tables have them, as text: exact, and quick for many rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from operator import getitem

from pydantic_core import PydanticCustomError

from certeval.analysis.raw import adjusted
from certeval.analysis.weighted import as_integers, integer
from certeval.errors import RowError
from certeval.model.audience import Adjustment, Audience
from certeval.model.rubric import Criterion, Rubric
from certeval.model.scalars import read_number
from certeval.model.scale import Scale

_REMEMBERED = 4096  # texts, for each criterion
_LONGEST = 40  # of a text that is remembered


class _NoScore(Exception):  # noqa: N818 - nothing is wrong yet: the rubric says what becomes of it
    """A cell is empty."""


class _Contributions(dict[str, int]):
    """What scores under one criterion add to a total, by their text; worked out when first met."""

    def __init__(
        self, criterion: Criterion, scale: Scale, adjustment: Adjustment | None, weight: int
    ) -> None:
        super().__init__()
        self.criterion, self.scale, self.adjustment, self.weight = (
            criterion, scale, adjustment, weight
        )  # fmt: skip

    def __missing__(self, text: str) -> int:
        stripped = text.strip()
        if not stripped:
            raise _NoScore
        try:
            raw = read_number(stripped)
        except PydanticCustomError as error:
            raise RowError.about(self.criterion.title, error.context) from None
        if fault := self.scale.problem_with(raw):
            raise RowError(f"{self.criterion.title}: {fault[0]}", fault[1])
        found = self.weight * integer(adjusted(raw, self.adjustment, self.scale))
        if len(self) < _REMEMBERED and len(text) <= _LONGEST:
            self[text] = found
        return found


class Tally:
    """Judges rows as ``score`` judges certificates, in integers over one denominator, ``unit``.

    ``missing`` counts by criterion the rows that had no score for it and were judged all the same.
    """

    def __init__(
        self, rubric: Rubric, audience: Audience | None, shares: Mapping[str, Fraction]
    ) -> None:
        """*shares* are weights in percent by criterion, adding up to 100."""
        adjustments = {item.criterion: item for item in audience.adjustments} if audience else {}
        self._weights, self.unit = as_integers([shares[item.id] for item in rubric.criteria])
        self._rubric = rubric
        self._contributions = [
            _Contributions(item, rubric.scale, adjustments.get(item.id), weight)
            for item, weight in zip(rubric.criteria, self._weights, strict=True)
        ]
        self.missing: Counter[str] = Counter()

    def total(self, texts: Sequence[str]) -> int | Fraction:
        """The total of scores written as *texts*, a text a criterion; divided by ``unit``, points.

        Raises:
            RowError: a text is no score of the scale, or a score is missing that is needed.

        """
        try:
            return sum(map(getitem, self._contributions, texts))
        except _NoScore:
            return self._without_all(texts)

    def _without_all(self, texts: Sequence[str]) -> int | Fraction:
        """The total where scores are missing: as the rubric's ``missing_score`` says."""
        there = [bool(text.strip()) for text in texts]
        missing = [item for item, has in zip(self._rubric.criteria, there, strict=True) if not has]
        policy = self._rubric.missing_score
        if policy == "error" or (policy == "exclude" and not any(there)):
            raise RowError(f"no score for {', '.join(item.title for item in missing)}")
        total = sum(
            known[text]
            for known, text, has in zip(self._contributions, texts, there, strict=True)
            if has
        )
        weighing = sum(weight for weight, has in zip(self._weights, there, strict=True) if has)
        if policy == "exclude" and not weighing:
            raise RowError("all that it has a score for weighs 0 %")
        self.missing.update(item.id for item in missing)
        if policy == "exclude":
            return Fraction(total * sum(self._weights), weighing)
        lowest = integer(self._rubric.scale.min)
        return total + (sum(self._weights) - weighing) * lowest
