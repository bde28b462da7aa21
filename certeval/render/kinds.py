"""Every kind of result in one table. A new kind needs an entry here, a result and a layout."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

KINDS: Mapping[str, str] = {
    "scorecard": "scorecard.Scorecard",
    "scorecards": "scorecard.Scorecards",
    "review": "review.Review",
    "verdict": "verdict.VerdictBox",
    "cost": "cost.CostReport",
    "fit": "fit.FitReport",
    "curriculum": "curriculum.Curriculum",
    "gaps": "gaps.Gaps",
    "stack": "stack.Plan",
    "postings": "postings.Postings",
    "overlap": "overlap.Overlap",
    "interview": "interview.Interview",
    "worksheet": "interview.Worksheet",
    "evidence": "evidence.EvidenceReport",
    "interval-comparison": "interval_comparison.IntervalComparison",
    "interval-ranking": "interval_ranking.IntervalRanking",
    "comparison": "comparison.Comparison",
    "ranking": "ranking.Ranking",
    "what-if": "what_if.WhatIf",
    "target": "target.Target",
    "sensitivity": "sensitivity.Sensitivity",
    "robustness": "robustness.Robustness",
    "weights": "weights.ElicitedWeights",
    "listing": "listing.Listing",
    "definition": "definition.Shown",
    "check": "check.CheckReport",
    "error": "error.ErrorReport",
}
"""The class of each kind, by its module in ``certeval.results``. The layout of a kind is the module
of its name in ``certeval.render.layout``."""


def result_type(kind: str) -> type[Any]:
    """Return the class of the results of *kind*."""
    module, name = KINDS[kind].split(".")
    found: type[Any] = getattr(import_module(f"certeval.results.{module}"), name)
    return found


_WITHOUT_LAYOUT = frozenset({"check", "error"})  # these have formats of their own


def layout_of(kind: str) -> Any:
    """Return the module that lays out results of *kind*, or None if no layout is needed."""
    if kind in _WITHOUT_LAYOUT:
        return None
    return import_module(f"certeval.render.layout.{kind.replace('-', '_')}")
