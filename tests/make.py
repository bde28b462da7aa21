"""Small definitions for tests, as models and as YAML."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from certeval.analysis.score import score
from certeval.analysis.scorecard import Scorecard
from certeval.model.audience import Audience
from certeval.model.case import Case
from certeval.model.certificate import Certificate
from certeval.model.rubric import Rubric

SOURCES = [{"id": "me", "title": "Notes", "publisher": "Me", "date": "2026"}]


def rubric(
    weights: Mapping[str, object], low: object = 0, high: object = 100, **more: Any
) -> Rubric:
    """A rubric with the criteria and percents of *weights*, and any score from low to high."""
    criteria = [
        {
            "id": name,
            "title": name.upper(),
            "weight_percent": str(weight),
            "question": f"{name}?",
            "source": "me",
        }
        for name, weight in weights.items()
    ]
    scale = {"min": str(low), "max": str(high), **more.pop("scale", {})}
    fields = {"kind": "rubric", "id": "rubric", "title": "Rubric", "sources": SOURCES}
    return Rubric.model_validate({**fields, "scale": scale, "criteria": criteria, **more})


def certificate(scores: Mapping[str, object], /, **more: Any) -> Certificate:
    """A certificate with the raw *scores* by criterion."""
    given = [
        {"criterion": name, "raw": str(raw), "reason": f"{name} because", "source": "me"}
        for name, raw in scores.items()
    ]
    fields = {
        "kind": "certificate",
        "id": "certificate",
        "title": "Certificate",
        "provider": "Somebody",
        "rubric": "rubric",
        "sources": SOURCES,
    }
    return Certificate.model_validate({**fields, "scores": given, **more})


def audience(**more: Any) -> Audience:
    """An audience that reads for *more*: adjustments, weights."""
    fields = {
        "kind": "audience",
        "id": "reader",
        "title": "Reader",
        "hours_per_week": "7",
        "rubric": "rubric",
        "sources": SOURCES,
    }
    return Audience.model_validate({**fields, **more})


def adjustment(criterion: str, change: object) -> dict[str, object]:
    """An adjustment of an audience."""
    return {"criterion": criterion, "change": str(change), "reason": "so", "source": "me"}


def card(
    weights: Sequence[object], scores: Sequence[object], low: object = 0, high: object = 100
) -> Scorecard:
    """The scorecard of *scores* under *weights* in percent; criteria are called c0, c1, ..."""
    names = [f"c{number}" for number in range(len(weights))]
    terms = rubric(dict(zip(names, weights, strict=True)), low, high)
    judged = certificate(dict(zip(names, scores, strict=True)))
    return score(Case(judged, None, terms))


def percent(share: object) -> Decimal:
    """A share, 0 to 1, in percent."""
    return Decimal(str(share)) * 100
