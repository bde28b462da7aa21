"""Which skills of a role does a certificate teach, which are there already, which remain?"""

from collections.abc import Iterable, Iterator, Sequence

from certeval.analysis.about import audience_of, certificate_of, untold
from certeval.analysis.citation import Freshness, each_once
from certeval.analysis.companions import companion, titles
from certeval.analysis.exact import share
from certeval.analysis.reader import Reader
from certeval.errors import UsageError
from certeval.model.certificate import Certificate
from certeval.model.role import Role
from certeval.model.setting import Setting
from certeval.results.citation import Citation, Named
from certeval.results.gaps import Coverage, Gaps, SkillLine, StatedGap


def role_of(setting: Setting) -> Role:
    """The role that the question is about.

    Raises:
        UsageError: none is named, and the audience has no target role.

    """
    if setting.role is None:
        hint = "name one with --role; 'certeval list roles' lists them"
        raise UsageError("which role? The audience has no target_role", hint)
    return setting.role


def gaps(setting: Setting, reader: Reader, freshness: Freshness) -> Gaps:
    """Hold the skills of the role against what *reader* knows and the certificate teaches.

    A skill is known where the reader has it at the role's level, or holds a certificate that
    teaches it. Coverage is the share of the skills that are known (before) or known or taught
    (after).

    Raises:
        UsageError: there is no role.

    """
    role, certificate = role_of(setting), setting.certificate
    known = reader.known_at(role.skills.level)
    taught = reader.vocabulary.ids(certificate.taught())
    lines = skill_lines(role, reader, known, taught)
    stated = tuple(_stated(setting, freshness))
    return Gaps(
        certificate=certificate_of(setting),
        audience=audience_of(setting),
        role=Named(role.id, role.title, setting.file_of(role)),
        level=role.skills.level,
        held=tuple(Named(one.id, one.title, setting.file_of(one)) for one in setting.held),
        skills=lines,
        coverage=tuple(_coverage(lines)),
        stated=stated,
        skill_sources=each_once(_sources(certificate, role, freshness)),
        warnings=(*setting.warnings, *untold(setting)),
        sources=each_once([*_sources(certificate, role, freshness), *_cited(stated)]),
        today=str(setting.today),
        old=freshness.words,
    )


def skill_lines(
    role: Role, reader: Reader, known: frozenset[str], taught: frozenset[str]
) -> tuple[SkillLine, ...]:
    """Each skill of *role*, core ones first: known, taught, or remaining."""
    words = reader.vocabulary
    lines: list[SkillLine] = []
    for importance, names in (("core", role.skills.core), ("useful", role.skills.useful)):
        for name in names:
            if words.id(name) in {line.skill for line in lines}:
                continue  # named twice, by two of its names
            state = "remains"
            missing: tuple[str, ...] = ()
            if words.covers(known, name):
                state = "known"
            elif words.covers(known | taught, name):
                state = "taught"
            elif words.needs_all(name):
                missing = tuple(part for part in words.parts(name) if part not in known | taught)
                missing = missing if len(missing) < len(words.parts(name)) else ()
            lines.append(
                SkillLine(
                    words.id(name),
                    words.title(name),
                    importance,  # type: ignore[arg-type]
                    state,  # type: ignore[arg-type]
                    titles(missing, words),
                )
            )
    return tuple(lines)


def _coverage(lines: Sequence[SkillLine]) -> Iterable[Coverage]:
    for importance in ("core", "useful"):
        states = [line.state for line in lines if line.importance == importance]
        remain = states.count("remains")
        yield Coverage(
            importance,
            before=share(states.count("known"), len(states)),
            after=share(len(states) - remain, len(states)),
        )


def _stated(setting: Setting, freshness: Freshness) -> Iterable[StatedGap]:
    for gap in setting.certificate.gaps:
        yield StatedGap(
            id=gap.id,
            title=gap.title,
            skills=titles(gap.skills, setting.vocabulary),
            why=gap.why,
            companions=tuple(
                companion(setting.others[name], freshness)
                for name in gap.companions
                if name in setting.others
            ),
            citation=freshness.cite(setting.certificate, gap),
        )


def _cited(stated: Iterable[StatedGap]) -> Iterator[Citation]:
    for gap in stated:
        yield gap.citation
        yield from (other.citation for other in gap.companions if other.citation)


def _sources(certificate: Certificate, role: Role, freshness: Freshness) -> Iterable[Citation]:
    """What is taught rests on the certificate's sources, what is asked for on the role's."""
    for fact in (*certificate.teaches, *certificate.courses()):
        yield freshness.cite(certificate, fact)
    yield from skill_sources(role, freshness)


def skill_sources(role: Role, freshness: Freshness) -> Iterator[Citation]:
    """What it rests on that *role* asks for its skills."""
    for source in role.sources:
        if source.id in role.skills.sources:
            yield freshness.citation(source, source.date)
