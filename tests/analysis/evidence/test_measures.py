"""Measures: what facts say of a certificate, as far as they say anything."""

from fractions import Fraction

import pytest

from certeval.analysis.evidence.measure import FUNCTIONS, measure
from certeval.analysis.evidence.reading import NOT_APPLICABLE, unknown
from certeval.model.measures import MEASURES
from certeval.model.reader import Answers
from certeval.model.skills import Skills, vocabulary
from tests.analysis.evidence.facts import ME, PROVIDER, WANTED, ask, complete, courses, of
from tests.builders import SOURCES, facts_of_a_program, role

PACE = {"answers": Answers(hours_per_week=Fraction(5))}
FIELD = vocabulary(
    [
        Skills.model_validate(
            {
                "kind": "skills", "id": "skills", "title": "Skills", "sources": SOURCES,
                "areas": [{"id": "x", "title": "X"}, {"id": "y", "title": "Y"}],
                "skills": [
                    {"id": "a", "title": "A", "area": "x"}, {"id": "b", "title": "B", "area": "x"},
                    {"id": "c", "title": "C", "area": "y"},
                ],
            }
        )
    ]
)  # fmt: skip


def read(name, judged, /, parameters=None, **more):
    return measure(name, ask(judged, **more), parameters or {})


def ends(reading):
    return reading.low, reading.high


def taught(*skills, **more):
    return of(teaches=[{"skills": list(skills), **ME}] if skills else [], **more)


def test_each_measure_has_a_function():
    assert list(FUNCTIONS) == list(MEASURES)


@pytest.mark.parametrize("name", MEASURES)
def test_without_a_fact_a_measure_is_unknown_and_says_what_is_missing(name):
    parameters = dict.fromkeys(MEASURES[name].parameters, Fraction(5))
    reading = read(name, of(), parameters, role=WANTED)
    assert not reading.known
    assert reading.facts == ()
    assert set(reading.missing) <= set(MEASURES[name].facts)
    assert reading.missing


class TestMoneyAndTime:
    SUBSCRIBED = of(facts_of_a_program(month=59, hours=(120, 150)))

    def test_total_cost(self):
        reading = read("total-cost", self.SUBSCRIBED, **PACE)
        assert ends(reading) == (6 * 59, 7 * 59)
        assert [fact.kind for fact in reading.facts] == ["price", "hours"]
        assert ends(read("total-cost", of(facts_of_a_program(fee=200)))) == (200, 200)

    def test_what_is_missing_of_a_cost(self):
        assert read("total-cost", of(facts_of_a_program(month=59))).missing == ("hours",)
        assert read("total-cost", of(facts_of_a_program(hours=(1, 2)))).missing == ("price",)

    def test_payback(self):
        reading = read("payback-weeks", of(facts_of_a_program(fee=200)),
                       {"raise_percent_of_entry_wage": Fraction(10)}, role=WANTED)  # fmt: skip
        assert round(float(reading.low), 6) == 2
        assert reading.low == reading.high
        assert [fact.kind for fact in reading.facts] == ["price", "wages"]
        assert reading.detail == "$200 / $100.00"

    def test_payback_needs_wages(self):
        paid = of(facts_of_a_program(fee=200))
        wages = [{"source": "me", "year": "2025", "median_usd_per_year": "9"}]
        for wanted in (None, role(["a"]), role(["a"], wages=wages)):
            reading = read("payback-weeks", paid, {"raise_percent_of_entry_wage": 5}, role=wanted)
            assert reading == unknown("wages")

    def test_weeks_and_hours(self):
        assert ends(read("hours", self.SUBSCRIBED)) == (120, 150)
        assert ends(read("weeks-to-finish", self.SUBSCRIBED, **PACE)) == (24, 30)
        assert read("weeks-to-finish", self.SUBSCRIBED) == unknown("hours")


class TestSkills:
    def test_shares_of_a_complete_list(self):
        judged = taught("a", complete=complete("teaches"))
        for name, share in (("core-skills-taught", 50), ("useful-skills-taught", 0),
                            ("demand-covered", 60), ("areas-covered", 50)):  # fmt: skip
            wanted = WANTED.model_copy(update={"areas": ("x", "y")})
            reading = read(name, judged, role=wanted, vocabulary=FIELD)
            assert ends(reading) == (share, share)
            assert reading.missing == ()

    def test_what_an_incomplete_list_leaves_out_may_be_taught(self):
        reading = read("core-skills-taught", taught("a"), role=WANTED)
        assert ends(reading) == (50, None)
        assert reading.missing == ("curriculum",)
        assert reading.detail == "1 of 2 (50%)"

    def test_demand_names_the_postings_and_needs_counts(self):
        reading = read("demand-covered", taught("a"), role=WANTED)
        assert [fact.kind for fact in reading.facts] == ["curriculum", "postings"]
        assert not read("demand-covered", taught(), role=WANTED).known
        for wanted in (None, role(["a"])):
            assert read("demand-covered", taught("a"), role=wanted) == unknown("postings")
        assert read("core-skills-taught", taught("a")) == unknown("curriculum")
        assert read("useful-skills-taught", taught("a")) == unknown("curriculum")
        assert read("areas-covered", taught("a")) == unknown("curriculum")


class TestAccess:
    NEEDS = facts_of_a_program(needs={"a": "basic", "b": "fluent"})

    def test_steps(self):
        judged = of(self.NEEDS, complete=complete("prerequisites"))
        assert ends(read("prerequisite-steps", judged)) == (4, 4)
        answers = Answers(skills={"b": "working"})
        assert ends(read("steps-you-lack", judged, answers=answers)) == (2, 2)
        assert ends(read("prerequisite-steps", of(self.NEEDS))) == (4, None)

    def test_what_a_certificate_that_you_hold_teaches_you_know(self):
        judged = of(self.NEEDS, complete=complete("prerequisites"))
        held = taught("b", id="held")
        assert ends(read("steps-you-lack", judged, held=(held,))) == (1, 1)

    def test_a_complete_list_of_none(self):
        reading = read("prerequisite-steps", of(complete=complete("prerequisites")))
        assert ends(reading) == (0, 0)
        assert [fact.kind for fact in reading.facts] == ["prerequisites"]

    def test_the_level_is_a_word(self):
        assert read("level", of(facts_of_a_program(level="beginner"))).word == "beginner"


class TestProgram:
    ALL = complete("curriculum")

    def test_projects(self):
        judged = of(curriculum=courses("guided", "open", "none", "guided"), complete=self.ALL)
        assert ends(read("courses-with-project", judged)) == (75, 75)
        assert ends(read("guided-projects", judged)) == (2, 2)
        assert ends(read("open-projects", judged)) == (1, 1)
        assert read("open-projects", judged).missing == ()

    def test_a_course_of_which_nothing_is_said_may_have_one(self):
        judged = of(curriculum=courses("guided", None), complete=self.ALL)
        assert ends(read("courses-with-project", judged)) == (50, 100)
        assert ends(read("guided-projects", judged)) == (1, 2)
        assert ends(read("open-projects", judged)) == (0, 1)
        assert read("guided-projects", judged).missing == ("curriculum",)

    def test_a_project_in_words_is_a_project_of_some_kind(self):
        phases = courses(None, "none")
        phases[0]["courses"][0]["project"] = "Build a bridge."
        judged = of(curriculum=phases, complete=self.ALL)
        assert ends(read("courses-with-project", judged)) == (50, 50)
        assert ends(read("guided-projects", judged)) == (0, 1)

    def test_courses_that_the_list_leaves_out_may_have_one_or_none(self):
        phases = courses("guided", "none")
        assert read("courses-with-project", of(curriculum=phases)) == unknown("curriculum")
        assert ends(read("guided-projects", of(curriculum=phases))) == (1, None)
        for count, with_project, guided in (
            ({"value": "4"}, (25, 75), (1, 3)), ({"value": "1"}, (50, 50), (1, 1)),
        ):  # fmt: skip
            judged = of({"courses": {**count, **ME}}, curriculum=phases)
            assert ends(read("courses-with-project", judged)) == with_project
            assert ends(read("guided-projects", judged)) == guided
        judged = of({"courses": {"value": "4", "at_least": "yes", **ME}}, curriculum=phases)
        assert ends(read("guided-projects", judged)) == (1, None)

    def test_an_exam_has_no_courses(self):
        exam = of({"exam": {"minutes": "60", **ME}})
        assert read("guided-projects", exam) == NOT_APPLICABLE
        exam = of({"exam": {"minutes": "60", **ME}}, curriculum=courses("guided"))
        assert read("guided-projects", exam).known

    def test_the_rating_is_out_of_five(self):
        judged = of({"learner_rating": {"value": "8", "out_of": "10", **ME}})
        assert ends(read("learner-rating", judged)) == (4, 4)


class TestMarket:
    def mentions(self, *counts, **more):
        judged = of(mentions=[{**ME, "of": "100", **one} for one in counts])
        return read("mentions-per-10000", judged, {"confidence_percent": Fraction(95)}, **more)

    def test_zero_is_a_bound(self):
        reading = self.mentions({"count": "0"})
        assert reading.low == 0
        assert 250 < reading.high < 400
        assert reading.detail == "0 of 100"

    def test_the_count_of_the_role_comes_first(self):
        both = ({"count": "0"}, {"count": "50", "role": "role"})
        assert self.mentions(*both, role=WANTED).detail == "50 of 100"
        assert self.mentions(*both).detail == "0 of 100"
        assert self.mentions({"count": "50", "role": "role"}) == unknown("postings")

    def test_a_count_of_a_group_is_the_most_that_it_can_be(self):
        reading = self.mentions({"count": "50", "group": "Any of them"})
        assert reading.low == 0
        assert reading.high > 5000

    @pytest.mark.parametrize(("count", "word"), [(9, "no"), (10, "yes")])
    def test_a_provider_is_known_from_a_number_of_postings(self, count, word):
        judged = of(mentions_of_provider=[{"count": str(count), "of": "10000", **ME}])
        least = {"provider_known_from_per_10000": Fraction(10)}
        assert read("provider-known", judged, least).word == word
        for value in ("yes", "no"):
            stated = judged.model_validate(
                {**judged.model_dump(mode="json", by_alias=True, exclude_none=True),
                 "known_name": {"value": value, "source": "me"}, "sources": PROVIDER}
            )  # fmt: skip
            assert read("provider-known", stated, least).word == value
