"""JSON Schemas of the definitions that people write and of the JSON that certeval prints.

Editors' YAML servers read draft 7 best, so that is the draft.
"""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from certeval.analysis.comparison import Comparison
from certeval.analysis.cost.costing import Costing
from certeval.analysis.curriculum import Curriculum
from certeval.analysis.fit.fitting import Fitting
from certeval.analysis.gaps import Gaps
from certeval.analysis.interview import Interview, Worksheet
from certeval.analysis.overlap import Overlap
from certeval.analysis.rank.ranking import Ranking
from certeval.analysis.review import Review
from certeval.analysis.robustness.acceptability import Robustness
from certeval.analysis.scorecard import Scorecard, Scorecards
from certeval.analysis.sensitivity.sensitivity import Sensitivity
from certeval.analysis.stack.plan import Plan
from certeval.analysis.target.aim import Target
from certeval.analysis.verdict import VerdictBox
from certeval.analysis.weighing.weighing import Weighing
from certeval.analysis.what_if.change import WhatIf
from certeval.library.definitions import KINDS, model_of
from certeval.library.diagnostics import Diagnostic
from certeval.library.listing import Listing
from certeval.library.report import CheckReport
from certeval.library.shown import Shown
from certeval.record import record

_DRAFT = "http://json-schema.org/draft-07/schema#"


@record
class _ErrorDetails:
    """What went wrong, and where."""

    kind: str
    message: str
    hint: str | None
    diagnostics: tuple[Diagnostic, ...]


@record
class _Error:
    """What is printed with ``--format json`` where a command could not run (exit 2)."""

    error: _ErrorDetails


_RESULTS: dict[str, Any] = {
    "scorecard": Scorecard,
    "scorecards": Scorecards,
    "review": Review,
    "verdict": VerdictBox,
    "cost": Costing,
    "fit": Fitting,
    "curriculum": Curriculum,
    "gaps": Gaps,
    "stack": Plan,
    "overlap": Overlap,
    "interview": Interview,
    "worksheet": Worksheet,
    "comparison": Comparison,
    "ranking": Ranking,
    "what-if": WhatIf,
    "target": Target,
    "sensitivity": Sensitivity,
    "robustness": Robustness,
    "weights": Weighing,
    "listing": Listing,
    "definition": Shown,
    "check": CheckReport,
    "error": _Error,
}


def schema_text(kind: str) -> str:
    """The JSON Schema of *kind*, a definition or a result, as it is published."""
    mode: JsonSchemaMode = "validation" if kind in KINDS else "serialization"
    adapter = TypeAdapter[Any](model_of(kind) if kind in KINDS else _RESULTS[kind])
    schema = adapter.json_schema(mode=mode, ref_template="#/definitions/{model}")
    published: dict[str, Any] = {"$schema": _DRAFT, "title": f"certeval {kind}"}
    published |= {name: part for name, part in schema.items() if name not in ("$defs", "title")}
    published["definitions"] = schema.get("$defs", {})
    if mode == "serialization":  # whatever has a default is printed all the same
        for part in (published, *published["definitions"].values()):
            part["required"] = list(part.get("properties", ()))
    return json.dumps(published, indent=2, ensure_ascii=False) + "\n"
