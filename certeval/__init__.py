"""certeval: is this certificate worth it, for me?

The library behind the commands, for use from Python::

    from certeval import Library, load, score

    (case,) = load(Library(), ["ibm-ml"], ["career-changer"]).cases()
    card = score(case)
    print(card.rating)  # Decimal('7.1')

Names are loaded when they are first used; importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from certeval.analysis.score import score
    from certeval.errors import CertevalError
    from certeval.library.library import Library
    from certeval.library.loading import load
    from certeval.model.audience import Audience
    from certeval.model.certificate import Certificate
    from certeval.model.context import Case
    from certeval.model.role import Role
    from certeval.model.rubric import Rubric
    from certeval.results.scorecard import Line, Scorecard, Scorecards

__version__ = "0.1.0"

_HOMES = {
    "Audience": "model.audience",
    "Case": "model.context",
    "Certificate": "model.certificate",
    "CertevalError": "errors",
    "Library": "library.library",
    "Line": "results.scorecard",
    "Role": "model.role",
    "Rubric": "model.rubric",
    "Scorecard": "results.scorecard",
    "Scorecards": "results.scorecard",
    "load": "library.loading",
    "score": "analysis.score",
}

__all__ = [
    "Audience",
    "Case",
    "CertevalError",
    "Certificate",
    "Library",
    "Line",
    "Role",
    "Rubric",
    "Scorecard",
    "Scorecards",
    "__version__",
    "load",
    "score",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'certeval' has no attribute '{name}'")
    return getattr(import_module(f"certeval.{_HOMES[name]}"), name)
