"""Prices of a certificate: a monthly subscription, a price for the program, exam fees."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.model.certificate import Certificate
from certeval.model.program import Price


class Prices(NamedTuple):
    """The prices that count: the first of each kind in the certificate.

    ``monthly`` is the subscription; ``once`` is paid for the whole program or for each attempt at
    an exam.
    """

    monthly: Price | None
    once: tuple[Price, ...]

    @property
    def known(self) -> bool:
        """Whether there is any price."""
        return self.monthly is not None or bool(self.once)

    @property
    def subscription(self) -> str | None:
        """The product subscribed to if it covers other programs too; else None."""
        monthly = self.monthly
        return monthly.product if monthly and monthly.covers_other_programs else None

    @property
    def per_month(self) -> Fraction:
        """USD per month; 0 without a subscription."""
        return Fraction(self.monthly.amount_usd) if self.monthly else Fraction()

    @property
    def fees(self) -> Fraction:
        """USD paid once, with one attempt at each exam."""
        return sum((Fraction(price.amount_usd) for price in self.once), Fraction())

    def at(self, amount: Decimal) -> "Prices":
        """Return these prices with *amount* in place of the first.

        Args:
            amount: USD, 0 or more: per month, or without a subscription, once.

        Returns:
            New prices; at least one price is known.

        """
        if self.monthly:
            return self._replace(monthly=self.monthly.model_copy(update={"amount_usd": amount}))
        first, *rest = self.once
        return self._replace(once=(first.model_copy(update={"amount_usd": amount}), *rest))


def prices_of(certificate: Certificate) -> Prices:
    """Return the prices of *certificate* that count.

    Args:
        certificate: Its prices may be several of a kind: the first counts, and a price per month
            comes before one for the whole program.

    Returns:
        The prices, which may be none.

    """
    first: dict[str, Price] = {}
    for price in certificate.program.prices:
        first.setdefault(price.per, price)
    monthly = first.get("month")
    whole = None if monthly else first.get("program")
    once = [price for price in (whole, first.get("attempt")) if price]
    return Prices(monthly, tuple(once))
