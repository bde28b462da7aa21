"""The whole review on one page, in reading order."""

from collections.abc import Iterable, Iterator

from certeval.render.document import (
    Block,
    Column,
    Document,
    FrontMatter,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
    demote_headings,
)
from certeval.render.layout import (
    cost,
    curriculum,
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
from certeval.results.review import Review


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
    rating = review.verdict.rating_display
    known = {
        "title": title(review.certificate, review.audience, "review"),
        "date": review.today,
        "certificate": review.certificate.id,
        "provider": review.provider,
        "audience": review.audience.id if review.audience else None,
        "rating": rating,
        "verdict": review.verdict.band,
        "fit": fit.OUTCOMES[review.fit.outcome],
        "cost": review.cost.total_usd.display if review.cost.total_usd else None,
        "description": review.summary,
    }
    return tuple((name, value) for name, value in known.items() if value is not None)


def _in_short(review: Review) -> Iterator[tuple[str, str]]:
    """Yield the main answers; the rest of the page gives the reasons."""
    box, plan = review.verdict, review.stack
    if box.rating_display:
        yield "Rating", f"{box.rating_display}{f', {box.band}' if box.band else ''}"
    outcome = fit.OUTCOMES[review.fit.outcome].capitalize()
    yield "Fit", f"{outcome}. {' '.join(fit.because(review.fit))}"
    if review.cost.total_usd:
        months = review.cost.months_billed
        time = f", {months.display} billed months" if months else ""
        yield "This certificate alone", f"{review.cost.total_usd.display}{time}"
    if plan and len(plan.steps) > 1:
        least = "" if plan.bill.complete else "at least "
        whole = f"{least}{plan.bill.total_usd.display}, {least}{plan.bill.months.display} months"
        yield f"Plan for {plan.role.title}", f"{whole}, {len(plan.steps)} certificates"


def _sections(review: Review) -> Iterator[tuple[str, Iterable[Block]]]:
    if review.scorecard:
        yield "Score", [*scorecard.parts(review.scorecard), scorecard.reasons(review.scorecard)]
    elif review.verdict.unscored:
        yield "Score", [Paragraph(f"Not rated: {review.verdict.unscored}.")]
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
    yield "Jobs", _jobs(review)
    if review.interview.questions:
        yield "Interview questions", interview.parts(review.interview)
    yield "Verdict", verdict.parts(review.verdict)
    if review.counsel:
        counsel = [
            (item.situation, f"{item.action} ({source(item.citation)})") for item in review.counsel
        ]
        yield "Next steps", [Pairs(tuple(counsel))]
    if review.left_out:
        yield "Not included", [Items(review.left_out)]


def _facts(review: Review) -> Iterator[Block]:
    columns = (Column("", priority=9), Column("Fact", priority=8), Column("Source", priority=5))
    rows = [("Provider", review.provider, "")]
    rows += [(fact_name(one), fact_text(one), source(one.citation)) for one in review.facts]
    yield Table(columns, tuple(rows))


def _jobs(review: Review) -> Iterator[Block]:
    jobs = review.jobs
    if jobs is None:
        return
    yield Paragraph(f"On its own it can lead to ({source(jobs.citation)}):")
    yield Items(jobs.alone)
    if jobs.with_more:
        yield Paragraph(f"With {jobs.what_more or 'additional experience'}:")
        yield Items(jobs.with_more)


WORDS = {Fact: {"name": fact_name, "text": fact_text}}
