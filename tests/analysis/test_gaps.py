"""Which skills of a role are known, taught or remain."""

from dataclasses import replace

import pytest

from certeval.analysis.gaps import gaps
from certeval.errors import UsageError
from tests import builders
from tests.analysis.ask import about, built_in_context

WORDS = builders.words({"whole": ["p", "q", "o"]}, {"either": ["r", "s"]})


def gaps_in(judged, core, *, known=(), level="fluent"):
    """The gaps that *judged* leaves in a role, for somebody who has skills at a level."""
    context = builders.context(judged, role=builders.role(core), vocabulary=WORDS)
    return gaps(about(context, skills=dict.fromkeys(known, level)))


def states(result):
    return {line.skill: line.state for line in result.skills}


def test_a_machine_learning_engineer_with_the_certificate_of_the_review():
    result = gaps(built_in_context())
    assert (result.role.id, result.level) == ("ml-engineer", "working")
    assert {line.skill: line.state for line in result.skills if line.importance == "core"} == {
        "python": "known",
        "numpy": "taught",
        "pandas": "known",
        "scikit-learn": "taught",
        "tensorflow": "taught",
        "machine-learning": "taught",
        "mlops": "remains",
        "cloud-platforms": "remains",
        "generative-ai": "remains",
    }
    core, useful = result.coverage
    assert (core.before.display, core.after.display) == ("2 of 9 (22%)", "6 of 9 (67%)")
    assert (useful.before.count, useful.after.count, useful.after.of) == (1, 1, 7)


def test_core_skills_come_first():
    result = gaps(built_in_context())
    order = [line.importance for line in result.skills]
    assert order == sorted(order)
    assert order.count("useful") == 7


def test_somebody_who_changes_careers_knows_less():
    core, _ = gaps(built_in_context(audience="career-changer")).coverage
    assert (core.before.count, core.after.count) == (1, 6)


def test_another_role():
    result = gaps(built_in_context(role="data-scientist"))
    core, _ = result.coverage
    assert (core.before.count, core.after.count, core.after.of) == (4, 7, 7)
    assert "remains" not in {line.state for line in result.skills if line.importance == "core"}


def test_what_the_source_says_is_left_out():
    result = gaps(built_in_context())
    assert [(gap.id, [other.id for other in gap.companions]) for gap in result.stated] == [
        ("mlops", ["mlops-production", "mlops-duke"]),
        ("cloud", ["aws-ml-specialty", "google-pmle"]),
        ("generative-ai", ["ibm-genai-engineering"]),
    ]
    assert result.stated[1].skills == ("AWS", "Google Cloud", "Azure")


def test_a_retired_companion_is_named_with_its_successors():
    result = gaps(built_in_context())
    retired = result.stated[1].companions[0]
    assert retired.retired == "2026-03-31"
    assert retired.successors == (
        "AWS Certified Machine Learning Engineer - Associate",
        "AWS Certified Generative AI Developer - Professional",
    )
    assert result.stated[1].companions[1].retired is None


def test_what_is_known_of_a_companion():
    mlops, duke = gaps(built_in_context()).stated[0].companions
    assert (mlops.level, mlops.hours.display, mlops.learner_rating) == ("advanced", "80", "4.6 / 5")
    assert (duke.hours.display, duke.learner_rating) == ("120", "3.8 / 5")
    (unknown,) = gaps(built_in_context()).stated[2].companions
    assert (unknown.level, unknown.hours, unknown.learner_rating) == (None, None, None)


def test_a_companion_that_the_library_does_not_have_is_left_out():
    gap = {"id": "g", "title": "G", "skills": ["a"], "why": "So.", "companions": ["x", "y"]}
    judged = builders.certificate({}, gaps=[{**gap, "source": "me"}])
    context = builders.context(judged, builders.program("y"), role=builders.role(["a"]))
    assert [other.id for other in gaps(about(context)).stated[0].companions] == ["y"]


def test_a_certificate_that_is_held_counts_as_known():
    result = gaps(built_in_context(held=["deep-learning-specialization", "mlops-duke"]))
    assert [one.id for one in result.held] == ["deep-learning-specialization", "mlops-duke"]
    found = states(result)
    assert (found["tensorflow"], found["mlops"], found["cloud-platforms"]) == ("known",) * 3
    assert found["generative-ai"] == "remains"  # of its four parts only transformers


def test_parts_that_are_missing_are_named_where_others_are_there():
    result = gaps(built_in_context(held=["deep-learning-specialization"]))
    (line,) = [line for line in result.skills if line.skill == "generative-ai"]
    assert line.missing_parts == (
        "Prompt engineering",
        "Fine-tuning",
        "Retrieval-augmented generation",
    )
    (whole,) = [line for line in result.skills if line.skill == "mlops"]
    assert (whole.state, whole.missing_parts) == ("remains", ())  # nothing of it is there


@pytest.mark.parametrize(
    ("known", "taught", "skill", "state"),
    [
        ((), (), "a", "remains"),
        (("a",), ("a",), "a", "known"),
        ((), ("a",), "a", "taught"),
        (("p", "q"), ("o",), "whole", "taught"),
        (("p", "q", "o"), (), "whole", "known"),
        (("p", "q"), (), "whole", "remains"),
        ((), ("whole",), "whole", "taught"),
        (("r",), (), "either", "known"),
        ((), ("s",), "either", "taught"),
        (("whole",), (), "p", "remains"),  # the whole says nothing of a part by itself
    ],
)
def test_a_skill_is_known_taught_or_remains(known, taught, skill, state):
    result = gaps_in(builders.program("judged", taught), [skill], known=known)
    assert states(result) == {skill: state}


@pytest.mark.parametrize(
    ("level", "state"),
    [("none", "remains"), ("basic", "remains"), ("working", "known"), ("fluent", "known")],
)
def test_a_skill_is_known_from_the_level_of_the_role_on(level, state):
    assert states(gaps_in(builders.program("judged"), ["a"], known=["a"], level=level)) == {
        "a": state
    }


def test_a_skill_that_a_role_names_twice_counts_once():
    context = replace(built_in_context(), role=builders.role(["python", "python3", "sql"]))
    result = gaps(about(context))
    assert [(line.skill, line.importance) for line in result.skills] == [
        ("python", "core"),
        ("sql", "core"),
    ]
    assert result.coverage[0].before.of == 2


def test_a_role_without_useful_skills_covers_none_of_none():
    core, useful = gaps_in(builders.program("judged", ["a"]), ["a", "b", "c"]).coverage
    assert (core.before.display, core.after.display) == ("0 of 3 (0%)", "1 of 3 (33%)")
    assert (useful.after.of, useful.after.share, useful.after.display) == (0, None, "none")


def test_which_role_has_to_be_said():
    with pytest.raises(UsageError) as caught:
        gaps(about(builders.context(builders.program("judged"))))
    assert caught.value.message == "no target role"
    assert caught.value.hint.startswith("name one with `role`")


def test_sources_of_both_sides_are_told_once():
    found = gaps(built_in_context()).sources
    assert len(set(found)) == len(found)
    told = {(item.publisher, item.date) for item in found}
    assert ("The Interview Guys", "2026") in told
    assert ("O*NET, sponsored by the U.S. Department of Labor/ETA", "2025-02") in told
    assert not any(publisher.startswith("U.S. Bureau") for publisher, _ in told)  # only of wages
