"""The pieces that golden files show only in passing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.render import markdown, rich_table, terminal
from certeval.render.document import Bar, Column, Items, RangeBar, Table
from certeval.render.formats import Display, Format
from certeval.render.render import _MODULES
from certeval.render.text import escape_controls

WIDE = Table(
    (Column("Name", 9), Column("Number", 8, number=True), Column("Reason", 2), Column("", 0)),
    (("one", "1.00", "because " * 6, Bar(Fraction(1, 2))),),
)


def test_every_format_has_a_renderer():
    assert set(_MODULES) == set(Format)


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
    assert escape_controls(text) == shown


@given(st.text())
def test_nothing_visible_acts(text):
    shown = escape_controls(text)
    assert "\x1b" not in shown
    assert "\n" not in shown
    shown.encode()


@given(st.text(), st.integers(20, 120))
def test_a_table_is_never_wider_than_asked(text, width):
    table = Table((Column("Name", 9), Column("N", 8, number=True)), ((text, "1.00"),))
    out = terminal.render((table,), Display(width))
    from rich.cells import cell_len

    assert max(cell_len(line) for line in out.splitlines()) <= width


def test_a_bar_is_drawn_where_there_is_room():
    assert "\u2588\u2588\u2588\u2588\u2588\u2591" in terminal.render((WIDE,), Display(100))
    assert "#####....." in terminal.render((WIDE,), Display(100, ascii=True))
    assert "\u2588" not in terminal.render((WIDE,), Display(70))
    assert "\u2588" not in terminal.render((WIDE,), Display(None))


@pytest.mark.parametrize(
    ("low", "at", "high", "drawn"),
    [
        ("0", "1/2", "1", "#####|####"),
        ("0", "0", "1", "|#########"),
        ("0", "1", "1", "#########|"),
        ("1/5", "1/2", "4/5", "..###|##.."),
        ("1/2", "1/2", "1/2", ".....|...."),
        ("1", "1", "1", ".........|"),
        ("0", "0", "0", "|........."),
        ("0.44", "0.46", "0.49", "....|....."),
        ("0.44", "0.61", "0.66", "....##|..."),
    ],
)
def test_a_spread_reaches_from_its_low_to_its_high_end_around_a_mark(low, at, high, drawn):
    spread = RangeBar(*map(Fraction, (low, at, high)), cells=10)
    table = Table((Column("Name", 9), Column("", 5)), (("one", spread),))
    assert drawn in terminal.render((table,), Display(ascii=True))
    boxed = drawn.translate({ord("#"): "\u2588", ord("."): "\u2591", ord("|"): "\u2502"})
    assert boxed in terminal.render((table,), Display())
    assert "one" in markdown.render((table,), Display())
    assert "#" not in markdown.render((table,), Display())


shares = st.fractions(0, 1, max_denominator=50)


@given(st.lists(shares, min_size=3, max_size=3), st.integers(1, 30))
def test_a_spread_is_as_long_as_it_says_and_marks_one_place(ends, cells):
    low, at, high = sorted(ends)
    drawn = rich_table._bar(RangeBar(low, at, high, cells), Display(ascii=True))
    assert len(drawn) == cells
    assert drawn.count("|") == 1
    assert "." not in drawn[1:-1].strip(".").replace("|", "#"), "in one piece"
    assert abs(drawn.index("|") + Fraction(1, 2) - at * cells) <= Fraction(1, 2) + (at == 1)


def test_the_least_important_column_goes_first_and_is_named():
    out = terminal.render((WIDE,), Display(24))
    assert "Not shown at this width: Reason." in " ".join(out.split())
    assert "1.00" in out


def test_ascii_is_ascii():
    out = terminal.render((WIDE, Items(("a",))), Display(60, ascii=True))
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
    assert markdown.render((Items((text,)),), Display()) == f"- {escaped}\n"
