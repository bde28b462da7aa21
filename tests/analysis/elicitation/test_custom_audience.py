"""The audience that keeps elicited weights."""

from decimal import Decimal
from fractions import Fraction

import pytest

from certeval.analysis.elicitation.custom_audience import Identity, custom_audience
from certeval.analysis.elicitation.elicit import Preference, elicit
from certeval.errors import UsageError
from tests import builders

TERMS = builders.rubric({"a": 50, "b": 30, "c": 20})
ORDER = elicit(TERMS, Preference("roc", [["b"], ["a", "c"]]))
POINTS = {"a": Decimal("62.5"), "b": Decimal(100), "c": Decimal(0)}
SWING = elicit(TERMS, Preference("swing", [["a"], ["b"], ["c"]], POINTS))
ME = Identity("me")


def own(base=None, elicited=ORDER, **identity):
    return custom_audience(elicited, base, ME._replace(**identity), builders.TODAY)


def sources(audience):
    return [source.id for source in audience.sources]


def test_the_reason_of_each_weight():
    audience = own(builders.audience())
    assert [(one.criterion, one.weight, one.reason) for one in audience.weights] == [
        ("b", 22, "place 1 of 3 by rank-order centroid"),
        ("a", 7, "place 2 of 3, shared by 2, by rank-order centroid"),
        ("c", 7, "place 2 of 3, shared by 2, by rank-order centroid"),
    ]
    assert {one.source for one in audience.weights} == {"own-order"}
    assert audience.rubric == "rubric"


def test_the_reasons_of_swing_weights():
    audience = own(builders.audience(), SWING)
    assert [(one.criterion, one.reason) for one in audience.weights] == [
        ("b", "100 of 162.5 points by swing weighting"),
        ("a", "62.5 of 162.5 points by swing weighting"),
        ("c", "0 of 162.5 points by swing weighting"),
    ]
    assert audience.sources[-1].title == "Points for the criteria"


def test_the_source_is_the_reader():
    source = own(builders.audience()).sources[-1]
    assert (source.id, source.publisher, str(source.date)) == (
        "own-order", "The reader", "2026-11-22",
    )  # fmt: skip
    assert source.title == "Order of importance of the criteria"
    assert str(source.note).startswith("Made into weights by rank-order centroid: F. H. Barron")
    assert str(source.note).endswith("1996.")


def test_everything_else_is_copied():
    base = builders.audience(
        summary="Reads.",
        hours_per_week="7.5",
        target_role="role",
        background={"skills": [{"skill": "python", "level": "fluent"}]},
        goals=["breadth"],
        deadline_days="90",
        adjustments=[builders.adjustment("a", -1)],
    )
    audience = own(base)
    changed = {"id", "title", "sources", "weights"}
    for field in set(type(base).model_fields) - changed:
        assert getattr(audience, field) == getattr(base, field)
    assert (audience.id, audience.title) == ("me", "Reader, own weights")
    assert sources(audience) == ["me", "own-order"]


def test_the_title():
    base = builders.audience(title="Reader, own weights")
    assert own(base).title == "Reader, own weights"
    assert own(base, title="Me").title == "Me"
    assert own(hours_per_week=Fraction(5)).title == "Reader with own weights"


@pytest.mark.parametrize("hours", ["5", "7.25", "168"])
def test_hours_that_are_given(hours):
    for base in (None, builders.audience()):
        audience = own(base, hours_per_week=Fraction(hours))
        assert str(audience.hours_per_week) == hours


def test_without_an_audience_only_the_hours_are_known():
    audience = own(hours_per_week=Fraction(5))
    assert sources(audience) == ["own-order"]
    assert (audience.rubric, audience.summary, audience.target_role) == ("rubric", None, None)


def test_without_an_audience_the_hours_are_required():
    with pytest.raises(UsageError) as caught:
        own()
    assert caught.value.message == "the hours per week are not known: no audience gives them"
    assert caught.value.hint == (
        "give `hours_per_week`, or with `audience` an audience to take them from"
    )


def test_former_weights_go_with_their_source():
    first = own(builders.audience(adjustments=[builders.adjustment("a", -1)]))
    again = own(first, SWING)
    assert sources(again) == ["me", "own-order"]
    assert again.sources[-1].title == "Points for the criteria"
    assert [one.criterion for one in again.weights] == ["b", "a", "c"]


def test_a_source_that_is_still_cited_keeps_its_name():
    taken = [
        {"id": name, "title": "Mine", "publisher": "Me", "date": "2020"}
        for name in ("own-order", "own-order-2", "unused")
    ]
    adjustments = [
        {**builders.adjustment(name, 1), "source": source}
        for name, source in (("a", "own-order"), ("b", "own-order-2"))
    ]
    audience = own(builders.audience(sources=taken, adjustments=adjustments))
    assert sources(audience) == ["own-order", "own-order-2", "unused", "own-order-3"]
    assert {one.source for one in audience.weights} == {"own-order-3"}
    assert [one.source for one in audience.adjustments] == ["own-order", "own-order-2"]
