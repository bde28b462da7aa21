"""Another certificate, in a line."""

from collections.abc import Sequence

from certeval.render.layout.citations import source
from certeval.results.related_certificate import RelatedCertificate


def retirement(day: str, successors: Sequence[str], when: str = "retired on") -> str:
    """Return *when* and *day* of a retirement, and what replaced the certificate."""
    replaced = f", replaced by {', '.join(successors)}" if successors else ""
    return f"{when} {day}{replaced}"


def note(other: RelatedCertificate) -> str | None:
    """Return a note on a skill that the certificate is not known to teach, if there is one."""
    if other.not_taught is None:
        return None
    return f"recommended by the source, but it is not known to teach {other.not_taught}"


def described(other: RelatedCertificate) -> str:
    """Return its title, id, level, hours and rating, whether it is retired, and any note."""
    hours = f"{other.hours.display} hours" if other.hours else None
    rated = f"learner rating {other.learner_rating}" if other.learner_rating else None
    about = ", ".join(part for part in (other.id, other.level, hours, rated) if part)
    text = f"{other.title} ({about})"
    if other.retired:
        text += f": {retirement(other.retired, other.successors)}"
    if remark := note(other):
        text += f": {remark}"
    return f"{text} [{source(other.citation)}]" if other.citation else text
