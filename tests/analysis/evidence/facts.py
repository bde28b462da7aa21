"""Rubrics, contexts and facts to judge from evidence."""

from typing import Any

from tests.builders import SOURCES, certificate, context, role, rubric

SETTINGS = {
    "stale_counts_percent": "50",
    "provider_counts_percent": "40",
    "fresh_for_months": {"price": "12", "hours": "36", "rating": "12"},
    "source": "me",
}
LINEAR = {"better": "more", "points": {"0": "0", "100": "10"}}
ME = {"source": "me"}
PROVIDER = [*SOURCES, {"id": "own", "title": "Page", "publisher": "Somebody", "date": "2026-11"},
            {"id": "old", "title": "Old", "publisher": "Me", "date": "2020"}]  # fmt: skip


def rule(measure: str, function: Any = None, weight: object = 1, /, **more: Any) -> dict[str, Any]:
    """A measure with a value function: by default 0 to 100 becomes 0 to 10."""
    fields = {"measure": measure, "weight": str(weight), "value_function": function or LINEAR}
    return {**fields, **ME, **more}


def judge(*rules: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A criterion that is judged by measures."""
    evidence = {"measures": list(rules), **more.pop("evidence", {})}
    fields = {"id": "c", "title": "C", "weight_percent": "100", "question": "?", **ME}
    return {**fields, "evidence": evidence, **more}


def terms(*criteria: dict[str, Any], **more: Any) -> Any:
    """A rubric, 0 to 10, with criteria as ``judge`` returns them."""
    return rubric({}, 0, 10, criteria=list(criteria), evidence=SETTINGS, **more)


def of(program: dict[str, Any] | None = None, /, **more: Any) -> Any:
    """A certificate with facts about its program."""
    return certificate({}, program=program or {}, **{"sources": PROVIDER, **more})


def course(number: int, kind: str | None = None) -> dict[str, Any]:
    """A course, with a project of a kind."""
    fields = {"number": str(number), "title": f"Course {number}", **ME}
    return fields if kind is None else {**fields, "project_kind": kind}


def courses(*kinds: str | None) -> list[dict[str, Any]]:
    """A curriculum whose courses have projects of these kinds."""
    return [{"title": "All", "courses": [course(at, kind) for at, kind in enumerate(kinds, 1)]}]


def complete(*lists: str) -> list[dict[str, Any]]:
    """That lists of the certificate are complete."""
    return [{"lists": list(lists), **ME}]


def ask(judged: Any, *criteria: dict[str, Any], **more: Any) -> Any:
    """A question about a certificate under a rubric with these criteria."""
    under = {"rubric": terms(*criteria)} if criteria else {}
    return context(judged, **{**under, **more})


WANTED = role(
    ["a", "b"], ["c"],
    wages=[{"source": "me", "year": "2025", "occupation": "O", "entry_usd_per_year": "52178.57"}],
    demand=[{"skill": name, "postings": str(count), "of": "100", **ME}
            for name, count in (("a", 60), ("b", 20), ("c", 20))],
)  # fmt: skip
