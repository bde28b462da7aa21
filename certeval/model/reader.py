"""The reader: the person asking a question, described by an audience and their own answers."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, get_args

from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.levels import SkillLevel
from certeval.model.skills import Vocabulary

LEVELS: tuple[str, ...] = get_args(SkillLevel)
"""How well a skill is known, in rising order."""

NOT_AT_ALL = LEVELS[0]
"""The level of those who do not know a skill; a rule that needs it needs nothing."""


class Answers(NamedTuple):
    """What you say about yourself; it takes precedence over the audience. Empty is not answered.

    ``skills`` are levels by skill, ``years`` are years of work by field.
    """

    skills: Mapping[str, str] = {}
    years: Mapping[str, Fraction] = {}
    goals: Sequence[str] = ()
    deadline_days: int | None = None
    hours_per_week: Fraction | None = None

    @property
    def describe_reader(self) -> bool:
        """Whether they describe the reader, and not only the time that there is."""
        return bool(self.skills or self.years or self.goals or self.deadline_days is not None)


NO_ANSWERS = Answers()


class Reader(NamedTuple):
    """The person asking. Skills and fields that are not listed are unknown.

    ``taught`` are the ids of the skills that their certificates teach.
    """

    skills: Mapping[str, str]
    years: Mapping[str, Fraction]
    goals: frozenset[str]
    deadline_days: int | None
    hours_per_week: Fraction | None
    taught: frozenset[str]
    vocabulary: Vocabulary

    def level(self, skill: str) -> str:
        """Return how well the reader knows *skill*, directly or, for a skill with parts, through
        these.
        """
        own = self.skills.get(self.vocabulary.id(skill), NOT_AT_ALL)
        parts = [self.skills.get(part, NOT_AT_ALL) for part in self.vocabulary.parts(skill)]
        choose = min if self.vocabulary.needs_all(skill) else max
        by_parts = choose(parts, key=LEVELS.index) if parts else NOT_AT_ALL
        return max(own, by_parts, key=LEVELS.index)

    def known_at(self, level: str) -> frozenset[str]:
        """Return the ids of skills known at *level* or better, and of those that certificates
        teach.
        """
        least = LEVELS.index(level)
        known = {name for name, has in self.skills.items() if LEVELS.index(has) >= least}
        return self.taught | known


def reader_of(
    audience: Audience | None,
    vocabulary: Vocabulary,
    held: Iterable[Certificate] = (),
    answers: Answers = NO_ANSWERS,
) -> Reader:
    """Return the reader that *audience* and *answers* describe.

    Args:
        audience: the kind of reader; None knows nothing and has unlimited time.
        vocabulary: the meaning of skill names.
        held: the certificates that the reader holds.
        answers: what the reader says. Skills and years replace the audience's one by one, goals all
            at once.

    Returns:
        The reader.

    """
    background = audience.background if audience else None
    known = {item.skill: item.level for item in background.skills} if background else {}
    worked = background.experience if background else ()
    skills: dict[str, str] = {vocabulary.id(name): level for name, level in known.items()}
    skills |= {vocabulary.id(name): level for name, level in answers.skills.items()}
    deadline = answers.deadline_days
    if deadline is None and audience:
        deadline = audience.deadline_days
    hours = Fraction(audience.hours_per_week) if audience else None
    return Reader(
        skills=skills,
        years={**{item.field: Fraction(item.years) for item in worked}, **answers.years},
        goals=frozenset(answers.goals or (audience.goals if audience else ())),
        deadline_days=deadline,
        hours_per_week=answers.hours_per_week or hours,
        taught=frozenset(vocabulary.id(skill) for one in held for skill in one.taught()),
        vocabulary=vocabulary,
    )
