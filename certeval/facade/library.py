"""Ask every question of one library: ``Library("folder").score("welding")``."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from certeval.facade import catalog, decide, evidence, explore, judge, market, plan, scoring, write
from certeval.facade import robustness as robust
from certeval.library.library import Library as Definitions

P = ParamSpec("P")
R = TypeVar("R")


def _here(question: Callable[P, R]) -> Callable[Concatenate[Library, P], R]:
    """Return *question* as a method that looks up ids in its library."""

    @wraps(question)
    def _method(self: Any, *args: Any, **options: Any) -> R:
        return question(*args, **{"library": self, **options})

    return cast("Callable[Concatenate[Library, P], R]", _method)


class Library(Definitions):
    """Definitions in folders, and the questions about them; the first match wins.

    Each question is the function of that name in ``certeval``, asked of this library.
    """

    score = _here(scoring.score)
    score_audiences = _here(scoring.score_audiences)
    evidence = _here(evidence.evidence)
    review = _here(judge.review)
    verdict = _here(judge.verdict)
    cost = _here(judge.cost)
    fit = _here(judge.fit)
    compare = _here(decide.compare)
    rank = _here(decide.rank)
    rank_table = _here(decide.rank_table)
    what_if = _here(explore.what_if)
    target = _here(explore.target)
    sensitivity = _here(explore.sensitivity)
    robustness = _here(robust.robustness)
    curriculum = _here(plan.curriculum)
    gaps = _here(plan.gaps)
    stack = _here(plan.stack)
    overlap = _here(plan.overlap)
    interview = _here(plan.interview)
    worksheet = _here(plan.worksheet)
    postings = _here(market.postings)
    weights = _here(write.weights)
    listing = _here(catalog.listing)
    definition = _here(write.definition)
    check = _here(write.check)
