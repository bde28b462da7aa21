"""Whether a certificate suits a reader, and what to ask the reader to find out."""

from dataclasses import replace
from fractions import Fraction

import pytest

from certeval.analysis.fit.fit import fit
from certeval.analysis.fit.questions import fields_of, goals_of, questions
from certeval.cli.reader_prompts import text_of
from certeval.render.layout.fit import because, failed_condition, headline
from certeval.render.layout.related_certificate import note
from tests import builders
from tests.analysis.ask import about, built_in_context, without_audience

READY = {"python": "fluent", "statistics": "working", "linear-algebra": "basic"}
SOURCED = {"source": "me"}
MATHEMATICS = "Mathematics for Machine Learning and Data Science Specialization"

OTHERS = (
    "google-advanced-data-analytics", "ibm-data-science", "math-for-ml", "ml-specialization",
)  # fmt: skip
"""The certificates of the built-in library that the tests are about; more may be added to it."""


def fitted(skills=READY, *, held=(), **answers):
    """The built-in certificate for a reader who is ready for it, or knows *skills* instead."""
    asked = built_in_context(held=held)
    asked = replace(asked, others={name: asked.others[name] for name in OTHERS})
    return fit(without_audience(asked, **{"skills": skills, "hours_per_week": 7, **answers}))


def fitted_to(judged, *others, held=(), **answers):
    return fit(about(builders.context(judged, *others, held=held), **answers))


def rule(result, name):
    return next(rule for rule in result.rules if rule.id == name)


def need(result, skill):
    return next(need for need in result.prerequisites if need.skill == skill)


def ids(companions):
    return [other.id for other in companions]


def test_the_audiences_of_the_published_review():
    professional = fit(built_in_context())
    assert professional.outcome == "take_it"
    assert [one.id for one in professional.rules if one.fired] == ["formalize-daily-python"]
    assert because(professional) == (rule(professional, "formalize-daily-python").because,)
    changer = fit(built_in_context(audience="career-changer"))
    assert changer.outcome == "take_it"
    assert because(changer) == (
        "No reason against it, but none of its 'take it if' rules applies to you either.",
    )
    assert all(line.met for line in changer.prerequisites)


def test_without_any_reason_the_headline_is_no_objection():
    assert headline(fit(built_in_context())) == "take it"
    assert headline(fit(built_in_context(audience="career-changer"))) == "no objection"


@pytest.mark.parametrize("days", [1, 100, 10_000])
def test_the_time_is_stated_once(days):
    page = fitted(deadline_days=days).to_markdown()
    assert page.count("It takes ") == 1


NAME = "hired-for-the-name"


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("no-python", {"skills": {}}),
        ("no-python", {"skills": {"python": "none"}}),
        ("already-an-ml-engineer", {"years": {"ml-engineering": Fraction(2)}}),
        ("already-an-ml-engineer", {"years": {"ml-engineering": Fraction(10)}}),
        ("needs-a-job-on-the-name", {"deadline_days": 90, "goals": [NAME]}),
        ("needs-a-job-on-the-name", {"deadline_days": 0, "goals": [NAME]}),
        ("instead-of-a-portfolio", {"goals": ["replace-a-portfolio"]}),
    ],
)
def test_a_rule_to_skip_it_fires(name, answers):
    result = fitted(**answers)
    fired = rule(result, name)
    assert (fired.direction, fired.fired) == ("against", True)
    assert all(condition.holds for condition in fired.conditions)
    assert result.outcome == "skip"
    assert because(result) == (fired.because,)
    assert failed_condition(result) == f"ibm-ml: skip: {fired.because}"


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("no-python", {"skills": READY | {"python": "basic"}}),
        ("already-an-ml-engineer", {"years": {"ml-engineering": Fraction(19, 10)}}),
        ("already-an-ml-engineer", {"years": {"data": Fraction(10)}}),
        ("needs-a-job-on-the-name", {"deadline_days": 91, "goals": [NAME]}),
        ("needs-a-job-on-the-name", {"deadline_days": 90}),
        ("needs-a-job-on-the-name", {"goals": [NAME]}),
        ("instead-of-a-portfolio", {"goals": ["breadth"]}),
        ("formalize-daily-python", {"years": {"data": Fraction()}}),
        ("formalize-daily-python", {"years": {"ml-engineering": Fraction(1)}}),
        (
            "formalize-daily-python",
            {"years": {"data": Fraction(5)}, "skills": READY | {"python": "working"}},
        ),
        ("breadth-over-depth", {"goals": ["enterprise-role"]}),
        ("enterprise-roles", {"goals": ["breadth"]}),
        ("with-cloud-certifications", {}),
    ],
)
def test_a_rule_does_not_fire(name, answers):
    quiet = rule(fitted(**answers), name)
    assert not quiet.fired
    assert not all(condition.holds for condition in quiet.conditions)


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("formalize-daily-python", {"years": {"data": Fraction(1, 2)}}),
        ("breadth-over-depth", {"goals": ["breadth"]}),
        ("enterprise-roles", {"goals": ["enterprise-role"]}),
        ("with-cloud-certifications", {"goals": ["cloud-certification-under-way"]}),
    ],
)
def test_a_rule_to_take_it_fires(name, answers):
    result = fitted(**answers)
    fired = rule(result, name)
    assert (fired.direction, fired.fired) == ("for", True)
    assert result.outcome == "take_it"
    assert because(result) == (fired.because,)
    assert failed_condition(result) is None


def test_all_reasons_to_skip_it_are_given_and_none_to_take_it():
    result = fitted({}, goals=["replace-a-portfolio", "breadth"])
    assert result.outcome == "skip"
    assert because(result) == (
        rule(result, "no-python").because,
        rule(result, "instead-of-a-portfolio").because,
    )


def test_conditions_and_what_is_known_of_the_reader():
    result = fitted(deadline_days=30, goals=[NAME], years={"data": Fraction(3, 2)})
    conditions = {
        one["id"]: [(part["asks"], part["found"], part["holds"]) for part in one["conditions"]]
        for one in result.to_dict()["rules"]
    }
    assert conditions["no-python"] == [("You do not know Python at a basic level", "fluent", False)]
    assert conditions["already-an-ml-engineer"] == [
        ("You have worked in ml-engineering for at least 2 years", "0 years", False)
    ]
    assert conditions["needs-a-job-on-the-name"] == [
        ("You have a deadline within 90 days", "30 days", True),
        (f"Your goal: {NAME}", NAME, True),
    ]
    assert conditions["formalize-daily-python"] == [
        ("You know Python fluently", "fluent", True),
        ("You work in data", "1.5 years", True),
    ]
    assert conditions["breadth-over-depth"] == [("Your goal: breadth", "not a goal", False)]
    (deadline, goals) = rule(result, "needs-a-job-on-the-name").conditions
    assert (deadline.about, deadline.topics, deadline.limit) == ("deadline", (), "90")
    assert (goals.about, goals.topics, goals.limit) == ("goals", (NAME,), None)
    unasked = fitted()
    assert rule(unasked, "needs-a-job-on-the-name").conditions[0].found == ()
    assert unasked.to_dict()["rules"][2]["conditions"][0]["found"] == "no deadline"


@pytest.mark.parametrize(
    ("skill", "level", "words"),
    [
        ("python", "working", "Python: needs fluent, you have working."),
        ("statistics", "basic", "Statistics: needs working, you have basic."),
        ("linear-algebra", "none", "Linear algebra: needs basic, you have none."),
    ],
)
def test_a_missing_prerequisite_means_not_yet(skill, level, words):
    result = fitted(READY | {skill: level})
    assert result.outcome == "not_yet"
    assert because(result) == (words,)
    assert [line.skill for line in result.prerequisites if not line.met] == [skill]
    assert need(result, skill).has == level
    assert failed_condition(result) == f"ibm-ml: not yet: {words}"


def test_a_recommended_alternative_that_does_not_teach_the_missing_skill_is_marked():
    """The review names a program on mathematics; its listing has no Python."""
    found = rule(fitted({}), "no-python")
    assert found.lacking == "Python"
    assert [(one.id, one.not_taught) for one in found.instead] == [("math-for-ml", "Python")]
    assert [note(one) for one in found.instead] == [
        "recommended by the source, but it is not known to teach Python"
    ]
    assert ids(found.teaching) == ["ibm-data-science"]
    assert found.teaching[0].not_taught is None


def test_an_alternative_has_no_note_if_the_rule_is_not_about_a_missing_skill():
    found = rule(fitted(), "needs-a-job-on-the-name")
    (other,) = found.instead
    assert found.lacking is None
    assert (other.id, other.not_taught, other.level) == ("ml-specialization", None, "beginner")


def test_no_others_are_suggested_if_the_alternatives_teach_the_missing_skill():
    stated = {
        "id": "no-a",
        "when": {"lacks": "a"},
        "because": "No a.",
        "instead": ["right"],
        **SOURCED,
    }
    judged = builders.certificate({}, skip_if=[stated])
    others = [builders.program(name, ["a"], level="beginner") for name in ("right", "other")]
    (line,) = fitted_to(judged, *others).rules
    assert (line.fired, ids(line.instead), line.instead[0].not_taught) == (True, ["right"], None)
    assert line.teaching == ()


def test_an_alternative_that_is_not_in_the_library_is_left_out():
    stated = {
        "id": "no-a",
        "when": {"lacks": "a"},
        "because": "No a.",
        "instead": ["missing"],
        **SOURCED,
    }
    (line,) = fitted_to(builders.certificate({}, skip_if=[stated])).rules
    assert (line.instead, line.teaching) == ((), ())


def test_preparation_is_no_harder_than_the_certificate():
    first = need(fitted({"python": "fluent"}), "linear-algebra").first
    assert ids(first) == ["math-for-ml"]
    assert need(fitted({"python": "fluent"}), "statistics").first == ()  # only an advanced one
    levels = ("beginner", "intermediate", "advanced", None)
    others = [builders.program(f"x{at}", ["a"], level=level) for at, level in enumerate(levels)]
    for level, proposed in (("beginner", 1), ("intermediate", 2), ("advanced", 3), (None, 3)):
        judged = builders.program("judged", needs={"a": "basic"}, level=level)
        (line,) = fitted_to(judged, *others).prerequisites
        assert ids(line.first) == [f"x{at}" for at in range(proposed)]


def test_a_retired_certificate_is_not_suggested():
    judged = builders.program("judged", needs={"a": "basic"}, level="advanced")
    others = [
        builders.program(name, ["a"], level="beginner", retired={"as_of": date, **SOURCED})
        for name, date in (("retired", "2026-11-22"), ("retiring", "2026-11-23"))
    ]
    (line,) = fitted_to(judged, *others).prerequisites
    assert ids(line.first) == ["retiring"]


def test_a_certificate_with_unmet_prerequisites_is_not_suggested():
    judged = builders.program("judged", needs={"a": "basic"}, level="advanced")
    others = [
        builders.program("one", ["a"], level="beginner", needs={"b": "basic"}),
        builders.program("two", ["a"], level="beginner", needs={"b": "working"}),
    ]
    (line,) = fitted_to(judged, *others, skills={"b": "basic"}).prerequisites
    assert ids(line.first) == ["one"]


def test_at_most_three_are_suggested_shortest_first():
    judged = builders.program("judged", needs={"a": "basic"}, level="advanced")
    hours = {"long": (10, 90), "unknown": None, "short": (20, 20), "fair": (30, 40)}
    others = [
        builders.program(name, ["a"], level="beginner", hours=ends) for name, ends in hours.items()
    ]
    (line,) = fitted_to(judged, *others).prerequisites
    assert ids(line.first) == ["short", "fair", "long"]
    (line,) = fitted_to(judged, *others[:3]).prerequisites
    assert ids(line.first) == ["short", "long", "unknown"]


def test_skills_taught_by_a_held_certificate_count():
    result = fitted(READY | {"python": "none"}, held=["ibm-data-science"])
    assert result.outcome == "take_it"
    line = need(result, "python")
    assert (line.met, line.has, line.first) == (True, "taught", ())
    found = rule(result, "no-python")
    assert not found.fired
    assert found.conditions[0].found == ("taught",)
    words = result.to_dict()
    assert words["prerequisites"][0]["has"] == "taught by a certificate you hold"
    assert words["rules"][0]["conditions"][0]["found"] == "taught by a certificate you hold"


@pytest.mark.parametrize(
    ("days", "fits"),
    [(120, "perhaps"), (149, "perhaps"), (150, "yes"), (1000, "yes"), (119, "no"), (0, "no")],
)
def test_a_deadline_and_the_time_it_takes(days, fits):
    """120 hours at 7 hours a week take 120 days, 150 hours take 150."""
    result = fitted(deadline_days=days)
    assert result.outcome == ("not_yet" if fits == "no" else "take_it")
    assert result.time.days_display == "120-150"
    assert (result.time.deadline_days, result.time.fits) == (days, fits)
    if fits == "no":
        assert because(result) == (f"It takes 120-150 days; your deadline is in {days} days.",)
    elif fits == "perhaps":
        deadline = f"your deadline is in only {days} days"
        assert because(result)[-1] == f"It takes 120-150 days; {deadline}."
    else:
        assert not any("days" in reason for reason in because(result))
    assert result.time.first == ()


def test_preparation_takes_time_too():
    """Sixty hours of mathematics, then 120 to 150: 180 to 210 days at an hour a day."""
    result = fitted(READY | {"linear-algebra": "none"}, deadline_days=179)
    assert because(result) == (
        "Linear algebra: needs basic, you have none.",
        f"It takes 180-210 days, with {MATHEMATICS} first; your deadline is in 179 days.",
    )
    assert (result.time.first, result.time.fits) == ((MATHEMATICS,), "no")
    longer = fitted(READY | {"linear-algebra": "none"}, deadline_days=180)
    assert (longer.time.fits, longer.outcome) == ("perhaps", "not_yet")


def test_preparation_for_two_missing_skills_takes_its_time_once():
    judged = builders.program(
        "judged", needs={"a": "basic", "b": "basic"}, hours=(1, 1), level=None
    )
    both = builders.program("both", ["a", "b"], level="beginner", hours=(10, 20))
    result = fitted_to(judged, both, hours_per_week=7, deadline_days=5)
    assert (result.time.days_display, result.time.first) == ("11-21", ("BOTH",))


def test_the_time_is_unknown_if_the_hours_of_the_preparation_are():
    judged = builders.program("judged", needs={"a": "basic"}, hours=(1, 1), level=None)
    other = builders.program("other", ["a"], level="beginner")
    result = fitted_to(judged, other, hours_per_week=7, deadline_days=5)
    assert (result.time.fits, result.time.first, result.outcome) == (None, ("OTHER",), "not_yet")


def test_a_started_day_counts_as_a_whole_day():
    judged = builders.program("judged", hours=(100, 100))
    result = fitted_to(judged, hours_per_week=Fraction("6.99"), deadline_days=100)
    assert (result.outcome, result.time.fits) == ("not_yet", "no")
    assert because(result) == ("It takes 101 days; your deadline is in 100 days.",)


def test_a_skill_may_be_known_in_part_and_taught_in_part_by_a_held_certificate():
    """As in gaps and plans, which also combine the parts."""
    words = builders.words({"whole": ["p", "q"]}, {})
    judged = builders.program("judged", needs={"whole": "basic"})
    context = builders.context(judged, held=(builders.program("held", ["q"]),), vocabulary=words)
    assert fit(about(context, skills={"p": "basic"})).outcome == "take_it"


def test_a_held_certificate_is_skipped():
    question = built_in_context(held=["ibm-ml"])
    result = fit(question)
    assert (result.outcome, because(result)) == ("skip", ("You already hold it.",))
    assert result.answers.held == (question.certificate.title,)
    held = ["Certificates you hold", question.certificate.title]
    assert result.to_dict()["answers"][-1] == held


def test_no_time_without_a_deadline():
    assert fitted().time is None


def test_unknown_hours_leave_it_open_whether_the_time_is_enough():
    unknown = fit(built_in_context("ibm-genai-engineering", deadline_days=10))
    without_hours = fit(without_audience(built_in_context(), skills=READY, deadline_days=10))
    for result in (unknown, without_hours):
        assert (result.time.days_display, result.time.fits) == (None, None)
        assert result.outcome == "cannot_tell"
        assert because(result)[0].startswith("Unknown whether 10 days are enough (missing: ")
    assert (unknown.time.unknown, without_hours.time.unknown) == ("hours", "hours_per_week")


def test_without_rules_and_prerequisites_there_is_no_telling():
    result = fit(built_in_context("ml-specialization"))
    assert result.outcome == "cannot_tell"
    assert because(result) == ("This certificate has no fit rules or prerequisites on file.",)
    assert (result.rules, result.prerequisites, result.sources) == ((), (), ())
    assert failed_condition(result).startswith(
        "ml-specialization: cannot tell: This certificate has no fit rules"
    )


def test_a_deadline_counts_even_without_rules():
    judged = builders.program("judged", hours=(100, 100))
    assert fitted_to(judged, hours_per_week=7, deadline_days=99).outcome == "not_yet"
    assert fitted_to(judged, hours_per_week=7, deadline_days=100).outcome == "cannot_tell"


def test_a_retired_certificate_is_skipped():
    result = fit(built_in_context("aws-ml-specialty"))
    assert result.outcome == "skip"
    assert because(result) == ("Retired on 2026-03-31.",)


def test_the_report_names_the_certificate_the_audience_and_what_is_assumed():
    result = fit(built_in_context(goals=["breadth"], deadline_days=200))
    assert (result.certificate.id, result.audience.id) == ("ibm-ml", "data-professional")
    assert result.to_dict()["answers"] == [
        ["Python", "fluent"],
        ["SQL", "fluent"],
        ["pandas", "working"],
        ["Statistics", "working"],
        ["Linear algebra", "basic"],
        ["Work in data", "2 years"],
        ["Goals", "breadth"],
        ["Deadline", "200 days"],
        ["Hours per week", "7"],
    ]
    assert {item.publisher for item in result.sources} == {"The Interview Guys", "certeval"}
    assert "Coursera" in {item.publisher for item in fitted({}).sources}  # on what comes first
    assert fitted().audience is None


def asked_of(certificate="ibm-ml", **answers):
    asked = built_in_context(certificate, **answers)
    return questions(asked.certificate, asked.reader)


def test_each_question_is_asked_once():
    assert [(item.about, item.id) for item in asked_of()] == [
        ("skill", "python"),
        ("skill", "statistics"),
        ("skill", "linear-algebra"),
        ("years", "ml-engineering"),
        ("years", "data"),
        ("deadline", "deadline"),
        ("hours", "hours"),
        ("goal", NAME),
        ("goal", "replace-a-portfolio"),
        ("goal", "breadth"),
        ("goal", "enterprise-role"),
        ("goal", "cloud-certification-under-way"),
    ]


def test_known_answers_are_the_defaults():
    known = {item.id: item.answer for item in asked_of(goals=["breadth"], deadline_days=90)}
    assert (known["python"], known["linear-algebra"]) == ("fluent", "basic")
    assert (known["data"], known["ml-engineering"]) == ("2", "0")
    assert (known["breadth"], known["enterprise-role"]) == ("yes", "no")
    assert known["deadline"] == "90"
    assert known["hours"] == "7"
    context = replace(built_in_context(), audience=None)
    unknown = questions(context.certificate, about(context).reader)
    nothing = {item.id: item.answer for item in unknown}
    assert (nothing["deadline"], nothing["hours"]) == ("none", "none")
    assert (nothing["python"], nothing["data"], nothing["breadth"]) == ("none", "0", "no")


def test_choices_and_texts_of_questions():
    found = {item.id: item for item in asked_of()}
    assert found["python"].choices == ("none", "basic", "working", "fluent")
    assert text_of(found["python"]) == "How well do you know Python?"
    assert found["breadth"].choices == ("yes", "no")
    assert text_of(found["breadth"]).startswith("Do you want a broad overview")
    assert found["deadline"].choices == found["data"].choices == ()


def test_a_goal_without_wording_is_asked_about_by_its_id():
    stated = {"id": "r", "when": {"goals": ["a-goal"]}, "because": "So.", **SOURCED}
    judged = builders.certificate({}, take_if=[stated])
    (item,) = questions(judged, about(builders.context(judged)).reader)
    assert text_of(item) == "Is this a goal of yours: a-goal?"
    assert goals_of(judged) == ("a-goal",)


def test_a_goal_is_asked_about_in_the_words_of_the_rule_that_has_some():
    worded = {"id": "one", "when": {"goals": ["a-goal"]}, "because": "So.", "question": "Is it so?"}
    silent = {"id": "other", "when": {"goals": ["a-goal"]}, "because": "So.", **SOURCED}
    judged = builders.certificate({}, skip_if=[worded | SOURCED], take_if=[silent])
    (item,) = questions(judged, about(builders.context(judged)).reader)
    assert text_of(item) == "Is it so?"


def test_a_certificate_without_rules_asks_nothing():
    assert asked_of("ml-specialization") == ()


def test_the_fields_and_goals_of_rules():
    judged = built_in_context().certificate
    assert fields_of(judged) == ("ml-engineering", "data")
    assert goals_of(judged) == (
        NAME,
        "replace-a-portfolio",
        "breadth",
        "enterprise-role",
        "cloud-certification-under-way",
    )


def test_a_list_of_prerequisites_that_may_not_be_complete_says_so():
    needy = builders.program("judged", needs={"a": "basic"})
    result = fitted_to(needy)
    assert not result.prerequisites_complete
    assert "may not be complete" in result.to_markdown()
    complete = [{"lists": ["prerequisites"], "source": "me"}]
    all_listed = builders.certificate({}, complete=complete, program=needy.program)
    assert "may not be complete" not in fitted_to(all_listed).to_markdown()
    without = builders.certificate({}, complete=complete)
    assert because(fitted_to(without)) == ("It has no prerequisites, and no fit rules on file.",)


def test_an_exam_is_no_preparation():
    judged = builders.program("judged", needs={"a": "basic"}, level="advanced")
    exam = builders.program("exam", ["a"], level="beginner", exam={"source": "me"})
    course = builders.program("course", ["a"], level="beginner")
    (line,) = fitted_to(judged, exam, course).prerequisites
    assert [one.id for one in line.first] == ["course"]
