"""How much of a certificate is known from others that are held."""

from fractions import Fraction

import pytest

from certeval.analysis.overlap import overlap
from certeval.errors import UsageError
from tests import builders
from tests.analysis.ask import built_in_context

WORDS = builders.words({"whole": ["p", "q"]}, {"either": ["r", "s"]})
SAYS = "The Interview Guys says that it"
UNNAMED = "The Interview Guys does not name it among those to take"


def with_held(*held, audience=None):
    asked = built_in_context(audience=audience, held=held)
    return overlap(asked)


def course(topics, number=1):
    title = f"Course {number}"
    return {"number": str(number), "title": title, "topics": topics, "source": "me"}


def overlap_of(courses, taught, *, known_from=None, overlaps=()):
    """A certificate of *courses* against one that is held and teaches *taught*."""
    phases = [{"title": "Phase", "courses": courses}]
    judged = builders.certificate({}, curriculum=phases, overlaps=overlaps)
    terms = known_from and builders.rubric({"a": 100}, course_known_from_percent=known_from)
    held = builders.program("held", taught)
    context = builders.context(judged, held=(held,), rubric=terms, vocabulary=WORDS)
    return overlap(context)


def differences(result):
    return tuple(result.to_dict()["disagreements"])


def stated(**courses):
    return [{"held": "held", "advice": "So.", "source": "me", **courses}]


def test_the_machine_learning_specialization_against_the_review():
    result = with_held("ml-specialization")
    assert [one.covered.share for one in result.courses] == [
        0,
        Fraction(1, 5),
        Fraction(2, 5),
        Fraction(1, 7),
        Fraction(2, 5),
        0,
    ]
    assert [(one.covered.count, one.covered.of) for one in result.courses] == [
        (0, 4),
        (1, 5),
        (2, 5),
        (1, 7),
        (2, 5),
        (0, 3),
    ]
    assert (result.whole.count, result.whole.of) == (6, 29)


def test_what_is_wider_is_perhaps_known():
    result = with_held("ml-specialization")
    fourth = result.courses[3]
    assert fourth.at_most.share == Fraction(4, 7)
    assert fourth.known == ("Recommendation systems",)
    assert fourth.perhaps == ("k-means", "Hierarchical clustering", "DBSCAN")
    assert fourth.new == ("PCA", "k-nearest neighbors", "Matrix factorization")
    others = [one for one in result.courses if one.number != 4]
    assert all(one.at_most == one.covered and one.perhaps == () for one in others)


def test_where_figures_and_advice_disagree():
    result = with_held("ml-specialization")
    assert [one.number for one in result.courses if one.disagree] == [1, 2, 3]
    stated = ["not_named", "known", "known", *["take"] * 3]
    assert [one.stated for one in result.courses] == stated
    assert differences(result) == (
        f"course 1: {UNNAMED}; based on its topics, 0 of 4 (0%) are covered",
        f"course 2: {SAYS} overlaps; based on its topics, 1 of 5 (20%) are covered",
        f"course 3: {SAYS} overlaps; based on its topics, 2 of 5 (40%) are covered",
    )


def test_what_to_concentrate_on():
    result = with_held("ml-specialization")
    assert result.known_from_percent == "50%"
    assert result.concentrate == (1, 2, 3, 4, 5, 6)
    (advice,) = result.stated
    assert (advice.held.id, advice.courses_to_take) == ("ml-specialization", (4, 5, 6))


def test_several_certificates_cover_more_together():
    both = with_held("ml-specialization", "deep-learning-specialization")
    assert [one.id for one in both.held] == ["ml-specialization", "deep-learning-specialization"]
    assert both.courses[4].covered.count == 4  # all but autoencoders
    assert both.concentrate == (1, 2, 3, 4, 6)
    assert [one.number for one in both.courses if one.disagree] == [1, 2, 3, 5]
    assert differences(both)[3] == (
        f"course 5: {SAYS} is worth taking; based on its topics, 4 of 5 (80%) are covered"
    )


def test_a_certificate_of_which_the_source_says_nothing():
    result = with_held("deep-learning-specialization")
    assert (result.stated, differences(result)) == ((), ())
    assert {one.stated for one in result.courses} == {None}


@pytest.mark.parametrize(("topics", "figure"), [("ab", "known"), ("abc", "known"), ("acd", "take")])
def test_a_course_is_known_from_the_share_of_the_rubric_on(topics, figure):
    result = overlap_of([course(list(topics))], ["a", "b"], known_from="50")
    assert result.courses[0].figure == figure
    assert result.concentrate == ((1,) if figure == "take" else ())


def test_half_is_enough_where_half_is_asked_for():
    (found,) = overlap_of([course(["a", "b"])], ["a"], known_from="50").courses
    assert (found.covered.share, found.figure) == (Fraction(1, 2), "known")
    (found,) = overlap_of([course(["a", "b"])], ["a"], known_from="50.1").courses
    assert found.figure == "take"


def test_a_rubric_that_draws_no_line():
    result = overlap_of([course(["a"])], ["a"], overlaps=stated(courses_to_take=["1"]))
    assert (result.concentrate, result.known_from_percent) == (None, None)
    (found,) = result.courses
    assert (found.figure, found.stated, found.disagree) == (None, "take", False)


def test_a_course_without_topics_says_nothing():
    result = overlap_of([course([]), course(["a"], 2)], ["a"], known_from="50")
    assert (result.courses[0].covered.display, result.courses[0].figure) == ("none", None)
    assert result.concentrate == ()
    assert (result.whole.count, result.whole.of) == (1, 1)


def test_a_topic_counts_once_and_by_its_parts():
    (found,) = overlap_of([course(["either", "whole", "p", "either"])], ["r", "p"]).courses
    assert (found.covered.count, found.covered.of) == (2, 3)
    assert (found.known, found.new) == (("EITHER", "p"), ("WHOLE",))


def test_disagreement_tells_what_may_be_covered_at_most():
    result = overlap_of(
        [course(["r", "s", "a"])],
        ["either"],
        known_from="50",
        overlaps=stated(overlapping_courses=["1"]),
    )
    (words,) = differences(result)
    assert words == (
        "course 1: Me says that it overlaps; based on its topics, 0 of 3 (0%) are covered, "
        "at most 2 of 3 (67%)"
    )


def test_agreement_is_no_disagreement():
    result = overlap_of(
        [course(["a"]), course(["b"], 2)],
        ["a"],
        known_from="50",
        overlaps=stated(overlapping_courses=["1"], courses_to_take=["2"]),
    )
    assert [one.stated for one in result.courses] == ["known", "take"]
    assert differences(result) == ()


@pytest.mark.parametrize("held", [(), ("ibm-ml",)])
def test_overlap_needs_another_certificate(held):
    with pytest.raises(UsageError) as caught:
        with_held(*held)
    assert str(caught.value) == "held: name a certificate that you hold"


def test_sources_of_both_certificates():
    told = {(item.publisher, item.old) for item in with_held("ml-specialization").sources}
    assert told == {("Coursera", True), ("The Interview Guys", False)}
