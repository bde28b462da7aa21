"""Load the context of a question: a certificate, its reader, and related definitions."""

from collections.abc import Sequence

from certeval.library.around import Around, Others
from certeval.library.library import Library
from certeval.library.loading import load
from certeval.library.markets import with_mentions
from certeval.library.requirements import only_rubric
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.reader import NO_ANSWERS, Answers
from certeval.model.scalars import PartialDate
from certeval.model.skills import vocabulary
from certeval.phrases import joined


def load_context(  # noqa: PLR0913 - each is named where it is called
    library: Library,
    certificate: str,
    audience: str | None = None,
    rubric: str | None = None,
    *,
    today: PartialDate,
    role: str | None = None,
    held: Sequence[str] = (),
    others: Others = "none",
    salary_roles: bool = False,
    answers: Answers = NO_ANSWERS,
) -> Context:
    """Read what a question about a certificate needs; everything is given by id or file.

    Other certificates that have problems are left out with a warning, unless the caller named
    them.

    Args:
        library: the library in which ids are looked up.
        certificate: the certificate that the question is about.
        audience: the kind of reader; None for the rubric's primary audience, if any.
        rubric: what to score under; None for the rubric that the certificate names, if any.
        today: the date that decides which facts are old.
        role: the target role; None for the audience's.
        held: certificates that the reader holds, in addition to the audience's.
        others: which other certificates to read.
        salary_roles: read the roles that the certificate's salary figures are about.
        answers: what the reader says; it takes precedence over the audience.

    Returns:
        The context.

    Raises:
        UnknownIdError: a named definition does not exist.
        DefinitionError: a file has problems, or names something that does not exist.
        UsageError: two files are standard input.
        ScoreError: the certificate was scored on a different scale from the rubric's.

    """
    found = load(
        library, [certificate], [audience] if audience else None, rubric, held=held, role=role,
        scoring_only=False,
    )  # fmt: skip
    subject = found.certificates[0].valid
    case = next(iter(found.cases(today)), None)
    reader = case.audience if case else found.audiences[0].valid if found.audiences else None
    held_by_caller = [file.valid for file in found.held]
    around = Around(found.library, [subject, *held_by_caller])
    owned = around.certificates([*(one.id for one in held_by_caller), *_held_by(reader)])
    target, markets = around.target(found.role, reader)
    roles = around.salary_roles(subject) if salary_roles else {}
    scoring_warnings = case.warnings if case else ()
    other_certificates = around.others(subject, others)
    return Context(
        certificate=with_mentions(subject, markets),
        today=today,
        audience=reader,
        rubric=case.rubric if case else None,
        vocabulary=vocabulary(file.valid for file in found.skills),
        role=target,
        roles={**roles, **({target.id: target} if target else {})},
        held=tuple(owned.values()),
        others=other_certificates,
        answers=answers,
        warnings=(*scoring_warnings, *_retired(subject, today), *around.warnings()),
        scoring_warnings=scoring_warnings,
        files={**around.files, **found.files},
    )


def load_contexts(  # noqa: PLR0913 - each is named where it is called
    library: Library,
    certificates: Sequence[str],
    audience: str | None = None,
    rubric: str | None = None,
    *,
    today: PartialDate,
    role: str | None = None,
    every: bool = False,
    answers: Answers = NO_ANSWERS,
) -> tuple[tuple[Context, ...], tuple[tuple[str, str], ...]]:
    """Read what judging several certificates from evidence needs.

    Args:
        library: where ids are found.
        certificates: the certificates to judge, by id or file.
        audience: the kind of reader; None is the rubric's primary audience, or nobody.
        rubric: what to judge by; None is the rubric that the certificates name.
        today: the date that decides which facts are old.
        role: the target role; None is the audience's.
        every: add every certificate of the library.
        answers: what the reader says in place of the audience.

    Returns:
        A context for each certificate, and the ids of those of the library that were left out,
        with reasons.

    Raises:
        UnknownIdError: a named definition does not exist.
        DefinitionError: a file has problems, or names something that does not exist.
        UsageError: no rubric is named, or several are; two files are standard input.

    """
    rubric = rubric or (only_rubric(library) if every and not certificates else None)
    audiences = [audience] if audience else None
    found = load(library, certificates, audiences, rubric, role=role, scoring_only=False)
    terms, reader, warnings = found.scoring()
    around = Around(found.library, [file.valid for file in found.certificates])
    held = around.certificates(_held_by(reader))
    target, markets = around.target(found.role, reader)
    names = [file.valid.id for file in found.certificates]
    names += found.library.ids("certificate") if every else []
    judged = around.certificates(list(dict.fromkeys(names)))
    other = {name: one for name, one in judged.items() if one.rubric not in (None, terms.id)}
    left_out = [(name, f"it names the rubric {one.rubric}") for name, one in other.items()
                if name not in names[: len(found.certificates)]]  # fmt: skip
    left_out += [(name, "its file has problems") for name in around.faulty]
    words = vocabulary(file.valid for file in found.skills)
    contexts = tuple(
        Context(
            certificate=with_mentions(certificate, markets),
            today=today,
            audience=reader,
            rubric=terms,
            vocabulary=words,
            role=target,
            roles={target.id: target} if target else {},
            held=tuple(held.values()),
            answers=answers,
            warnings=warnings,
            scoring_warnings=warnings,
            files={**around.files, **found.files},
        )
        for name, certificate in judged.items()
        if name not in dict(left_out)
    )
    return contexts, tuple(left_out)


def _held_by(audience: Audience | None) -> Sequence[str]:
    return audience.background.certificates if audience else ()


def _retired(certificate: Certificate, today: PartialDate) -> list[str]:
    """Return a warning if *certificate* is no longer offered."""
    since = certificate.retired_on(today)
    if since is None or certificate.program.retired is None:
        return []
    successors = certificate.program.retired.successors
    after = f"; replaced by {joined(successors)}" if successors else ""
    return [f"'{certificate.id}' was retired on {since}{after}"]
