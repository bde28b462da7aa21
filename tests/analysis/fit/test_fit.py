"""Whether a certificate suits a reader, and what to ask somebody before saying so."""

from dataclasses import replace
from fractions import Fraction

import pytest

from certeval.analysis.fit.fit import fit
from certeval.analysis.fit.questions import fields_of, goals_of, questions
from certeval.analysis.threshold import unfit
from tests import builders
from tests.analysis.ask import about, built_in_context, nobody

READY = {"python": "fluent", "statistics": "working", "linear-algebra": "basic"}
SAID = {"source": "me"}
MATHEMATICS = "Mathematics for Machine Learning and Data Science Specialization"


def fitted(skills=READY, *, held=(), **answers):
    """The built-in certificate for a reader who is ready for it, or knows *skills* instead."""
    asked = built_in_context(held=held)
    return fit(nobody(asked, **{"skills": skills, "hours_per_week": 7, **answers}))


def fitted_to(judged, *others, held=(), **answers):
    return fit(about(builders.context(judged, *others, held=held), **answers))


def rule(result, name):
    return next(rule for rule in result.rules if rule.id == name)


def need(result, skill):
    return next(need for need in result.prerequisites if need.skill == skill)


def ids(companions):
    return [other.id for other in companions]


def test_the_audiences_of_the_review():
    professional = fit(built_in_context())
    assert professional.outcome == "take it"
    assert [one.id for one in professional.rules if one.fired] == ["formalize-daily-python"]
    assert professional.because == (rule(professional, "formalize-daily-python").because,)
    changer = fit(built_in_context(audience="career-changer"))
    assert changer.outcome == "take it"
    assert changer.because == (
        "No reason against it, but none of its 'take it if' rules applies to you either.",
    )
    assert all(line.met for line in changer.prerequisites)


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
    assert (fired.speaks, fired.fired) == ("against", True)
    assert all(condition.holds for condition in fired.conditions)
    assert result.outcome == "skip"
    assert result.because == (fired.because,)
    assert unfit(result) == f"ibm-ml: skip: {fired.because}"


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
    assert (fired.speaks, fired.fired) == ("for", True)
    assert result.outcome == "take it"
    assert result.because == (fired.because,)
    assert unfit(result) is None


def test_every_reason_to_skip_it_is_told_and_none_to_take_it():
    result = fitted({}, goals=["replace-a-portfolio", "breadth"])
    assert result.outcome == "skip"
    assert result.because == (
        rule(result, "no-python").because,
        rule(result, "instead-of-a-portfolio").because,
    )


def test_what_each_condition_asks_for_and_finds():
    result = fitted(deadline_days=30, goals=[NAME], years={"data": Fraction(3, 2)})
    conditions = {
        one.id: [(part.asks, part.found, part.holds) for part in one.conditions]
        for one in result.rules
    }
    assert conditions["no-python"] == [("Python below basic", "fluent", False)]
    assert conditions["already-an-ml-engineer"] == [
        ("work in ml-engineering, at least 2 years", "0 years", False)
    ]
    assert conditions["needs-a-job-on-the-name"] == [
        ("a deadline within 90 days", "30 days", True),
        (f"the goal {NAME}", NAME, True),
    ]
    assert conditions["formalize-daily-python"] == [
        ("Python, fluent", "fluent", True),
        ("work in data", "1.5 years", True),
    ]
    assert conditions["breadth-over-depth"] == [("the goal breadth", "not a goal", False)]
    assert fitted().rules[2].conditions[0].found == "no deadline"


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
    assert result.outcome == "not yet"
    assert result.because == (words,)
    assert [line.skill for line in result.prerequisites if not line.met] == [skill]
    assert need(result, skill).has == level
    assert unfit(result) == f"ibm-ml: not yet: {words}"


def test_the_source_sends_readers_without_python_where_none_is_taught():
    """The review names a program on mathematics; its listing has no Python."""
    told = rule(fitted({}), "no-python")
    assert told.lacking == "Python"
    assert [(one.id, one.note) for one in told.instead] == [
        ("math-for-ml", "recommended by the source, but it does not teach Python")
    ]
    assert ids(told.teaching) == ["ibm-data-science"]
    assert told.teaching[0].note is None


def test_another_certificate_is_named_without_a_note_where_nothing_is_lacking():
    told = rule(fitted(), "needs-a-job-on-the-name")
    (other,) = told.instead
    assert told.lacking is None
    assert (other.id, other.note, other.level) == ("ml-specialization", None, "beginner")


def test_a_rule_whose_certificates_teach_what_is_lacking_names_no_others():
    told = {"id": "no-a", "when": {"lacks": "a"}, "because": "No a.", "instead": ["right"], **SAID}
    judged = builders.certificate({}, skip_if=[told])
    others = [builders.program(name, ["a"], level="beginner") for name in ("right", "other")]
    (line,) = fitted_to(judged, *others).rules
    assert (line.fired, ids(line.instead), line.instead[0].note) == (True, ["right"], None)
    assert line.teaching == ()


def test_a_certificate_that_the_library_does_not_have_is_not_named():
    told = {"id": "no-a", "when": {"lacks": "a"}, "because": "No a.", "instead": ["gone"], **SAID}
    (line,) = fitted_to(builders.certificate({}, skip_if=[told])).rules
    assert (line.instead, line.teaching) == ((), ())


def test_what_to_take_first_is_no_harder_than_the_certificate():
    first = need(fitted({"python": "fluent"}), "linear-algebra").first
    assert ids(first) == ["math-for-ml"]
    assert need(fitted({"python": "fluent"}), "statistics").first == ()  # only an advanced one
    levels = ("beginner", "intermediate", "advanced", None)
    others = [builders.program(f"x{at}", ["a"], level=level) for at, level in enumerate(levels)]
    for level, proposed in (("beginner", 1), ("intermediate", 2), ("advanced", 3), (None, 3)):
        judged = builders.program("judged", needs={"a": "basic"}, level=level)
        (line,) = fitted_to(judged, *others).prerequisites
        assert ids(line.first) == [f"x{at}" for at in range(proposed)]


def test_what_can_no_longer_be_taken_is_not_proposed():
    judged = builders.program("judged", needs={"a": "basic"}, level="advanced")
    others = [
        builders.program(name, ["a"], level="beginner", retired={"as_of": date, **SAID})
        for name, date in (("gone", "2026-11-22"), ("going", "2026-11-23"))
    ]
    (line,) = fitted_to(judged, *others).prerequisites
    assert ids(line.first) == ["going"]


def test_what_needs_something_that_is_not_there_is_not_proposed():
    judged = builders.program("judged", needs={"a": "basic"}, level="advanced")
    others = [
        builders.program("one", ["a"], level="beginner", needs={"b": "basic"}),
        builders.program("two", ["a"], level="beginner", needs={"b": "working"}),
    ]
    (line,) = fitted_to(judged, *others, skills={"b": "basic"}).prerequisites
    assert ids(line.first) == ["one"]


def test_three_are_proposed_at_most_and_the_shortest_first():
    judged = builders.program("judged", needs={"a": "basic"}, level="advanced")
    hours = {"long": (10, 90), "unknown": None, "short": (20, 20), "fair": (30, 40)}
    others = [
        builders.program(name, ["a"], level="beginner", hours=ends) for name, ends in hours.items()
    ]
    (line,) = fitted_to(judged, *others).prerequisites
    assert ids(line.first) == ["short", "fair", "long"]
    (line,) = fitted_to(judged, *others[:3]).prerequisites
    assert ids(line.first) == ["short", "long", "unknown"]


def test_a_certificate_that_is_held_counts():
    result = fitted(READY | {"python": "none"}, held=["ibm-data-science"])
    assert result.outcome == "take it"
    line = need(result, "python")
    assert (line.met, line.has, line.first) == (True, "taught by a certificate you hold", ())
    told = rule(result, "no-python")
    assert not told.fired
    assert told.conditions[0].found == "taught by a certificate you hold"


@pytest.mark.parametrize(
    ("days", "fits"),
    [(120, "perhaps"), (149, "perhaps"), (150, "yes"), (1000, "yes"), (119, "no"), (0, "no")],
)
def test_a_deadline_that_leaves_too_little_time(days, fits):
    """120 hours at 7 hours a week take 120 days, 150 hours take 150."""
    result = fitted(deadline_days=days)
    assert result.outcome == ("not yet" if fits == "no" else "take it")
    assert result.time.days_display == "120-150"
    assert (result.time.deadline_days, result.time.fits) == (days, fits)
    if fits == "no":
        assert result.because == (f"It takes 120-150 days; your deadline is in {days} days.",)
    elif fits == "perhaps":
        assert result.because[-1] == f"It takes 120-150 days; your deadline is in only {days} days."
    else:
        assert not any("days" in reason for reason in result.because)
    assert result.time.first == ()


def test_what_has_to_come_first_takes_time_as_well():
    """Sixty hours of mathematics before 120 to 150: 180 to 210 days at an hour a day."""
    result = fitted(READY | {"linear-algebra": "none"}, deadline_days=179)
    assert result.because == (
        "Linear algebra: needs basic, you have none.",
        f"It takes 180-210 days, with {MATHEMATICS} first; your deadline is in 179 days.",
    )
    assert (result.time.first, result.time.fits) == ((MATHEMATICS,), "no")
    longer = fitted(READY | {"linear-algebra": "none"}, deadline_days=180)
    assert (longer.time.fits, longer.outcome) == ("perhaps", "not yet")


def test_what_teaches_two_missing_skills_takes_its_time_once():
    judged = builders.program(
        "judged", needs={"a": "basic", "b": "basic"}, hours=(1, 1), level=None
    )
    both = builders.program("both", ["a", "b"], level="beginner", hours=(10, 20))
    result = fitted_to(judged, both, hours_per_week=7, deadline_days=5)
    assert (result.time.days_display, result.time.first) == ("11-21", ("BOTH",))


def test_time_cannot_be_told_where_what_comes_first_has_unknown_hours():
    judged = builders.program("judged", needs={"a": "basic"}, hours=(1, 1), level=None)
    other = builders.program("other", ["a"], level="beginner")
    result = fitted_to(judged, other, hours_per_week=7, deadline_days=5)
    assert (result.time.fits, result.time.first, result.outcome) == (None, ("OTHER",), "not yet")


def test_days_that_do_not_suffice_are_more_than_there_are():
    judged = builders.program("judged", hours=(100, 100))
    result = fitted_to(judged, hours_per_week=Fraction("6.99"), deadline_days=100)
    assert (result.outcome, result.time.fits) == ("not yet", "no")
    assert result.because == ("It takes 101 days; your deadline is in 100 days.",)


def test_a_whole_may_be_known_in_part_and_in_part_from_a_certificate_that_is_held():
    """As for gaps and for plans, which take the parts together."""
    words = builders.words({"whole": ["p", "q"]}, {})
    judged = builders.program("judged", needs={"whole": "basic"})
    context = builders.context(judged, held=(builders.program("held", ["q"]),), vocabulary=words)
    assert fit(about(context, skills={"p": "basic"})).outcome == "take it"


def test_a_certificate_that_is_held_already_is_skipped():
    question = built_in_context(held=["ibm-ml"])
    result = fit(question)
    assert (result.outcome, result.because) == ("skip", ("You already hold it.",))
    assert result.answers[-1] == ("Certificates you hold", question.certificate.title)


def test_time_is_not_asked_about_without_a_deadline():
    assert fitted().time is None


def test_unknown_hours_do_not_tell_whether_the_time_suffices():
    unknown = fit(built_in_context("ibm-genai-engineering", deadline_days=10))
    nobody_says = fit(nobody(built_in_context(), skills=READY, deadline_days=10))
    for result in (unknown, nobody_says):
        assert (result.time.days_display, result.time.fits) == (None, None)
        assert result.outcome == "cannot tell"
        assert result.because[0].startswith("Unknown whether 10 days are enough (missing: ")
    assert unknown.time.unknown.startswith("its hours")
    assert nobody_says.time.unknown == "your hours per week"


def test_without_rules_and_prerequisites_nobody_can_tell():
    result = fit(built_in_context("ml-specialization"))
    assert result.outcome == "cannot tell"
    assert result.because == ("This certificate has no fit rules or prerequisites on file.",)
    assert (result.rules, result.prerequisites, result.sources) == ((), (), ())
    assert unfit(result).startswith(
        "ml-specialization: cannot tell: This certificate has no fit rules"
    )


def test_a_deadline_counts_even_without_rules():
    judged = builders.program("judged", hours=(100, 100))
    assert fitted_to(judged, hours_per_week=7, deadline_days=99).outcome == "not yet"
    assert fitted_to(judged, hours_per_week=7, deadline_days=100).outcome == "cannot tell"


def test_what_can_no_longer_be_taken_is_to_be_skipped():
    result = fit(built_in_context("aws-ml-specialty"))
    assert result.outcome == "skip"
    assert result.because == ("Retired on 2026-03-31.",)


def test_the_whole_answer_says_who_was_asked_about():
    result = fit(built_in_context(goals=["breadth"], deadline_days=200))
    assert (result.certificate.id, result.audience.id) == ("ibm-ml", "data-professional")
    assert result.answers == (
        ("Python", "fluent"),
        ("SQL", "fluent"),
        ("pandas", "working"),
        ("Statistics", "working"),
        ("Linear algebra", "basic"),
        ("Work in data", "2 years"),
        ("Goals", "breadth"),
        ("Deadline", "200 days"),
        ("Hours per week", "7"),
    )
    assert {item.publisher for item in result.sources} == {"The Interview Guys", "certeval"}
    assert "Coursera" in {item.publisher for item in fitted({}).sources}  # on what comes first
    assert fitted().audience is None


def asked_of(certificate="ibm-ml", **answers):
    asked = built_in_context(certificate, **answers)
    return questions(asked.certificate, asked.reader)


def test_what_a_reader_is_asked_each_once():
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


def test_what_is_known_already_is_the_default_answer():
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
    assert found["python"].text == "How well do you know Python?"
    assert found["breadth"].choices == ("yes", "no")
    assert found["breadth"].text.startswith("Do you want a broad overview")
    assert found["deadline"].choices == found["data"].choices == ()


def test_a_goal_without_a_question_is_asked_for_by_its_id():
    told = {"id": "r", "when": {"goals": ["a-goal"]}, "because": "So.", **SAID}
    judged = builders.certificate({}, take_if=[told])
    (item,) = questions(judged, about(builders.context(judged)).reader)
    assert item.text == "Is this a goal of yours: a-goal?"
    assert goals_of(judged) == ("a-goal",)


def test_a_goal_of_two_rules_is_asked_for_in_the_words_of_the_one_that_has_some():
    worded = {"id": "one", "when": {"goals": ["a-goal"]}, "because": "So.", "question": "Is it so?"}
    silent = {"id": "other", "when": {"goals": ["a-goal"]}, "because": "So.", **SAID}
    judged = builders.certificate({}, skip_if=[worded | SAID], take_if=[silent])
    (item,) = questions(judged, about(builders.context(judged)).reader)
    assert item.text == "Is it so?"


def test_a_certificate_without_rules_asks_for_nothing():
    assert asked_of("ml-specialization") == ()


def test_the_fields_and_goals_that_can_be_named():
    judged = built_in_context().certificate
    assert fields_of(judged) == ("ml-engineering", "data")
    assert goals_of(judged) == (
        NAME,
        "replace-a-portfolio",
        "breadth",
        "enterprise-role",
        "cloud-certification-under-way",
    )
