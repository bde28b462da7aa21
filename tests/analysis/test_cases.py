"""Published tables come out to their last digit."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from certeval import Library, load_cases, score
from tests import make

CASES = Path(__file__).parent.parent / "cases"
SUMS = yaml.load((CASES / "weighted_sum.yaml").read_text(), yaml.BaseLoader)  # noqa: S506 - ours
REVIEW = yaml.load((CASES / "review.yaml").read_text(), yaml.BaseLoader)  # noqa: S506 - ours


@pytest.mark.parametrize(("case", "name"), [(case, name) for case in SUMS for name in case["rows"]])
def test_published_weighted_sum(case, name):
    row = case["rows"][name]
    weights = [make.percent(weight) for weight in case["weights"]]
    card = make.card(weights, row["scores"], *case["scale"])
    assert card.total == Fraction(Decimal(row["total"]))


@pytest.mark.parametrize("table", REVIEW, ids=[table["audience"] for table in REVIEW])
def test_the_review_to_the_cent(table):
    (case,) = load_cases(Library(), "ibm-ml", [table["audience"]])
    card = score(case)
    shown = [
        [line.title, line.raw_display, line.weight_display, line.contribution_display]
        for line in card.lines
    ]
    assert shown == table["lines"]
    assert card.total == Fraction(Decimal(table["total"]))
    assert card.rating_display == table["rating"]
    assert card.rating == Decimal(table["rating"])


def test_the_rating_is_not_rounded_from_the_rounded_column():
    (case,) = load_cases(Library(), "ibm-ml", ["data-professional"])
    card = score(case)
    assert card.column_sum_display == "7.28"
    assert not card.adds_up
    assert card.total_display == "7.275"


def test_where_every_score_of_a_career_changer_comes_from():
    (case,) = load_cases(Library(), "ibm-ml", ["career-changer"])
    lines = {line.criterion: line for line in score(case).lines}
    hiring = lines["hiring-impact"]
    assert (hiring.raw, hiring.base_raw, hiring.origin) == (
        Fraction(13, 2),
        7,
        "audience-adjustment",
    )
    assert lines["value-for-money"].origin == "certificate"
    assert [line.criterion for line in lines.values() if line.changed] == [
        "hiring-impact",
        "accessibility",
    ]
