"""What results say of where things come from, in the words of all layouts."""

from collections.abc import Iterator, Sequence

from certeval.render.document import Block, Heading, Items, Paragraph
from certeval.results.citation import Citation, Named


def source(citation: Citation | None) -> str:
    """Who says so, and when: ``Coursera, 2024-06, old``; or that it is tried for this run."""
    if citation is None:
        return "set on the command line"
    return f"{citation.publisher}, {citation.date}{', old' if citation.old else ''}"


def in_full(citation: Citation) -> str:
    """A source as a list of sources has it."""
    address = f" <{citation.url}>" if citation.url else ""
    old = " (old)" if citation.old else ""
    return f"{citation.publisher}, {citation.title}, {citation.date}{old}{address}"


def sentence(text: str) -> str:
    """*text* with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def title(certificate: Named, audience: Named | None, question: str) -> str:
    """What a document is about: the certificate, the question, and who asks it."""
    reader = f" for {audience.title}" if audience else ""
    return f"{certificate.title}: {question}{reader}"


def footer(
    sources: Sequence[Citation], old: str | None, warnings: Sequence[str] = ()
) -> Iterator[Block]:
    """Warnings, the sources, and what is meant by an old one where there is any."""
    yield from (Paragraph(f"Warning: {warning}.") for warning in warnings)
    if sources:
        yield Heading("Sources", level=2)
        yield Items(tuple(in_full(item) for item in sources))
    if any(item.old for item in sources) and old:
        yield Paragraph(f"Old: {old}.", "note")


def old_ones(citations: Sequence[Citation]) -> str | None:
    """The old ones of *citations*, for what rests on all of them; None where none is."""
    old = [f"{item.publisher}, {item.date}" for item in citations if item.old]
    return "; ".join(dict.fromkeys(old)) or None
