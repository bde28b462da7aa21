"""Skills have one id, other names and parts; lists of them are put together."""

import pytest
from pydantic import ValidationError

from certeval import Library
from certeval.library.suggestions import unknown_skill_error
from certeval.model.skills import Skills, Vocabulary, vocabulary


def skill(name, *aliases, parts=(), needed=None):
    parted = {"parts": list(parts)} if parts else {}
    choice = {"parts_needed": needed} if needed else {}
    return {"id": name, "title": name.upper(), "aliases": list(aliases), **parted, **choice}


def skills(*entries, name="skills"):
    fields = {"kind": "skills", "id": name, "title": "Skills", "skills": list(entries)}
    return Skills.model_validate(fields)


def faults(*entries):
    with pytest.raises(ValidationError) as caught:
        skills(*entries)
    (error,) = caught.value.errors()
    return [(problem.at, problem.message) for problem in error["ctx"]["problems"]]


WORDS = vocabulary(
    [
        skills(
            skill("cloud", "the-cloud", parts=["aws", "gcp"], needed="any"),
            skill("ops", parts=["ship", "watch"], needed="all"),
            skill("aws", "amazon"),
            skill("google", "gcp"),
            skill("ship"),
            skill("watch"),
        )
    ]
)


def test_a_name_means_an_id():
    assert WORDS.id("amazon") == "aws"
    assert WORDS.id("aws") == "aws"
    assert WORDS.id("welding") == "welding"
    assert WORDS.ids(["amazon", "aws", "the-cloud", "welding"]) == {"aws", "cloud", "welding"}


def test_a_skill_is_called_by_its_title():
    assert WORDS.title("amazon") == "AWS"
    assert WORDS.title("welding") == "welding"


def test_parts_are_returned_by_their_ids():
    assert WORDS.parts("the-cloud") == ("aws", "google")
    assert WORDS.parts("aws") == ()
    assert WORDS.parts("welding") == ()


@pytest.mark.parametrize(
    ("name", "all_of_them"),
    [("ops", True), ("cloud", False), ("the-cloud", False), ("aws", False), ("welding", False)],
)
def test_whether_all_parts_are_needed(name, all_of_them):
    assert WORDS.needs_all(name) == all_of_them


@pytest.mark.parametrize(
    ("known", "name", "covered"),
    [
        ({"aws"}, "aws", True),
        ({"aws"}, "amazon", True),
        ({"google"}, "aws", False),
        (set(), "aws", False),
        ({"aws"}, "cloud", True),
        ({"google"}, "the-cloud", True),
        ({"cloud"}, "cloud", True),
        ({"cloud"}, "aws", False),  # the whole by its name does not say which part
        (set(), "cloud", False),
        ({"ship"}, "ops", False),
        ({"ship", "watch"}, "ops", True),
        ({"ops"}, "ops", True),
        ({"welding"}, "welding", True),
        (set(), "welding", False),
    ],
)
def test_what_is_covered(known, name, covered):
    assert WORDS.covers(known, name) == covered


def test_the_first_list_that_has_a_skill_counts():
    mine = skills(skill("aws", "s3", parts=["ship"], needed="any"), skill("own"))
    theirs = skills(skill("aws", "amazon"), skill("ship"))
    both = vocabulary([mine, theirs])
    assert list(both.skills) == ["aws", "own", "ship"]
    assert both.parts("aws") == ("ship",)
    assert both.id("s3") == "aws"
    assert both.id("amazon") == "amazon"  # what the second list says of the skill is left out


def test_the_first_list_that_has_an_alias_counts():
    both = vocabulary([skills(skill("metal", "ml")), skills(skill("machine-learning", "ml"))])
    assert both.id("ml") == "metal"


def test_an_id_goes_before_an_alias_of_any_list():
    mine, theirs = skills(skill("ml", "learning")), skills(skill("machine-learning", "ml"))
    for order in ((mine, theirs), (theirs, mine)):
        both = vocabulary(order)
        assert both.id("ml") == "ml"
        assert both.id("learning") == "ml"


def test_no_list_knows_no_skill():
    assert vocabulary([]) == Vocabulary({}, {})


def test_parts_are_one_level_deep_and_of_other_skills():
    entries = [
        skill("a", parts=["a", "b", "b"], needed="any"),
        skill("b", parts=["c"], needed="any"),
        skill("c"),
    ]
    with pytest.raises(ValidationError) as caught:
        skills(*entries)
    assert "a skill cannot be part of itself" in str(caught.value)
    assert "duplicate skill 'b'" in str(caught.value)
    entries[0] = skill("a", parts=["b"], needed="any")
    assert faults(*entries) == [(("skills", 0, "parts", 0), "the part 'b' has parts of its own")]


def test_a_name_means_one_skill():
    assert faults(
        skill("a", "b", "x"), skill("b"), skill("c", "x", "c"), skill("a"), skill("d", "y")
    ) == [
        (("skills", 3, "id"), "duplicate skill 'a'"),
        (("skills", 0, "aliases", 0), "alias 'b' already means 'b'"),
        (("skills", 2, "aliases", 0), "alias 'x' already means 'a'"),
        (("skills", 2, "aliases", 1), "alias 'c' already means 'c'"),
    ]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("pythn", "python"),
        ("Scikit-Learn", "scikit-learn"),
        ("skleam", "scikit-learn"),  # closest to an alias: the id is suggested
        ("underwater-welding", None),
    ],
)
def test_the_nearest_skill(name, meant):
    words = vocabulary(reading.valid for reading in Library().skills())
    assert unknown_skill_error(name, words).suggestions == ((meant,) if meant else ())


def test_every_part_of_a_built_in_skill_is_a_skill():
    words = vocabulary(reading.valid for reading in Library().skills())
    parted = [name for name in words.skills if words.parts(name)]
    assert len(parted) >= 5
    for name in parted:
        assert set(words.parts(name)) <= set(words.skills)
        assert not any(words.parts(part) for part in words.parts(name))
