"""The scores of a certificate from evidence, under the weights of a rubric."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.evidence.derive import CriterionScore, Interval, derive, overall
from certeval.analysis.weights import normalize_weights, resolve_weights
from certeval.errors import EvidenceError
from certeval.model.base import Definition, Sourced
from certeval.model.context import Context
from certeval.model.evidence import EvidenceSettings
from certeval.model.rubric import Rubric
from certeval.results.citation import Citation

_WHOLE = 100


class Judged(NamedTuple):
    """The scores of a certificate from evidence, with weights in percent that add up to 100.

    ``total`` is None if the certificate is retired or nothing applies to it.
    """

    scores: tuple[CriterionScore, ...]
    weights: tuple[Fraction, ...]
    total: Interval | None
    confidence: Fraction

    @property
    def shares(self) -> tuple[Fraction, ...]:
        """The weights without those that do not apply, in percent that add up to 100."""
        kept = [weight if one.score else Fraction(0)
                for weight, one in zip(self.weights, self.scores, strict=True)]  # fmt: skip
        whole = sum(kept, Fraction())
        return tuple(weight * _WHOLE / whole if whole else Fraction(0) for weight in kept)


def judge(
    context: Context, *, weights: Mapping[str, Decimal] | None = None, normalize: bool = False
) -> Judged:
    """Derive the scores and the total of a certificate from facts.

    Args:
        context: the certificate, its rubric, the reader, the role and the vocabulary.
        weights: weights by criterion, in percent from 0, in place of the stated ones.
        normalize: whether to rescale weights that do not add up to 100%.

    Returns:
        The intervals, all exact but for logarithms.

    Raises:
        EvidenceError: there is no rubric, or it says nothing of evidence.

    """
    rubric, settings = settings_of(context)
    scores = derive(context, rubric, settings)
    stated = resolve_weights(context.audience, rubric, weights or {})
    resolved, _ = normalize_weights(stated, normalize=normalize)
    percents = tuple(resolved[one.criterion.id] for one in scores)
    applies = any(one.score and percent for one, percent in zip(scores, percents, strict=True))
    retired = context.certificate.retired_on(context.today)
    total, confidence = overall(scores, percents) if applies else (None, Fraction(0))
    return Judged(scores, percents, None if retired else total, confidence)


def settings_of(context: Context) -> tuple[Rubric, EvidenceSettings]:
    """Return the rubric, and what it says of evidence.

    Args:
        context: the context of a question.

    Returns:
        The rubric and its settings.

    Raises:
        EvidenceError: there is no rubric, or it says nothing of evidence.

    """
    rubric = context.rubric
    if rubric is None:
        raise EvidenceError(context.certificate.id, None)
    if rubric.evidence is None:
        raise EvidenceError(context.certificate.id, rubric.id)
    return rubric, rubric.evidence


def cite(definition: Definition, fact: Sourced, *, old: bool = False) -> Citation:
    """Return what a fact rests on.

    Args:
        definition: the definition that the fact is in.
        fact: the fact.
        old: whether it is out of date.

    Returns:
        Its source, with the date of the fact.

    """
    source = next(one for one in definition.sources if one.id == fact.source)
    date = str(definition.date_of(fact))
    return Citation(source.title, source.publisher, date, source.url, old)
