"""Every error survives pickling and copying with all its attributes."""

import copy
import pickle
from fractions import Fraction
from pathlib import Path

import pytest

from certeval import errors
from certeval.diagnostics import Diagnostic

PROBLEM = Diagnostic("a.yaml", "bad", "value", "mend it", 2, 3, 4, "a: b")
UNSCORED = errors.UnscoredError("welding", "craft", ["depth"], 2)
ERRORS = [
    errors.CertevalError("bad", "mend it", parameter="weights", item="depth"),
    errors.UsageError("bad", parameter="top"),
    errors.DefinitionError([PROBLEM]),
    errors.NoRowError([PROBLEM], 3),
    errors.RowError.about("depth", {"message": "bad", "hint": "mend it"}),
    errors.UnknownIdError(
        "role", "welder", ["wilder"], listed_by="certeval list", parameter="role"
    ),
    errors.AmbiguousIdError("welding", ["role", "certificate"]),
    errors.UnknownCriterionError("scores", "deepth", ["depth", "price"]),
    errors.ScoreError("bad", "mend it"),
    errors.MeasurementError("bad", "mend it"),
    errors.EvidenceError("welding", "craft"),
    errors.RetiredError("welding", None),
    errors.WeightsError(Fraction(110)),
    UNSCORED,
    errors.UnscoredAlternativesError([UNSCORED]),
    errors.OutputError("bad"),
    errors.LibraryError(Path("lib"), "folders", "does not exist"),
]
COPIES = {
    "pickle": lambda error: pickle.loads(pickle.dumps(error)),  # noqa: S301 - our own bytes
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}


def attributes(error):
    """The attributes of *error*; those of errors in them, too, which compare by identity."""
    return {
        name: [attributes(one) for one in value] if name == "unscored" else value
        for name, value in vars(error).items()
    }


def test_every_class_has_a_case():
    classes = {one for one in vars(errors).values() if isinstance(one, type)}
    assert {type(error) for error in ERRORS} == {
        one for one in classes if issubclass(one, errors.CertevalError)
    }


@pytest.mark.parametrize("way", COPIES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_copy_has_the_same_attributes(error, way):
    other = COPIES[way](error)
    assert type(other) is type(error)
    assert (str(other), other.args) == (str(error), error.args)
    assert attributes(other) == attributes(error)
