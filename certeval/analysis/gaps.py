"""Skills gaps: the skills of a role that the reader knows, the certificate teaches, or neither."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from certeval.analysis.citation import cite, each_once, named
from certeval.analysis.figures import percentage, share
from certeval.analysis.related_certificates import related_certificate, titles
from certeval.errors import UsageError
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.reader import Reader
from certeval.model.role import Role
from certeval.results.citation import Citation
from certeval.results.gaps import Coverage, Gaps, SkillDemand, SkillLine, State, StatedGap


def role_of(context: Context) -> Role:
    """Return the role that the question is about.

    Args:
        context: A question that needs a role.

    Returns:
        The role named, or else the audience's target role.

    Raises:
        UsageError: No role is named, and the audience has no target role.

    """
    if context.role is None:
        hint = "name one with `role`; run 'certeval list roles' to see them"
        raise UsageError("no target role", hint)
    return context.role


def gaps(context: Context) -> Gaps:
    """Compare the skills of the role with what the reader knows and the certificate teaches.

    A skill is known if the reader has it at the role's level, or holds a certificate that teaches
    it. Coverage is the share of skills known (before), and known, taught or attested (after).

    Args:
        context: The certificate, the role, and the reader.

    Returns:
        Every skill of the role with its state, the coverage, and the gaps that sources name.

    Raises:
        UsageError: There is no role.

    """
    role, certificate = role_of(context), context.certificate
    demand = _demand(context, role)
    lines = tuple(
        replace(line, demand=demand.get(line.skill))
        for line in skill_lines(role, context.reader, certificate)
    )
    stated = tuple(_stated(context))
    return Gaps(
        certificate=named(certificate, context.files),
        audience=named(context.audience, context.files),
        role=named(role, context.files),
        level=role.skills.level,
        held=tuple(named(one, context.files) for one in context.held),
        skills=lines,
        coverage=tuple(_coverage(lines)),
        teaches_complete=certificate.is_complete("teaches"),
        stated=stated,
        skill_sources=each_once(_sources(context, role)),
        teaches_unknown=not certificate.taught(),
        warnings=context.warnings,
        sources=each_once(
            [
                *_sources(context, role),
                *(line.demand.citation for line in lines if line.demand),
                *_cited(stated),
            ]
        ),
        today=str(context.today),
        old=context.freshness.words,
    )


def _demand(context: Context, role: Role) -> dict[str, SkillDemand]:
    """Return by skill how many of the role's postings ask for it, as its first source has it."""
    found: dict[str, SkillDemand] = {}
    for count in role.demand:
        share_percent = percentage(Fraction(100 * count.postings, count.of))
        cited = cite(context, role, count)
        demand = SkillDemand(count.postings, count.of, share_percent, cited)
        found.setdefault(context.vocabulary.id(count.skill), demand)
    return found


def skill_lines(role: Role, reader: Reader, certificate: Certificate) -> tuple[SkillLine, ...]:
    """Return the skills of *role* with their states.

    Args:
        role: Its skills may be named by id or alias.
        reader: What they know, and the vocabulary.
        certificate: What it teaches, or attests if it is an exam.

    Returns:
        Each skill once, core skills first.

    """
    words, known = reader.vocabulary, reader.known_at(role.skills.level)
    taught = words.ids(certificate.taught())
    by_certificate: State = "attested" if certificate.only_attests else "taught"
    by_neither: State = "remains" if certificate.is_complete("teaches") else "not_listed"
    lines: list[SkillLine] = []
    for importance, names in (("core", role.skills.core), ("useful", role.skills.useful)):
        for name in names:
            if words.id(name) in {line.skill for line in lines}:
                continue  # listed twice, under different names
            state = by_neither
            missing: tuple[str, ...] = ()
            if words.covers(known, name):
                state = "known"
            elif words.covers(known | taught, name):
                state = by_certificate
            elif words.needs_all(name):
                missing = tuple(part for part in words.parts(name) if part not in known | taught)
                missing = missing if len(missing) < len(words.parts(name)) else ()
            lines.append(
                SkillLine(
                    words.id(name),
                    words.title(name),
                    importance,  # type: ignore[arg-type]
                    state,
                    titles(missing, words),
                )
            )
    return tuple(lines)


def _coverage(lines: Sequence[SkillLine]) -> Iterable[Coverage]:
    """Yield the coverage of the core skills, then of the useful ones."""
    for importance in ("core", "useful"):
        states = [line.state for line in lines if line.importance == importance]
        remain = states.count("remains") + states.count("not_listed")
        yield Coverage(
            importance,
            before=share(states.count("known"), len(states)),
            after=share(len(states) - remain, len(states)),
        )


def _stated(context: Context) -> Iterable[StatedGap]:
    """Yield the gaps that sources name."""
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
    """Yield the sources of named gaps and of the certificates suggested for them."""
    for gap in stated:
        yield gap.citation
        yield from (other.citation for other in gap.companions if other.citation)


def _sources(context: Context, role: Role) -> Iterable[Citation]:
    """Cite what the certificate teaches, and what the role asks for."""
    certificate = context.certificate
    for fact in (*certificate.teaches, *certificate.courses()):
        yield cite(context, certificate, fact)
    yield from skill_sources(context, role)


def skill_sources(context: Context, role: Role) -> Iterator[Citation]:
    """Yield the sources of the skills that *role* asks for.

    Args:
        context: Sets the age at which sources become old.
        role: Its skills name some of its sources.

    Yields:
        A citation per source.

    """
    for source in role.sources:
        if source.id in role.skills.sources:
            yield cite(context, role, source)
