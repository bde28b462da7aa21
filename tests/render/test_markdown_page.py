"""Every answer in Markdown is a page that a publishing system can take as it is."""

import re
from itertools import pairwise

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.render.test_golden import ANSWERS

PAGES = {
    **ANSWERS,
    "worksheet": ["interview", "ibm-ml", "--soar"],
    "review-unrated": ["review", "google-pmle", "--have", "ibm-ml"],
    "review-primary": ["review", "ibm-ml", "--have", "ml-specialization", "--raise", "10000"],
    "stack-beyond": ["stack", "ibm-ml", "--budget", "300"],
}


@pytest.fixture(scope="module")
def written():
    """The pages that have been written already."""
    return {}


@pytest.fixture(params=PAGES)
def page(request, certeval, written):
    """A page by its name, its front matter and what follows."""
    name = request.param
    if name not in written:
        written[name] = certeval(*PAGES[name], "--format", "markdown").out
    found = re.fullmatch(r"(?:---\n(.*?)\n---\n\n)?(.*)", written[name], re.DOTALL)
    return name, found[1], found[2]


def parsed(text):
    return MarkdownIt("commonmark").enable("table").parse(text)


def test_only_a_review_has_front_matter_and_it_stands_at_the_very_top(page):
    name, front, rest = page
    assert (front is not None) == name.startswith("review")
    assert not re.search("^---$", rest, re.MULTILINE)


def test_one_title_and_no_level_is_left_out(page):
    _, _, rest = page
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


def test_the_front_matter_of_a_review(certeval):
    out = certeval(*PAGES["review"], "--format", "markdown").out
    front = yaml.safe_load(out.split("---\n")[1])
    title = "IBM Machine Learning Professional Certificate, for: Career changer"
    assert list(front) == [
        "title", "date", "certificate", "provider", "audience", "rating", "verdict", "fit", "cost",
        "description",
    ]  # fmt: skip
    assert front == {
        "title": title,
        "date": "2026-11-22",
        "certificate": "ibm-ml",
        "provider": "IBM",
        "audience": "career-changer",
        "rating": "7.1 / 10",
        "verdict": "good",
        "fit": "take it",
        "cost": "$236-$295",
        "description": front["description"],
    }
    assert front["description"].startswith("Six courses that take somebody")
    assert f"\n# {title}\n" in out


def test_the_front_matter_leaves_out_what_is_not_known(certeval):
    out = certeval("review", "ibm-genai-engineering", "--format", "markdown").out
    front = yaml.safe_load(out.split("---\n")[1])
    assert not {"rating", "verdict", "cost"} & set(front)
    assert front["fit"] == "cannot tell"
