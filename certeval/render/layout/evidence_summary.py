"""What evidence says beside a reviewer's scores, in a few lines."""

from collections.abc import Iterator

from certeval.render.document import Block, Items, Paragraph
from certeval.results.evidence import Disagreement, EvidenceReport, EvidenceSummary
from certeval.results.figures import Span


def to(span: Span) -> str:
    """Return a range in words: ``5.0 to 6.5``."""
    return span.display.replace("-", " to ")


def parts(summary: EvidenceSummary | None) -> Iterator[Block]:
    """Yield the rating by evidence, and where a reviewer's scores differ from it."""
    if summary:
        yield Paragraph(f"By evidence{answer(summary)}")
    yield from gaps(summary)


def gaps(summary: EvidenceSummary | None) -> Iterator[Block]:
    """Yield where a reviewer's scores differ from the evidence."""
    if summary and summary.disagreements:
        yield Items(tuple(map(_disagreement, summary.disagreements)))


def answer(summary: EvidenceSummary | EvidenceReport) -> str:
    """Return the rating and what it rests on, to follow "By evidence"."""
    role = f" for the role {summary.role.title}" if summary.role else ""
    rating = rated(summary)
    if summary.rating is None:
        return f": {rating}."
    known = f"{summary.confidence_percent} of the weight rests on evidence"
    return f"{role}: {rating}. {known}."


def rated(summary: EvidenceSummary | EvidenceReport) -> str:
    """Return the rating as an interval with its bands, or why there is none."""
    if summary.retired:
        return f"no rating, as it was retired on {summary.retired} and can no longer be taken"
    if summary.rating is None:
        return "no rating, as none of the measures applies"
    about = "" if summary.exact else "about "
    bands = f" ({' to '.join(summary.bands)})" if summary.bands else ""
    return f"{about}{to(summary.rating)} / {summary.scale_max_display}{bands}"


def _disagreement(one: Disagreement) -> str:
    """Return a sentence that names the gap, and the measure that it is due to most."""
    side = "above" if (one.gap.value or 0) > 0 else "below"
    away = str(one.gap).lstrip("+-")
    reviewer = f"the reviewer's {one.opinion} is {away} {side}"
    return f"{one.title}: {to(one.evidence)} by evidence; {reviewer}{_because(one)}."


def _because(one: Disagreement) -> str:
    """Return the cause, to follow the gap."""
    if one.measure is None:
        return ""
    count, of, postings = one.detail.partition(" of ")
    if one.measure == "mentions-per-10000" and of:
        names = "none" if count == "0" else count
        verb = "name" if names not in ("none", "1") else "names"
        return f", since {names} of {postings} postings {verb} it"
    detail = f": {one.detail}" if one.detail else ""
    return f" ({(one.measure_title or '').lower()}{detail})"
