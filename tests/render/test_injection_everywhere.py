"""As test_injection, for every command and every text that a definition can have."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from certeval.cli.session import Session
from certeval.library.folders import library_folders
from certeval.library.library import Library
from certeval.render.formats import Display, Format
from certeval.render.render import render
from certeval.render.text import escape_controls
from tests.render import hostile_library
from tests.render.shown import results_of_runs
from tests.render.test_injection import NASTY

MORE = [
    "\x9b31mred",  # the escape sequence in one character
    "\x7f\x85x",
    "---",
    "- no item",
    "+ no item",
    "> no quote",
    "![no](image)",
    "[no](link)",
    "<https://no.link>",
    "-1+1",
    "+1",
    "~~~",
    "no: key # no comment",
    "'single' and \"double\" quotes",
    "two\nlines",
    "a | b \\| c \\",
    "**bold** __bold__",
    "caf\u00e9 \u732b",
    "ends with a colon:",
]
TEXTS = [*(text.encode().decode("unicode_escape") for text in NASTY), *MORE]
TAME = [f"w{number:02}".ljust(len(text), "x") for number, text in enumerate(TEXTS)]
SHOWN = [escape_controls(text) for text in TEXTS]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WITH_ALL_TEXTS = sorted(set(hostile_library.COMMANDS) - {"verdict", "robustness", "rank"})


@pytest.fixture(scope="module")
def libraries(tmp_path_factory):
    return {
        name: hostile_library.write(tmp_path_factory.mktemp(name), texts)
        for name, texts in (("nasty", TEXTS), ("tame", TAME))
    }


@pytest.fixture(scope="module")
def read():
    """The libraries that have been read already, by their options."""
    return {}


@pytest.fixture(scope="module")
def found():
    """The results that have been computed already: each is looked at in many ways."""
    return {}


@pytest.fixture
def say(libraries, certeval, read, found, monkeypatch):
    """What a command says of the nasty library, or of another."""

    def library_of(session):
        return read.setdefault(session.folders, Library.only(library_folders(session.folders)))

    def run(name, form, *, color=False, library="nasty"):
        key = (name, library)
        if key not in found:
            monkeypatch.setattr(Session, "library", property(library_of))
            with results_of_runs() as given:
                ran = certeval(*hostile_library.COMMANDS[name], *libraries[library], "-f", "json")
            assert (ran.code, ran.err) == (0, "")
            (found[key],) = given
        result, choices = found[key]
        return render(result, Format(form), Display(color=color), **choices)

    return run


def test_the_texts_are_what_they_are_meant_to_be():
    assert TEXTS[3] == "\x1b[31mred"
    assert TEXTS[len(NASTY)] == "\x9b31mred"
    assert "two\nlines" in TEXTS
    assert "a | b \\| c \\" in TEXTS
    assert len(set(TEXTS)) == len(TEXTS)


def acting(out: str) -> set[str]:
    """The characters of *out* that would move, hide, turn around or ring."""
    return {
        character
        for character in out
        if character != "\n" and escape_controls(character) != character
    }


@pytest.mark.parametrize("name", sorted(set(hostile_library.COMMANDS) - {"worksheet"}))
def test_table(name, say):
    out = say(name, "table")
    assert not acting(out)
    for text in SHOWN if name in WITH_ALL_TEXTS else ():
        assert text in out


@pytest.mark.parametrize("name", ["review", "show"])
def test_a_coloured_table_says_the_same(name, say):
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", say(name, "table", color=True))
    assert not acting(coloured)
    plain = say(name, "table")
    assert [line.rstrip() for line in coloured.split("\n")] == plain.split("\n")


@pytest.mark.parametrize("name", hostile_library.COMMANDS)
def test_json(name, say):
    out = say(name, "json")
    assert "\x1b" not in out
    said = set(strings(json.loads(out)))
    for text in TEXTS if name in WITH_ALL_TEXTS else ():
        assert any(text in one for one in said)


def strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


@pytest.mark.parametrize("name", hostile_library.COMMANDS)
def test_csv(name, say):
    out = say(name, "csv")
    assert not acting(out)
    header, *records = csv.reader(io.StringIO(out, newline=""))
    assert records
    for record in records:
        assert len(record) == len(header)
        for cell in record:
            is_number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
            assert is_number or not cell.lstrip(" '").startswith(FORMULA) or cell.startswith("'")


def front_and_page(out: str) -> tuple[str, str]:
    """Front matter, and the rest of *out*."""
    if not out.startswith("---\n"):
        return "", out
    front, page = out.removeprefix("---\n").split("\n---\n", 1)
    return front, page


def parsed(page: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)


def structure(tokens: list[Token]) -> list[str]:
    """Blocks and what stands in them, less the text itself."""
    return [
        token.type
        for block in tokens
        for token in (block, *(block.children or ()))
        if token.type not in ("text", "text_special", "inline")
    ]


def words(tokens: list[Token]) -> str:
    return "\n".join(
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    )


@pytest.mark.parametrize("name", hostile_library.COMMANDS)
def test_markdown_reads_as_written_and_has_the_structure_of_any_other(name, say):
    _, page = front_and_page(say(name, "markdown"))
    assert not acting(page)
    tokens = parsed(page)
    read = words(tokens)
    for text in SHOWN if name in WITH_ALL_TEXTS else ():
        assert text in read
    assert not re.search(r":[\w+-]+:", page), "an emoji code"
    assert not re.search(r"(?<!\\)\$", page), "a formula"
    assert "@" not in page, "a mention"
    _, plain = front_and_page(say(name, "markdown", library="tame"))
    assert structure(tokens) == structure(parsed(plain))


def test_front_matter_of_a_review(say):
    front, page = front_and_page(say("review", "markdown"))
    told = json.loads(say("review", "json"))
    read = yaml.safe_load(front)
    assert all(isinstance(value, str) for value in read.values())
    for field, text in (("description", told["summary"]), ("provider", told["provider"])):
        assert read[field] in (text, escape_controls(text))
    assert page.startswith("\n# ")


def test_front_matter_does_not_act_either(tmp_path, certeval):
    library = hostile_library.write(tmp_path, ["\x9b31mred", "\u202eturned", "\x7f\x85x"])
    out = certeval("review", hostile_library.JUDGED, *library, "-f", "markdown").out
    front, _ = front_and_page(out)
    assert not acting(front)
    assert set(yaml.safe_load(front)) >= {"title", "provider", "description"}
