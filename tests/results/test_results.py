"""Results are plain frozen dataclasses: Python's own tools work on them."""

import copy
import inspect
import json
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass, replace
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Literal

import pytest

import certeval.results
from certeval import compare, fit, score
from certeval.render import csv
from certeval.render import json as as_json
from certeval.results.base import Result
from certeval.results.figures import Figure

MODULES = sorted(path.stem for path in Path(certeval.results.__path__[0]).glob("[a-z]*.py"))
CLASSES = [
    cls
    for module in (import_module(f"certeval.results.{name}") for name in MODULES)
    for cls in vars(module).values()
    if isinstance(cls, type) and cls.__module__ == module.__name__
]


@pytest.fixture(scope="module")
def card():
    return score("ibm-ml", audience="career-changer")


def test_a_result_survives_pickling_and_copying(card):
    assert pickle.loads(pickle.dumps(card)) == card  # noqa: S301 - our own
    assert copy.deepcopy(card) == card
    assert replace(card, warnings=("changed",)).warnings == ("changed",)


def test_a_result_is_shown_in_one_line(card):
    assert repr(card).startswith(
        "<scorecard: certificate ibm-ml, audience career-changer, rubric career-certificate, "
    )
    assert repr(card).endswith("total 7.05, rating 7.1, column_sum 7.06>")
    assert repr(fit("ibm-ml", skills={"python": "none"})) == (
        "<fit: certificate ibm-ml, outcome skip, rules (8)>"
    )
    assert repr(compare(["ibm-ml"], all_audiences=True)) == (
        "<comparison: rubric career-certificate, certificate ibm-ml, "
        "alternatives data-professional career-changer>"
    )


def test_a_result_cannot_be_changed(card):
    with pytest.raises(FrozenInstanceError):
        card.rating = 10


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_every_class_is_a_frozen_dataclass_with_a_real_signature(cls):
    assert is_dataclass(cls)
    assert cls.__dataclass_params__.frozen
    assert list(inspect.signature(cls).parameters) == [
        field.name for field in sorted(fields(cls), key=lambda field: field.kw_only) if field.init
    ]
    assert cls.__doc__


def test_a_result_writes_itself(card, certeval):
    printed = certeval("score", "ibm-ml", "-a", "career-changer", "--format", "json").out
    assert card.to_dict() == json.loads(card.to_json())
    assert card.to_dict()["total"] == json.loads(printed)["total"] == 7.05
    assert "| Accessibility | 5.5 / 10 |" in card.to_markdown()
    assert "Why 5.5" in card.to_markdown(explain=True)


@dataclass(frozen=True)
class Part:
    """A part with figures."""

    name: str
    weight_percent: Figure
    bonus: Figure | None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Made(Result):
    """A made-up result."""

    kind: Literal["check"] = "check"
    certificate: None = None
    parts: tuple[Part, ...]
    total: Figure


MADE = Made(
    parts=(
        Part("first", Figure(Fraction(1, 4), "25%"), None, ("a", "b")),
        Part("second", Figure(None, "none"), Figure(3, "3 points")),
    ),
    total=Figure(Fraction(3), "3.0"),
)


def test_a_figure_is_two_fields_in_json():
    assert as_json.to_dict(MADE) == {
        "schema_version": 1,
        "kind": "check",
        "certificate": None,
        "parts": [
            {
                "name": "first",
                "weight_percent": 0.25,
                "weight_display": "25%",
                "bonus": None,
                "bonus_display": None,
                "marks": ["a", "b"],
            },
            {
                "name": "second",
                "weight_percent": None,
                "weight_display": "none",
                "bonus": 3,
                "bonus_display": "3 points",
                "marks": [],
            },
        ],
        "total": 3.0,
        "total_display": "3.0",
    }
    assert str(MADE.total) == "3.0"
    assert str(Figure(1, None)) == ""


def test_csv_has_a_record_for_each_entry_of_a_list():
    assert csv.render(MADE).splitlines() == [
        "record,certificate,total,number,name,weight_percent,bonus,marks",
        "check,,3,,,,,",
        "parts,,,1,first,0.25,,a; b",
        "parts,,,2,second,,3,",
    ]
