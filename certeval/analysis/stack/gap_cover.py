"""How gaps can be closed: which certificates can be taken, and the best set of them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from certeval.analysis.related_certificates import titles
from certeval.analysis.stack.candidates import Bits, Limits, Load, Units, load_of
from certeval.analysis.stack.set_cover import Offer, Terms, cheapest, reachable
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.results.stack import OpenGap


class PlanOptions(NamedTuple):
    """How to plan. ``hours`` are tried in place of those of a certificate, by its id; ``useful``
    counts the role's useful skills as gaps, too."""

    limits: Limits = Limits()
    excluded: frozenset[str] = frozenset()
    useful: bool = False
    hours: Mapping[str, tuple[Decimal, Decimal]] = {}


NO_WISHES = PlanOptions()


Taken = tuple[Load, Offer]


class Table:
    """The gaps of a context, and what can be taken to close them, as a cover problem."""

    def __init__(
        self,
        context: Context,
        wishes: PlanOptions,
        asked: Sequence[str],
        known: frozenset[str],
    ) -> None:
        """*asked* are the gaps, by skill; of their parts, those that are *known* are closed."""
        self.context, reader = context, context.reader
        self.reader = reader
        self.unmet: tuple[str, ...] = ()
        self.bits = Bits(reader)
        held = {one.id for one in context.held}
        self.own_is_held = context.certificate.id in held
        self.excluded = [one for one in context.others.values() if one.id in wishes.excluded]
        self.gone = [
            one for one in context.others.values() if one.retired_on(context.today) is not None
        ]
        free = [
            one
            for one in context.others.values()
            if one not in self.gone and one.id not in held and one.id not in wishes.excluded
        ]
        loads = [load_of(one, wishes.hours) for one in (context.certificate, *free)]
        self.gaps = self.bits.of_gaps(asked, known)
        needs = [self.bits.of_prerequisites(load.certificate) for load in loads]
        assert reader.hours_per_week is not None  # noqa: S101 - stack has seen to it
        self.hours_per_week = reader.hours_per_week
        units = Units(loads, reader.hours_per_week, wishes.limits)
        self.terms: Terms = units.terms
        taken = [
            (load, units.offer(load, self.bits.covered_by(load.certificate), need, load.high))
            for load, need in zip(loads, needs, strict=True)
        ]
        if self.own_is_held:  # what is done costs nothing, and asks for nothing any more
            done = Offer(taken[0][1].covers, 0, 0, None, 0)
            taken[0] = (taken[0][0], done)
        self.own, self.free = self._within_reach(
            taken[0], sorted(taken[1:], key=lambda one: one[0].rank)
        )

    def _within_reach(self, own: Taken, free: Sequence[Taken]) -> tuple[Taken, list[Taken]]:
        """*own*, less prerequisites that nothing prepares for; and what of *free* can be taken."""
        offers = [offer for _, offer in free]
        lost = own[1].needs & ~reachable(offers, [own[1]])
        if lost:
            self.unmet = titles(self.bits.skills_of(lost), self.reader.vocabulary)
            own = (own[0], own[1]._replace(needs=own[1].needs & ~lost))
        self.reach = reachable(offers, [own[1]])
        return own, [one for one in free if not one[1].needs & ~self.reach]

    def closes(self, certificate: Certificate) -> frozenset[str]:
        """The gaps that *certificate* closes, or a part of which it does."""
        covered = self.bits.covered_by(certificate)
        return frozenset(skill for skill, mask in self.gaps.items() if mask & covered)

    def solve(self) -> tuple[list[Taken], list[OpenGap]]:
        """What to take beside the certificate, and which gaps stay open."""
        open_gaps = [
            self._out_of_reach(skill) for skill, mask in self.gaps.items() if mask & ~self.reach
        ]
        closable = [skill for skill, mask in self.gaps.items() if not mask & ~self.reach]
        masks = [self.gaps[skill] for skill in closable]
        offers = [offer for _, offer in self.free]
        found = cheapest(masks, offers, [self.own[1]], self.terms)
        if found is None:
            # Not even the certificate and what has to come before it keep within the limits.
            no_limits = self.terms._replace(budget=None, most_months=None)
            found = cheapest([], offers, [self.own[1]], no_limits)
        taken = [self.free[at] for at in found.taken] if found else []
        covered = self.own[1].covers
        for _, offer in taken:
            covered |= offer.covers
        still = [skill for skill in closable if self.gaps[skill] & ~covered]
        return taken, [*open_gaps, *map(self._beyond, still)]

    def _out_of_reach(self, skill: str) -> OpenGap:
        title = self.reader.vocabulary.title(skill)
        late = [one for one in self.gone if self.bits.covered_by(one) & self.gaps[skill]]
        whole = "all of it" if self.reader.vocabulary.parts(skill) else "it"
        words = f"no certificate in the library that is still offered teaches {whole}"
        if late:
            words += f"; {', '.join(one.title for one in late)} is retired"
        if without := [
            one for one in self.excluded if self.bits.covered_by(one) & self.gaps[skill]
        ]:
            words += f"; {', '.join(one.title for one in without)} is excluded"
        return OpenGap(skill, title, "nothing teaches it", words)

    def _beyond(self, skill: str) -> OpenGap:
        title = self.reader.vocabulary.title(skill)
        return OpenGap(skill, title, "beyond the limits", "cannot be closed within the limits")
