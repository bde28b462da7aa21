"""The criteria of a rubric: what is scored, how much it counts, and in which groups."""

from collections.abc import Mapping

from certeval.model.base import Frozen
from certeval.model.evidence import CriterionEvidence
from certeval.model.identifiers import Identifier, NewCriterionId
from certeval.model.scalars import Number, Text
from certeval.model.value_function import ValueFunction
from certeval.model.weights import Weighted


class Anchor(Frozen):
    """A description of what earns a certain raw score."""

    score: Number
    """The raw score, in points of the scale, for example 7."""

    looks_like: Text
    """What a certificate with about this score looks like, in a sentence."""


class Part(Weighted):
    """What a rubric is made of: criteria, and groups of them."""

    id: Identifier
    """The name by which other parts and files refer to it, for example cost."""

    group: Identifier | None = None
    """The id of the group that it belongs to, for example cost. Its weight is a share of the
    group's.
    """


class Criterion(Part):
    """A criterion of the rubric. The source is that of its weight."""

    id: NewCriterionId
    """The name by which other files refer to it, for example hiring-impact."""

    title: Text
    """The name that people read, for example Hiring Impact."""

    question: Text
    """The question that a score answers: Do employers know the name?"""

    anchors: tuple[Anchor, ...] = ()
    """Descriptions of some raw scores, so that two people score alike."""

    value_function: ValueFunction | None = None
    """How what is measured, such as a price, becomes a score. Without it, scores are given."""

    minimum: Number | None = None
    """The lowest score that is acceptable, in points of the scale, for example 5. Whatever scores
    less fails, and ranks after all that pass.
    """

    evidence: CriterionEvidence | None = None
    """How the criterion is judged from facts, beside a reviewer's opinion."""


class Group(Part):
    """A group of criteria that share a weight. The source is that of the weight."""

    id: Identifier
    """The name by which its criteria refer to it, for example cost."""

    title: Text
    """The name that people read, for example Cost."""


def outer_groups(part: Part, groups: Mapping[str, Group]) -> tuple[str, ...]:
    """Return the ids of the groups around *part*, the innermost first.

    Args:
        part: a criterion or a group.
        groups: all groups of the rubric by id.

    Returns:
        The ids; of groups inside each other, each one once.

    """
    found: list[str] = []
    inner = part.group
    while inner is not None and inner in groups and inner not in found:
        found.append(inner)
        inner = groups[inner].group
    return tuple(found)
