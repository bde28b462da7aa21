"""Job postings, counted: which certificates and which skills they name."""

from collections.abc import Iterator

from certeval.phrases import counted, joined
from certeval.render.document import (
    Bar,
    Block,
    Col,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer
from certeval.results.postings import (
    CertificateMentions,
    Example,
    Examples,
    Postings,
    SkillDemand,
)

_MOST_NAMED = 3


def document(found: Postings) -> Document:
    """Return the whole answer: a summary, then the tables."""
    where = f", {found.region}" if found.region else ""
    return (
        Heading(f"Job postings for {found.role.title}{where}, {found.date}"),
        *_parts(found),
        *footer((), None, found.warnings),
    )


def _parts(found: Postings) -> Iterator[Block]:
    named = [one for one in found.certificates if one.count]
    yield Paragraph(_answer(found, named), "strong")
    yield Paragraph(_read(found))
    if found.shown:
        yield from _examples(found.shown)
    if named:
        yield Heading("Certificates", level=2)
        yield _certificates(found, named)
    if named and len(named) < len(found.certificates):
        others = counted(len(found.certificates) - len(named), "certificate")
        bound = found.certificates[-1].interval_per_10000
        yield Paragraph(f"Not named: {others}, each in at most {_most(bound.high)} of 10,000.")
    yield Heading("Skills", level=2)
    listed = [one for one in found.skills if one.count or one.importance]
    yield _skills(found, listed)
    if len(listed) < len(found.skills):
        others = counted(len(found.skills) - len(listed), "other skill")
        yield Paragraph(f"Not named: {others}.")
    yield Paragraph(
        f"Intervals are exact (Clopper-Pearson) at {found.confidence_percent}% confidence, and "
        "assume that these postings are a random sample of all such postings.",
        "note",
    )


def _answer(found: Postings, named: list[CertificateMentions]) -> str:
    of = counted(found.distinct, "distinct posting")
    if not found.certificates:
        return f"{of}; the library has no certificate to look for."
    if not named:
        bound = _most(found.certificates[0].interval_per_10000.high)
        return (
            f"None of {of} names a certificate of the library; each is named in at most {bound} "
            f"of 10,000 such postings ({found.confidence_percent}% confidence)."
        )
    first = [
        f"{one.title} in {one.count:,} ({one.per_10000} per 10,000, "
        f"{found.confidence_percent}% interval {one.interval_per_10000.display})"
        for one in named[:_MOST_NAMED]
    ]
    more = len(named) - len(first)
    others = [counted(more, "other certificate")] if more else []
    return f"Certificates named in {of}: {joined([*first, *others])}."


def _most(high: object) -> str:
    return f"{float(high):,.1f}"  # type: ignore[arg-type]


def _read(found: Postings) -> str:
    read = f"Read: {counted(found.read, 'posting')} in {counted(found.files, 'file')}"
    left_out = [f"{counted(found.repeats, 'repeat')} left out"] if found.repeats else []
    if found.problem_count:
        files = "file or row" if found.problem_count == 1 else "files or rows"
        left_out.append(f"{found.problem_count:,} {files} could not be read")
    return f"{'; '.join([read, *left_out])}."


def _certificates(found: Postings, named: list[CertificateMentions]) -> Table:
    return table_of(
        named,
        (
            Col("Certificate", lambda one: one.title, 9),
            Col("Postings", lambda one: f"{one.count:,}", 7, number=True),
            Col("Per 10,000", lambda one: str(one.per_10000), 8, number=True),
            Col(
                f"{found.confidence_percent}% interval",
                lambda one: one.interval_per_10000.display,
                6,
                number=True,
            ),
        ),
    )


def _skills(found: Postings, listed: list[SkillDemand]) -> Table:
    return table_of(
        listed,
        (
            Col("Skill", lambda one: one.title, 9),
            Col("Importance", lambda one: one.importance or "", 5),
            Col("Postings", lambda one: f"{one.count:,}", 7, number=True),
            Col("Share", lambda one: f"{one.share_percent}%", 8, number=True),
            Col(
                f"{found.confidence_percent}% interval",
                lambda one: f"{one.interval_percent.display}%",
                6,
                number=True,
            ),
            Col("", lambda one: Bar(one.share_percent.value / 100), 0),  # type: ignore[operator, arg-type]
        ),
    )


def _examples(shown: Examples) -> Iterator[Block]:
    yield Heading(f"Examples: {shown.title}", level=2)
    if not shown.count:
        yield Paragraph("No posting names it.")
    elif not shown.examples:
        yield Paragraph("Postings name it only by its parts.")
    else:
        yield Items(tuple(_example(one) for one in shown.examples))
        if shown.count > len(shown.examples):
            yield Paragraph(f"Shown: {len(shown.examples)} of {counted(shown.count, 'posting')}.")


def _example(one: Example) -> str:
    place = f"{one.file}:{one.line}" if one.line else one.file
    return f"{place}: {one.before}[{one.name}]{one.after}"
