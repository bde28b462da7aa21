"""What is paid for a certificate: a subscription by the month, a price for all of it, exam fees."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.model.certificate import Certificate
from certeval.model.program import Price


class Prices(NamedTuple):
    """The prices to reckon with: of each kind the first that the file gives.

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
        """What is subscribed to, where that covers other programs, too; else None."""
        monthly = self.monthly
        return monthly.product if monthly and monthly.covers_other_programs else None

    @property
    def per_month(self) -> Fraction:
        """USD a month; 0 without a subscription."""
        return Fraction(self.monthly.amount_usd) if self.monthly else Fraction()

    @property
    def fees(self) -> Fraction:
        """USD that are paid once, with one attempt at each exam."""
        return sum((Fraction(price.amount_usd) for price in self.once), Fraction())

    def at(self, amount: Decimal) -> "Prices":
        """These prices with *amount* for the first: the month's, or else what is paid once."""
        if self.monthly:
            return self._replace(monthly=self.monthly.model_copy(update={"amount_usd": amount}))
        first, *rest = self.once
        return self._replace(once=(first.model_copy(update={"amount_usd": amount}), *rest))


def prices_of(certificate: Certificate) -> Prices:
    """The prices of *certificate*. A program has a price by the month or a whole one, not both."""
    first: dict[str, Price] = {}
    for price in certificate.program.prices:
        first.setdefault(price.per, price)
    monthly = first.get("month")
    whole = None if monthly else first.get("program")
    once = [price for price in (whole, first.get("attempt")) if price]
    return Prices(monthly, tuple(once))
