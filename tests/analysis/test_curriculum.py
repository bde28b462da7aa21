"""What a certificate teaches, course by course."""

from fractions import Fraction

from certeval.analysis.curriculum import curriculum
from tests import builders
from tests.analysis.ask import about, built_in_context


def taught_by(certificate):
    asked = built_in_context(certificate)
    return curriculum(asked)


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


def test_the_curriculum_of_the_review():
    result = taught_by("ibm-ml")
    assert [(phase.title, [one.number for one in phase.courses]) for phase in result.phases] == [
        ("Foundation", [1, 2]),
        ("Core techniques", [3, 4]),
        ("Advanced", [5, 6]),
    ]
    courses = [one for phase in result.phases for one in phase.courses]
    assert [one.title for one in courses] == [
        "Exploratory Data Analysis for Machine Learning",
        "Supervised Machine Learning: Regression",
        "Supervised Machine Learning: Classification",
        "Unsupervised Machine Learning",
        "Deep Learning and Reinforcement Learning",
        "Specialized Models: Time Series and Survival Analysis",
    ]
    assert courses[1].tools == ("NumPy", "pandas", "scikit-learn")
    assert courses[5].topics == ("ARMA", "ARIMA", "Survival analysis")
    assert courses[3].topics[-1] == "Matrix factorization"
    assert [phase.advice is not None for phase in result.phases] == [False, False, True]
    assert all(one.project for one in courses)


def test_the_hours_of_the_courses_add_up_to_the_listing():
    result = taught_by("ibm-ml")
    each = [one.hours.hours.display for phase in result.phases for one in phase.courses]
    assert each == ["14", "20", "24", "23", "31", "11"]
    assert (result.course_hours.low, result.course_hours.high) == (123, 123)
    assert [(item.hours.display, item.citation.old) for item in result.hours] == [
        ("120-150", False),
        ("120", True),
        ("123", True),
    ]


def test_skills_that_no_course_is_named_for():
    assert taught_by("ibm-ml").taught == ("Machine learning", "Deep learning")


def test_a_certificate_of_which_no_course_is_known():
    result = taught_by("math-for-ml")
    assert (result.phases, result.course_hours) == ((), None)
    assert result.taught == (
        "Linear algebra",
        "Calculus",
        "Probability",
        "Bayesian statistics",
    )
    assert [item.hours.display for item in result.hours] == ["60"]


def test_hours_of_ranges_add_up_at_both_ends():
    result = curriculum_of([course(1, hours=hours("1.5", 2)), course(2, hours=hours(10, 20))])
    assert (result.course_hours.low, result.course_hours.high) == (Fraction(23, 2), 22)


def test_hours_do_not_add_up_where_one_course_has_none():
    result = curriculum_of([course(1, hours=hours(1, 2)), course(2)])
    assert result.course_hours is None
    assert [one.hours is None for one in result.phases[0].courses] == [False, True]


def test_the_first_hours_of_a_course_count():
    result = curriculum_of([course(1, hours=[*hours(1, 2), *hours(5, 5)])])
    assert result.course_hours.display == "1-2"


def test_nothing_is_known_of_a_bare_certificate():
    result = curriculum_of([])
    assert (result.phases, result.taught, result.course_hours, result.hours) == ((), (), None, ())
    assert (result.sources, result.old) == ((), None)


def test_sources_stand_once():
    result = curriculum_of([course(1, tools=["a"]), course(2)], ["a", "b"])
    assert [item.publisher for item in result.sources] == ["Me"]
    assert result.taught == ("b",)
