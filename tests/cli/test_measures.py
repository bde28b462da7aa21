"""Measures: listed and explained."""

from certeval.cli.options import KINDS
from certeval.model.measures import MEASURES


def test_measures_are_listed_with_their_titles(certeval):
    out = certeval("list", "measures", "-f", "csv").out
    for name, one in MEASURES.items():
        assert f",{name},{one.title}," in out


def test_a_measure_is_explained(certeval):
    for name, one in MEASURES.items():
        out = " ".join(certeval("show", name, "-f", "markdown").out.split())
        assert one.formula in out.replace("\\", "")
        assert (one.unit or "none (a word)") in out
    text = certeval("show", "payback-weeks", "-f", "yaml").out
    assert "parameters: raise_percent_of_entry_wage\n" in text
    assert "parameters" not in certeval("show", "hours", "-f", "yaml").out


def test_a_definition_comes_before_a_measure_with_its_id(certeval, library):
    assert set(KINDS).isdisjoint(MEASURES)
    text = "kind: role\nid: level\ntitle: The level\nsources: []\n"
    ran = certeval("show", "level", "--library", library(roles={"level": text}))
    assert "level.yaml" in ran.out + ran.err
