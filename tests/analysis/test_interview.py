"""Interview questions that a certificate prepares for, and worksheets for stories."""

import pytest

from certeval.analysis.interview import interview, worksheet
from certeval.errors import UsageError
from tests import builders
from tests.analysis.ask import about, guild_context

STORY = {
    "name": "STAR",
    "parts": [{"title": "Start", "prompt": "Where?"}, {"title": "End", "prompt": "What came?"}],
    "source": "me",
}


def sheet(courses=(), questions=(), *, story=STORY, rubric=True):
    phases = [{"title": "Phase", "courses": courses}] if courses else []
    judged = builders.certificate({}, curriculum=phases, interview=questions)
    terms = builders.rubric({"a": 100}, project_story=story) if rubric else None
    asked = about(builders.context(judged, rubric=terms))
    return worksheet(asked)


def course(number, project=None):
    course = {"number": str(number), "title": f"Course {number}", "source": "me"}
    return course | ({"project": project} if project else {})


def question(text, *courses):
    return {"question": text, "courses": courses, "be_ready_to_show": "It.", "source": "me"}


def test_questions_with_their_courses():
    result = interview(guild_context())
    assert [[one.number for one in line.courses] for line in result.questions] == [[1, 3], [4]]
    assert [(one.number, one.title) for one in result.without] == [(2, "Filler and flame")]
    first = result.questions[0]
    assert first.question == "How do you keep a plate from warping?"
    assert first.be_ready_to_show == "A frame that is square."
    assert first.courses[1].title == "The electric arc"
    assert [item.publisher for item in result.sources] == ["certeval", "Harbor School"]


def test_a_certificate_without_questions():
    result = interview(guild_context("drawing"))
    assert (result.questions, result.without, result.sources) == ((), (), ())


def test_questions_come_in_the_order_of_the_courses():
    phases = [{"title": "Phase", "courses": [course(1), course(2), course(3)]}]
    questions = [question("Third?", "3"), question("First?", "1"), question("Both?", "1", "3")]
    judged = builders.certificate({}, curriculum=phases, interview=questions)
    asked = about(builders.context(judged))
    result = interview(asked)
    assert [line.question for line in result.questions] == ["First?", "Both?", "Third?"]
    assert [(one.number, one.title) for one in result.without] == [(2, "Course 2")]


def test_a_worksheet_has_a_story_per_project():
    result = worksheet(guild_context())
    assert result.story == "PART"
    assert [part.title for part in result.parts] == ["Problem", "Action", "Result", "Takeaway"]
    assert all(part.prompt for part in result.parts)
    assert [(one.course.number, one.questions) for one in result.projects] == [
        (2, ()),
        (3, ("How do you keep a plate from warping?",)),
        (4, ("Which fault in a seam can you not see?",)),
    ]
    assert result.projects[0].project == "Join a copper pipe that holds water."


def test_a_course_without_a_project_has_no_story():
    courses = [course(1, "Build it."), course(2)]
    result = sheet(courses, [question("How?", "1", "2"), question("Why?", "2")])
    (project,) = result.projects
    assert (project.course.title, project.project) == ("Course 1", "Build it.")
    assert project.questions == ("How?",)
    assert [item.publisher for item in result.sources] == ["Me"]


def test_a_project_without_a_question():
    assert sheet([course(1, "Build it.")]).projects[0].questions == ()


@pytest.mark.parametrize("terms", [{"story": None}, {"rubric": False}])
def test_a_worksheet_needs_a_story_in_the_rubric(terms):
    with pytest.raises(UsageError) as caught:
        sheet([course(1, "Build it.")], **terms)
    assert str(caught.value) == "worksheet: the rubric has no project_story"


def test_a_worksheet_needs_a_project():
    with pytest.raises(UsageError) as caught:
        sheet([course(1)])
    assert str(caught.value) == "worksheet: no course of 'certificate' has a project"
