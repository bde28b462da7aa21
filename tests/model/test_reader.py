"""The reader: what an audience says, as answers amend it."""

from fractions import Fraction

import pytest

from certeval.analysis.related_certificates import has_prerequisite
from certeval.model.reader import NO_ANSWERS, Answers, reader_of
from tests import builders

WORDS = builders.words({"whole": ["p", "q"]}, {"either": ["r", "s"]})
SKILLS = [{"skill": "a", "level": "working"}, {"skill": "b", "level": "basic"}]
BACKGROUND = {"skills": SKILLS, "experience": [{"field": "data", "years": "2.5"}]}
SOMEBODY = builders.audience(background=BACKGROUND, goals=["goal"], deadline_days="90")


def reader(answers=NO_ANSWERS, *, audience=SOMEBODY, held=()):
    return reader_of(audience, WORDS, held, answers)


def test_what_the_audience_says():
    found = reader()
    assert found.skills == {"a": "working", "b": "basic"}
    assert found.years == {"data": Fraction(5, 2)}
    assert (found.goals, found.deadline_days, found.hours_per_week) == ({"goal"}, 90, 7)


def test_answers_come_first():
    answers = Answers({"b": "fluent", "c": "basic"}, {"ml": Fraction(1)}, ["other"], 0, Fraction(3))
    found = reader(answers)
    assert found.skills == {"a": "working", "b": "fluent", "c": "basic"}
    assert found.years == {"data": Fraction(5, 2), "ml": 1}
    assert (found.goals, found.deadline_days, found.hours_per_week) == ({"other"}, 0, 3)


def test_without_an_audience_no_skill_is_known():
    found = reader(audience=None)
    assert (found.skills, found.years, found.goals) == ({}, {}, frozenset())
    assert (found.deadline_days, found.hours_per_week) == (None, None)
    assert found.level("a") == "none"


@pytest.mark.parametrize(
    ("known", "skill", "level"),
    [
        ({"p": "fluent", "q": "basic"}, "whole", "basic"),
        ({"p": "fluent"}, "whole", "none"),
        ({"p": "basic", "q": "basic", "whole": "fluent"}, "whole", "fluent"),
        ({"p": "fluent", "q": "fluent", "whole": "basic"}, "whole", "fluent"),
        ({"r": "basic", "s": "working"}, "either", "working"),
        ({"whole": "fluent"}, "p", "none"),
    ],
)
def test_a_skill_is_known_itself_or_by_its_parts(known, skill, level):
    found = reader(Answers(known), audience=None)
    assert found.level(skill) == level
    assert has_prerequisite(found, skill, level)
    assert has_prerequisite(found, skill, "fluent") == (level == "fluent")


def test_what_held_certificates_teach_is_known_at_any_level():
    found = reader(held=(builders.program("held", ["c", "d"]),))
    assert found.known_at("basic") == {"a", "b", "c", "d"}
    assert found.known_at("working") == {"a", "c", "d"}
    assert found.known_at("fluent") == {"c", "d"}
    assert found.level("c") == "none"  # a level has to be stated


@pytest.mark.parametrize(
    ("answers", "described"),
    [
        (Answers(), False),
        (Answers(hours_per_week=Fraction(7)), False),
        (Answers(skills={"a": "none"}), True),
        (Answers(years={"data": Fraction()}), True),
        (Answers(goals=["goal"]), True),
        (Answers(deadline_days=0), True),
    ],
)
def test_hours_a_week_alone_describe_no_reader(answers, described):
    assert answers.describe_reader is described
