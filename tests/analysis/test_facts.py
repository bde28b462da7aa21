"""Facts about a program, as values and in words."""

import pytest

from certeval.analysis.facts import facts_of
from certeval.render.layout.facts import fact_name, fact_text
from certeval.results.facts import Retirement
from tests import builders
from tests.analysis.ask import about, guild_context

SOURCE = {"source": "me"}


def words(context):
    return [(fact_name(one), fact_text(one)) for one in facts_of(context)]


def of_the_program(context):
    """The facts in words, without counts of postings."""
    return [pair for pair in words(context) if not pair[0].startswith("Postings")]


def words_of(**facts):
    """The text of the one fact of a program."""
    ((_, text),) = words(about(builders.context(builders.program("one", **facts))))
    return text


def test_the_facts_of_a_program_in_reading_order():
    assert of_the_program(guild_context()) == [
        ("Level", "intermediate"),
        ("Difficulty", "3 / 5"),
        ("Learner rating", "4.4 / 5, by 1,204 reviewers"),
        ("Enrolled", "over 9,000"),
        ("Courses", "4"),
        ("Credential", "Stamped card, listed in the guild's register"),
        ("Academic credit", "none"),
        ("Free access", "The first evening is free"),
        ("Free access", "The textbook is in every library"),
        ("Key advantage", "It ends with a seam that an inspector breaks."),
    ]


def test_a_fact_has_its_source():
    facts = {one.fact: one.citation for one in facts_of(guild_context())}
    assert (facts["level"].publisher, facts["level"].old) == ("Harbor School", False)
    rating = facts["learner_rating"]
    assert (rating.publisher, rating.old) == ("Smith & Daughters", True)


def test_an_exam_and_a_retirement():
    assert of_the_program(guild_context("inspector")) == [
        ("Exam", "90 minutes, 40-50 questions, valid for 3 years")
    ]
    assert of_the_program(guild_context("forging")) == [
        ("Retired", "since 2026-03-31, replaced by Inspector's Card, Certificate of Welding")
    ]
    retired = next(facts_of(guild_context("forging")))
    assert retired.value == Retirement("2026-03-31", ("Inspector's Card", "Certificate of Welding"))
    assert of_the_program(guild_context("brazing")) == []


@pytest.mark.parametrize(
    ("exam", "text"),
    [
        ({}, "proctored"),
        ({"minutes": "90"}, "90 minutes"),
        ({"questions_low": "40"}, "40 questions"),
        ({"questions_high": "60"}, "60 questions"),
        ({"valid_for_years": "2.5"}, "valid for 2.5 years"),
    ],
)
def test_an_exam_in_words(exam, text):
    assert words_of(exam=exam | SOURCE) == text


def test_other_facts_in_words():
    assert words_of(retired={"as_of": "2026-03", **SOURCE}) == "since 2026-03"
    assert words_of(difficulty={"value": "2.5", "out_of": "5", **SOURCE}) == "2.5 / 5"
    assert words_of(enrolled={"value": "1200", **SOURCE}) == "1,200"
    assert words_of(projects={"value": "3", **SOURCE}) == "3"
    assert words_of(capstone={"value": "yes", **SOURCE}) == "yes"
    assert words_of(capstone={"value": "no", **SOURCE}) == "no"


@pytest.mark.parametrize(
    ("validity", "text"),
    [
        ({}, "unknown"),
        ({"years": "1"}, "1 year"),
        ({"years": "3"}, "3 years"),
        ({"expires": "no"}, "does not expire"),
        ({"expires": "yes"}, "expires"),
        ({"renewal": "Sit it again"}, "Sit it again"),
        ({"years": "2", "renewal": "Sit it again"}, "2 years: Sit it again"),
        (
            {"years": "3", "renewal_usd": "150", "renewal_per": "cycle"},
            "3 years, renewal costs $150",
        ),
        (
            {"years": "3", "renewal_usd": "45.5", "renewal_per": "year"},
            "3 years, renewal costs $45.50 a year",
        ),
        ({"renewal_usd": "0", "renewal_per": "year"}, "renewal is free"),
        ({"renewal_usd": "0"}, "renewal is free"),
    ],
)
def test_validity_in_words(validity, text):
    assert words_of(validity=validity | SOURCE) == text


def test_conditions_of_entry_are_required_or_recommended():
    conditions = [
        {"text": "A diploma", "required": "yes", **SOURCE},
        {"text": "A year of practice", "required": "no", **SOURCE},
    ]
    program = builders.program("one", entry=conditions)
    assert words(about(builders.context(program))) == [
        ("Required first", "A diploma"),
        ("Recommended first", "A year of practice"),
    ]


def test_the_postings_that_name_it_for_the_role_and_for_no_role():
    counts = [
        {"count": "1200", "of": "54773", **SOURCE},
        {"role": "role", "count": "0", "of": "100", "region": "Canada", **SOURCE},
        {"role": "other", "count": "1", "of": "100", **SOURCE},
        {"count": "7", "of": "100", "group": "Any exam", "region": "Peru", **SOURCE},
        {"count": "0", "of": "100", "group": "Any exam", "region": "Chile", **SOURCE},
    ]
    provider = [{"count": "3", "of": "4", **SOURCE}]
    judged = builders.certificate({}, mentions=counts, mentions_of_provider=provider)
    context = builders.context(judged, role=builders.role(["a"]))
    assert words(about(context)) == [
        ("Postings that name it", "1,200 of 54,773"),
        ("Postings that name it", "none of 100 for Role, Canada"),
        ("Postings that name it", "at most 7 of 100 (Any exam), Peru"),
        ("Postings that name it", "none of 100, Chile"),
        ("Postings that name the provider", "3 of 4"),
    ]
    assert len(words(about(builders.context(judged)))) == 4
