"""Whether the certificates that sources recommend are in the plan, and if not, why."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from certeval.analysis.citation import cite
from certeval.analysis.related_certificates import related_certificate
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.editorial import SkillsGap
from certeval.model.skills import Vocabulary
from certeval.results.stack import Recommendation


class PlanOutcome(NamedTuple):
    """A plan as far as recommendations depend on it.

    Attributes:
        ids: ids of the certificates that it adds.
        excluded: ids of the certificates that were left out on request.
        left_open: ids of the skills whose gaps stay open.
        closes: finds the skills whose gaps a certificate closes, wholly or in part.

    """

    ids: frozenset[str]
    excluded: frozenset[str]
    left_open: frozenset[str]
    closes: Callable[[Certificate], frozenset[str]]


def recommendations(context: Context, plan: PlanOutcome) -> Iterator[Recommendation]:
    """Compare a plan with what the sources of the certificate recommend.

    Args:
        context: the certificate, the other certificates and the reader.
        plan: the plan.

    Yields:
        Each recommended certificate of the library, and its state in the plan.

    """
    held = {one.id for one in context.held}
    for gap in context.certificate.gaps:
        for name in gap.companions:
            other = context.others.get(name)
            if other is None:
                continue
            related = related_certificate(context, other)
            helps = _relevant(gap, plan.closes(other), context.vocabulary)
            state = (
                "retired" if related.retired
                else "planned" if name in plan.ids
                else "held" if name in held
                else "excluded" if name in plan.excluded
                else "exam" if other.only_attests
                else "not_needed" if not helps
                else "open" if helps <= plan.left_open
                else "more_expensive"
            )  # fmt: skip
            cited = cite(context, context.certificate, gap)
            yield Recommendation(gap.title, related, state, cited)  # type: ignore[arg-type]


def _relevant(gap: SkillsGap, closes: frozenset[str], words: Vocabulary) -> frozenset[str]:
    """Return those of the skills *closes* that *gap* is about, or all of them if there are none."""
    skills = words.ids(gap.skills)
    about = {skill for skill in closes if skill in skills or skills & set(words.parts(skill))}
    return frozenset(about) or closes
