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
