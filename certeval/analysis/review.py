"""The whole review: every question answered once, in the order in which a review is read."""

from collections.abc import Callable
from typing import TypeVar

from certeval.analysis.citation import cite, each_once
from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.payback import NOTHING_TRIED, CostOverrides
from certeval.analysis.curriculum import curriculum
from certeval.analysis.facts import facts_of
from certeval.analysis.fit.fit import fit
from certeval.analysis.gaps import gaps
from certeval.analysis.interview import interview
from certeval.analysis.overlap import overlap
from certeval.analysis.stack.stack import stack
from certeval.analysis.verdict import scored, verdict
from certeval.errors import UsageError
from certeval.model.context import Context
from certeval.results.review import CounselLine, JobLine, Review

P = TypeVar("P")


def review(context: Context, tried: CostOverrides = NOTHING_TRIED) -> Review:
    """Everything about the certificate for *reader*, as the single questions answer it."""
    left_out: list[str] = []

    def tell(part: Callable[[], P], what: str) -> P | None:
        try:
            return part()
        except UsageError as error:
            left_out.append(f"{what}: {error.message}")
            return None

    certificate = context.certificate
    card, unscored = scored(context)
    if unscored:
        left_out.append(f"score: {unscored}")
    costing = cost(context, tried)
    taught, fitting = curriculum(context), fit(context)
    missing = tell(lambda: gaps(context), "gaps")
    plan = tell(lambda: stack(context), "stack")
    others = [one for one in context.held if one.id != certificate.id]
    known = overlap(context) if others else None
    prepared, box = interview(context), verdict(context)
    facts = tuple(facts_of(context))
    sources = [fact.citation for fact in facts]
    for part in (card, costing, taught, fitting, missing, plan, known, prepared, box):
        sources += part.sources if part else ()
    jobs = _jobs(context)
    sources += [jobs.citation] if jobs else []
    counsel = tuple(
        CounselLine(item.situation, item.action, cite(context, certificate, item))
        for item in certificate.next_steps
    )
    return Review(
        certificate=costing.certificate,
        audience=costing.audience,
        provider=certificate.provider,
        summary=certificate.summary,
        facts=facts,
        scorecard=card,
        cost=costing,
        curriculum=taught,
        fit=fitting,
        gaps=missing,
        stack=plan,
        overlap=known,
        interview=prepared,
        verdict=box,
        jobs=jobs,
        counsel=counsel,
        left_out=tuple(left_out),
        warnings=context.warnings,
        sources=each_once([*sources, *(item.citation for item in counsel)]),
        today=str(context.today),
        old=context.freshness.words,
    )


def _jobs(context: Context) -> JobLine | None:
    jobs = context.certificate.jobs
    if jobs is None:
        return None
    cited = cite(context, context.certificate, jobs)
    return JobLine(jobs.alone, jobs.with_more, jobs.what_more, cited)
