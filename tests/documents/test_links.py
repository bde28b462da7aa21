"""Links between documents lead somewhere, and every document can be reached from the README."""

import re

import pytest

from tests.documents import DOCUMENTS, ROOT

LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]*)(?:#([^)\s]*))?\)")


def links(path):
    """The files and headings of this project that *path* links to."""
    text = re.sub(
        r"^```.*?^```$|`[^`\n]*`|\$[^$\n]*\$",
        "",
        path.read_text("utf-8"),
        flags=re.DOTALL | re.MULTILINE,
    )
    for target, heading in LINK.findall(text):
        if "://" not in target:
            yield ((path.parent / target).resolve() if target else path), heading


def headings(path):
    """The anchors of *path*, as forges make them."""
    found = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in found}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links(name):
    for target, heading in links(DOCUMENTS[name]):
        assert target.exists(), f"{name} links to {target}, which is not there"
        assert not heading or heading in headings(target), f"{target.name} has no #{heading}"


def test_every_document_can_be_reached():
    reached, new = set(), {ROOT / "README.md"}
    while new:
        path = new.pop()
        reached.add(path)
        new |= {to for to, _ in links(path) if to.suffix == ".md"} - reached
    assert {path.resolve() for path in DOCUMENTS.values()} <= {path.resolve() for path in reached}
