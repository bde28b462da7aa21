"""Which skills of a role does a certificate teach, which are there already, which remain?"""

from collections.abc import Iterable, Iterator, Sequence

from certeval.analysis.citation import cite, each_once, named
from certeval.analysis.figures import share
from certeval.analysis.related_certificates import related_certificate, titles
from certeval.errors import UsageError
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.reader import Reader
from certeval.model.role import Role
from certeval.results.citation import Citation
from certeval.results.gaps import Coverage, Gaps, SkillLine, StatedGap


def role_of(context: Context) -> Role:
    """The role that the question is about.

    Raises:
        UsageError: none is named, and the audience has no target role.

    """
    if context.role is None:
        hint = "name one with `role`; run 'certeval list roles' to see them"
        raise UsageError("no target role", hint)
    return context.role


def gaps(context: Context) -> Gaps:
    """Hold the skills of the role against what *reader* knows and the certificate teaches.

    A skill is known where the reader has it at the role's level, or holds a certificate that
    teaches it. Coverage is the share of the skills that are known (before) or known or taught
    (after).

    Raises:
        UsageError: there is no role.

    """
    role, certificate, reader = role_of(context), context.certificate, context.reader
    known = reader.known_at(role.skills.level)
    taught = reader.vocabulary.ids(certificate.taught())
    lines = skill_lines(role, reader, known, taught)
    stated = tuple(_stated(context))
    return Gaps(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        role=named(role, context.files),
        level=role.skills.level,
        held=tuple(named(one, context.files) for one in context.held),
        skills=lines,
        coverage=tuple(_coverage(lines)),
        stated=stated,
        skill_sources=each_once(_sources(context, role)),
        warnings=(*context.warnings, *teaching_unknown(context.certificate)),
        sources=each_once([*_sources(context, role), *_cited(stated)]),
        today=str(context.today),
        old=context.freshness.words,
    )


def teaching_unknown(certificate: Certificate) -> Iterator[str]:
    """Yield a warning where what *certificate* teaches is not known, and so counts as nothing."""
    if not certificate.taught():
        of = f"the file of '{certificate.id}' does not say what it teaches ('teaches')"
        yield f"{of}: nothing of it is counted"


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


def _stated(context: Context) -> Iterable[StatedGap]:
    for gap in context.certificate.gaps:
        yield StatedGap(
            id=gap.id,
            title=gap.title,
            skills=titles(gap.skills, context.vocabulary),
            why=gap.why,
            companions=tuple(
                related_certificate(context, context.others[name])
                for name in gap.companions
                if name in context.others
            ),
            citation=cite(context, context.certificate, gap),
        )


def _cited(stated: Iterable[StatedGap]) -> Iterator[Citation]:
    for gap in stated:
        yield gap.citation
        yield from (other.citation for other in gap.companions if other.citation)


def _sources(context: Context, role: Role) -> Iterable[Citation]:
    """What is taught rests on the certificate's sources, what is asked for on the role's."""
    certificate = context.certificate
    for fact in (*certificate.teaches, *certificate.courses()):
        yield cite(context, certificate, fact)
    yield from skill_sources(context, role)


def skill_sources(context: Context, role: Role) -> Iterator[Citation]:
    """What it rests on that *role* asks for its skills."""
    for source in role.sources:
        if source.id in role.skills.sources:
            yield cite(context, role, source)
