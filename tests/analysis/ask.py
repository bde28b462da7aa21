"""Questions about the certificates of a library, the reviewed or the guild's, on one day."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

from certeval import Library
from certeval.library.loading_context import load_context
from certeval.model.reader import Answers
from tests import builders

CASES = Path(__file__).parent.parent / "cases"
GUILD = Library.only([CASES / "library"])
REVIEWED = Library.only([CASES / "reviewed"])
"""The built-in library as it was when the review was encoded: what is added changes no test."""


@cache
def _context(certificate, audience, role, held, library):
    return load_context(
        library, certificate, audience, today=builders.TODAY, role=role, held=held,
        others="all", salary_roles=True,
    )  # fmt: skip


def built_in_context(certificate="ibm-ml", audience=None, *, role=None, held=(), **answers):
    """A question in the reviewed library, by default for the data professional."""
    return about(_context(certificate, audience, role, tuple(held), REVIEWED), **answers)


def guild_context(certificate="welding", audience="master", *, role=None, held=(), **answers):
    """A question about a certificate of the guild of smiths, which no correction changes."""
    return about(_context(certificate, audience, role, tuple(held), GUILD), **answers)


def about(context, **answers):
    """The question *context*, with *answers* of the reader's own."""
    rate = answers.pop("hours_per_week", None)
    hours_per_week = None if rate is None else Fraction(rate)
    return replace(context, answers=Answers(**answers, hours_per_week=hours_per_week))


def without_audience(context, **answers):
    """The question *context* without an audience: only *answers* describe the reader."""
    return about(replace(context, audience=None), **answers)
