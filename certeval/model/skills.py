"""The vocabulary: every skill that a definition may name, with its title and other names."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from pydantic import Field

from certeval.model.base import Definition, Validated
from certeval.model.identifiers import NewSkillId, SkillId
from certeval.model.problems import Problem, duplicates
from certeval.model.scalars import Text


class Skill(Validated):
    """Something that can be known and taught.

    A skill with ``parts`` is covered where it is named itself, or where its parts are: ``any``
    one of them or ``all``, as ``parts_needed`` says.
    """

    id: NewSkillId
    title: Text
    aliases: tuple[NewSkillId, ...] = ()
    parts: tuple[SkillId, ...] = ()
    parts_needed: Literal["any", "all"] | None = None

    def problems(self) -> Iterator[Problem]:
        yield from duplicates(self.parts, ("parts",), None, "skill")
        if self.id in self.parts:
            yield Problem(("parts", self.parts.index(self.id)), "a skill is no part of itself")
        if self.parts and self.parts_needed is None:
            hint = "add parts_needed: any, or all"
            yield Problem(("parts",), "parts without saying how many of them are needed", hint)
        if self.parts_needed and not self.parts:
            yield Problem(("parts_needed",), "no parts are named", "add parts, or leave it out")


class Skills(Definition):
    """A list of skills. Those of several libraries are put together, the first of an id counts."""

    kind: Literal["skills"]
    skills: tuple[Skill, ...] = Field(min_length=1)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from duplicates([skill.id for skill in self.skills], ("skills",), "id", "skill")
        owners = {skill.id: skill.id for skill in self.skills}
        for number, skill in enumerate(self.skills):
            for index, alias in enumerate(skill.aliases):
                owner = owners.setdefault(alias, skill.id)
                if owner != skill.id or alias in (skill.id, *skill.aliases[:index]):
                    message = f"alias '{alias}' is a name of '{owner}' already"
                    hint = "a name means one skill, and is given once"
                    yield Problem(("skills", number, "aliases", index), message, hint)
        whole = {skill.id for skill in self.skills if skill.parts}
        for number, skill in enumerate(self.skills):
            for index, part in enumerate(skill.parts):
                if owners.get(part) in whole and part != skill.id:
                    message = f"the part '{part}' has parts of its own"
                    hint = "name those here: parts go one level deep"
                    yield Problem(("skills", number, "parts", index), message, hint)


class Vocabulary(NamedTuple):
    """Skills by id, and the id that each name means (an id means itself)."""

    skills: Mapping[str, Skill]
    names: Mapping[str, str]

    def id(self, name: str) -> str:
        """The id that *name* means; a name that is unknown stands for itself."""
        return self.names.get(name, name)

    def ids(self, names: Iterable[str]) -> frozenset[str]:
        """The ids that *names* mean."""
        return frozenset(self.id(name) for name in names)

    def title(self, name: str) -> str:
        """What people call the skill *name*."""
        skill = self.skills.get(self.id(name))
        return skill.title if skill else name

    def parts(self, name: str) -> tuple[str, ...]:
        """The ids of the parts of the skill *name*; none where it is not divided."""
        skill = self.skills.get(self.id(name))
        return tuple(self.id(part) for part in skill.parts) if skill else ()

    def needs_all(self, name: str) -> bool:
        """Whether every part of the skill *name* has to be covered for it to be."""
        skill = self.skills.get(self.id(name))
        return skill is not None and skill.parts_needed == "all"

    def covers(self, known: AbstractSet[str], name: str) -> bool:
        """Whether somebody who knows the ids *known* knows the skill *name*."""
        found = [part in known for part in self.parts(name)]
        by_parts = bool(found) and (all(found) if self.needs_all(name) else any(found))
        return self.id(name) in known or by_parts


def vocabulary(definitions: Iterable[Skills]) -> Vocabulary:
    """The skills of all *definitions*; where two have an id or a name, the first counts."""
    skills: dict[str, Skill] = {}
    names: dict[str, str] = {}
    for definition in definitions:
        for skill in definition.skills:
            if skills.setdefault(skill.id, skill) is skill:
                names[skill.id] = skill.id
    for skill in skills.values():
        for alias in skill.aliases:
            names.setdefault(alias, skill.id)
    return Vocabulary(skills, names)
