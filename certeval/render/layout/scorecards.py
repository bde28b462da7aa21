"""Several scorecards of one certificate: a table for each audience, and the ratings together."""

from certeval.render.document import Document, Paragraph
from certeval.render.layout import scorecard
from certeval.results.scorecard import Scorecards


def document(cards: Scorecards, *, explain: bool = False) -> Document:
    """One table for each audience, and a closing line with all ratings."""
    blocks = [
        block for card in cards.scorecards for block in scorecard.document(card, explain=explain)
    ]
    ratings = ", ".join(
        f"{card.audience.title if card.audience else 'no audience'} "
        f"{card.rating_display} / {card.scale_max_display}"
        for card in cards.scorecards
    )
    return (*blocks, Paragraph(f"Ratings: {ratings}", "strong"))
