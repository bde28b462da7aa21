"""Published tables come out to their last digit."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from tests import builders

CASES = Path(__file__).parent.parent / "cases"
SUMS = yaml.load((CASES / "weighted_sum.yaml").read_text(), yaml.BaseLoader)  # noqa: S506 - ours


@pytest.mark.parametrize(("case", "name"), [(case, name) for case in SUMS for name in case["rows"]])
def test_published_weighted_sum(case, name):
    row = case["rows"][name]
    weights = [builders.percent(weight) for weight in case["weights"]]
    card = builders.card(weights, row["scores"], *case["scale"])
    assert card.total.value == Fraction(Decimal(row["total"]))
