"""Titles, sources and footers, as all layouts word them."""

from collections.abc import Iterator, Sequence

from certeval.render.document import Block, Heading, Items, Paragraph
from certeval.results.citation import Citation, Named


def source(citation: Citation | None) -> str:
    """Return publisher and date: ``Coursera, 2024-06, old``; None is set on the command line."""
    if citation is None:
        return "set on the command line"
    return f"{citation.publisher}, {citation.date}{', old' if citation.old else ''}"


def in_full(citation: Citation) -> str:
    """Return a source as an entry of the list of sources."""
    address = f" <{citation.url}>" if citation.url else ""
    old = " (old)" if citation.old else ""
    return f"{citation.publisher}, {citation.title}, {citation.date}{old}{address}"


def sentence(text: str) -> str:
    """Return *text* with a capital at its start and a period at its end."""
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def title(certificate: Named, audience: Named | None, question: str) -> str:
    """Return the title of a document: the certificate, the question, and the audience."""
    reader = f" for {audience.title}" if audience else ""
    return f"{certificate.title}: {question}{reader}"


def footer(
    sources: Sequence[Citation], old: str | None, warnings: Sequence[str] = ()
) -> Iterator[Block]:
    """Yield warnings and sources; if one is old, yield what that means."""
    yield from (Paragraph(f"Warning: {warning}.") for warning in warnings)
    if sources:
        yield Heading("Sources", level=2)
        yield Items(tuple(in_full(item) for item in sources))
    if any(item.old for item in sources) and old:
        yield Paragraph(f"Old: {old}.", "note")
