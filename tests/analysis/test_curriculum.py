"""The curriculum of a certificate, course by course."""

from fractions import Fraction

from certeval.analysis.curriculum import curriculum
from tests import builders
from tests.analysis.ask import about, guild_context


def curriculum_of(courses, teaches=()):
    teaching = [{"skills": list(teaches), "source": "me"}] if teaches else []
    phases = [{"title": "Phase", "courses": courses}] if courses else []
    judged = builders.certificate({}, curriculum=phases, teaches=teaching)
    asked = about(builders.context(judged))
    return curriculum(asked)


def course(number, **more):
    return {"number": str(number), "title": f"Course {number}", "source": "me", **more}


def hours(low, high):
    return [{"low": str(low), "high": str(high), "source": "me"}]


def test_phases_and_courses():
    result = curriculum(guild_context())
    assert [(phase.title, [one.number for one in phase.courses]) for phase in result.phases] == [
        ("First steps", [1, 2]),
        ("The seam", [3, 4]),
    ]
    assert [phase.advice for phase in result.phases] == [None, "Do not skip the practice hours."]
    first, second, third, fourth = [one for phase in result.phases for one in phase.courses]
    assert (first.title, first.topics, first.tools) == (
        "Metal and heat",
        ("Metallurgy", "Cutting"),
        ("Measuring",),
    )
    assert (first.project, second.project) == (None, "Join a copper pipe that holds water.")
    assert [one.hours and one.hours.hours.display for one in (first, second, third, fourth)] == [
        "15-20",
        "20",
        "30-36",
        None,
    ]
    assert result.course_hours is None
    assert [(item.hours.display, item.citation.old) for item in result.hours] == [
        ("90-110", False),
        ("80", True),
    ]


def test_skills_beyond_the_topics_of_courses():
    assert curriculum(guild_context()).taught == ()  # metallurgy is a topic of the first course


def test_a_certificate_without_courses():
    result = curriculum(guild_context("drawing"))
    assert (result.phases, result.course_hours) == ((), None)
    assert result.taught == ("Blueprint reading", "Measuring", "Drawing with CAD")
    assert [item.hours.display for item in result.hours] == ["60"]


def test_hours_of_ranges_add_up_at_both_ends():
    result = curriculum_of([course(1, hours=hours("1.5", 2)), course(2, hours=hours(10, 20))])
    assert (result.course_hours.low, result.course_hours.high) == (Fraction(23, 2), 22)


def test_hours_are_not_added_up_if_one_course_has_none():
    result = curriculum_of([course(1, hours=hours(1, 2)), course(2)])
    assert result.course_hours is None
    assert [one.hours is None for one in result.phases[0].courses] == [False, True]


def test_the_first_hours_of_a_course_count():
    result = curriculum_of([course(1, hours=[*hours(1, 2), *hours(5, 5)])])
    assert result.course_hours.display == "1-2"


def test_a_bare_certificate():
    result = curriculum_of([])
    assert (result.phases, result.taught, result.course_hours, result.hours) == ((), (), None, ())
    assert (result.sources, result.old) == ((), None)


def test_a_source_is_cited_once():
    result = curriculum_of([course(1, tools=["a"]), course(2)], ["a", "b"])
    assert [item.publisher for item in result.sources] == ["Me"]
    assert result.taught == ("b",)


def test_an_exam_has_no_courses_and_attests_skills():
    exam = builders.program("one", ["a"], exam={"source": "me"})
    text = curriculum(builders.context(exam)).to_markdown()
    assert "It is an exam without courses." in text
    assert "Attested: a." in text
    text = curriculum(builders.context(builders.program("one", ["a"]))).to_markdown()
    assert "Taught: a." in text
