"""Overlap of a certificate with the ones that the reader holds."""

from fractions import Fraction

import pytest

from certeval.analysis.overlap import overlap
from certeval.errors import UsageError
from tests import builders
from tests.analysis.ask import guild_context

WORDS = builders.words({"whole": ["p", "q"]}, {"either": ["r", "s"]})


def with_held(*held):
    return overlap(guild_context(audience="apprentice", held=held))


def course(topics, number=1):
    title = f"Course {number}"
    return {"number": str(number), "title": title, "topics": topics, "source": "me"}


def overlap_of(courses, taught, *, known_from=None, overlaps=(), complete=True):
    """The overlap of a certificate of *courses* with a held one that teaches *taught*."""
    phases = [{"title": "Phase", "courses": courses}]
    judged = builders.certificate({}, curriculum=phases, overlaps=overlaps)
    terms = known_from and builders.rubric({"a": 100}, course_known_from_percent=known_from)
    held = builders.program("held", taught, complete=complete)
    context = builders.context(judged, held=(held,), rubric=terms, vocabulary=WORDS)
    return overlap(context)


def differences(result):
    return tuple(result.to_dict()["disagreements"])


def stated(**courses):
    return [{"held": "held", "advice": "So.", "source": "me", **courses}]


def test_the_share_of_topics_covered():
    result = with_held("soldering")
    assert [(one.covered.count, one.covered.of) for one in result.courses] == [
        (1, 2),
        (1, 3),
        (0, 2),
        (0, 1),
    ]
    assert result.courses[1].covered.share == Fraction(1, 3)
    assert (result.whole.count, result.whole.of) == (2, 8)


def test_a_broader_skill_may_cover_a_topic():
    second = with_held("soldering").courses[1]
    assert second.at_most.share == Fraction(2, 3)
    assert second.known == ("Soft soldering",)
    assert second.perhaps == ("Gas welding",)  # a part of fusion welding
    assert second.new == ("Silver brazing",)
    first = with_held("soldering").courses[0]
    assert (first.at_most, first.perhaps) == (first.covered, ())


def test_topics_and_advice_disagree():
    result = with_held("soldering")
    assert [one.number for one in result.courses if one.disagree] == [2]
    assert [one.stated for one in result.courses] == ["known", "known", "take", "take"]
    assert differences(result) == (
        (
            "course 2: Harbor School says that it overlaps; based on its topics, 1 of 3 (33%) are "
            "covered, at most 2 of 3 (67%)"
        ),
    )


def test_courses_to_focus_on():
    result = with_held("soldering")
    assert result.known_from_percent == "50%"
    assert result.concentrate == (2, 3, 4)
    (advice,) = result.stated
    assert (advice.held.id, advice.courses_to_take) == ("soldering", (3, 4))


def test_several_certificates_cover_more_together():
    both = with_held("soldering", "brazing")
    assert [one.id for one in both.held] == ["soldering", "brazing"]
    assert both.courses[1].covered.count == 2
    assert both.concentrate == (3, 4)
    assert differences(both) == ()


def test_advice_to_take_a_course_that_is_covered_or_not_named():
    result = overlap_of(
        [course(["a"]), course(["b"], 2), course(["c"], 3)],
        ["a"],
        known_from="50",
        overlaps=stated(courses_to_take=["1", "3"]),
    )
    assert [one.stated for one in result.courses] == ["take", "not_named", "take"]
    assert differences(result) == (
        "course 1: Me says that it is worth taking; based on its topics, 1 of 1 (100%) are covered",
        (
            "course 2: Me does not name it among those to take; based on its topics, 0 of 1 (0%) "
            "are covered"
        ),
    )


def test_a_certificate_without_advice():
    result = with_held("brazing")
    assert (result.stated, differences(result)) == ((), ())
    assert {one.stated for one in result.courses} == {None}


@pytest.mark.parametrize(("topics", "figure"), [("ab", "known"), ("abc", "known"), ("acd", "take")])
def test_a_course_is_known_at_the_share_of_the_rubric_or_above(topics, figure):
    result = overlap_of([course(list(topics))], ["a", "b"], known_from="50")
    assert result.courses[0].figure == figure
    assert result.concentrate == ((1,) if figure == "take" else ())


def test_exactly_the_share_is_enough():
    (found,) = overlap_of([course(["a", "b"])], ["a"], known_from="50").courses
    assert (found.covered.share, found.figure) == (Fraction(1, 2), "known")
    (found,) = overlap_of([course(["a", "b"])], ["a"], known_from="50.1").courses
    assert found.figure == "take"


def test_a_rubric_without_such_a_share():
    result = overlap_of([course(["a"])], ["a"], overlaps=stated(courses_to_take=["1"]))
    assert (result.concentrate, result.known_from_percent) == (None, None)
    (found,) = result.courses
    assert (found.figure, found.stated, found.disagree) == (None, "take", False)


def test_a_course_without_topics():
    result = overlap_of([course([]), course(["a"], 2)], ["a"], known_from="50")
    assert (result.courses[0].covered.display, result.courses[0].figure) == ("none", None)
    assert result.concentrate == ()
    assert (result.whole.count, result.whole.of) == (1, 1)


def test_a_topic_counts_once_and_by_its_parts():
    (found,) = overlap_of([course(["either", "whole", "p", "either"])], ["r", "p"]).courses
    assert (found.covered.count, found.covered.of) == (2, 3)
    assert (found.known, found.new) == (("EITHER", "p"), ("WHOLE",))


def test_a_topic_that_an_incomplete_list_does_not_have_is_not_listed():
    courses = [course(["a", "b", "p"])]
    advice = stated(overlapping_courses=["1"])
    held = ["a", "whole"]
    result = overlap_of(courses, held, known_from="50", complete=False, overlaps=advice)
    (found,) = result.courses
    assert (found.known, found.not_listed, found.new) == (("a",), ("b",), ())
    assert (found.covered.count, found.at_most.count) == (1, 3)
    assert [one.id for one in result.incomplete] == ["held"]
    assert differences(result) == (
        (
            "course 1: Me says that it overlaps; based on its topics, at least 1 of 3 (33%) are "
            "covered"
        ),
    )


def test_topics_and_advice_agree():
    result = overlap_of(
        [course(["a"]), course(["b"], 2)],
        ["a"],
        known_from="50",
        overlaps=stated(overlapping_courses=["1"], courses_to_take=["2"]),
    )
    assert [one.stated for one in result.courses] == ["known", "take"]
    assert differences(result) == ()


@pytest.mark.parametrize("held", [(), ("welding",)])
def test_overlap_needs_another_certificate(held):
    with pytest.raises(UsageError) as caught:
        with_held(*held)
    assert str(caught.value) == "held: name a certificate that you hold"


def test_the_sources_of_both_certificates():
    sources = {(item.publisher, item.old) for item in with_held("brazing").sources}
    assert sources == {("Smith & Daughters", True), ("Harbor School", False)}
