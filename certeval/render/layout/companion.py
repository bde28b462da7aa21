"""Another certificate, in a line."""

from certeval.render.layout.citations import source
from certeval.results.companion import Companion


def described(other: Companion) -> str:
    """Title and id, level and hours, and what is to be known: retired, with successors."""
    hours = f"{other.hours.display} hours" if other.hours else None
    rated = f"rated {other.learner_rating}" if other.learner_rating else None
    about = ", ".join(part for part in (other.id, other.level, hours, rated) if part)
    text = f"{other.title} ({about})"
    if other.retired:
        text += f": cannot be taken any more since {other.retired}"
        if other.successors:
            text += f"; in its place: {', '.join(other.successors)}"
    if other.note:
        text += f": {other.note}"
    return f"{text} [{source(other.citation)}]" if other.citation else text
