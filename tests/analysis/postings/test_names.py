"""Which names are found in a text, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.postings.names import NEAR, Names, Text
from certeval.model.naming import Naming
from certeval.model.wording import clean, places_of, spaced, words_of


def names(**owners):
    """``names(r=("R", [aliases], [namings]))``."""
    found = Names()
    for owner, (title, aliases, namings) in owners.items():
        found.add(owner, title, aliases, [Naming(**one) for one in namings])
    return found


def found(some, text):
    return [match.id for match in some.find(Text(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Power-BI, scikit_learn", ["Power", "BI", "scikit", "learn"]),
        ("C++/C#, R&D", ["C", "+", "+", "C", "#", "R", "&", "D"]),
        ("R&amp;D&nbsp;team", ["R", "&", "D", "team"]),
        ("see https://x.org/R_1?a=R now", ["see", "now"]),
        ("caf\u00e9\u2013Z\u00fcrich \u2022Python", ["caf\u00e9", "Z\u00fcrich", "Python"]),
        ("Py\u00adthon\u200b \uff33\uff31\uff2c", ["Python", "SQL"]),
        ("Google's", ["Google", "s"]),
        ("half \ud800 a pair", ["half", "a", "pair"]),
        ("\x1b[31m--- ...", ["31m"]),
    ],
)
def test_the_words_of_a_text(text, words):
    assert words_of(text) == words


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_each_word_has_its_place(text):
    cleaned = clean(text)
    places = [cleaned[start:end] for start, end in places_of(cleaned)]
    assert places == spaced(cleaned).split()
    assert len(Text(text).lower) == len(places)


def test_a_name_is_found_in_whole_words_in_any_case_and_punctuation():
    some = names(pbi=("Power BI", ["powerbi"], []))
    for text in ("power bi", "POWER-BI!", "(Power\nBI)", "PowerBI", "Power/BI"):
        assert found(some, text) == ["pbi"]
    for text in ("Power BIs", "superpower bi", "power", "the power of BI", ""):
        assert found(some, text) == []


def test_the_longest_name_wins():
    some = names(cloud=("Google Cloud", [], []), prep=("Google Cloud Certification", [], []))
    assert found(some, "google cloud certification, google cloud") == ["prep", "cloud"]


def test_an_ambiguous_name_needs_a_word_near_it():
    some = names(ai=("AI-102", [], [{"text": "AI-102", "near": ["Azure", "certified"]}]))
    assert found(some, "AI-102 certified") == ["ai"]
    assert found(some, "Room AI-102") == []
    gap = " x" * (NEAR - 1)
    assert found(some, f"azure{gap} AI 102") == ["ai"]
    assert found(some, f"azure{gap} x AI 102") == []
    assert found(some, f"AI-102{gap} Azure") == ["ai"]
    assert found(some, f"AI-102{gap} x Azure") == []


def test_a_longer_phrase_in_which_it_means_something_else():
    some = names(r=("R", ["r-language"], [{"text": "R", "not_in": ["R&D", "Toys R Us"]}]))
    assert found(some, "R&D, R & D, toys r us") == []
    assert found(some, "R&D and R") == ["r"]
    assert found(some, "r language") == ["r"]


def test_a_phrase_hides_no_name_of_another():
    some = names(
        cloud=("cloud", [], [{"text": "cloud", "not_in": ["Google Cloud"]}]),
        google=("Google Cloud", [], []),
    )
    assert found(some, "Google Cloud") == ["google"]


def test_a_title_without_a_word_is_looked_for_nowhere():
    assert found(names(x=("!?", [], [])), "!? x") == []
