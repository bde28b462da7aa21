"""Skills of a role that are known, taught or missing."""

from dataclasses import replace

import pytest

from certeval.analysis.gaps import gaps
from certeval.errors import UsageError
from tests import builders
from tests.analysis.ask import about, guild_context

WORDS = builders.words({"whole": ["p", "q", "o"]}, {"either": ["r", "s"]})


def gaps_in(judged, core, *, known=(), level="fluent"):
    """The gaps that *judged* leaves in a role, for a reader with *known* skills at a level."""
    context = builders.context(judged, role=builders.role(core), vocabulary=WORDS)
    return gaps(about(context, skills=dict.fromkeys(known, level)))


def states(result):
    return {line.skill: line.state for line in result.skills}


def test_a_fabricator_with_the_certificate():
    result = gaps(guild_context(audience="apprentice"))
    assert (result.role.id, result.level) == ("fabricator", "working")
    assert [(line.skill, line.importance, line.state) for line in result.skills] == [
        ("blueprint-reading", "core", "remains"),
        ("measuring", "core", "known"),
        ("cutting", "core", "taught"),
        ("fusion", "core", "taught"),
        ("inspection", "core", "remains"),
        ("cad", "core", "remains"),
        ("filler-joining", "useful", "taught"),
        ("metallurgy", "useful", "taught"),
        ("estimating", "useful", "remains"),
        ("rigging", "useful", "remains"),
    ]
    core, useful = result.coverage
    assert (core.before.display, core.after.display) == ("1 of 6 (17%)", "3 of 6 (50%)")
    assert (useful.before.count, useful.after.count, useful.after.of) == (0, 2, 4)


def test_a_reader_with_experience_knows_more():
    core, useful = gaps(guild_context(audience="master")).coverage
    assert (core.before.count, core.after.count) == (4, 4)
    assert (useful.before.count, useful.after.count) == (2, 2)  # holds the soldering certificate


def test_gaps_named_by_sources():
    result = gaps(guild_context())
    assert [(gap.id, [other.id for other in gap.companions]) for gap in result.stated] == [
        ("testing", ["inspector", "forging"]),
        ("drawing", ["drawing"]),
    ]
    assert result.stated[0].skills == ("Dye testing", "Ultrasonic testing")


def test_a_retired_companion_is_named_with_its_successors():
    inspector, forging = gaps(guild_context()).stated[0].companions
    assert forging.retired == "2026-03-31"
    assert forging.successors == ("Inspector's Card", "Certificate of Welding")
    assert (inspector.retired, inspector.successors) == (None, ())


def test_facts_about_a_companion():
    testing, other = gaps(guild_context()).stated
    (drawing,) = other.companions
    assert (drawing.level, drawing.hours.display, drawing.learner_rating) == (
        "beginner",
        "60",
        "4.1 / 5",
    )
    unknown = testing.companions[0]
    assert (unknown.level, unknown.hours, unknown.learner_rating) == (None, None, None)


def test_a_companion_that_the_library_does_not_have_is_left_out():
    gap = {"id": "g", "title": "G", "skills": ["a"], "why": "So.", "companions": ["x", "y"]}
    judged = builders.certificate({}, gaps=[{**gap, "source": "me"}])
    context = builders.context(judged, builders.program("y"), role=builders.role(["a"]))
    assert [other.id for other in gaps(about(context)).stated[0].companions] == ["y"]


def test_a_held_certificate_counts_as_known():
    result = gaps(guild_context(audience="apprentice", held=["inspector"]))
    assert [one.id for one in result.held] == ["inspector"]
    assert states(result)["inspection"] == "known"


def test_missing_parts_are_named_if_others_are_covered():
    lines = {line.skill: line for line in gaps(guild_context()).skills}
    assert lines["inspection"].missing_parts == ("Dye testing", "Ultrasonic testing")
    (line,) = gaps_in(builders.program("judged", ["a"], complete=True), ["whole"]).skills
    assert (line.state, line.missing_parts) == ("remains", ())  # no part is covered


@pytest.mark.parametrize(
    ("known", "taught", "skill", "state"),
    [
        ((), ("b",), "a", "remains"),
        (("a",), ("a",), "a", "known"),
        ((), ("a",), "a", "taught"),
        (("p", "q"), ("o",), "whole", "taught"),
        (("p", "q", "o"), (), "whole", "known"),
        (("p", "q"), ("b",), "whole", "remains"),
        ((), ("whole",), "whole", "taught"),
        (("r",), (), "either", "known"),
        ((), ("s",), "either", "taught"),
        (("whole",), ("b",), "p", "remains"),  # the whole does not cover its parts
    ],
)
def test_a_skill_is_known_taught_or_remains(known, taught, skill, state):
    judged = builders.program("judged", taught, complete=bool(taught))
    assert states(gaps_in(judged, [skill], known=known)) == {skill: state}


def test_a_skill_that_an_incomplete_list_does_not_have_is_not_listed():
    result = gaps_in(builders.program("judged", ["a"]), ["a", "b"], known=[])
    assert states(result) == {"a": "taught", "b": "not_listed"}
    assert not result.teaches_complete
    text = result.to_markdown()
    assert "Core skills not listed: b**" in text
    assert "at least 1 of 2 (50%)" in text
    assert "Not listed: no source says that the certificate teaches it" in text


def test_a_complete_list_says_what_is_missing():
    text = gaps_in(
        builders.program("judged", ["a"], complete=True), ["a", "b"], known=[]
    ).to_markdown()
    assert "Core skills still missing: b**" in text
    assert "at least" not in text
    assert "ot listed" not in text


def test_an_exam_attests_and_does_not_teach():
    exam = builders.program("judged", ["a"], exam={"source": "me"})
    result = gaps_in(exam, ["a", "b"], known=[])
    assert states(result) == {"a": "attested", "b": "not_listed"}
    assert result.coverage[0].after.count == 1
    assert "attested, not taught" in result.to_markdown()


def test_the_share_of_postings_that_ask_for_a_skill():
    demand = [
        {"skill": "a", "postings": "1", "of": "3", "source": "me"},
        {"skill": "a", "postings": "9", "of": "9", "source": "you"},
    ]
    sources = [*builders.SOURCES, {"id": "you", "title": "T", "publisher": "You", "date": "2026"}]
    role = builders.role(["a", "b"], demand=demand, sources=sources)
    result = gaps(about(replace(guild_context(), role=role)))
    a, b = result.skills
    assert (a.demand.postings, a.demand.of, a.demand.share_percent.display) == (1, 3, "33.3%")
    assert a.demand.citation.publisher == "Me"
    assert b.demand is None
    assert "Postings: the share of the role's job postings" in result.to_markdown()
    assert "Postings" not in gaps(guild_context()).to_markdown()


@pytest.mark.parametrize(
    ("level", "state"),
    [("none", "not_listed"), ("basic", "not_listed"), ("working", "known"), ("fluent", "known")],
)
def test_a_skill_is_known_at_the_level_of_the_role_or_above(level, state):
    assert states(gaps_in(builders.program("judged"), ["a"], known=["a"], level=level)) == {
        "a": state
    }


def test_a_skill_listed_twice_counts_once():
    role = builders.role(["blueprint-reading", "blueprints", "cad"])
    result = gaps(about(replace(guild_context(), role=role)))
    assert [(line.skill, line.importance) for line in result.skills] == [
        ("blueprint-reading", "core"),
        ("cad", "core"),
    ]
    assert result.coverage[0].before.of == 2


def test_a_role_without_useful_skills_covers_none_of_none():
    core, useful = gaps_in(builders.program("judged", ["a"]), ["a", "b", "c"]).coverage
    assert (core.before.display, core.after.display) == ("0 of 3 (0%)", "1 of 3 (33%)")
    assert (useful.after.of, useful.after.share, useful.after.display) == (0, None, "none")


def test_a_role_is_required():
    with pytest.raises(UsageError) as caught:
        gaps(about(builders.context(builders.program("judged"))))
    assert caught.value.message == "no target role"
    assert caught.value.hint.startswith("name one with `role`")


def test_the_sources_of_the_certificate_and_the_role_once_each():
    found = gaps(guild_context(audience="apprentice")).sources
    assert len(set(found)) == len(found)
    assert {item.publisher for item in found} == {
        "Harbor School",
        "certeval",
        "Harbor Times",
        "Former candidates",
        "Guild of Smiths",  # but not the Bureau of Trades: it is a source of wages only
    }


def test_a_certificate_that_does_not_list_what_it_teaches():
    result = gaps_in(builders.program("judged"), ["a"])
    assert (result.teaches_unknown, result.warnings) == (True, ())
    assert result.to_dict()["warnings"] == [
        "'judged' does not list what it teaches ('teaches'), so nothing counts as taught"
    ]
