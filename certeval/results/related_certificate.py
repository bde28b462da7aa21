"""Another certificate that a result names."""

from dataclasses import dataclass

from certeval.results.citation import Citation
from certeval.results.figures import Span


@dataclass(frozen=True)
class RelatedCertificate:
    """Another certificate, as it is spoken of: ``retired`` is the day from which it cannot be
    taken any more, and ``successors`` come in its place. ``note`` says what is to be known;
    ``citation`` is what its hours rest on, or else its rating or price."""

    id: str
    title: str
    level: str | None
    hours: Span | None
    learner_rating: str | None
    retired: str | None
    successors: tuple[str, ...]
    note: str | None
    citation: Citation | None
