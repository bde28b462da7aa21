"""What became of the certificates that a source would add."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from certeval.analysis.citation import cite
from certeval.analysis.related_certificates import related_certificate
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.editorial import SkillsGap
from certeval.model.skills import Vocabulary
from certeval.results.stack import Recommendation

_WORDS = {
    "planned": "in the plan",
    "held": "you hold it",
    "excluded": "excluded",
    "dearer": "the plan has a cheaper or better-documented option",
    "open": "its gap stays open",
    "not needed": "not needed for this role",
}


class Planned(NamedTuple):
    """What a plan came to: ids that are in it, ids that were to be left out, gaps left open.

    ``closes`` tells the gaps that a certificate closes, wholly or in part.
    """

    ids: frozenset[str]
    excluded: frozenset[str]
    left_open: frozenset[str]
    closes: Callable[[Certificate], frozenset[str]]


def recommendations(context: Context, plan: Planned) -> Iterator[Recommendation]:
    """Each certificate that the sources of *context*'s would add, and its state in the plan."""
    held = {one.id for one in context.held}
    for gap in context.certificate.gaps:
        for name in gap.companions:
            other = context.others.get(name)
            if other is None:
                continue
            told = related_certificate(context, other)
            if told.retired:
                state, words = "retired", f"retired on {told.retired}"
                if told.successors:
                    words += f", replaced by {', '.join(told.successors)}"
            else:
                helps = _meant(gap, plan.closes(other), context.vocabulary)
                state = (
                    "planned" if name in plan.ids
                    else "held" if name in held
                    else "excluded" if name in plan.excluded
                    else "not needed" if not helps
                    else "open" if helps <= plan.left_open
                    else "dearer"
                )  # fmt: skip
                words = _WORDS[state]
            cited = cite(context, context.certificate, gap)
            yield Recommendation(gap.title, told, state, words, cited)  # type: ignore[arg-type]


def _meant(gap: SkillsGap, closes: frozenset[str], words: Vocabulary) -> frozenset[str]:
    """Those of the skills that a certificate *closes* which *gap* is about; all where none is."""
    skills = words.ids(gap.skills)
    about = {skill for skill in closes if skill in skills or skills & set(words.parts(skill))}
    return frozenset(about) or closes
