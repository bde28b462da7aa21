"""Another certificate that a result names."""

from dataclasses import dataclass, field

from certeval.results.citation import Citation
from certeval.results.figures import Span


@dataclass(frozen=True)
class RelatedCertificate:
    """Another certificate in brief.

    Attributes:
        id: its id.
        title: its title.
        level: the provider's level, if known.
        hours: study hours, if known.
        learner_rating: such as ``4.6 / 5``, if known.
        retired: the date of retirement, if it has passed.
        successors: what the provider offers in place of a retired certificate.
        not_taught: the title of a skill that the source recommends it for, but that it is not known
            to teach; usually None. JSON has a note on it.
        citation: the source of its hours, or else of its rating or price.

    """

    id: str
    title: str
    level: str | None
    hours: Span | None
    learner_rating: str | None
    retired: str | None
    successors: tuple[str, ...]
    not_taught: str | None = field(metadata={"json": "note"})
    citation: Citation | None
