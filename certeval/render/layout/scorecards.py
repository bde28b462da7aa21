"""Lay out the scorecards of one certificate: a table per audience, then all ratings."""

from certeval.render.document import Document, Paragraph
from certeval.render.layout import scorecard
from certeval.results.scorecard import Scorecards


def document(cards: Scorecards, *, explain: bool = False) -> Document:
    """Return one table per audience, and a closing line with all ratings."""
    blocks = [
        block for card in cards.scorecards for block in scorecard.document(card, explain=explain)
    ]
    ratings = ", ".join(
        f"{card.audience.title if card.audience else 'no audience'} "
        f"{card.rating} / {card.scale_max_display}"
        for card in cards.scorecards
    )
    return (*blocks, Paragraph(f"Ratings: {ratings}", "strong"))
