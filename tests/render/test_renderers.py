"""The pieces that golden files show only in passing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.render import markdown, terminal
from certeval.render.document import Bar, Column, Items, Table
from certeval.render.formats import Format, Look
from certeval.render.render import _RENDERERS
from certeval.render.text import visible

WIDE = Table(
    (Column("Name", 9), Column("Number", 8, number=True), Column("Reason", 2), Column("", 0)),
    (("one", "1.00", "because " * 6, Bar(Fraction(1, 2))),),
)


def test_every_format_has_a_renderer():
    assert set(_RENDERERS) | {Format.json} == set(Format)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines", "two lines"),
        ("caf\u00e9 \u732b", "caf\u00e9 \u732b"),
        ("\x1b[0m\x07\x9b", "\\x1b[0m\\x07\\x9b"),
        ("\u202e\u2028", "\\u202e\\u2028"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("a\u200db", "a\u200db"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


@given(st.text())
def test_nothing_visible_acts(text):
    shown = visible(text)
    assert "\x1b" not in shown
    assert "\n" not in shown
    shown.encode()


@given(st.text(), st.integers(20, 120))
def test_a_table_is_never_wider_than_asked(text, width):
    table = Table((Column("Name", 9), Column("N", 8, number=True)), ((text, "1.00"),))
    out = terminal.render((table,), Look(width))
    from rich.cells import cell_len

    assert max(cell_len(line) for line in out.splitlines()) <= width


def test_a_bar_is_drawn_where_there_is_room():
    assert "\u2588\u2588\u2588\u2588\u2588\u2591" in terminal.render((WIDE,), Look(100))
    assert "#####....." in terminal.render((WIDE,), Look(100, ascii=True))
    assert "\u2588" not in terminal.render((WIDE,), Look(70))
    assert "\u2588" not in terminal.render((WIDE,), Look(None))


def test_the_least_important_column_goes_first_and_is_named():
    out = terminal.render((WIDE,), Look(24))
    assert "Not shown at this width: Reason." in " ".join(out.split())
    assert "1.00" in out


def test_ascii_is_ascii():
    out = terminal.render((WIDE, Items(("a",))), Look(60, ascii=True))
    assert out.isascii()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1.5 is good", "1.5 is good"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("# no heading", "\\# no heading"),
        ("a_b", "a\\_b"),
        (":star:", "&#58;star:"),
        ("10:30", "10:30"),
        ("@team", "&#64;team"),
    ],
)
def test_markdown_lines(text, escaped):
    assert markdown.render((Items((text,)),), Look()) == f"- {escaped}\n"
