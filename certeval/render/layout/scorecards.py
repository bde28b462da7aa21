"""Several scorecards of one certificate: a table for each audience, and the ratings together."""

from certeval.analysis.scorecard import Scorecards
from certeval.render.document import Document, Paragraph, Rows
from certeval.render.layout import scorecard


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


def rows(cards: Scorecards) -> Rows:
    """The records of all scorecards, one after the other."""
    records = [record for card in cards.scorecards for record in scorecard.rows(card).records]
    return Rows(scorecard.HEADER, tuple(records))
