"""What a rubric may say about evidence."""

import pytest
from pydantic import ValidationError

from certeval.model.evidence import Bounds, MeasureRule

RULE = {"measure": "hours", "weight": "1", "source": "me",
        "value_function": {"points": {"0": "0", "9": "9"}}}  # fmt: skip
MENTIONS = {**RULE, "measure": "mentions-per-10000"}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({**RULE, "measure": "hour"}, "unknown measure 'hour'"),
        ({**RULE, "parameters": {"confidence_percent": "95"}}, "no parameter of 'hours'"),
        (MENTIONS, "'mentions-per-10000' needs the parameter confidence_percent"),
    ],
)
def test_a_measure_exists_and_has_its_parameters(fields, message):
    with pytest.raises(ValidationError, match=message):
        MeasureRule.model_validate(fields)


def test_a_valid_rule():
    rule = MeasureRule.model_validate({**MENTIONS, "parameters": {"confidence_percent": "95"}})
    assert list(rule.problems()) == []


def test_bounds_rise():
    assert Bounds.model_validate({"low": "1", "high": "1"}).high == 1
    with pytest.raises(ValidationError, match="high 1 is less than low 2"):
        Bounds.model_validate({"low": "2", "high": "1"})
