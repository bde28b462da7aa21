"""The other definitions that a definition names, and where it names them."""

from collections.abc import Iterable, Iterator

from certeval.model.advice import FitRule
from certeval.model.agreement import Reference, terms
from certeval.model.audience import Audience
from certeval.model.base import Place
from certeval.model.certificate import Certificate
from certeval.model.role import Role
from certeval.model.skills import Skills


def references(definition: object) -> Iterator[Reference]:
    """All that *definition* names: what ``terms`` has, certificates, roles, and every skill."""
    yield from terms(definition)
    match definition:
        case Certificate():
            yield from _of_certificate(definition)
        case Audience():
            yield from _of_audience(definition)
        case Role():
            yield from _each("skill", definition.skills.core, ("skills", "core"))
            yield from _each("skill", definition.skills.useful, ("skills", "useful"))
        case Skills():
            for number, skill in enumerate(definition.skills):
                yield from _each("skill", skill.parts, ("skills", number, "parts"))


def _of_certificate(certificate: Certificate) -> Iterator[Reference]:
    for number, item in enumerate(certificate.program.prerequisites):
        yield Reference("skill", item.skill, ("program", "prerequisites", number, "skill"))
    for number, figure in enumerate(certificate.program.salaries):
        if figure.role:
            yield Reference("role", figure.role, ("program", "salaries", number, "role"))
    for number, teaching in enumerate(certificate.teaches):
        yield from _each("skill", teaching.skills, ("teaches", number, "skills"))
    for number, phase in enumerate(certificate.curriculum):
        for index, course in enumerate(phase.courses):
            at: Place = ("curriculum", number, "courses", index)
            yield from _each("skill", course.topics, (*at, "topics"))
            yield from _each("skill", course.tools, (*at, "tools"))
    yield from _of_rules(certificate.skip_if, "skip_if")
    yield from _of_rules(certificate.take_if, "take_if")
    for number, gap in enumerate(certificate.gaps):
        yield from _each("skill", gap.skills, ("gaps", number, "skills"))
        yield from _each("certificate", gap.companions, ("gaps", number, "companions"))
    for number, overlap in enumerate(certificate.overlaps):
        yield Reference("certificate", overlap.held, ("overlaps", number, "held"))


def _of_rules(rules: Iterable[FitRule], field: str) -> Iterator[Reference]:
    for number, rule in enumerate(rules):
        for name, skill in (("lacks", rule.when.lacks), ("has", rule.when.has)):
            if skill:
                yield Reference("skill", skill, (field, number, "when", name))
        yield from _each("certificate", rule.instead, (field, number, "instead"))


def _of_audience(audience: Audience) -> Iterator[Reference]:
    if audience.target_role:
        yield Reference("role", audience.target_role, ("target_role",))
    for number, known in enumerate(audience.background.skills):
        yield Reference("skill", known.skill, ("background", "skills", number, "skill"))
    yield from _each(
        "certificate", audience.background.certificates, ("background", "certificates")
    )


def _each(kind: str, names: Iterable[str], at: Place) -> Iterator[Reference]:
    for number, name in enumerate(names):
        yield Reference(kind, name, (*at, number))
