"""The gaps to close and the certificates that could close them, as a cover problem."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from certeval.analysis.related_certificates import titles
from certeval.analysis.stack.candidates import (
    Candidate,
    IntegerUnits,
    RequirementBits,
    candidate_of,
)
from certeval.analysis.stack.offers import Offer, reachable
from certeval.analysis.stack.set_cover import cheapest
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.results.stack import OpenGap


class PlanOptions(NamedTuple):
    """How to plan.

    Attributes:
        budget: the maximum total cost, in USD; None for no limit.
        max_months: the maximum duration, in months; None for no limit.
        excluded: ids of certificates to leave out.
        useful: whether the role's useful skills count as gaps, too.
        hours: low and high hours by the id of a certificate, in place of those of its file.

    """

    budget: Decimal | None = None
    max_months: Decimal | None = None
    excluded: frozenset[str] = frozenset()
    useful: bool = False
    hours: Mapping[str, tuple[Decimal, Decimal]] = {}


DEFAULT_OPTIONS = PlanOptions()


class Choice(NamedTuple):
    """A certificate, and the same as an offer of the cover problem."""

    candidate: Candidate
    offer: Offer


class CoverProblem:
    """The gaps of a context, and the certificates that could close them.

    Attributes:
        bits: the requirements.
        gaps: the bits of each gap, by the id of the skill.
        own: the certificate that the context is about.
        own_is_held: whether the reader holds it.
        free: the other certificates that can be taken, easier ones first.
        unmet: titles of its own prerequisites that no certificate prepares for.

    """

    def __init__(
        self,
        context: Context,
        options: PlanOptions,
        skills: Sequence[str],
        known: frozenset[str],
    ) -> None:
        """Express the question as a cover problem.

        Args:
            context: the certificate, the other certificates, and the reader, with a pace.
            options: how to plan.
            skills: ids of the skills that are gaps.
            known: ids of the skills that count as known; parts of gaps among them are closed.

        """
        reader, others = context.reader, context.others.values()
        self.vocabulary = reader.vocabulary
        self.unmet: tuple[str, ...] = ()
        held = {one.id for one in context.held}
        self.own_is_held = context.certificate.id in held
        self.excluded = [one for one in others if one.id in options.excluded]
        self.retired = [one for one in others if one.retired_on(context.today) is not None]
        left_out = {*held, *options.excluded, *(one.id for one in self.retired)}
        free = [one for one in others if one.id not in left_out]
        candidates = [candidate_of(one, options.hours) for one in (context.certificate, *free)]
        self.bits = RequirementBits(reader)
        self.gaps = self.bits.of_gaps(skills, known)
        needs = [self.bits.of_prerequisites(one.certificate) for one in candidates]
        assert reader.hours_per_week is not None  # noqa: S101 - the caller has checked it
        units = IntegerUnits(candidates, reader.hours_per_week, options.budget, options.max_months)
        self.limits = units.limits
        choices = [
            Choice(one, units.offer(one, self.bits.covered_by(one.certificate), need))
            for one, need in zip(candidates, needs, strict=True)
        ]
        if self.own_is_held:  # it costs nothing and needs nothing anymore
            own_offer = Offer(choices[0].offer.covers, 0, 0, None, 0)
            choices[0] = choices[0]._replace(offer=own_offer)
        self.own, self.free = self._within_reach(
            choices[0], sorted(choices[1:], key=lambda one: one.candidate.rank)
        )

    def _within_reach(self, own: Choice, free: Sequence[Choice]) -> tuple[Choice, list[Choice]]:
        """Drop prerequisites of *own* that nothing covers, and choices that cannot be taken."""
        offers = [one.offer for one in free]
        lost = own.offer.needs & ~reachable(offers, [own.offer])
        if lost:
            self.unmet = titles(self.bits.skills_of(lost), self.vocabulary)
            own = own._replace(offer=own.offer._replace(needs=own.offer.needs & ~lost))
        self.reach = reachable(offers, [own.offer])
        return own, [one for one in free if not one.offer.needs & ~self.reach]

    def closes(self, certificate: Certificate) -> frozenset[str]:
        """Find the gaps that a certificate closes.

        Args:
            certificate: any certificate.

        Returns:
            The ids of the skills, including those that it closes in part.

        """
        covered = self.bits.covered_by(certificate)
        return frozenset(skill for skill, mask in self.gaps.items() if mask & covered)

    def solve(self) -> tuple[list[Choice], list[OpenGap]]:
        """Find the cheapest plan.

        Returns:
            What to take besides the certificate, and the gaps that stay open.

        """
        open_gaps = [
            self._out_of_reach(skill) for skill, mask in self.gaps.items() if mask & ~self.reach
        ]
        closable = [skill for skill, mask in self.gaps.items() if not mask & ~self.reach]
        masks = [self.gaps[skill] for skill in closable]
        offers = [one.offer for one in self.free]
        found = cheapest(masks, offers, [self.own.offer], self.limits)
        if found is None:
            # Even the certificate and the preparation for it exceed the limits.
            no_limits = self.limits._replace(budget=None, max_months=None)
            found = cheapest([], offers, [self.own.offer], no_limits)
        taken = [self.free[at] for at in found.taken] if found else []
        covered = self.own.offer.covers
        for one in taken:
            covered |= one.offer.covers
        still_open = [skill for skill in closable if self.gaps[skill] & ~covered]
        return taken, [*open_gaps, *map(self._beyond_limits, still_open)]

    def _out_of_reach(self, skill: str) -> OpenGap:
        """Return the gap in *skill*, which nothing that can be taken closes."""
        mask = self.gaps[skill]
        retired, excluded = (
            tuple(one.title for one in some if self.bits.covered_by(one) & mask)
            for some in (self.retired, self.excluded)
        )
        in_parts = bool(self.vocabulary.parts(skill))
        title = self.vocabulary.title(skill)
        return OpenGap(skill, title, "none_lists_it", in_parts, retired, excluded)

    def _beyond_limits(self, skill: str) -> OpenGap:
        """Return the gap in *skill*, which cannot be closed within the limits."""
        in_parts = bool(self.vocabulary.parts(skill))
        return OpenGap(skill, self.vocabulary.title(skill), "beyond_limits", in_parts)
