"""``weights --ask`` on a real terminal."""

import json

import pytest

from tests.cli.terminal import CTRL_C, CTRL_D

ORDER = ["2", "skill-to-job-match,4", "curriculum", "6"]
SAME = ["hiring-impact", "skill-to-job-match,value-for-money", "curriculum-quality",
        "accessibility", "portfolio-and-interview-prep"]  # fmt: skip


def test_the_answers_are_those_of_the_arguments(on_a_terminal, process):
    asked = on_a_terminal(ORDER, "weights", "--ask", "-f", "json")
    assert asked.code == 0
    assert asked.out == process("weights", *SAME, "-f", "json").out


def test_what_is_asked(on_a_terminal):
    shown = on_a_terminal(ORDER, "weights", "--ask").shown
    assert shown.startswith(
        "1  Curriculum Quality (curriculum-quality): How broad, deep and current is the "
        "curriculum, and how much of it do you practice?\n2  Hiring Impact "
        "(hiring-impact): Do employers "
    )
    for question in (
        "1 of 6. Which of these matters most? 1, 2, 3, 4, 5, 6 [number or id]: 2\n",
        "2 of 6. Which of these matters most? 1, 3, 4, 5, 6 [number or id]: skill",
        "4 of 6. Which of these matters most? 1, 5, 6 [number or id]: curriculum\n",
        "5 of 6. Which of these matters most? 5, 6 [number or id]: 6\n",
    ):
        assert question in shown
    assert shown.count("Which of these matters most?") == 4


def test_the_last_ones_may_be_equal(on_a_terminal):
    asked = on_a_terminal(["1,2,3,4,5,6"], "weights", "--ask", "-f", "json")
    assert {line["place"] for line in json.loads(asked.out)["lines"]} == {1}


def test_points(on_a_terminal, process):
    typed = [*ORDER, "60", "60.5", "x", "-1", "50", "50", "0"]
    asked = on_a_terminal(typed, "weights", "--ask", "--method", "swing", "-f", "json")
    answered = process(
        "weights", "--method", "swing", "hiring=100", "skill,value=60", "curriculum,access=50",
        "portfolio=0", "-f", "json",
    )  # fmt: skip
    assert (asked.code, json.loads(asked.out)) == (0, json.loads(answered.out))
    assert (
        "If going from the lowest score to the highest is worth 100 points in Hiring Impact, how "
        "many in Skill-to-Job Match and Value for Money? [0-100]: 60\n"
    ) in asked.shown
    assert asked.shown.count("Please enter a number from 0 to 60.\n") == 3


@pytest.mark.parametrize(
    "wrong", ["", "7", "0", "-1", "x", "2", "hiring-impact", "1,1", "1,", "c d"]
)
def test_what_is_not_understood_is_asked_again(wrong, on_a_terminal, process):
    typed = [ORDER[0], wrong, *ORDER[1:]]
    asked = on_a_terminal(typed, "weights", "--ask", "-f", "json")
    assert asked.code == 0
    again = "Please enter one of these numbers or ids; join equally important ones with commas."
    assert asked.shown.count(again) == 1
    assert asked.shown.count("2 of 6. ") == 2
    assert asked.out == process("weights", *SAME, "-f", "json").out


def test_what_is_no_text_is_asked_again(on_a_terminal, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8:strict")
    asked = on_a_terminal([b"\xff", *ORDER], "weights", "--ask")
    assert asked.code == 0
    assert asked.shown.count("1 of 6. ") == 2


@pytest.mark.parametrize("end", [CTRL_C, CTRL_D])
def test_who_stops_answering_has_interrupted_and_nothing_is_written(end, on_a_terminal, tmp_path):
    asked = on_a_terminal([*ORDER[:2], end], "weights", "--ask", "--save", "me.yaml")
    assert (asked.code, asked.out) == (130, "")
    assert "Traceback" not in asked.shown
    assert list(tmp_path.iterdir()) == []


def test_the_order_is_saved(on_a_terminal, process, tmp_path):
    asked = on_a_terminal(ORDER, "weights", "--ask", "--save", "me.yaml")
    assert asked.code == 0
    assert asked.shown.endswith("run 'certeval score CERT --audience me.yaml'\n")
    assert (tmp_path / "me.yaml").exists()
    assert process("check", "me.yaml").code == 0


def test_nothing_is_asked_where_it_could_not_be_saved(on_a_terminal, tmp_path):
    (tmp_path / "me.yaml").touch()
    asked = on_a_terminal([], "weights", "--ask", "--save", "me.yaml")
    assert (asked.code, asked.out) == (2, "")
    assert asked.shown.startswith("error: --save: 'me.yaml' already exists\n")
