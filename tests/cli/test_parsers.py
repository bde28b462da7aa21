"""What an option's parser says gets to the person, whatever class of error it is."""

import json

import pytest

from certeval.cli import parsers
from certeval.errors import CertevalError, UsageError


@pytest.mark.parametrize(
    ("option", "text", "message", "hint"),
    [
        ("--price", "$5", "--price: expected a number, found '$5'", "write 5"),
        ("--price", "-5", "--price: must not be negative", None),
        ("--hours", "1-2-3", "--hours: expected LOW-HIGH, found '1-2-3'", "for example 120-150"),
        ("--today", "2026", "--today: '2026' is not a complete date", "write 2026-01-31"),
    ],
)
def test_message_and_hint_get_through(option, text, message, hint, certeval):
    ran = certeval("cost", "ibm-ml", f"{option}={text}", "--format", "json")
    assert (ran.code, ran.err) == (
        2, f"error: {message}\n" + (f"  help: {hint}\n" if hint else ""),
    )  # fmt: skip
    error = json.loads(ran.out)["error"]
    assert (error["message"], error["hint"]) == (message, hint)


def test_so_do_those_of_a_repeated_option(certeval):
    ran = certeval("stack", "ibm-ml", "--hours", "mlops-duke=10", "--hours", "mlops-duke=x")
    assert (ran.code, ran.err) == (2, "error: --hours mlops-duke: expected a number, found 'x'\n")


def test_pydantic_sees_no_value_error():
    def refuse(text):
        raise UsageError(f"not {text}")

    assert issubclass(UsageError, ValueError)
    with pytest.raises(parsers.RejectedValueError) as caught:
        parsers.for_typer(refuse)("x")
    assert not isinstance(caught.value, ValueError)
    assert isinstance(caught.value.error, CertevalError)


@pytest.mark.parametrize("text", ["2026-01-31", "2024-02-29"])
def test_a_date(text):
    assert str(parsers.parse_date("--today", text)) == text


@pytest.mark.parametrize("text", ["2026-W01-1", "20260131", "2026-1-31", "2026", "2026-02-29", ""])
def test_what_is_not_a_date(text):
    with pytest.raises(UsageError):
        parsers.parse_date("--today", text)
