"""Each distinct posting counts once, in any order, and no count exceeds their number."""

from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.postings.names import Names
from certeval.analysis.postings.tally import MOST_EXAMPLES, LookedFor, tally
from certeval.model.posting import Posting
from certeval.model.skills import Skills, vocabulary

SKILLS = vocabulary(
    [
        Skills.model_validate(
            {
                "kind": "skills",
                "id": "skills",
                "title": "Skills",
                "skills": [
                    {"id": "python", "title": "Python"},
                    {"id": "aws", "title": "AWS"},
                    {"id": "azure", "title": "Azure"},
                    {"id": "cloud", "title": "cloud", "parts": ["aws", "azure"],
                     "parts_needed": "any"},
                    {"id": "both", "title": "multicloud", "parts": ["aws", "azure"],
                     "parts_needed": "all"},
                ],
            }
        )
    ]
)  # fmt: skip


def wanted(shown=None):
    certificates, skills = Names(), Names()
    certificates.add("pl-300", "Power BI Data Analyst Associate", ["PL-300"], ())
    for skill in SKILLS.skills.values():
        skills.add(skill.id, skill.title, skill.aliases, skill.names)
    return LookedFor(certificates, skills, SKILLS, shown)


def count(*texts, shown=None):
    postings = [Posting("a.csv", at, text) for at, text in enumerate(texts, 2)]
    return tally(postings, wanted(shown))


WORDS = st.sampled_from(["Python", "AWS", "azure", "PL-300", "cloud", "multicloud", "we", ", "])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=12)


def test_a_posting_counts_once_for_each_name():
    found = count("Python, python and PL-300", "AWS")
    assert (found.read, found.distinct) == (2, 2)
    assert found.certificates == {"pl-300": 1}
    assert found.skills == {"python": 1, "aws": 1, "cloud": 1}


def test_a_skill_with_parts_is_named_by_enough_of_them():
    assert count("AWS, Azure").skills == {"aws": 1, "azure": 1, "cloud": 1, "both": 1}
    assert count("multicloud").skills == {"both": 1}


def test_the_same_words_are_the_same_posting():
    found = count("We need Python!", "WE NEED\n  python", "we need: Python", "We need no Python")
    assert (found.read, found.distinct) == (4, 2)


def test_examples_are_the_words_around_a_name():
    text = " ".join(f"w{at}" for at in range(12)) + " Python, \n" + "x " * 12
    (example,) = count(text, shown="python").examples
    assert (example.file, example.line) == ("a.csv", 2)
    assert example.before == "w4 w5 w6 w7 w8 w9 w10 w11 "
    assert (example.name, example.after) == ("Python", ", x x x x x x x x")
    (example,) = count("a PL-300", "b", shown="pl-300").examples
    assert (example.before, example.name, example.after) == ("a ", "PL-300", "")


def test_there_are_only_so_many_examples():
    texts = [f"Python {at}" for at in range(MOST_EXAMPLES + 5)]
    found = count(*texts, shown="python")
    assert len(found.examples) == MOST_EXAMPLES
    assert found.skills["python"] == MOST_EXAMPLES + 5


@given(TEXTS, st.randoms())
def test_the_order_of_postings_changes_nothing(texts, chance):
    shuffled = [*texts]
    chance.shuffle(shuffled)
    assert count(*shuffled) == count(*texts)


@given(TEXTS)
def test_repeating_every_posting_changes_no_count(texts):
    once, twice = count(*texts), count(*texts, *texts)
    assert twice._replace(read=once.read) == once


@given(TEXTS)
def test_no_count_is_more_than_the_postings(texts):
    found = count(*texts)
    assert found.distinct <= found.read == len(texts)
    assert all(
        0 < named <= found.distinct
        for counts in (found.certificates, found.skills)
        for named in counts.values()
    )
