"""Every result in Markdown is a page that a publishing system can take as it is."""

import re
from itertools import pairwise

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.render.runs import RUNS


@pytest.fixture(params=RUNS)
def page(request, rendered):
    """A page by its name, its front matter and what follows."""
    text = rendered(request.param, "markdown")
    found = re.fullmatch(r"(?:---\n(.*?)\n---\n\n)?(.*)", text, re.DOTALL)
    return request.param, found[1], found[2]


def parsed(text):
    return MarkdownIt("commonmark").enable("table").parse(text)


def test_only_a_review_has_front_matter_and_it_stands_at_the_very_top(page):
    name, front, rest = page
    assert (front is not None) == name.startswith("review")
    assert not re.search("^---$", rest, re.MULTILINE)


def test_one_title_and_no_level_is_left_out(page):
    name, _, rest = page
    if name in ("scorecards", "list"):
        pytest.skip("several scorecards, each with its title, and a table alone")
    levels = [int(token.tag[1]) for token in parsed(rest) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - higher <= 1 for higher, lower in pairwise(levels))
    assert rest.startswith("# ")


def test_no_section_is_empty(page):
    _, _, rest = page
    tokens = [token for token in parsed(rest) if token.level == 0]
    opened = [token for token in tokens if token.type.endswith("_open") or not token.nesting]
    for one, following in pairwise([*opened, None]):
        if one.type == "heading_open":
            assert following is not None
            deeper = following.type == "heading_open" and following.tag > one.tag
            assert deeper or following.type != "heading_open"


def test_every_row_of_a_table_has_as_many_cells(page):
    _, _, rest = page
    tables = re.findall(r"(?:^\|.*\n)+", rest, re.MULTILINE)
    cells = r"(?<!\\)\|"
    for table in tables:
        assert len({len(re.findall(cells, line)) for line in table.splitlines()}) == 1
        assert re.fullmatch(r"\|(?: -{3}:? \|)+", table.splitlines()[1])
    assert [token.type for token in parsed(rest)].count("table_open") == len(tables)


def test_nothing_acts(page):
    _, _, rest = page
    types = {token.type for block in parsed(rest) for token in (block, *(block.children or ()))}
    assert types <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
        "text_special", "table_open", "table_close", "thead_open", "thead_close", "tbody_open",
        "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close",
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
        "strong_open", "strong_close", "em_open", "em_close",
    }  # fmt: skip


def test_the_front_matter_of_a_review(rendered):
    out = rendered("review", "markdown")
    front = yaml.safe_load(out.split("---\n")[1])
    title = "Certificate of Welding: review for Apprentice"
    assert list(front) == [
        "title", "date", "certificate", "provider", "audience", "rating", "verdict", "fit", "cost",
        "description",
    ]  # fmt: skip
    assert front == {
        "title": title,
        "date": "2026-11-22",
        "certificate": "welding",
        "provider": "Guild of Smiths",
        "audience": "apprentice",
        "rating": "6.7 / 10",
        "verdict": "fair",
        "fit": "not yet",
        "cost": "$255",
        "description": "Four courses on joining steel, from the first seam to a broken one.",
    }
    assert f"\n# {title}\n" in out


def test_the_front_matter_leaves_out_what_is_not_known(rendered):
    out = rendered("review-unknown", "markdown")
    front = yaml.safe_load(out.split("---\n")[1])
    assert not {"rating", "verdict", "description"} & set(front)
    assert front["fit"] == "cannot tell"
