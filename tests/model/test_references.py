"""Whatever a definition names is found at its place."""

from typing import get_args

import pytest
from pydantic import BaseModel

from certeval.library.definitions import KINDS, model_of
from certeval.model.agreement import Reference, terms
from certeval.model.references import references
from certeval.model.scalars import Identifier
from certeval.model.skills import Skills
from tests import make

SAID = {"source": "me"}
CERTIFICATE = make.certificate(
    {},
    rubric="r0",
    scores=[
        {"criterion": "a", "raw": "5", "reason": "so", **SAID},
        {
            "criterion": "b",
            "raw": "5",
            "reason": "so",
            "audiences": [
                {"audience": "a0", "raw": "4", "reason": "so"},
                {"audience": "a1", "raw": "3", "reason": "so"},
            ],
            **SAID,
        },
    ],
    program={
        "prerequisites": [
            {"skill": "s0", "level": "basic", **SAID},
            {"skill": "s1", "level": "basic", **SAID},
        ],
        "salaries": [
            {
                "job": "x", "statistic": "range", "low_usd_per_year": "1",
                "high_usd_per_year": "2", **SAID, **about,
            }
            for about in ({}, {"role": "o0"})
        ],
    },
    teaches=[{"skills": ["s2", "s3"], **SAID}],
    curriculum=[
        {"title": "A", "courses": [{"number": "1", "title": "A", "topics": ["s4"], **SAID}]},
        {
            "title": "B",
            "courses": [
                {"number": "2", "title": "B", "topics": ["s5", "s6"], "tools": ["s7"], **SAID},
                {"number": "3", "title": "C", "tools": ["s8"], **SAID},
            ],
        },
    ],
    skip_if=[
        {"id": "p", "when": {"lacks": "s9"}, "because": "so", "instead": ["c0", "c1"], **SAID},
        {"id": "q", "when": {"goals": ["g"], "has": "s10"}, "because": "so", **SAID},
    ],
    take_if=[
        {"id": "s", "when": {"goals": ["g"]}, "because": "so", "instead": ["c6"], **SAID},
        {"id": "t", "when": {"has": "s15", "lacks": "s11"}, "because": "so", **SAID},
    ],
    gaps=[
        {"id": "g", "title": "G", "skills": ["s12"], "why": "so", **SAID},
        {
            "id": "h", "title": "H", "skills": ["s13", "s14"], "why": "so",
            "companions": ["c2", "c3"], **SAID,
        },
    ],
    overlaps=[{"held": "c4", "advice": "so", **SAID}, {"held": "c5", "advice": "so", **SAID}],
)  # fmt: skip
AUDIENCE = make.audience(
    target_role="o0",
    background={
        "skills": [{"skill": "s0", "level": "basic"}, {"skill": "s1", "level": "fluent"}],
        "experience": [{"field": "data", "years": "2"}],
        "certificates": ["c0", "c1"],
    },
    goals=["breadth"],
)
ROLE = make.role(["s0", "s1"], ["s2", "s3"])
SKILLS = Skills.model_validate(
    {
        "kind": "skills",
        "id": "skills",
        "title": "Skills",
        "skills": [
            {"id": "a", "title": "A"},
            {"id": "b", "title": "B", "parts": ["s0", "s1"], "parts_needed": "any"},
        ],
    }
)


def written(definition):
    """What *definition* names, as ``kind name at.a.place``."""
    return [f"{kind} {name} {'.'.join(map(str, at))}" for kind, name, at in references(definition)]


def test_what_a_certificate_names():
    assert written(CERTIFICATE) == [
        "rubric r0 rubric",
        "audience a0 scores.1.audiences.0.audience",
        "audience a1 scores.1.audiences.1.audience",
        "skill s0 program.prerequisites.0.skill",
        "skill s1 program.prerequisites.1.skill",
        "role o0 program.salaries.1.role",
        "skill s2 teaches.0.skills.0",
        "skill s3 teaches.0.skills.1",
        "skill s4 curriculum.0.courses.0.topics.0",
        "skill s5 curriculum.1.courses.0.topics.0",
        "skill s6 curriculum.1.courses.0.topics.1",
        "skill s7 curriculum.1.courses.0.tools.0",
        "skill s8 curriculum.1.courses.1.tools.0",
        "skill s9 skip_if.0.when.lacks",
        "certificate c0 skip_if.0.instead.0",
        "certificate c1 skip_if.0.instead.1",
        "skill s10 skip_if.1.when.has",
        "certificate c6 take_if.0.instead.0",
        "skill s11 take_if.1.when.lacks",
        "skill s15 take_if.1.when.has",
        "skill s12 gaps.0.skills.0",
        "skill s13 gaps.1.skills.0",
        "skill s14 gaps.1.skills.1",
        "certificate c2 gaps.1.companions.0",
        "certificate c3 gaps.1.companions.1",
        "certificate c4 overlaps.0.held",
        "certificate c5 overlaps.1.held",
    ]


def test_what_an_audience_names():
    assert written(AUDIENCE) == [
        "rubric rubric rubric",
        "role o0 target_role",
        "skill s0 background.skills.0.skill",
        "skill s1 background.skills.1.skill",
        "certificate c0 background.certificates.0",
        "certificate c1 background.certificates.1",
    ]


def test_what_a_role_names():
    assert written(ROLE) == [
        "skill s0 skills.core.0",
        "skill s1 skills.core.1",
        "skill s2 skills.useful.0",
        "skill s3 skills.useful.1",
    ]


def test_what_a_rubric_names():
    assert written(make.rubric({"a": 100}, primary_audience="a0")) == [
        "audience a0 primary_audience"
    ]


def test_what_a_list_of_skills_names():
    assert written(SKILLS) == ["skill s0 skills.1.parts.0", "skill s1 skills.1.parts.1"]


@pytest.mark.parametrize(
    "definition",
    [
        make.certificate({}, rubric=None),
        make.audience(rubric=None),
        make.rubric({"a": 100}),
    ],
    ids=["certificate", "audience", "rubric"],
)
def test_a_definition_that_names_nothing(definition):
    assert written(definition) == []


def test_a_score_needs_rubric_and_audiences_only():
    assert [kind for kind, *_ in terms(CERTIFICATE)] == ["rubric", "audience", "audience"]
    assert list(terms(AUDIENCE)) == [Reference("rubric", "rubric", ("rubric",))]
    for definition in (ROLE, SKILLS):
        assert list(terms(definition)) == []


# What they hold are ids of the definition itself, of its file, of the rubric or of a reader.
OF_NO_OTHER = {"id", "source", "sources", "field", "goals", "aliases", "criterion"}
IDENTIFIER = get_args(Identifier)[1]


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_with_an_id_is_forgotten(kind):
    samples = {"certificate": CERTIFICATE, "audience": AUDIENCE, "role": ROLE, "skills": SKILLS}
    sample = samples.get(kind) or make.rubric({"a": 100}, primary_audience="a0")
    found = {tuple(step for step in at if isinstance(step, str)) for *_, at in references(sample)}
    assert found == {at for at in id_fields(model_of(kind)) if at[-1] not in OF_NO_OTHER}


def id_fields(model, at=()):
    """The fields with ids in *model* and its parts: ``("program", "salaries", "role")``."""
    for name, field in model.model_fields.items():
        if IDENTIFIER in field.metadata or IDENTIFIER in inside(field.annotation):
            yield (*at, name)
        for part in inside(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from id_fields(part, (*at, name))


def inside(annotation):
    """*annotation*, and all that it is made of."""
    return [annotation, *(part for one in get_args(annotation) for part in inside(one))]
