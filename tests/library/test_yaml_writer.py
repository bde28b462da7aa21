"""A definition written as YAML reads back as the same definition, whatever its texts are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.library.definitions import KINDS, model_of, read_definition
from certeval.library.folders import built_in
from certeval.library.text import FileText
from certeval.library.yaml_reader import parse
from certeval.library.yaml_writer import to_yaml
from certeval.model.scalars import PartialDate
from tests import builders
from tests.conftest import TESTS
from tests.render.test_injection_everywhere import TEXTS

FILES = [*sorted(built_in().rglob("*.yaml")), TESTS / "cases" / "market.yaml"]
texts = st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip)
words = st.sampled_from([*TEXTS, "no", "~", "null", "010", "1:30", ".nan", "2026-01-31", "<<", "="])
long = st.lists(words, min_size=5, max_size=30).map(" ".join)
numbers = st.decimals(-1000, 1000, allow_nan=False, places=4)


def read(text, kind):
    parsed = parse(FileText("x.yaml", text))
    assert parsed.problems == []
    return model_of(kind).model_validate(parsed.data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_built_in_definition(path):
    definition = read_definition(path, None).valid
    text = to_yaml(definition)
    assert read(text, definition.kind) == definition
    assert to_yaml(read(text, definition.kind)) == text


def test_every_kind_is_among_them():
    assert {read_definition(path, None).kind for path in FILES} == set(KINDS)


@given(texts | words | long, texts | words | long, texts | words)
def test_any_text(title, summary, reason):
    adjustment = {**builders.adjustment("a", 1), "reason": reason}
    audience = builders.audience(title=title, summary=summary, adjustments=[adjustment])
    text = to_yaml(audience)
    assert read(text, "audience") == audience
    assert all(character.isprintable() or character == "\n" for character in text)


@given(numbers, st.decimals("0.0001", 10**6, places=4))
def test_any_number(change, hours):
    audience = builders.audience(
        adjustments=[builders.adjustment("a", change)], hours_per_week=hours
    )
    again = read(to_yaml(audience), "audience")
    assert again == audience
    assert again.hours_per_week == hours


@pytest.mark.parametrize(
    ("number", "shown"),
    [("7.0", "7"), ("100", "100"), ("0.10", "0.1"), (".5", "0.5"), ("1000000", "1000000"),
     ("123456789012345", "123456789012345"), ("0.00000000000001", "0.00000000000001")],
)  # fmt: skip
def test_a_number_is_exact_and_has_no_needless_zeros(number, shown):
    audience = builders.audience(hours_per_week=Decimal(number))
    assert f"\nhours_per_week: {shown}\n" in to_yaml(audience)


@pytest.mark.parametrize(("number", "shown"), [("-0.5", "-0.5"), ("-0", "0"), ("-1.0", "-1")])
def test_a_number_below_zero(number, shown):
    audience = builders.audience(adjustments=[builders.adjustment("a", number)])
    assert f"\n    change: {shown}\n" in to_yaml(audience)


@pytest.mark.parametrize("date", [(2026,), (2026, 1), (2026, 1, 31)])
def test_a_date_is_as_exact_as_it_was(date):
    source = {"id": "me", "title": "T", "publisher": "P", "date": PartialDate(*date)}
    audience = builders.audience(sources=[source])
    assert f"\n    date: {PartialDate(*date)}\n" in to_yaml(audience)
    assert read(to_yaml(audience), "audience") == audience


def test_how_it_reads():
    skills = [{"skill": "python", "level": "basic"}]
    audience = builders.audience(background={"skills": skills}, summary="It is: so")
    assert to_yaml(audience) == (
        "kind: audience\n"
        "id: reader\n"
        "title: Reader\n"
        "summary: 'It is: so'\n"
        "sources:\n"
        "  - id: me\n"
        "    title: Notes\n"
        "    publisher: Me\n"
        "    date: 2026\n"
        "hours_per_week: 7\n"
        "background:\n"
        "  skills:\n"
        "    - skill: python\n"
        "      level: basic\n"
        "rubric: rubric\n"
    )
