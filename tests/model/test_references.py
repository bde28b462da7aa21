"""Whatever a definition names is found at its place."""

from typing import get_args

import pytest
from pydantic import BaseModel

from certeval.library.definitions import KINDS, model_of
from certeval.model.identifiers import Identifier
from certeval.model.market import Market
from certeval.model.references import (
    FOR_SCORING,
    IN_FILE,
    IN_LIBRARY,
    IN_RUBRIC,
    defined,
    references,
    unknown_in_file,
)
from certeval.model.scalars import Quoted
from certeval.model.skills import Skills
from tests import builders

SAID = {"source": "me"}
CERTIFICATE = builders.certificate(
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
    mentions=[{"role": "o1", "count": "1", "of": "2", **SAID}],
    mentions_of_provider=[{"role": "o2", "count": "1", "of": "2", **SAID}],
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
    overlaps=[
        {"held": "c4", "advice": "so", **SAID},
        {
            "held": "c5", "advice": "so", "overlapping_courses": ["1"],
            "courses_to_take": ["2", "3"], **SAID,
        },
    ],
    interview=[{"question": "Q?", "courses": ["3"], "be_ready_to_show": "X", **SAID}],
)  # fmt: skip
AUDIENCE = builders.audience(
    target_role="o0",
    background={
        "skills": [{"skill": "s0", "level": "basic"}, {"skill": "s1", "level": "fluent"}],
        "experience": [{"field": "data", "years": "2"}],
        "certificates": ["c0", "c1"],
    },
    goals=["breadth"],
    adjustments=[builders.adjustment("a", -1)],
    weights=[{"criterion": "a", "weight_percent": "100", **SAID}],
)
ROLE = builders.role(
    ["s0", "s1"], ["s2", "s3"], demand=[{"skill": "s4", "postings": "1", "of": "2", **SAID}],
    areas=["a0"],
)  # fmt: skip
SKILLS = Skills.model_validate(
    {
        "kind": "skills",
        "id": "skills",
        "title": "Skills",
        "areas": [{"id": "x", "title": "X"}],
        "skills": [
            {"id": "a", "title": "A", "aliases": ["a0"], "area": "x"},
            {"id": "b", "title": "B", "parts": ["s0", "s1"], "parts_needed": "any"},
        ],
    }
)


MARKET = Market.model_validate(
    {
        "kind": "market", "id": "m", "title": "M", "sources": builders.SOURCES, "source": "me",
        "role": "a", "date": "2026", "of": "5",
        "mentions": [{"certificate": "a", "count": "1"}],
        "demand": [{"skill": "a", "postings": "1"}],
    }
)  # fmt: skip
RUBRIC = builders.rubric({"a": 100}, primary_audience="a0", tie_breakers=["a"])
SAMPLES = {
    "certificate": CERTIFICATE,
    "audience": AUDIENCE,
    "role": ROLE,
    "rubric": RUBRIC,
    "skills": SKILLS,
    "market": MARKET,
}


def written(definition, kinds=IN_LIBRARY):
    """What *definition* names, as ``kind name at.a.place``."""
    return listed(references(type(definition), definition), kinds)


def listed(found, kinds=IN_LIBRARY | IN_FILE | IN_RUBRIC):
    return [f"{kind} {name} {'.'.join(map(str, at))}" for kind, name, at in found if kind in kinds]


def test_what_a_certificate_names():
    assert written(CERTIFICATE) == [
        "rubric r0 rubric",
        "skill s0 program.prerequisites.0.skill",
        "skill s1 program.prerequisites.1.skill",
        "role o0 program.salaries.1.role",
        "audience a0 scores.1.audiences.0.audience",
        "audience a1 scores.1.audiences.1.audience",
        "skill s2 teaches.0.skills.0",
        "skill s3 teaches.0.skills.1",
        "skill s4 curriculum.0.courses.0.topics.0",
        "skill s5 curriculum.1.courses.0.topics.0",
        "skill s6 curriculum.1.courses.0.topics.1",
        "skill s7 curriculum.1.courses.0.tools.0",
        "skill s8 curriculum.1.courses.1.tools.0",
        "role o1 mentions.0.role",
        "role o2 mentions_of_provider.0.role",
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
        "role o0 target_role",
        "skill s0 background.skills.0.skill",
        "skill s1 background.skills.1.skill",
        "certificate c0 background.certificates.0",
        "certificate c1 background.certificates.1",
        "rubric rubric rubric",
    ]


def test_what_a_role_names():
    assert written(ROLE) == [
        "skill s0 skills.core.0",
        "skill s1 skills.core.1",
        "skill s2 skills.useful.0",
        "skill s3 skills.useful.1",
        "area a0 areas.0",
        "skill s4 demand.0.skill",
    ]


def test_what_a_rubric_names():
    assert written(RUBRIC) == ["audience a0 primary_audience"]


def test_what_a_list_of_skills_names():
    assert written(SKILLS) == [
        "area x skills.0.area",
        "skill s0 skills.1.parts.0",
        "skill s1 skills.1.parts.1",
    ]


@pytest.mark.parametrize(
    "definition",
    [
        builders.certificate({}, rubric=None),
        builders.audience(rubric=None),
        builders.rubric({"a": 100}),
    ],
    ids=["certificate", "audience", "rubric"],
)
def test_a_definition_that_names_nothing(definition):
    assert written(definition) == []


def test_a_score_needs_rubric_and_audiences_only():
    assert written(CERTIFICATE, FOR_SCORING) == [
        "rubric r0 rubric",
        "audience a0 scores.1.audiences.0.audience",
        "audience a1 scores.1.audiences.1.audience",
    ]
    assert written(AUDIENCE, FOR_SCORING) == ["rubric rubric rubric"]
    for definition in (ROLE, SKILLS):
        assert written(definition, FOR_SCORING) == []


def test_what_a_certificate_names_in_its_own_file_and_in_its_rubric():
    model = type(builders.certificate({}))
    data = {
        "sources": [{"id": "me"}],
        "scores": [{"criterion": "a", "source": "me"}],
        "curriculum": [{"courses": [{"number": "07", "source": "me"}]}],
        "interview": [{"courses": ["7"], "source": "me"}],
        "overlaps": [{"overlapping_courses": [7], "courses_to_take": ["2"], "source": "me"}],
    }
    assert listed(references(model, data)) == [
        "source me scores.0.source",
        "criterion a scores.0.criterion",
        "source me curriculum.0.courses.0.source",
        "source me overlaps.0.source",
        "course 7 overlaps.0.overlapping_courses.0",
        "course 2 overlaps.0.courses_to_take.0",
        "source me interview.0.source",
        "course 7 interview.0.courses.0",
    ]
    assert listed(defined(model, data)) == [
        "source me sources.0.id",
        "course 7 curriculum.0.courses.0.number",
    ]
    assert [problem[:2] for problem in unknown_in_file(model, data)] == [
        (("overlaps", 0, "courses_to_take", 0), "unknown course 2")
    ]


def test_what_a_rubric_and_a_list_of_skills_define():
    assert listed(defined(type(RUBRIC), RUBRIC)) == [
        "source me sources.0.id",
        "criterion a criteria.0.id",
    ]
    data = {"skills": [{"id": "sql", "aliases": ["sequel"]}, {"id": "no id"}, {"id": "r"}]}
    assert listed(defined(Skills, data)) == [
        "skill sql skills.0.id",
        "skill sequel skills.0.aliases.0",
        "skill r skills.2.id",
    ]


FAULTS = [None, "A b", Quoted("9"), [[]], [None], {"a": []}, 7, [{"id": []}]]


@pytest.mark.parametrize("kind", KINDS)
def test_faulty_data_hides_no_other_name(kind):
    """Put something else for each part of a definition in turn; all names elsewhere are found."""
    sample = SAMPLES[kind]
    model, data = type(sample), sample.model_dump(mode="json", by_alias=True, exclude_none=True)
    whole = every_name(model, data)
    assert len(whole) > 3
    for at in list(places(data)):
        owner = data
        for step in at[:-1]:
            owner = owner[step]
        elsewhere = {one for one in whole if one.at[: len(at)] != at}
        right = owner[at[-1]]
        for fault in FAULTS:
            owner[at[-1]] = fault
            found = every_name(model, data)
            assert elsewhere == {one for one in found if one.at[: len(at)] != at}
        owner[at[-1]] = right


def every_name(model, data):
    list(unknown_in_file(model, data))
    return {one for walk in (references, defined) for one in walk(model, data)}


def places(data, at=()):
    """The path of every field and entry in *data*."""
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in steps:
        yield (*at, step)
        if isinstance(value, dict | list):
            yield from places(value, (*at, step))


@pytest.mark.parametrize("data", [*FAULTS, {1: 2, None: 3}, {"sources": {"id": "me"}}])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_definition_names_nothing(kind, data):
    for walk in (references, defined, unknown_in_file):
        assert list(walk(model_of(kind), data)) == []


def test_an_unknown_source_is_found_beside_other_faults():
    data = {"sources": [{"id": "a"}, {"id": "b"}], "scores": [{"raw": "x", "source": "c"}]}
    (problem,) = unknown_in_file(type(CERTIFICATE), data)
    assert problem == (("scores", 0, "source"), "unknown source 'c'", "sources of this file: a, b")
    (problem,) = unknown_in_file(type(ROLE), {"skills": {"sources": ["c"]}})
    assert problem == (("skills", "sources", 0), "unknown source 'c'", "sources of this file: none")


@pytest.mark.parametrize(
    "sources", [3, {"id": "me"}, [{"id": "a"}, 3], [{"title": "Me"}], [{"id": 7}]]
)
def test_no_source_is_unknown_where_the_sources_are_faulty(sources):
    data = {"sources": sources, "teaches": [{"skills": ["sql"], "source": "me"}]}
    assert list(unknown_in_file(type(CERTIFICATE), data)) == []
    data |= {"interview": [{"courses": ["1"], "source": "me"}], "curriculum": [{"courses": "1"}]}
    assert list(unknown_in_file(type(CERTIFICATE), data)) == []
    data["curriculum"] = [{"title": "A"}]
    (problem,) = unknown_in_file(type(CERTIFICATE), data)
    assert problem == (
        ("interview", 0, "courses", 0),
        "unknown course 1",
        "courses of this file: none",
    )


# What they hold are ids of the definition itself, of a part, or of a reader.
OF_NO_OTHER = {"id", "field", "goals", "area", "group"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_with_an_id_says_what_it_names(kind):
    identifier = get_args(Identifier)[1]
    plain = {at[-1] for at in id_fields(model_of(kind), lambda mark: mark is identifier)}
    assert plain <= OF_NO_OTHER


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("walk", [references, defined])
def test_no_field_that_names_something_is_forgotten(kind, walk):
    sample = SAMPLES[kind]
    model = type(sample)
    found = {tuple(step for step in at if isinstance(step, str)) for *_, at in walk(model, sample)}
    fields = id_fields(model, lambda mark: getattr(mark, "defines", None) is (walk is defined))
    of_sources = {at for at in fields if at[-1] == "source" or at[0] == "sources"}
    assert found | of_sources == set(fields)


def id_fields(model, is_meant, at=()):
    """The fields in *model* and its parts whose type has a mark that *is_meant*."""
    found = []
    for name, field in model.model_fields.items():
        parts = [*field.metadata, *inside(field.annotation)]
        marks = [mark for part in parts for mark in getattr(part, "__metadata__", [part])]
        found += [(*at, name)] if any(is_meant(mark) for mark in marks) else []
        for part in inside(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                found += id_fields(part, is_meant, (*at, name))
    return found


def inside(annotation):
    """*annotation*, and all that it is made of."""
    return [annotation, *(part for one in get_args(annotation) for part in inside(one))]
