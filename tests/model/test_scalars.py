"""Values mean what a person reads in them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from certeval.model.identifiers import Identifier
from certeval.model.scalars import (
    Amount,
    Count,
    Date,
    Flag,
    Number,
    PartialDate,
    Positive,
    Quoted,
    Text,
    Url,
    describe,
    read_number,
)


def read(kind, value):
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        (Text, "no", "no"),  # YAML 1.1 says False
        (Text, "1:30", "1:30"),  # YAML 1.1 says 90
        (Text, "010", "010"),  # YAML 1.1 says 8
        (Text, "2026-01-31", "2026-01-31"),
        (Text, "7.05", "7.05"),
        (Text, " padded ", "padded"),
        (Number, "010", Decimal(10)),
        (Number, "7.05", Decimal("7.05")),
        (Number, "-.5", Decimal("-0.5")),
        (Number, "7.", Decimal(7)),
        (Number, Decimal("1.5"), Decimal("1.5")),
        (Number, 3, Decimal(3)),
        (Count, "010", 10),
        (Count, "2.0", 2),
        (Flag, "no", False),
        (Flag, "Yes", True),
        (Flag, True, True),
        (Date, "2026-01-31", PartialDate(2026, 1, 31)),
        (Date, "2026-01", PartialDate(2026, 1)),
        (Date, "2026", PartialDate(2026)),
        (Date, PartialDate(2026), PartialDate(2026)),
        (Identifier, "010", "010"),
        (Url, " https://example.com ", "https://example.com"),
        (Url, "http://example.com/a?b=c#d", "http://example.com/a?b=c#d"),
    ],
)
def test_meaning(kind, written, meant):
    value = read(kind, written)
    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize(
    ("kind", "written", "message"),
    [
        (Number, "1:30", "expected a number, found '1:30'"),
        (Number, "0x10", "expected a number, found '0x10'"),
        (Number, "1_000", "expected a number, found '1_000'"),
        (Number, "1e3", "expected a number, found '1e3'"),
        (Number, "٣", "expected a number, found '٣'"),
        (Number, True, "expected a number, found 'True'"),
        (Number, None, "expected a number, found nothing"),
        (Number, Decimal("NaN"), "'NaN' is not a finite number"),
        (Number, "-.Inf", "'-.Inf' is not a finite number"),
        (Number, Quoted("7"), "expected a number, found the text '7'"),
        (Amount, "-1", "must not be negative"),
        (Positive, "0", "must be greater than 0"),
        (Count, "1.5", "expected a whole number, found '1.5'"),
        (Flag, "1", "expected yes or no, found '1'"),
        (Date, "2026-13", "'2026-13' is not a valid date"),
        (Date, "0000", "'0000' is not a valid date"),
        (Date, None, "expected a date, found nothing"),
        (Identifier, "../../etc/passwd", "'../../etc/passwd' is not an id"),
        (Identifier, "a" * 81, f"'{'a' * 40}...' is not an id"),
        (Identifier, None, "expected an id, found nothing"),
    ],
)
def test_refusal(kind, written, message):
    with pytest.raises(ValidationError) as caught:
        read(kind, written)
    assert caught.value.errors()[0]["ctx"]["message"] == message


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("60 %", "write 60"),
        ("7,5", "use a decimal point and no thousands separators"),
        ("1,000,000", "write 1000000"),
        ("$1,000.50", "write 1000.50"),
        ("seven", None),
    ],
)
def test_a_number_hint(written, hint):
    with pytest.raises(PydanticCustomError) as caught:
        read_number(written)
    assert caught.value.context["hint"] == hint


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**9))
def test_a_number_is_exactly_what_is_written(value):
    assert read_number(f"{value:f}") == value


@given(st.text())
def test_no_text_is_a_surprise(text):
    try:
        number = read_number(text)
    except PydanticCustomError:
        return
    assert number.is_finite()


@pytest.mark.parametrize("shown", ["2026", "2026-01", "2026-01-31"])
def test_a_partial_date_is_shown_as_written(shown):
    assert str(read(Date, shown)) == shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        ({}, "a mapping"),
        ([], "a list"),
        ("x", "'x'"),
        ("x" * 43, f"'{'x' * 43}'"),
    ],
)
def test_describe(value, text):
    assert describe(value) == text


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("example.com/notes", "write https://example.com/notes"),
        ("ftp://example.com", "a URL starts with https:// or http:// and has no spaces"),
        ("https://", "a URL starts with https:// or http:// and has no spaces"),
        ("https://example.com/my notes", "a URL starts with https:// or http:// and has no spaces"),
        ("https://example.com/\x1b[31m", "a URL starts with https:// or http:// and has no spaces"),
        ("the review", "a URL starts with https:// or http:// and has no spaces"),
    ],
)
def test_a_url_hint(written, hint):
    url = next(item for item in Url.__metadata__)
    with pytest.raises(PydanticCustomError) as caught:
        url.read(written)
    assert caught.value.context["hint"] == hint
