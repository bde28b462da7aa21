"""A definition is shown with the dates that are older than its rubric likes facts to be."""

import pytest

from certeval import Library
from certeval.library.definition_view import view
from certeval.model.freshness import Freshness
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
    assert library.fresh_for_months(library.load(*arguments)) == months


def test_the_rubric_beside_a_file_says_how_long_facts_are_fresh(library):
    root = library(
        methodology={"mine": files.rubric(more="facts_fresh_for_months: 24\n")},
        certificates={"welding": files.certificate()},
    )
    elsewhere = Library.only([])
    loaded = elsewhere.load("certificate", str(root / "certificates/welding.yaml"))
    assert elsewhere.fresh_for_months(loaded) == 24


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ("24", "year (2023): more than 24 months before 2026-11-22"),
        ("48", None),
        (None, None),
    ],
)
def test_old_dates_are_told_by_source(months, told, library):
    sources = (
        "sources:\n"
        "  - {id: me, title: Notes, publisher: Me, date: 2026}\n"
        "  - {id: year, title: Year book, publisher: Me, date: 2023}\n"
    )
    fresh = f"facts_fresh_for_months: {months}\n" if months else ""
    text = files.rubric(more=fresh).replace(files.SOURCES, sources)
    root = library(methodology={"mine": text.replace("dear?, source: me", "dear?, source: year")})
    found = Library.only([root])
    loaded = found.load("rubric", "mine")
    freshness = Freshness(builders.TODAY, found.fresh_for_months(loaded))
    assert view(loaded, freshness).old == ((told,) if told else ())
