"""The library that is shipped: it is sound, and the published review comes out of it.

Nothing else that is golden is made from it, so that a corrected price breaks no other file.
"""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

import certeval as api
from certeval import Library
from certeval.library.folders import FOLDERS
from certeval.model.base import sourced_facts
from certeval.model.postings import Demand, Mention, region_of
from certeval.model.references import references

ROOT = Path(__file__).parent.parent
TABLES = (ROOT / "tests/cases/review.yaml").read_text(encoding="utf-8")
REVIEW = yaml.load(TABLES, yaml.BaseLoader)  # noqa: S506 - ours
DEFINITIONS = [
    (kind, path.stem)
    for kind, folder in FOLDERS.items()
    for path in sorted((ROOT / "rubrics" / folder).glob("*.yaml"))
]


@pytest.mark.parametrize(("kind", "name"), DEFINITIONS, ids=[name for _, name in DEFINITIONS])
def test_it_loads(kind, name):
    reading = Library().read(kind, name)
    assert not reading.problems
    assert reading.valid.id == name


def test_every_name_in_it_is_known(certeval):
    ran = certeval("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("files checked, no problems\n")


@pytest.fixture(scope="module")
def shipped():
    """Every shipped definition."""
    library = Library()
    found = [library.load(kind, name).definition for kind, name in DEFINITIONS]
    skills = library.load("skills", str(ROOT / "rubrics/skills.yaml")).definition
    return [*found, skills]


def of_kind(shipped, kind):
    return [one for one in shipped if one.kind == kind]


def test_every_reference_resolves(shipped):
    known = {(one.kind, one.id) for one in shipped}
    for skill in of_kind(shipped, "skills")[0].skills:
        known |= {("skill", name) for name in (skill.id, *skill.aliases)}
    known |= {("area", area.id) for area in of_kind(shipped, "skills")[0].areas}
    for one in shipped:
        for kind, name, at in references(type(one), one):
            if kind not in {"source", "course", "criterion"}:
                assert (kind, name) in known, (one.id, at)


def test_every_fact_has_a_source_and_a_date(shipped):
    for one in shipped:
        for at, fact in sourced_facts(one):
            assert one.source_of(fact).publisher, (one.id, at)
            assert one.date_of(fact).year >= 2017, (one.id, at)


def test_every_source_is_used(shipped):
    for one in of_kind(shipped, "certificate"):
        used = {fact.source for _, fact in sourced_facts(one)}
        unused = {source.id for source in one.sources if source.id not in used}
        # These are kept for what their notes say: a newer rating, an older price, an end.
        noted = {source.id for source in one.sources if source.note}
        assert unused <= noted, (one.id, unused)


def test_a_source_that_can_be_opened_says_where(shipped):
    without = {
        source.publisher
        for one in shipped
        for source in one.sources
        if source.url is None and source.publisher != "certeval"
    }
    assert without == {
        "The Interview Guys",  # the address of the review is not in our material
        "Glassdoor, as quoted by The Interview Guys",
        "research.com, as quoted by The Interview Guys",
        "Public exam notes",
        "Foote Partners",  # a report that is sold
    }


def test_counts_are_of_postings_that_are_there(shipped):
    counts = [
        (one, at, fact)
        for one in shipped
        for at, fact in sourced_facts(one)
        if isinstance(fact, Mention | Demand)
    ]
    assert len(counts) > 300
    for one, at, fact in counts:
        found = fact.count if isinstance(fact, Mention) else fact.postings
        assert 0 <= found <= fact.of, (one.id, at)
        assert region_of(one, fact), (one.id, at)


def test_the_counts_by_role_add_up_to_no_more_than_all(shipped):
    for one in of_kind(shipped, "certificate"):
        here = [item for item in one.mentions if item.source == "postings"]
        by_role = [item for item in here if item.role]
        (whole,) = [item for item in here if not item.role] or [None]
        if whole and by_role:
            assert sum(item.count for item in by_role) == whole.count, one.id
            assert sum(item.of for item in by_role) == whole.of, one.id


def test_a_role_lists_the_skills_that_its_postings_ask_for(shipped):
    parts = {skill.id: skill.parts for skill in of_kind(shipped, "skills")[0].skills}
    for role in of_kind(shipped, "role"):
        listed = [*role.skills.core, *role.skills.useful]
        within = {part for skill in listed for part in parts[skill]}
        counted = {count.skill: Fraction(count.postings, count.of) for count in role.demand}
        assert set(listed) <= set(counted)
        for skill, share in counted.items():
            core = 100 * share >= role.skills.core_from_percent
            useful = 100 * share >= role.skills.useful_from_percent and not core
            if skill not in within:
                assert (skill in role.skills.core, skill in role.skills.useful) == (core, useful)


def test_wages_of_another_occupation_say_so(shipped):
    for role in of_kind(shipped, "role"):
        for wage in role.wages:
            if wage.source == "bls":
                own = role.id == "data-scientist"
                assert (wage.stands_in is None) == own, role.id


def test_certificates_are_told_as_fully_as_their_kind_allows(shipped):
    elsewhere = {"ibm-genai-engineering", "csm"}  # not in the listing
    for one in of_kind(shipped, "certificate"):
        program = one.program
        assert one.summary, one.id
        assert one.rubric == "career-certificate", one.id
        if program.exam is None and one.id not in elsewhere:
            assert program.level, one.id
            assert program.prices, one.id
            assert program.hours, one.id
            assert program.courses.value == len(one.courses()), one.id
            assert one.is_complete("curriculum"), one.id
        if program.exam is not None:
            assert not one.courses(), one.id
        if program.retired is None and one.id != "cfa-level-1":
            assert one.teaches, one.id


def test_every_skill_belongs_to_an_area(shipped):
    assert all(skill.area for skill in of_kind(shipped, "skills")[0].skills)


def test_no_skill_is_named_twice_in_what_a_certificate_teaches(shipped):
    names = {}
    for skill in of_kind(shipped, "skills")[0].skills:
        names |= dict.fromkeys((skill.id, *skill.aliases), skill.id)
    for one in of_kind(shipped, "certificate"):
        for teaching in one.teaches:
            meant = [names[name] for name in teaching.skills]
            assert len(meant) == len(set(meant)), one.id


def test_the_notice_credits_what_asks_for_it():
    notice = (ROOT / "rubrics/NOTICE.md").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for text in (notice, readme):
        joined = " ".join(text.split())
        assert "RoleMath Top-50 Certification Data, version 0.2.0, Alex Shick / RoleMath" in joined
        assert "O*NET 29.2" in joined


@pytest.mark.usefixtures("at_root")
def test_a_definition_is_shown_unchanged(certeval):
    ran = certeval("show", "career-changer", "--format", "yaml")
    assert ran.out == Path("rubrics/audiences/career-changer.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", REVIEW, ids=[table["audience"] for table in REVIEW])
class TestThePublishedReview:
    """The Interview Guys, "IBM Machine Learning Professional Certificate Review", 2026."""

    def test_to_the_cent(self, table):
        card = api.score("ibm-ml", audience=table["audience"])
        shown = [
            [line.title, line.raw.display, line.weight_percent.display, line.contribution.display]
            for line in card.lines
        ]
        assert shown == table["lines"]
        assert card.total.value == Fraction(Decimal(table["total"]))
        assert card.rating.display == table["rating"]
        assert card.rating.value == Fraction(Decimal(table["rating"]))

    def test_in_json(self, table, certeval):
        out = certeval("score", "ibm-ml", "-a", table["audience"], "-f", "json").out
        card = json.loads(out, parse_float=str)
        assert (card["total"], card["rating"]) == (table["total"], table["rating"])
        assert [line["contribution_display"] for line in card["lines"]] == [
            line[3] for line in table["lines"]
        ]


def test_the_costs_of_the_review_to_the_cent():
    """The review's paces for 120-150 hours, and its payback on a raise of $10,000 a year."""
    report = api.cost("ibm-ml", audience="data-professional", raise_per_year=10_000)
    assert [
        (pace.of, str(pace.hours_per_week), pace.months_billed.display, pace.cost_usd.display)
        for pace in report.paces
    ] == [
        ("advertised", "10", "3", "$177"),
        ("realistic", "", "4-5", "$236-$295"),
        ("reader", "7", "4-5", "$236-$295"),
    ]
    assert (report.hours.display, report.weeks.display) == ("120-150", "17.1-21.4")
    assert (report.total_usd.low, report.total_usd.high) == (236, 295)
    assert report.payback_weeks.display == "1.2-1.5"
    assert report.payback_weeks.high == Fraction(295, 10_000) * Fraction("365.25") / 7


def test_ten_hours_a_week_for_120_hours_are_the_three_months_of_the_advertisement():
    report = api.cost("ibm-ml", hours_per_week=10, hours=(120, 120))
    assert (report.weeks.display, report.months_billed.display) == ("12", "3")
    assert report.total_usd.display == "$177"


def test_the_rating_is_not_rounded_from_the_rounded_column():
    card = api.score("ibm-ml", audience="data-professional")
    assert card.column_sum.display == "7.28"
    assert not card.adds_up
    assert card.total.display == "7.275"


def test_where_every_score_of_a_career_changer_comes_from():
    card = api.score("ibm-ml", audience="career-changer")
    lines = {line.criterion: line for line in card.lines}
    hiring = lines["hiring-impact"]
    assert (hiring.raw.value, hiring.base_raw.value, hiring.origin) == (
        Fraction(13, 2),
        7,
        "audience_adjustment",
    )
    assert lines["value-for-money"].origin == "certificate"
    assert [line.criterion for line in lines.values() if line.changed] == [
        "hiring-impact",
        "accessibility",
    ]


def test_no_exam_closes_a_gap_and_courses_come_before_it():
    plan = api.stack("google-pmle", hours_per_week=7)
    *courses, last = plan.steps
    assert last.is_own
    certificates = Library().certificates
    assert courses
    assert not any(certificates[step.certificate.id].only_attests for step in courses)


def test_a_price_per_attempt_is_that_of_an_exam():
    for one in Library().certificates.values():
        by_attempt = any(price.per == "attempt" for price in one.program.prices)
        assert not by_attempt or one.only_attests, one.id


def test_what_people_look_for_is_found():
    found = {entry.id for entry in api.listing(words="google data").entries}
    assert {"google-data-analytics", "google-advanced-data-analytics"} <= found
    beginners = api.listing(skills="python", level="beginner", max_price=60)
    assert "ibm-data-science" in {entry.id for entry in beginners.entries}
    assert beginners.left_out
    with pytest.raises(api.CertevalError) as caught:
        api.score("google data")
    assert "google-data-analytics" in caught.value.suggestions
