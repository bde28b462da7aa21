"""The catalog: facts of certificates, filters, and a search by words."""

import pytest

from certeval.analysis.catalog import Filters, catalog
from certeval.results.listing import Entry, LeftOut, Listing
from tests import builders

WORDS = builders.words({"whole": ["p", "q"]}, {"either": ["r", "s"]})
EXAM = {"source": "me"}


def listed(*certificates, vocabulary=WORDS, **filters):
    """The catalog of *certificates* and a role, as far as it passes the filters."""
    entries = [Entry("certificate", one.id, one.title, f"{one.id}.yaml") for one in certificates]
    entries += [
        Entry("certificate", "broken", None, "b.yaml"),
        Entry("role", "r", "Role", "r.yaml"),
    ]
    by_id = {one.id: one for one in certificates}
    return catalog(Listing(entries=tuple(entries)), by_id, Filters(**filters), vocabulary)


def ids(listing):
    return [entry.id for entry in listing.entries]


def left_out(listing):
    return {one.id: one.unknown for one in listing.left_out}


def test_the_facts_of_a_certificate():
    rating = {"value": "4.60", "out_of": "5", "source": "me"}
    retired = {"as_of": "2026-03", "source": "me"}
    facts = {"learner_rating": rating, "retired": retired, "level": "beginner", "plus": 59}
    one, broken, role = listed(builders.program("a", hours=(20, 30), fee=100, **facts)).entries
    assert (one.facts.provider, one.facts.level, one.facts.retired) == (
        "Somebody", "beginner", "2026-03",
    )  # fmt: skip
    assert (str(one.facts.price_usd), one.facts.price_per, str(one.facts.fees_usd)) == (
        "$59", "month", "$100",
    )  # fmt: skip
    assert (one.facts.hours.display, one.facts.learner_rating) == ("20-30", "4.6 / 5")
    assert one.facts.rating is None  # it takes a rubric
    assert (broken.facts, role.facts) == (None, None)


def test_unknown_facts_are_none():
    facts = listed(builders.program("a")).entries[0].facts
    assert (facts.level, facts.price_usd, facts.price_per, facts.fees_usd) == (None,) * 4
    assert (facts.hours, facts.learner_rating, facts.retired) == (None, None, None)


@pytest.mark.parametrize(
    ("facts", "price", "fees"),
    [
        ({"fee": 200}, ("200", "attempt"), None),
        ({"whole": 500}, ("500", "program"), None),
        ({"whole": 500, "fee": 200}, ("500", "program"), "200"),
        ({"month": 9, "whole": 500}, ("9", "month"), None),
    ],
)
def test_the_price_is_the_first_that_counts(facts, price, fees):
    found = listed(builders.program("a", **facts)).entries[0].facts
    assert (str(found.price_usd.value), found.price_per) == price
    assert (found.fees_usd and str(found.fees_usd.value)) == fees


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("google",), ["google-data", "cloud"]),
        (("GOOGLE DATA",), ["google-data"]),
        (("data", "goo"), ["google-data"]),
        (("google-data",), ["google-data"]),
        (("ata",), []),  # not the beginning of a word
        (("broken",), ["broken"]),
        (("role",), ["r"]),
        ((), ["google-data", "cloud", "broken", "r"]),
    ],
)
def test_each_word_begins_one_of_the_title_the_id_or_the_provider(words, found):
    data = builders.certificate({}, id="google-data", title="Analytics (Data)", provider="Alphabet")
    cloud = builders.certificate({}, id="cloud", title="Cloud", provider="Google Cloud")
    assert ids(listed(data, cloud, words=words)) == found


def test_a_part_of_the_provider():
    some = [builders.certificate({}, id=name, provider=name.title()) for name in ("ibm", "meta")]
    assert ids(listed(*some, provider="IB")) == ["ibm"]


def test_an_unknown_level_or_price_is_left_out_and_told():
    some = (
        builders.program("easy", level="beginner", month=50),
        builders.program("hard", level="advanced"),
        builders.program("dear", level="beginner", month=50, fee=51),
        builders.program("no-level", month=50),
        builders.program("no-price", level="beginner"),
        builders.program("nothing"),
    )
    found = listed(*some, level="beginner", max_price=100)
    assert ids(found) == ["easy"]
    assert left_out(found) == {
        "no-level": ("level",), "no-price": ("price",), "nothing": ("level", "price"),
    }  # fmt: skip
    assert ids(listed(*some, max_price=101)) == ["easy", "dear", "no-level"]
    text = found.to_markdown()
    assert (
        "3 more certificates were left out because something is unknown: "
        "its level (2), its price (2)." in text
    )


def test_skills_that_are_not_listed_are_unknown_unless_the_list_is_complete():
    some = (
        builders.program("teaches", ["p", "q", "r"]),
        builders.program("half", ["p", "r"]),
        builders.program("all-listed", ["p"], complete=True),
        builders.program("exam", ["whole", "s"], exam=EXAM),
    )
    found = listed(*some, skills=("whole", "either"))
    assert ids(found) == ["teaches", "exam"]
    assert found.left_out == (LeftOut("half", ("skills",)),)
    assert "1 more certificate was left out" in found.to_markdown()


def test_a_core_skill_of_a_role():
    role = builders.role(["whole", "either"], ["b"])
    some = (
        builders.program("core", ["r"], complete=True),
        builders.program("useful", ["b"], complete=True),
        builders.program("neither", ["c"]),
    )
    found = listed(*some, role=role)
    assert (ids(found), left_out(found)) == (["core"], {"neither": ("role",)})


def test_a_list_in_words():
    text = listed(
        builders.program("a", month=59, fee=9), builders.program("b", whole=5)
    ).to_markdown()
    assert "| a | A | Somebody | \\$59/month + \\$9 | a.yaml |" in text
    assert "| b | B | Somebody | \\$5 | b.yaml |" in text
    assert "| broken | (has problems) |  |  | b.yaml |" in text
    assert "| Kind | Id | Title | File |" in text
    assert "| role | r | Role | r.yaml |" in text
    assert "Kind" not in listed(builders.program("a"), words=("a",)).to_markdown()
    assert listed(words=("zither",)).to_markdown() == "Nothing found.\n"
