"""Evidence: what the facts alone say, beside the reviewer, and how each score was calculated."""

from collections.abc import Iterable, Iterator

from certeval.render.document import (
    Block,
    Cell,
    Col,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    RangeBar,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer, in_full, source, title
from certeval.render.layout.evidence_summary import answer, to
from certeval.results.evidence import (
    EvidenceFact,
    EvidenceLine,
    EvidenceMeasure,
    EvidenceReport,
    Narrowing,
)

ABOUT = {
    "price": "its prices",
    "status": "whether it can still be taken",
    "free_access": "what is free",
    "curriculum": "what it teaches",
    "prerequisites": "its prerequisites",
    "level": "its level",
    "hours": "its hours",
    "rating": "its rating by learners",
    "postings": "how many postings name it",
    "wages": "what the role pays",
}
"""The kinds of facts, in words."""


def document(report: EvidenceReport, *, explain: bool = False) -> Document:
    """Return the table of intervals; with *explain* the calculation of each, with its sources."""
    blocks = [Heading(title(report.certificate, report.audience, "evidence")), *parts(report)]
    if explain:
        for line in report.lines:
            blocks += _calculation(line)
        blocks += footer(report.sources, None)
    return tuple(blocks)


def parts(report: EvidenceReport) -> Iterator[Block]:
    """Yield the answer without title and sources."""
    yield Paragraph(f"By evidence{answer(report)}", "strong")
    yield _table(report)
    yield from disagreement(report)
    if report.narrowing:
        yield Paragraph(_narrowing(report.narrowing))
    yield from (Paragraph(f"Warning: {warning}.") for warning in report.warnings)


def disagreement(report: EvidenceReport) -> Iterator[Block]:
    """Yield where the evidence and a reviewer's scores do not agree, if there are any scores."""
    if report.opinion is None:
        return
    apart = [line for line in report.lines if line.gap and line.gap.value]
    if report.rating:
        yield Paragraph(f"A reviewer's scores come to {report.opinion}; they are not mixed in.")
    if apart:
        yield Items(tuple(_gap(line) for line in apart))


def _gap(line: EvidenceLine) -> str:
    score = to(line.score) if line.score else ""
    return f"{line.title}: evidence says {score}, the reviewer {line.opinion}."


def _table(report: EvidenceReport) -> Table:
    reviewed = any(line.opinion for line in report.lines)
    lows = [line.score.low for line in report.lines if line.score]
    highs = [line.score.high for line in report.lines if line.score]
    low, high = min(lows, default=0), max(highs, default=0)

    def bar(line: EvidenceLine) -> Cell:
        if line.score is None or high == low:
            return ""
        start, end = ((at - low) / (high - low) for at in (line.score.low, line.score.high))
        return RangeBar(start, (start + end) / 2, end)

    return table_of(
        report.lines,
        (
            Col("Criterion", lambda line: line.title, 9, total="Rating"),
            Col("Evidence", _score, 8, number=True),
            Col(
                "Reviewer", lambda line: str(line.opinion or "none"), 6, number=True, shown=reviewed
            ),
            Col("Weight", lambda line: str(line.weight_percent), 5, number=True),
            Col(
                "Weighted Score",
                lambda line: to(line.contribution) if line.contribution else "",
                4,
                number=True,
                total=to(report.rating) if report.rating else "none",
            ),
            Col(
                "Known",
                lambda line: str(line.confidence_percent),
                7,
                number=True,
                total=str(report.confidence_percent),
            ),
            Col("", bar, 0),
        ),
    )


def _score(line: EvidenceLine | EvidenceMeasure) -> str:
    return to(line.score) if line.score else "not applicable"


def _narrowing(narrowing: Narrowing) -> str:
    return (
        f"To know {ABOUT[narrowing.about]} would narrow the total most: from "
        f"{narrowing.before} points wide to {narrowing.after} or so."
    )


def _calculation(line: EvidenceLine) -> Iterator[Block]:
    yield Heading(f"{line.title}: {_score(line)}", level=2)
    if not line.measures:
        yield Paragraph("The rubric has no measures for it, so it can be anything on the scale.")
        return
    if line.combine == "highest" and len(line.measures) > 1:
        yield Paragraph("The highest of these counts.")
    yield table_of(
        line.measures,
        (
            Col("Measure", lambda one: one.title, 9),
            Col("Measurement", _measurement, 8),
            Col("Score", _score, 7, number=True),
            Col("Weight", lambda one: str(one.weight_percent), 5, number=True,
                shown=line.combine == "mean"),
            Col("Calculated from", lambda one: one.detail, 4),
            Col("Facts", lambda one: "; ".join(_cited(one.facts)), 3),
        ),
    )  # fmt: skip
    yield Pairs(tuple(_curves(line.measures)))


def _measurement(measure: EvidenceMeasure) -> str:
    if not measure.applicable:
        return "not applicable"
    if measure.word:
        return measure.word
    if measure.span is None:
        return "unknown"
    unit = measure.unit or ""
    return f"{to(measure.span)}{unit if unit == '%' else f' {unit}'}"


def _cited(facts: Iterable[EvidenceFact]) -> Iterator[str]:
    yield from dict.fromkeys(source(fact.citation) for fact in facts)


def _curves(measures: Iterable[EvidenceMeasure]) -> Iterator[tuple[str, str]]:
    """Yield how each measurement becomes a score, and who says so."""
    for measure in measures:
        points = ", ".join(
            f"{point.measurement}: {float(point.score):g}" for point in measure.curve
        )
        axis = " (logarithmic)" if measure.axis == "logarithmic" else ""
        said = in_full(measure.curve_citation)
        yield measure.title, f"{measure.formula}. Scores{axis} {points}. {said}."
