"""What people and programs are shown, kept whole in files that can be read.

``pytest tests/render/test_golden.py --accept`` takes what comes out as golden.
"""

import json
import re

import pytest

from certeval.render.formats import Format
from certeval.render.kinds import KINDS as RESULT_KINDS
from tests.conftest import ROOT
from tests.render.runs import MARKDOWN, RUNS
from tests.schemas import check_against_schema

WIDTHS = [40, 60, 80, 100, 120]
ASCII_TOO = ["curriculum", "sensitivity", "robustness-two"]
"""Runs that show trees and bars."""


@pytest.mark.parametrize("name", RUNS)
def test_table(name, shown, golden):
    golden(f"golden/{name}.txt", shown(name).out)


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown(name, rendered, golden):
    golden(f"golden/{name}.md", rendered(name, "markdown"))


@pytest.mark.parametrize("name", ["score", "rank", "robustness"])
def test_json(name, rendered, golden):
    golden(f"golden/{name}.json", rendered(name, "json"))


@pytest.mark.parametrize("name", ASCII_TOO)
def test_ascii(name, rendered, golden):
    golden(f"golden/{name}-ascii.txt", rendered(name, width=80, ascii=True))


@pytest.mark.parametrize("name", ["score", "cost"])
def test_color(name, rendered, golden):
    golden(f"golden/{name}-color.txt", rendered(name, width=80, color=True))


def test_every_golden_file_belongs_to_a_run():
    files = {path.name for path in (ROOT / "tests/golden").iterdir()}
    expected = {f"{name}.txt" for name in RUNS}
    expected |= {f"{name}.md" for name in MARKDOWN}
    expected |= {f"{name}.json" for name in ("score", "rank", "robustness")}
    expected |= {f"{name}-ascii.txt" for name in ASCII_TOO}
    expected |= {"score-color.txt", "cost-color.txt", "injection.md", "error.json"}
    expected |= {f"check.{form}.txt" for form in ("github", "json", "sarif")}
    expected |= {"could-not-run.txt", "errors-of-three-files.txt"}
    assert files == expected


def test_every_kind_of_result_has_a_run(shown):
    kinds = {shown(name).result.kind for name in RUNS}
    assert kinds == set(RESULT_KINDS) - {"check", "error"}


def test_markdown_has_a_run_of_every_kind(shown):
    kinds = {shown(name).result.kind for name in RUNS}
    assert {shown(name).result.kind for name in MARKDOWN} == kinds


@pytest.mark.parametrize("name", sorted(set(RUNS) - {"list"}))  # a path has no spaces
def test_no_word_is_broken(name, rendered):
    def words(out):
        return set(re.sub("[\u2500-\u257f\u2588\u2591]", " ", out).split())

    whole = words(rendered(name))
    whole |= {f"{word}{end}" for word in whole for end in ",."}
    for width in (60, 80, 100, 120):
        narrow = words(rendered(name, width=width))
        assert narrow <= whole | {"Not", "shown", "at", "this", "width:"}


@pytest.mark.parametrize("name", RUNS)
class TestEveryRun:
    """What holds of every result, whatever it says."""

    @pytest.mark.parametrize("form", Format)
    def test_it_ends_in_one_newline(self, form, name, rendered):
        text = rendered(name, form)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")

    def test_no_line_is_wider_than_the_terminal(self, name, rendered):
        for width in WIDTHS:
            assert max(map(len, rendered(name, width=width).splitlines())) <= width

    def test_amounts_and_shares_are_never_cut(self, name, rendered):
        def amounts(out):
            return set(re.findall(r"\$[\d,.]*\d|[\d,.]*\d%|\d[\d,.]+\d", out))

        whole = amounts(rendered(name))
        for width in WIDTHS:
            assert amounts(rendered(name, width=width)) <= whole

    def test_color_adds_no_meaning(self, name, rendered):
        colored = re.sub(r"\x1b\[[0-9;]*m", "", rendered(name, width=80, color=True))
        plain = rendered(name, width=80)
        assert "\x1b" not in plain
        assert [line.rstrip() for line in colored.splitlines()] == plain.splitlines()

    def test_ascii_is_enough(self, name, rendered):
        assert rendered(name, width=80, ascii=True).isascii()
        assert rendered(name, ascii=True).isascii()

    def test_json_is_one_object_of_its_kind(self, name, shown, rendered):
        text = rendered(name, "json")
        result = json.loads(text)
        assert (result["schema_version"], result["kind"]) == (1, shown(name).result.kind)
        assert list(result)[:2] == ["schema_version", "kind"]
        assert text.endswith("}\n")

    def test_json_holds_to_its_schema(self, name, shown, rendered):
        check_against_schema(rendered(name, "json"), shown(name).result.kind)
