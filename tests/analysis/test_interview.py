"""Interview questions that a certificate prepares for, and worksheets for stories."""

import pytest

from certeval.analysis.interview import interview, worksheet
from certeval.errors import UsageError
from tests import builders
from tests.analysis.ask import about, built_in_context

STORY = {
    "name": "STAR",
    "parts": [{"title": "Start", "prompt": "Where?"}, {"title": "End", "prompt": "What came?"}],
    "source": "me",
}


def asked_in(certificate="ibm-ml"):
    asked = built_in_context(certificate)
    return interview(asked)


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


def test_the_questions_of_the_review_by_course():
    result = asked_in()
    assert [[one.number for one in line.courses] for line in result.questions] == [
        [1, 2],
        [3],
        [4],
        [5],
        [6],
    ]
    assert result.without == ()
    assert all(line.be_ready_to_show for line in result.questions)
    assert result.questions[3].question == "When would you use a CNN, and when an RNN?"
    assert result.questions[3].courses[0].title == "Deep Learning and Reinforcement Learning"
    assert [item.publisher for item in result.sources] == ["The Interview Guys"]


def test_a_certificate_without_questions():
    result = asked_in("ml-specialization")
    assert (result.questions, result.without, result.sources) == ((), (), ())


def test_questions_come_in_the_order_of_the_courses():
    phases = [{"title": "Phase", "courses": [course(1), course(2), course(3)]}]
    questions = [question("Third?", "3"), question("First?", "1"), question("Both?", "1", "3")]
    judged = builders.certificate({}, curriculum=phases, interview=questions)
    asked = about(builders.context(judged))
    result = interview(asked)
    assert [line.question for line in result.questions] == ["First?", "Both?", "Third?"]
    assert [(one.number, one.title) for one in result.without] == [(2, "Course 2")]


def test_the_worksheet_of_the_review_has_six_stories_in_four_parts():
    asked = built_in_context()
    result = worksheet(asked)
    assert result.story == "SOAR"
    assert [part.title for part in result.parts] == ["Situation", "Obstacle", "Approach", "Result"]
    assert all(part.prompt for part in result.parts)
    assert [one.course.number for one in result.projects] == [1, 2, 3, 4, 5, 6]
    first, second = result.projects[:2]
    assert first.questions == second.questions == (asked_in().questions[0].question,)
    assert all(len(one.questions) == 1 and one.project for one in result.projects)


def test_a_course_without_a_project_has_no_story():
    courses = [course(1, "Build it."), course(2)]
    result = sheet(courses, [question("How?", "1", "2"), question("Why?", "2")])
    (project,) = result.projects
    assert (project.course.title, project.project) == ("Course 1", "Build it.")
    assert project.questions == ("How?",)
    assert [item.publisher for item in result.sources] == ["Me"]


def test_a_project_that_no_question_is_about():
    assert sheet([course(1, "Build it.")]).projects[0].questions == ()


@pytest.mark.parametrize("terms", [{"story": None}, {"rubric": False}])
def test_a_worksheet_needs_a_story_in_the_rubric(terms):
    with pytest.raises(UsageError) as caught:
        sheet([course(1, "Build it.")], **terms)
    assert str(caught.value) == "worksheet: the rubric has no project_story to write one by"


def test_a_worksheet_needs_a_project():
    with pytest.raises(UsageError) as caught:
        sheet([course(1)])
    assert str(caught.value) == "worksheet: no course of 'certificate' has a project"
