"""Counts as a definition: the market that a library of the user's own keeps."""

import re
import unicodedata

from certeval.model.base import Source
from certeval.model.identifiers import is_identifier
from certeval.model.market import CertificateCount, Market, SkillCount
from certeval.model.scalars import PartialDate, read_partial_date
from certeval.results.postings import Postings

_SOURCE = "counted"


def market_id(role: str, region: str | None, date: PartialDate | str) -> str:
    """Return the id of a market, such as ``ml-engineer-berlin-2026-11-30``.

    Args:
        role: the id of the role.
        region: where the jobs are; what cannot be in an id is left out.
        date: when the postings were published.

    Returns:
        An id; without the region if it would be too long.

    """
    plain = unicodedata.normalize("NFKD", region or "").encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", plain.lower())
    whole = "-".join([role, *words, str(date)])
    return whole if is_identifier(whole) else "-".join([role, str(date)])


def market_of(counted: Postings) -> Market:
    """Return what was counted as a definition, without any text of the postings.

    Args:
        counted: the counts of at least one posting.

    Returns:
        The market, with a source of its own that the counts cite.

    """
    where = f", {counted.region}" if counted.region else ""
    date = read_partial_date(counted.date)
    source = Source(
        id=_SOURCE,
        title=f"{counted.distinct:,} job postings for {counted.role.title}{where}",
        publisher="The reader",
        date=date,
        note="Counted by certeval postings; each distinct text once.",
    )
    return Market(
        kind="market",
        id=market_id(counted.role.id, counted.region, date),
        title=f"{counted.role.title}{where}, {date}",
        sources=(source,),
        source=_SOURCE,
        role=counted.role.id,
        region=counted.region,
        date=date,
        of=counted.distinct,
        mentions=tuple(
            CertificateCount(certificate=one.id, count=one.count) for one in counted.certificates
        ),
        demand=tuple(SkillCount(skill=one.id, postings=one.count) for one in counted.skills),
    )
