"""What an option's parser says gets to the person, whatever class of error it is."""

import json

import pytest

from certeval.cli import parsers
from certeval.errors import UsageError


class StrictError(UsageError, ValueError):
    """Pydantic takes every ValueError for its own."""


@pytest.mark.parametrize("option", ["--price", "--hours", "--today"])
def test_message_and_hint_get_through(option, certeval, monkeypatch):
    def refuse(name, text):
        raise StrictError(f"{name}: not {text}", "try again")

    monkeypatch.setattr(parsers, "parse_number", refuse)
    monkeypatch.setattr(parsers, "parse_date", refuse)
    ran = certeval("cost", "ibm-ml", option, "x", "--format", "json")
    assert (ran.code, ran.err) == (2, f"error: {option}: not x\n  help: try again\n")
    assert json.loads(ran.out)["error"]["message"] == f"{option}: not x"


def test_so_do_those_of_a_repeated_option(certeval):
    ran = certeval("stack", "ibm-ml", "--hours", "mlops-duke=10", "--hours", "mlops-duke=x")
    assert (ran.code, ran.err) == (2, "error: --hours mlops-duke: expected a number, found 'x'\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [("2026-01-31", "2026-01-31"), ("2024-02-29", "2024-02-29")],
)
def test_a_date(text, found):
    assert str(parsers.parse_date("--today", text)) == found


@pytest.mark.parametrize("text", ["2026-W01-1", "20260131", "2026-1-31", "2026", "2026-02-29", ""])
def test_what_is_not_a_date(text):
    with pytest.raises(UsageError):
        parsers.parse_date("--today", text)


def test_whole_numbers():
    assert parsers.parse_whole("--top", "5", least=1) == 5
    assert parsers.parse_whole("--top", " 5.0 ", least=1) == 5
    for text in ("0", "-1", "1.5", "x", "9" * 5000):
        with pytest.raises(UsageError):
            parsers.parse_whole("--top", text, least=1)
