"""Lay out the definitions of a library and their files."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from certeval.render.document import Block, Col, Document, Paragraph, table_of
from certeval.results.listing import CertificateFacts, Entry, Listing, Unknown

_PER = {"month": "/month", "attempt": "/attempt", "program": ""}
_UNKNOWN: dict[Unknown, str] = {
    "level": "its level",
    "price": "its price",
    "skills": "whether it teaches the skill",
    "role": "whether it teaches a core skill of the role",
}


def document(listing: Listing) -> Document:
    """Return a table of certificates with facts, one of all else, and what was left out."""
    return tuple(_blocks(listing))


def _blocks(listing: Listing) -> Iterator[Block]:
    certificates = [entry for entry in listing.entries if entry.kind == "certificate"]
    others = [entry for entry in listing.entries if entry.kind != "certificate"]
    title = Col("Title", _title, 9)
    if certificates:
        file = Col("File", _file, 1)
        yield table_of(certificates, (Col("Id", _id, 10), title, *_facts(certificates), file))
    if others:
        kind: Col[Entry] = Col("Kind", lambda entry: entry.kind, 7)
        yield table_of(others, (kind, Col("Id", _id, 10), title, Col("File", _file, 5)))
    if not listing.entries:
        yield Paragraph("Nothing found.")
    if listing.left_out:
        yield Paragraph(_left_out(listing))


def _id(entry: Entry) -> str:
    return entry.id


def _title(entry: Entry) -> str:
    return entry.title or "(has problems)"


def _file(entry: Entry) -> str:
    return entry.path


def _facts(entries: Sequence[Entry]) -> Iterator[Col[Entry]]:
    """Yield the columns of facts about certificates that any of *entries* has."""
    columns: tuple[tuple[str, Callable[[CertificateFacts], Any], int, bool], ...] = (
        ("Provider", lambda facts: facts.provider, 4, False),
        ("Level", lambda facts: facts.level, 7, False),
        ("Price", _price, 8, False),
        ("Hours", lambda facts: facts.hours and facts.hours.display, 6, True),
        ("Learners", lambda facts: facts.learner_rating, 6, True),
        ("Review", lambda facts: facts.rating, 3, True),
        ("Retired", lambda facts: facts.retired, 5, False),
    )
    for title, fact, priority, number in columns:
        cell = _cell(fact)
        yield Col(title, cell, priority, number, shown=any(map(cell, entries)))


def _cell(fact: Callable[[CertificateFacts], Any]) -> Callable[[Entry], str]:
    """Return the cell of a fact: empty if it is unknown, or if the entry is no certificate."""
    return lambda entry: str((entry.facts and fact(entry.facts)) or "")


def _price(facts: CertificateFacts) -> str:
    """Return the price: ``$59/month``; empty if it is unknown."""
    if facts.price_usd is None or facts.price_per is None:
        return ""
    fees = f" + {facts.fees_usd}" if facts.fees_usd else ""
    return f"{facts.price_usd}{_PER[facts.price_per]}{fees}"


def _left_out(listing: Listing) -> str:
    """Return how many certificates may pass the filters, and what is unknown of them."""
    counts = Counter(fact for one in listing.left_out for fact in one.unknown)
    facts = ", ".join(f"{_UNKNOWN[fact]} ({counts[fact]})" for fact in _UNKNOWN if counts[fact])
    many = len(listing.left_out)
    certificates = "certificate was" if many == 1 else "certificates were"
    return f"{many} more {certificates} left out because something is unknown: {facts}."
