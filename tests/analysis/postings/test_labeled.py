"""How many of the names in a labeled sample are found, and how many of those found are there.

The floors are a little below what was seen: see the printed figures (pytest -s).
"""

from fractions import Fraction

import pytest
import yaml

from certeval import Library
from certeval.analysis.postings.names import Text
from certeval.analysis.postings.postings import names_of
from certeval.library.postings.vocabulary import load_known
from tests.conftest import TESTS

SAMPLE = yaml.safe_load((TESTS / "cases" / "labeled_postings.yaml").read_text(encoding="utf-8"))
FLOORS = {"certificates": (Fraction("0.98"), Fraction("0.95")),
          "skills": (Fraction("0.96"), Fraction("0.955"))}  # fmt: skip


@pytest.fixture(scope="module")
def looked_for():
    known = load_known(Library(()), "ml-engineer")
    return dict(zip(FLOORS, names_of(known.certificates, known.vocabulary), strict=True))


def test_the_sample_is_large_enough_and_each_text_is_there_once():
    texts = [entry["text"] for entry in SAMPLE]
    assert len(texts) == len(set(texts)) >= 200


@pytest.mark.parametrize("kind", FLOORS)
def test_precision_and_recall(kind, looked_for):
    right = extra = missed = 0
    for entry in SAMPLE:
        labels = set(entry.get(kind, ()))
        assert labels <= looked_for[kind].ids.keys(), entry["text"]
        found = {match.id for match in looked_for[kind].find(Text(entry["text"]))}
        right += len(found & labels)
        extra += len(found - labels)
        missed += len(labels - found)
    precision, recall = Fraction(right, right + extra), Fraction(right, right + missed)
    print(
        f"{kind}: {right} found, {extra} too many, {missed} missed: "
        f"precision {float(precision):.3f}, recall {float(recall):.3f}"
    )
    assert precision >= FLOORS[kind][0]
    assert recall >= FLOORS[kind][1]
