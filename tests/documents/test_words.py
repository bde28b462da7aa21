"""The documents speak the field's language, and the glossary names what is there."""

import re

import pytest

from tests.documents import DOCS, DOCUMENTS
from tests.documents.test_examples import GENERATED

PLAIN = {
    r"held against|hold against|at hand|hangs? on|speaks? for|reckon|whoever|settled": "dialect",
    r"\d %": "write 20%, without a space",
    r"visualisation|organis|programme\b|licence|judgement|learnt|colour|practis": "American",
    r"can ?not be told|nobody can tell|is no \w+ of": "say unknown, or is not",
}
ROWS = re.findall(
    r"^\| \*\*(.+?)\*\*.*? \| (.+) \| (.+) \|$",
    (DOCS / "glossary.md").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("name", sorted(set(DOCUMENTS) - GENERATED))
def test_plain_words(name):
    text = DOCUMENTS[name].read_text("utf-8")
    for pattern, why in PLAIN.items():
        found = re.search(pattern, text)
        assert not found, f"{name}: {found[0]!r}: {why}"


def test_one_entry_a_word():
    words = [word for word, _, _ in ROWS]
    assert len(words) == len(set(words)) > 50
