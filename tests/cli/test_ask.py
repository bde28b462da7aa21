"""``fit --ask`` on a real terminal: a pseudo-terminal that types the answers."""

import os
import pty
import subprocess
import sys

import pytest

from tests.cli.terminal import CTRL_C, CTRL_D, rest

QUESTIONS = {
    "How well do you know Python? (none/basic/working/fluent) [none]:": "fluent",
    "How well do you know Statistics? (none/basic/working/fluent) [none]:": "working",
    "How well do you know Linear algebra? (none/basic/working/fluent) [none]:": "basic",
    "How many years have you worked in ml-engineering? [0]:": "",
    "How many years have you worked in data? [0]:": "2.5",
    "In how many days do you need a result? [none]:": "",
    "How many hours per week do you have for it? [none]:": "6",
    "Do you need a certificate whose name alone gets you hired? (yes/no) [no]:": "",
    "Do you want the certificate to replace a portfolio? (yes/no) [no]:": "no",
    "Do you want a broad overview of machine learning rather than depth in one area? "
    "(yes/no) [no]:": "yes",
    "Do you want a machine learning job in a large enterprise or in IBM's ecosystem? "
    "(yes/no) [no]:": "",
    "Are you already working on a cloud certification to go with it? (yes/no) [no]:": "",
}
SAME = [
    "--skill", "python=fluent", "--skill", "statistics=working", "--skill", "linear-algebra=basic",
    "--years", "ml-engineering=0", "--years", "data=2.5", "--goal", "breadth",
    "--hours-per-week", "6",
]  # fmt: skip


def test_the_answers_are_those_of_the_options(on_a_terminal, process):
    asked = on_a_terminal(QUESTIONS.values(), "fit", "ibm-ml", "--ask", "-f", "json")
    answered = process("fit", "ibm-ml", *SAME, "-f", "json")
    assert asked.code == 0
    assert asked.out.strip() == answered.out.strip()
    assert '"outcome": "take_it"' in answered.out


def test_questions_stand_on_the_terminal_and_nothing_of_them_in_the_output(on_a_terminal, process):
    asked = on_a_terminal(QUESTIONS.values(), "fit", "ibm-ml", "--ask", "-f", "csv")
    assert "?" not in asked.out
    assert asked.out == process("fit", "ibm-ml", *SAME, "-f", "csv").out
    for question in QUESTIONS:
        assert question in asked.shown
    assert asked.shown.count("?") == len(QUESTIONS)


def test_a_wrong_answer_is_asked_again(on_a_terminal):
    typed = [
        "expert", "Fluent", "WORKING", "basic", "two", "-1", "0", "1e3", "3", "soon", "-5", "90",
        "0", "200", "7.5", "maybe", "yes", "no", "no", "no", "no",
    ]  # fmt: skip
    asked = on_a_terminal(typed, "fit", "ibm-ml", "--ask", "-f", "json")
    assert asked.code == 0
    assert asked.shown.count("How well do you know Python?") == 2
    assert asked.shown.count("How many years have you worked in ml-engineering?") == 3
    assert asked.shown.count("How many years have you worked in data?") == 2
    assert asked.shown.count("In how many days do you need a result?") == 3
    assert asked.shown.count("How many hours per week do you have for it?") == 3
    assert asked.shown.count("whose name alone gets you hired?") == 2
    assert "expert\nPlease enter one of: none" in asked.shown
    assert "soon\nPlease enter a number" in asked.shown
    assert "maybe\nPlease enter one of: yes, no" in asked.shown
    assert '"outcome": "skip"' in asked.out


def test_what_is_known_already_is_the_answer_that_enter_gives(on_a_terminal):
    typed = ["fluent", *[""] * 11]
    asked = on_a_terminal(typed, "fit", "ibm-ml", "--ask", "-a", "career-changer", *SAME[2:4])
    assert asked.code == 0
    assert "How well do you know Python? (none/basic/working/fluent) [fluent]:" in asked.shown
    assert "How well do you know Statistics? (none/basic/working/fluent) [working]:" in asked.shown
    assert "No objection\n" in asked.out
    assert "fit for Career changer" in asked.out


def test_strict_after_the_questions(on_a_terminal):
    asked = on_a_terminal(["none", *[""] * 11], "fit", "ibm-ml", "--ask", "--strict")
    assert asked.code == 1
    assert "\nSkip\n" in asked.out
    assert "ibm-ml: skip: You cannot do the first lab without Python" in asked.shown


@pytest.mark.parametrize("end", [CTRL_C, CTRL_D])
def test_who_stops_answering_has_interrupted(end, on_a_terminal):
    asked = on_a_terminal(["fluent", end], "fit", "ibm-ml", "--ask", "-f", "json")
    assert asked.code == 130
    assert asked.out.strip() == ""
    assert "Traceback" not in asked.shown


def test_who_stops_answering_finds_nothing_in_the_output(on_a_terminal):
    assert on_a_terminal(["fluent", CTRL_C], "fit", "ibm-ml", "--ask").out == ""


def test_nothing_is_asked_where_the_command_cannot_run(on_a_terminal):
    asked = on_a_terminal([], "fit", "nobody", "--ask")
    assert (asked.code, asked.out) == (2, "")
    assert asked.shown.startswith("error: unknown certificate 'nobody'\n")


def test_a_certificate_without_rules_has_nothing_to_ask(on_a_terminal):
    asked = on_a_terminal([], "fit", "mlops-duke", "--ask")
    assert (asked.code, asked.shown) == (0, "")
    assert "\nCannot tell\n" in asked.out


@pytest.mark.parametrize("missing", ["stdin", "stderr"])
def test_a_terminal_is_needed_to_ask_and_to_answer(missing, tmp_path):
    main, side = pty.openpty()
    streams = {"stdin": side, "stderr": side, missing: subprocess.PIPE}
    program = subprocess.Popen(
        [sys.executable, "-m", "certeval", "fit", "ibm-ml", "--ask"],
        stdout=subprocess.PIPE, cwd=tmp_path, **streams,
    )  # fmt: skip
    os.close(side)
    out, err = program.communicate(timeout=60)
    shown = (err or b"") + (rest(main).encode() if missing == "stdin" else b"")
    os.close(main)
    assert (program.returncode, out) == (2, b"")
    assert shown.startswith(b"error: --ask needs a terminal")
