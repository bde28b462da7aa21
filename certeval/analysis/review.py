"""The whole review: every question answered once, in the order in which a review is read."""

from collections.abc import Callable
from typing import Literal, TypeVar

from certeval.analysis.citation import Citation, Freshness, Named, each_once
from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.costing import Costing
from certeval.analysis.cost.payback import NOTHING_TRIED, Tried
from certeval.analysis.curriculum import Curriculum, curriculum
from certeval.analysis.facts import Fact, facts_of
from certeval.analysis.fit.fit import fit
from certeval.analysis.fit.fitting import Fitting
from certeval.analysis.gaps import Gaps, gaps
from certeval.analysis.interview import Interview, interview
from certeval.analysis.overlap import Overlap, overlap
from certeval.analysis.reader import Reader
from certeval.analysis.scorecard import Scorecard
from certeval.analysis.stack.plan import Plan
from certeval.analysis.stack.stack import stack
from certeval.analysis.verdict import VerdictBox, scored, verdict
from certeval.errors import UsageError
from certeval.model.certificate import Certificate
from certeval.model.setting import Setting
from certeval.record import record
from certeval.result import Result


@record
class JobLine:
    """Jobs that it supports by itself, and those for which more is needed."""

    alone: tuple[str, ...]
    with_more: tuple[str, ...]
    what_more: str | None
    citation: Citation


@record
class CounselLine:
    """Closing advice: in this situation, do that."""

    situation: str
    action: str
    citation: Citation


@record(kw_only=True)
class Review(Result):
    """All that is known of a certificate for one audience.

    A part is None where it cannot be answered; ``left_out`` says why.
    """

    kind: Literal["review"] = "review"
    certificate: Named
    audience: Named | None
    provider: str
    summary: str | None
    facts: tuple[Fact, ...]
    scorecard: Scorecard | None
    cost: Costing
    curriculum: Curriculum
    fit: Fitting
    gaps: Gaps | None
    stack: Plan | None
    overlap: Overlap | None
    jobs: JobLine | None
    interview: Interview
    verdict: VerdictBox
    counsel: tuple[CounselLine, ...]
    left_out: tuple[str, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None


P = TypeVar("P")


def review(
    setting: Setting, reader: Reader, freshness: Freshness, tried: Tried = NOTHING_TRIED
) -> Review:
    """Everything about the certificate for *reader*, as the single questions answer it."""
    left_out: list[str] = []

    def tell(part: Callable[[], P], what: str) -> P | None:
        try:
            return part()
        except UsageError as error:
            left_out.append(f"{what}: {error.message}")
            return None

    certificate = setting.certificate
    card, unscored = scored(setting, freshness)
    if unscored:
        left_out.append(f"score: {unscored}")
    costing = cost(setting, reader, freshness, tried)
    taught, fitting = curriculum(setting, freshness), fit(setting, reader, freshness)
    missing = tell(lambda: gaps(setting, reader, freshness), "gaps")
    plan = tell(lambda: stack(setting, reader, freshness), "stack")
    others = [one for one in setting.held if one.id != certificate.id]
    known = overlap(setting, freshness) if others else None
    prepared, box = interview(setting, freshness), verdict(setting, reader, freshness)
    facts = tuple(facts_of(certificate, freshness))
    sources = [fact.citation for fact in facts]
    for part in (card, costing, taught, fitting, missing, plan, known, prepared, box):
        sources += part.sources if part else ()
    jobs = _jobs(certificate, freshness)
    sources += [jobs.citation] if jobs else []
    counsel = tuple(
        CounselLine(item.situation, item.action, freshness.cite(certificate, item))
        for item in certificate.counsel
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
        warnings=setting.warnings,
        sources=each_once([*sources, *(item.citation for item in counsel)]),
        today=str(setting.today),
        old=freshness.words,
    )


def _jobs(certificate: Certificate, freshness: Freshness) -> JobLine | None:
    jobs = certificate.jobs
    if jobs is None:
        return None
    cited = freshness.cite(certificate, jobs)
    return JobLine(jobs.alone, jobs.with_more, jobs.what_more, cited)
