"""Small definitions for tests, as models and as YAML."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from certeval.analysis.score import score
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.context import Case, Context
from certeval.model.role import Role
from certeval.model.rubric import Rubric
from certeval.model.scalars import PartialDate
from certeval.model.skills import Skills, Vocabulary, vocabulary
from certeval.results.scorecard import Scorecard

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


TODAY = PartialDate(2026, 11, 22)


def program(name: str, taught: Sequence[str] = (), /, **facts: Any) -> Certificate:
    """A certificate that teaches *taught*; *facts* as ``facts_of_a_program`` takes them.

    With ``complete=True`` it teaches nothing else.
    """
    teaches = [{"skills": list(taught), "source": "me"}] if taught else []
    complete = [{"lists": ["teaches"], "source": "me"}] if facts.pop("complete", False) else []
    fields = facts_of_a_program(**facts)
    return certificate(
        {}, id=name, title=name.upper(), program=fields, teaches=teaches, complete=complete
    )


def facts_of_a_program(**facts: Any) -> dict[str, Any]:
    """The field ``program`` of a certificate, as in its file or in short.

    In short: ``level="beginner"``, ``hours=(120, 150)``, ``needs={"python": "basic"}``, and prices:
    ``month=59`` for a subscription of its own, ``plus=59`` for one that others share, ``fee=200``
    for an exam, ``whole=500`` for all of it.
    """
    sourced = {"source": "me"}
    prices = [
        {"amount_usd": str(facts.pop(name)), "per": per, "product": product, **more, **sourced}
        for name, per, product, more in (
            ("month", "month", "Access", {}),
            ("plus", "month", "Plus", {"covers_other_programs": True}),
            ("whole", "program", "Course", {}),
            ("fee", "attempt", "Exam", {}),
        )
        if name in facts
    ]
    needs = facts.pop("needs", {}).items()
    fields: dict[str, Any] = {
        "prices": prices,
        "prerequisites": [{"skill": skill, "level": level, **sourced} for skill, level in needs],
    }
    if level := facts.pop("level", None):
        fields["level"] = {"level": level, **sourced}
    if hours := facts.pop("hours", None):
        low, high = map(str, hours)
        fields["hours"] = [{"low": low, "high": high, **sourced}]
    return fields | facts


def role(core: Sequence[str], useful: Sequence[str] = (), **more: Any) -> Role:
    """A role that asks for *core* and *useful* skills, at the level "working"."""
    fields = {"kind": "role", "id": "role", "title": "Role", "sources": SOURCES}
    skills = {"sources": ["me"], "level": "working", "core": list(core), "useful": list(useful)}
    return Role.model_validate({**fields, "skills": skills, **more})


def words(
    needs_all: Mapping[str, Sequence[str]], needs_any: Mapping[str, Sequence[str]]
) -> Vocabulary:
    """Skills with their parts, all of which are needed, or any one of them."""
    skills = [
        {"id": name, "title": name.upper(), "parts": list(parts), "parts_needed": needed}
        for needed, some in (("all", needs_all), ("any", needs_any))
        for name, parts in some.items()
    ]
    fields = {"kind": "skills", "id": "skills", "title": "Skills", "skills": skills}
    return vocabulary([Skills.model_validate(fields)])


def context(judged: Certificate, *others: Certificate, **more: Any) -> Context:
    """A question about *judged* on 22 November 2026, with *others* in the library."""
    fields: dict[str, Any] = {"today": TODAY, "others": {other.id: other for other in others}}
    return Context(judged, **(fields | more))
