"""Whether a rating is high enough."""

from decimal import Decimal

from certeval.analysis.scorecard import Scorecard


def shortfall(card: Scorecard, least: Decimal) -> str | None:
    """What to say where the rating, as it is printed, is below *least*; None where it is not."""
    if card.rating >= least:
        return None
    reader = f" for {card.audience.id}" if card.audience else ""
    return (
        f"{card.certificate.id}{reader}: rating {card.rating_display} is below {least:f} "
        f"(exact total {card.total_display})"
    )
