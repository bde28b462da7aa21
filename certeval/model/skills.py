"""The vocabulary: the skills that definitions may name, with their titles and other names."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Literal, NamedTuple

from pydantic import Field

from certeval.model.base import Definition, Frozen, Validated
from certeval.model.identifiers import AreaId, NewAreaId, NewSkillId, SkillId
from certeval.model.naming import Naming
from certeval.model.problems import Problem, duplicates
from certeval.model.scalars import Text


class Skill(Validated):
    """A skill. One with parts is also covered if enough of its parts are."""

    id: NewSkillId
    """The id by which other files name it, for example python."""

    title: Text
    """The name that people read, for example Python."""

    area: AreaId | None = None
    """The id of the area of the field that it belongs to, for example deep-learning."""

    aliases: tuple[NewSkillId, ...] = ()
    """Other ids that mean the same skill, for example [python3]."""

    names: tuple[Naming, ...] = ()
    """Names that job postings use and that are ambiguous, or are no ids, for example C++."""

    parts: tuple[SkillId, ...] = ()
    """Ids of narrower skills that it consists of, for example [excel]."""

    parts_needed: Literal["any", "all"] | None = None
    """How many of the parts cover the skill: any of them, or all."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the fields, each of which is valid alone."""
        yield from duplicates(self.parts, ("parts",), None, "skill")
        if self.id in self.parts:
            yield Problem(("parts", self.parts.index(self.id)), "a skill cannot be part of itself")
        if self.parts and self.parts_needed is None:
            hint = "add 'parts_needed: any' or 'parts_needed: all'"
            yield Problem(("parts",), "parts without parts_needed", hint)
        if self.parts_needed and not self.parts:
            yield Problem(
                ("parts_needed",), "parts_needed without parts", "add 'parts', or remove it"
            )


class Area(Frozen):
    """An area of the field: what a broad program teaches something of."""

    id: NewAreaId
    """The id by which skills name it, for example deep-learning."""

    title: Text
    """The name that people read, for example Deep learning."""


class Skills(Definition):
    """A list of skills. The lists of all libraries are merged; the first one with an id counts."""

    kind: Literal["skills"]
    """The kind of definition: always skills."""

    areas: tuple[Area, ...] = ()
    """The areas of the field that skills belong to."""

    skills: tuple[Skill, ...] = Field(min_length=1)
    """The skills that definitions may name."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the parts, each of which is valid alone."""
        yield from super().problems()
        yield from duplicates([skill.id for skill in self.skills], ("skills",), "id", "skill")
        areas = [area.id for area in self.areas]
        yield from duplicates(areas, ("areas",), "id", "area")
        owners = {skill.id: skill.id for skill in self.skills}
        for number, skill in enumerate(self.skills):
            for index, alias in enumerate(skill.aliases):
                owner = owners.setdefault(alias, skill.id)
                if owner != skill.id or alias in (skill.id, *skill.aliases[:index]):
                    message = f"alias '{alias}' already means '{owner}'"
                    hint = "each name can mean one skill only, and is listed once"
                    yield Problem(("skills", number, "aliases", index), message, hint)
        whole = {skill.id for skill in self.skills if skill.parts}
        for number, skill in enumerate(self.skills):
            for index, part in enumerate(skill.parts):
                if owners.get(part) in whole and part != skill.id:
                    message = f"the part '{part}' has parts of its own"
                    hint = "list those here instead: parts cannot have parts"
                    yield Problem(("skills", number, "parts", index), message, hint)


class Vocabulary(NamedTuple):
    """Skills by id, and the id that each name means (an id means itself)."""

    skills: Mapping[str, Skill]
    names: Mapping[str, str]
    areas: Mapping[str, str] = MappingProxyType({})  # titles by id

    def id(self, name: str) -> str:
        """Return the id that *name* means; an unknown name is returned unchanged."""
        return self.names.get(name, name)

    def ids(self, names: Iterable[str]) -> frozenset[str]:
        """Return the ids that *names* mean."""
        return frozenset(self.id(name) for name in names)

    def title(self, name: str) -> str:
        """Return the title of the skill *name*, or the name if it is unknown."""
        skill = self.skills.get(self.id(name))
        return skill.title if skill else name

    def area(self, name: str) -> str | None:
        """Return the id of the area that the skill *name* belongs to; None where it has none."""
        skill = self.skills.get(self.id(name))
        return skill.area if skill else None

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the ids of the parts of the skill *name*; none if it has no parts."""
        skill = self.skills.get(self.id(name))
        return tuple(self.id(part) for part in skill.parts) if skill else ()

    def needs_all(self, name: str) -> bool:
        """Return whether the skill *name* is covered only if all its parts are."""
        skill = self.skills.get(self.id(name))
        return skill is not None and skill.parts_needed == "all"

    def covers(self, known: AbstractSet[str], name: str) -> bool:
        """Return whether the skills with the ids *known* cover the skill *name*."""
        found = [part in known for part in self.parts(name)]
        by_parts = bool(found) and (all(found) if self.needs_all(name) else any(found))
        return self.id(name) in known or by_parts


def vocabulary(definitions: Iterable[Skills]) -> Vocabulary:
    """Merge the skills of all *definitions*; the first skill with an id, or name, counts."""
    skills: dict[str, Skill] = {}
    names: dict[str, str] = {}
    areas: dict[str, str] = {}
    for definition in definitions:
        for area in definition.areas:
            areas.setdefault(area.id, area.title)
        for skill in definition.skills:
            if skills.setdefault(skill.id, skill) is skill:
                names[skill.id] = skill.id
    for skill in skills.values():
        for alias in skill.aliases:
            names.setdefault(alias, skill.id)
    return Vocabulary(skills, names, areas)
