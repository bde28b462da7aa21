"""A definition is shown with the dates that are older than its rubric likes facts to be."""

import pytest

from certeval import Library
from certeval.library.definition_view import _fresh_for_months, view
from tests import builders
from tests import yaml_files as files


@pytest.mark.parametrize(
    ("arguments", "months"),
    [
        (("rubric", "mine"), 24),
        (("certificate", "welding"), 24),
        (("audience", "apprentice"), 24),
        (("certificate", "soldering"), None),  # names no rubric
        (("role", "welder"), None),
        (("rubric", "ageless"), None),
        (("certificate", "timeless"), None),  # its rubric has no limit
        (("certificate", "lost"), None),  # its rubric is nowhere
        (("certificate", "spoilt"), None),  # its rubric has problems
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else None,
)
def test_how_long_facts_are_fresh(arguments, months, library):
    root = library(
        methodology={
            "mine": files.rubric(more="facts_fresh_for_months: 24\n"),
            "ageless": files.rubric("ageless"),
            "bad": files.rubric("bad", more="facts_fresh_for_months: 24\nunknown: field\n"),
        },
        certificates={
            "welding": files.certificate(),
            "soldering": files.program(),
            "timeless": files.certificate("timeless", "ageless"),
            "lost": files.certificate("lost", "nowhere"),
            "spoilt": files.certificate("spoilt", "bad"),
        },
        audiences={"apprentice": files.audience()},
        roles={"welder": files.role()},
    )
    library = Library.only([root])
    assert _fresh_for_months(library, library.load(*arguments).valid) == months


def test_the_rubric_beside_a_file_says_how_long_facts_are_fresh(library):
    root = library(
        methodology={"mine": files.rubric(more="facts_fresh_for_months: 24\n")},
        certificates={"welding": files.certificate().replace("date: 2026", "date: 2023")},
    )
    elsewhere = Library.only([])
    loaded = elsewhere.load("certificate", str(root / "certificates/welding.yaml"))
    assert view(elsewhere, loaded, builders.TODAY).old


@pytest.mark.parametrize(
    ("months", "listed"),
    [
        ("24", "year (2023): more than 24 months before 2026-11-22"),
        ("48", None),
        (None, None),
    ],
)
def test_old_dates_are_listed_by_source(months, listed, library):
    sources = (
        "sources:\n"
        "  - {id: me, title: Notes, publisher: Me, date: 2026}\n"
        "  - {id: year, title: Year book, publisher: Me, date: 2023}\n"
    )
    fresh = f"facts_fresh_for_months: {months}\n" if months else ""
    text = files.rubric(more=fresh).replace(files.SOURCES, sources)
    root = library(methodology={"mine": text.replace("dear?, source: me", "dear?, source: year")})
    found = Library.only([root])
    shown = view(found, found.load("rubric", "mine"), builders.TODAY)
    assert shown.old == ((listed,) if listed else ())
