"""The whole review: every question answered once, in reading order."""

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
from certeval.results.review import JobLine, NextStep, OmittedPart, Review

P = TypeVar("P")


def review(context: Context, overrides: CostOverrides = NOTHING_TRIED) -> Review:
    """Answer every question about a certificate.

    Args:
        context: the certificate, the other certificates of the library, the reader and the role.
        overrides: what the cost assumes in place of the certificate and the reader.

    Returns:
        All answers, and what cannot be answered.

    Raises:
        UsageError: the overrides need a role with wages, and there is none.

    """
    certificate = context.certificate
    costs, (card, unscored) = cost(context, overrides), scored(context)
    left_out = [] if card else [OmittedPart("score", unscored)]
    skills_gaps, failed = _attempt(gaps, context)
    left_out += [OmittedPart("gaps", failed)] if failed else []
    plan, failed = _attempt(stack, context)
    left_out += [OmittedPart("stack", failed)] if failed else []
    courses, suits, prepared = curriculum(context), fit(context), interview(context)
    others = [one for one in context.held if one.id != certificate.id]
    known = overlap(context) if others else None
    box = verdict(context, costs, card, unscored)
    facts, jobs, next_steps = tuple(facts_of(context)), _jobs(context), _next_steps(context)
    parts = (card, costs, courses, suits, skills_gaps, plan, known, prepared, box)
    sources = (
        *(fact.citation for fact in facts),
        *(citation for part in parts if part for citation in part.sources),
        *([jobs.citation] if jobs else []),
        *(step.citation for step in next_steps),
    )
    return Review(
        certificate=costs.certificate,
        audience=costs.audience,
        provider=certificate.provider,
        summary=certificate.summary,
        facts=facts,
        scorecard=card,
        cost=costs,
        curriculum=courses,
        fit=suits,
        gaps=skills_gaps,
        stack=plan,
        overlap=known,
        interview=prepared,
        verdict=box,
        jobs=jobs,
        next_steps=next_steps,
        left_out=tuple(left_out),
        warnings=context.warnings,
        sources=each_once(sources),
        today=str(context.today),
        old=context.freshness.words,
    )


def _attempt(question: Callable[[Context], P], context: Context) -> tuple[P | None, str | None]:
    """Return the answer to *question*, or None and why it cannot be answered."""
    try:
        return question(context), None
    except UsageError as error:
        return None, error.message


def _jobs(context: Context) -> JobLine | None:
    """Return the jobs that the certificate can lead to, if its file has any."""
    jobs = context.certificate.jobs
    if jobs is None:
        return None
    cited = cite(context, context.certificate, jobs)
    return JobLine(jobs.alone, jobs.with_more, jobs.what_more, cited)


def _next_steps(context: Context) -> tuple[NextStep, ...]:
    """Return the closing advice."""
    certificate = context.certificate
    return tuple(
        NextStep(item.situation, item.action, cite(context, certificate, item))
        for item in certificate.next_steps
    )
