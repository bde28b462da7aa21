"""Definitions say what is wrong with them, and are valid once they exist."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from certeval import Library
from certeval.model.base import Validated, sourced_facts
from certeval.model.fit_rules import RuleCondition
from certeval.model.program import SalaryFigure
from tests import builders

TERMS = builders.rubric({"a": 50, "b": 50}, 1, 10)


def messages(problems):
    return [problem.message for problem in problems]


def test_a_rubric_holds_scores_inside_its_scale():
    assert TERMS.scale.clamp(Decimal(11)) == 10
    assert TERMS.scale.clamp(Decimal(0)) == 1
    assert TERMS.scale.problem_with(Decimal("7.123")) is None


def test_problems_come_together():
    with pytest.raises(ValidationError) as caught:
        builders.rubric({"a": 50, "b": 40}, bands=[{"from": 5, "label": "x", "meaning": "y"}])
    assert "weights add up to 90%, not 100%; no band for ratings" in str(caught.value)


def test_a_definition_cannot_be_changed():
    with pytest.raises(ValidationError):
        TERMS.title = "other"


def test_a_fact_is_as_old_as_its_source_unless_it_says_otherwise():
    judged = builders.certificate({"a": 5})
    dated = judged.scores[0].model_copy(update={"as_of": judged.sources[0].date._replace(month=5)})
    assert str(judged.date_of(judged.scores[0])) == "2026"
    assert str(judged.date_of(dated)) == "2026-05"


def test_every_fact_of_the_built_in_certificate_has_a_source():
    judged = Library().load("certificate", "ibm-ml").definition
    facts = list(sourced_facts(judged))
    assert len(facts) > 50
    assert all(str(judged.date_of(fact)) for _, fact in facts)
    assert [course.number for course in judged.courses()] == [1, 2, 3, 4, 5, 6]


def test_what_a_certificate_teaches_is_listed_once():
    course = {"number": "1", "title": "A", "topics": ["b", "c"], "tools": ["d"], "source": "me"}
    again = {"number": "2", "title": "B", "topics": ["c", "e"], "source": "me"}
    teacher = builders.certificate(
        {},
        teaches=[{"skills": ["a", "b"], "source": "me"}, {"skills": ["f"], "source": "me"}],
        curriculum=[{"title": "A", "courses": [course, again]}],
    )
    assert teacher.taught() == ("a", "b", "f", "c", "d", "e")
    assert builders.certificate({}).taught() == ()


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ({}, "the condition is empty, so the rule would always apply"),
        ({"level": "basic"}, "level without a skill"),
        ({"level": "basic", "field": "data"}, "level without a skill"),
        ({"years_at_least": "0"}, "years_at_least without a field"),
        ({"years_at_least": "2", "has": "sql"}, "years_at_least without a field"),
    ],
)
def test_a_condition_that_asks_for_nothing_sensible(when, message):
    with pytest.raises(ValidationError, match=message):
        RuleCondition.model_validate(when)


@pytest.mark.parametrize("when", [{"goals": []}, {"lacks": None}, {"field": None}])
def test_a_condition_of_nothing(when):
    with pytest.raises(
        ValidationError, match="the condition is empty, so the rule would always apply"
    ):
        RuleCondition.model_validate(when)


@pytest.mark.parametrize(
    "when",
    [
        {"lacks": "sql"},
        {"has": "sql", "level": "fluent"},
        {"field": "data"},
        {"field": "data", "years_at_least": "2"},
        {"deadline_days_at_most": "0"},
        {"goals": ["breadth"]},
    ],
)
def test_conditions(when):
    assert RuleCondition.model_validate(when).model_fields_set == set(when)


def test_a_context_knows_the_files_of_its_definitions():
    judged = builders.certificate({})
    context = builders.context(judged, files={("certificate", "certificate"): "here.yaml"})
    assert context.file_of(judged) == "here.yaml"
    assert context.file_of(builders.audience()) is None


def test_a_salary_has_its_ends_in_order():
    fields = {"job": "x", "statistic": "range", "source": "me"}
    figure = SalaryFigure(low_usd_per_year="1", high_usd_per_year="2", **fields)
    assert figure.high_usd_per_year == 2


def test_a_part_whose_fields_cannot_contradict_each_other_is_sound():
    class Part(Validated):
        title: str

    assert Part(title="x").title == "x"
