"""Text from files is shown as it stands, in every format, and never acts."""

import csv
import io
import json
import re

import pytest

NASTY = [
    "[red]a[/red]",
    "[/x]",
    "[link=https://example.org]b[/link]",
    "\\x1b[31mred",  # YAML's escape: the character itself in the definition
    ":star:",
    "=1+1",
    "@SUM(A1)",
    "a | b",
    "<script>alert(1)</script>",
    "&amp; *em* _em_ `code` ~~gone~~ $x$",
    "# no heading",
    "1. no list",
    "\\u202eturned",
    "%s {0} {name}",
    "a\\u2028line",
]


@pytest.fixture
def nasty(tmp_path):
    quoted = [f'"{text}"' for text in NASTY]
    criteria = "".join(
        f"  - {{id: c{number}, title: {text}, weight_percent: {100 - 14 * 7 if number == 0 else 7},"
        f" question: {text}, source: me}}\n"
        for number, text in enumerate(quoted)
    )
    scores = "".join(
        f"  - {{criterion: c{number}, raw: 5, reason: {text}, source: me}}\n"
        for number, text in enumerate(quoted)
    )
    head = "sources: [{id: me, title: '[b]t[/b]', publisher: '=p', date: 2026}]\n"
    (tmp_path / "rubric.yaml").write_text(
        f"kind: rubric\nid: nasty\ntitle: '[red]'\n{head}scale: {{min: 1, max: 10}}\n"
        f"bands: [{{from: 1, label: '[/b]', meaning: ':smile:'}}]\ncriteria:\n{criteria}"
    )
    (tmp_path / "nasty.yaml").write_text(
        f"kind: certificate\nid: nasty\ntitle: \"[bold]title[/bold]\"\nprovider: '=p'\n"
        f"rubric: nasty\n{head}scores:\n{scores}"
    )
    return ["score", tmp_path / "nasty.yaml", "--rubric", tmp_path / "rubric.yaml"]


LITERAL = NASTY  # what acts is shown as its escape, and so as it stands in the YAML


@pytest.mark.parametrize("color", ["always", "never"])
def test_table(nasty, certeval, color):
    out = certeval(*nasty, "--explain", "--color", color).out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out) if color == "always" else out
    for text in LITERAL:
        assert text in plain
    assert "[bold]title[/bold]" in plain
    assert ":smile:" in plain
    if color == "never":
        assert "\x1b" not in out
    assert "\u202e" not in out


def test_json(nasty, certeval):
    out = certeval(*nasty, "-f", "json").out
    titles = [line["title"] for line in json.loads(out)["lines"]]
    assert titles == [text.encode().decode("unicode_escape") for text in NASTY]
    assert "\x1b" not in out


def test_csv(nasty, certeval):
    rows = list(csv.DictReader(io.StringIO(certeval(*nasty, "-f", "csv").out)))
    titles = [row["title"] for row in rows if row["record"] == "lines"]
    assert [title.removeprefix("'") for title in titles] == LITERAL
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_csv_numbers_stay_numbers(certeval):
    rows = list(csv.DictReader(io.StringIO(certeval("score", "ibm-ml", "-f", "csv").out)))
    assert (rows[0]["record"], rows[0]["total"]) == ("scorecard", "7.275")
    assert (rows[1]["record"], rows[1]["raw"]) == ("lines", "7.5")


def test_markdown(nasty, certeval, golden):
    out = certeval(*nasty, "--explain", "-f", "markdown").out
    golden("golden/injection.md", re.sub(r"\(/.*?/(\w+\.yaml)\)", r"(\1)", out))
    assert "<script" not in out
    table = [line for line in out.splitlines() if line.startswith("|")]
    columns = {len(re.findall(r"(?<!\\)\|", line)) for line in table}
    assert columns == {5}


def test_show(nasty, certeval):
    for form in ("table", "markdown", "csv"):
        out = certeval("show", nasty[1], "-f", form).out
        assert "\x1b" not in out
        assert "<script>" not in out or form != "markdown"


def test_error_messages(certeval, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text('kind: role\n"[red]\\x1b[31m": 1\nid: "\\x1b[31m"\n')
    ran = certeval("check", path)
    assert "\x1b" not in ran.out
    assert "unknown field '[red]\\x1b[31m'" in ran.out
    github = certeval("check", path, "-f", "github").out
    assert "\x1b" not in github
