"""certeval: is this certificate worth it for me?

Every question of the command line is a function::

    import certeval

    card = certeval.score("ibm-ml", audience="career-changer")
    print(card.rating)  # 7.1
    print(card.to_markdown())

A certificate, an audience or a rubric is an id, a file or a model object; a number is of any type.
Results have ``to_dict()``, ``to_json()`` and ``to_markdown()``. ``Library("folder")`` has your own
definitions, and the same questions as methods. All errors are ``CertevalError``.

Names are loaded when they are first used; importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from certeval.errors import (
        AmbiguousIdError,
        CertevalError,
        DefinitionError,
        LibraryError,
        NoRowError,
        ScoreError,
        UnknownCriterionError,
        UnknownIdError,
        UnscoredError,
        UsageError,
        WeightsError,
    )
    from certeval.facade.catalog import listing
    from certeval.facade.decide import compare, rank, rank_table
    from certeval.facade.evidence import evidence
    from certeval.facade.explore import sensitivity, target, what_if
    from certeval.facade.judge import cost, fit, review, verdict
    from certeval.facade.library import Library
    from certeval.facade.market import postings
    from certeval.facade.plan import curriculum, gaps, interview, overlap, stack, worksheet
    from certeval.facade.robustness import robustness
    from certeval.facade.scoring import score, score_audiences
    from certeval.facade.write import check, definition, schema, weights
    from certeval.model.audience import Audience
    from certeval.model.certificate import Certificate
    from certeval.model.role import Role
    from certeval.model.rubric import Rubric

__version__ = "0.1.0"

_HOMES = {
    "errors": (
        "AmbiguousIdError", "CertevalError", "DefinitionError", "LibraryError", "NoRowError",
        "ScoreError", "UnknownCriterionError", "UnknownIdError", "UnscoredError", "UsageError",
        "WeightsError",
    ),
    "facade.catalog": ("listing",),
    "facade.decide": ("compare", "rank", "rank_table"),
    "facade.evidence": ("evidence",),
    "facade.explore": ("sensitivity", "target", "what_if"),
    "facade.robustness": ("robustness",),
    "facade.judge": ("cost", "fit", "review", "verdict"),
    "facade.scoring": ("score", "score_audiences"),
    "facade.library": ("Library",),
    "facade.market": ("postings",),
    "facade.plan": ("curriculum", "gaps", "interview", "overlap", "stack", "worksheet"),
    "facade.write": ("check", "definition", "schema", "weights"),
    "model.audience": ("Audience",),
    "model.certificate": ("Certificate",),
    "model.role": ("Role",),
    "model.rubric": ("Rubric",),
}  # fmt: skip
"""The public names by the module that has them."""

__all__ = [
    "AmbiguousIdError",
    "Audience",
    "CertevalError",
    "Certificate",
    "DefinitionError",
    "Library",
    "LibraryError",
    "NoRowError",
    "Role",
    "Rubric",
    "ScoreError",
    "UnknownCriterionError",
    "UnknownIdError",
    "UnscoredError",
    "UsageError",
    "WeightsError",
    "__version__",
    "check",
    "compare",
    "cost",
    "curriculum",
    "definition",
    "evidence",
    "fit",
    "gaps",
    "interview",
    "listing",
    "overlap",
    "postings",
    "rank",
    "rank_table",
    "review",
    "robustness",
    "schema",
    "score",
    "score_audiences",
    "sensitivity",
    "stack",
    "target",
    "verdict",
    "weights",
    "what_if",
    "worksheet",
]


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"certeval.{module}"), name)
    raise AttributeError(f"module 'certeval' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)
