"""The whole review on one page, in reading order."""

from collections.abc import Iterable, Iterator

from certeval.render.document import (
    Block,
    Col,
    Document,
    FrontMatter,
    Heading,
    Items,
    Pairs,
    Paragraph,
    demote_headings,
    table_of,
)
from certeval.render.layout import (
    cost,
    curriculum,
    evidence_summary,
    fit,
    gaps,
    interview,
    overlap,
    scorecard,
    stack,
    verdict,
)
from certeval.render.layout.citations import footer, source, title
from certeval.render.layout.facts import fact_name, fact_text
from certeval.results.facts import Fact
from certeval.results.review import JobLine, Review


def document(review: Review) -> Document:
    """Return every part from the score to the next steps, with all sources at the end."""
    blocks: list[Block] = [FrontMatter(_front_matter(review))]
    blocks.append(Heading(title(review.certificate, review.audience, "review")))
    if review.summary:
        blocks.append(Paragraph(review.summary))
    blocks.append(Pairs(tuple(_in_short(review))))
    for name, part in _sections(review):
        content = list(demote_headings(part))
        if content:
            blocks += [Heading(name, level=2), *content]
    blocks += footer(review.sources, review.old, review.warnings)
    return tuple(blocks)


def _front_matter(review: Review) -> tuple[tuple[str, str], ...]:
    """Return what a publishing system wants to know."""
    known = {
        "title": title(review.certificate, review.audience, "review"),
        "date": review.today,
        "certificate": review.certificate.id,
        "provider": review.provider,
        "audience": review.audience.id if review.audience else None,
        "rating": verdict.rating(review.verdict),
        "verdict": review.verdict.band,
        "fit": fit.headline(review.fit),
        "cost": review.cost.total_usd.display if review.cost.total_usd else None,
        "description": review.summary,
    }
    return tuple((name, value) for name, value in known.items() if value is not None)


def _in_short(review: Review) -> Iterator[tuple[str, str]]:
    """Yield the main answers; the rest of the page gives the reasons."""
    band, plan = review.verdict.band, review.stack
    if rating := verdict.rating(review.verdict):
        yield "Rating", f"{rating}{f', {band}' if band else ''}"
    outcome = fit.headline(review.fit).capitalize()
    yield "Fit", f"{outcome}. {' '.join(fit.because(review.fit))}"
    if review.cost.total_usd:
        months = review.cost.months_billed
        billed = months if cost.billed_monthly(review.cost) else None
        time = f", {billed.display} billed months" if billed else ""
        yield "This certificate alone", f"{review.cost.total_usd.display}{time}"
    if plan and len(plan.steps) > 1:
        least = "" if plan.bill.complete else "at least "
        whole = f"{least}{plan.bill.total_usd.display}, {least}{plan.bill.months.display} months"
        yield f"Plan for {plan.role.title}", f"{whole}, {len(plan.steps)} certificates"


def _sections(review: Review) -> Iterator[tuple[str, Iterable[Block]]]:
    """Yield the parts of the page with their headings; an empty part is left out."""
    yield "Score", _score(review)
    yield "Program", _facts(review)
    yield "Cost and salary", cost.parts(review.cost)
    yield "Curriculum", curriculum.parts(review.curriculum)
    yield "Fit", fit.parts(review.fit)
    if review.gaps:
        yield f"Skills gaps: {review.gaps.role.title}", gaps.parts(review.gaps)
    if review.stack:
        yield "Suggested additions", stack.parts(review.stack)
    if review.overlap:
        yield "Overlap with what you hold", overlap.parts(review.overlap)
    if review.jobs:
        yield "Jobs", _jobs(review.jobs)
    if review.interview.questions:
        yield "Interview questions", interview.parts(review.interview)
    yield "Verdict", verdict.parts(review.verdict)
    if review.next_steps:
        advice = [
            (step.situation, f"{step.action} ({source(step.citation)})")
            for step in review.next_steps
        ]
        yield "Next steps", [Pairs(tuple(advice))]
    if review.left_out:
        yield "Not included", [Items(_left_out(review))]


def _score(review: Review) -> Iterator[Block]:
    """Yield the scorecard, or why there is none."""
    if review.scorecard:
        yield from scorecard.parts(review.scorecard)
        yield scorecard.reasons(review.scorecard)
    else:
        yield Paragraph(f"Not rated: {verdict.unscored(review.verdict)}.")
    yield from evidence_summary.parts(review.verdict.evidence)


def _facts(review: Review) -> Iterator[Block]:
    """Yield the facts about the program."""
    rows = [("Provider", review.provider, "")]
    rows += [(fact_name(one), fact_text(one), source(one.citation)) for one in review.facts]
    columns: tuple[Col[tuple[str, str, str]], ...] = (
        Col("", lambda row: row[0], priority=9),
        Col("Fact", lambda row: row[1], priority=8),
        Col("Source", lambda row: row[2], priority=5),
    )
    yield table_of(rows, columns)


def _jobs(jobs: JobLine) -> Iterator[Block]:
    """Yield the jobs that the certificate can lead to."""
    yield Paragraph(f"On its own it can lead to ({source(jobs.citation)}):")
    yield Items(jobs.alone)
    if jobs.with_more:
        yield Paragraph(f"With {jobs.what_more or 'additional experience'}:")
        yield Items(jobs.with_more)


def _left_out(review: Review) -> tuple[str, ...]:
    """Return what could not be answered, and why."""
    return tuple(f"{item.part}: {item.reason or verdict.NO_RUBRIC}" for item in review.left_out)


WORDS = {
    Review: {"left_out": _left_out},
    Fact: {"name": fact_name, "text": fact_text},
}
