"""The rows of a long table look like those that Rich draws."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certeval.render import rich_table, terminal
from certeval.render.document import Bar, Column, Table
from certeval.render.formats import Display

words = st.text(
    st.sampled_from("ab \u732b\u0301\xe9\t\n\x1b[/]:=|\u2502"), max_size=24
) | st.sampled_from(
    ["", "a b", "  x", "x  ", "extraordinarily", "1.25", "[bold]x[/bold]", ":tada:"]
)
columns = st.builds(Column, words.map("x{}".format), st.integers(1, 9), st.booleans())
LOOKS = [
    Display(width, color, only_ascii)
    for width in (None, 12, 30, 80)
    for color in (True, False)
    for only_ascii in (True, False)
]


@st.composite
def tables(draw):
    shown = tuple(draw(st.lists(columns, min_size=1, max_size=4)))
    row = st.tuples(*(words for _ in shown))
    return Table(shown, tuple(draw(st.lists(row, min_size=1, max_size=4))))


@settings(max_examples=250)
@given(look=st.sampled_from(LOOKS), table=tables())
def test_they_look_the_same(look, table):
    with pytest.MonkeyPatch.context() as patch:
        expected = terminal.render((table,), look)
        patch.setattr(rich_table, "_MANY", 0)
        assert terminal.render((table,), look) == expected


@pytest.mark.parametrize(
    "more",
    [
        {"total": ("all", "3")},
        {"marked": frozenset({1})},
        {"rows": (("a", Bar(1)), ("b", Bar(0)))},
    ],
)
def test_what_is_more_than_text_is_left_to_rich(more, monkeypatch):
    table = Table((Column("A", 2), Column("B", 1)), (("a", "1"), ("b", "2")))._replace(**more)
    expected = terminal.render((table,), Display(80, color=True))
    monkeypatch.setattr(rich_table, "_MANY", 0)
    monkeypatch.setattr(rich_table, "rows", None)  # would fail if it were called
    assert terminal.render((table,), Display(80, color=True)) == expected


def test_many_rows_are_drawn_quickly():
    def seconds(count):
        rows = tuple((f"{number}", "some text") for number in range(count))
        started = time.process_time()  # whatever else the machine has to do
        drawn = terminal.render((Table((Column("A", 2), Column("B", 1)), rows),), Display(80))
        assert len(drawn.splitlines()) == count + 4
        return time.process_time() - started

    by_rich = min(seconds(200) for _ in range(3))
    assert seconds(20_000) < 50 * by_rich, "a hundred times as many rows"
