"""Load the context of a question: a certificate, its reader, and related definitions."""

from collections.abc import Iterable, Sequence
from typing import Literal

from certeval.library.definitions import DefinitionFile
from certeval.library.library import Library
from certeval.library.loaded import files_of
from certeval.library.loading import load
from certeval.library.requirements import only_rubric
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.reader import NO_ANSWERS, Answers
from certeval.model.role import Role
from certeval.model.scalars import PartialDate
from certeval.model.skills import vocabulary
from certeval.phrases import joined

Others = Literal["none", "named", "all"]
"""Which other certificates a question needs: none, those that the certificate names, or all."""


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
    around = _Around(found.library, [subject, *held_by_caller])
    owned = around.certificates([*(one.id for one in held_by_caller), *_held_by(reader)])
    target = found.role.valid if found.role else around.role(reader.target_role if reader else None)
    roles = around.salary_roles(subject) if salary_roles else {}
    scoring_warnings = case.warnings if case else ()
    other_certificates = around.others(subject, others)
    return Context(
        certificate=subject,
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
    around = _Around(found.library, [file.valid for file in found.certificates])
    held = around.certificates(_held_by(reader))
    target = found.role.valid if found.role else around.role(reader.target_role if reader else None)
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
            certificate=certificate,
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


class _Around:
    """Reads definitions that others name, each file once."""

    def __init__(self, library: Library, loaded: Iterable[Certificate]) -> None:
        """Start with the certificates that have already been read."""
        self.library = library
        self.loaded = {one.id: one for one in loaded}
        self.faulty: list[str] = []
        self.files: dict[tuple[str, str], str] = {}

    def certificates(self, names: Sequence[str]) -> dict[str, Certificate]:
        """Return certificates whose files have no problems.

        Args:
            names: the ids of the certificates.

        Returns:
            The certificates by id.

        """
        for name in names:
            if name not in self.loaded and name not in self.faulty:
                self._read(name)
        return {name: self.loaded[name] for name in names if name in self.loaded}

    def _read(self, name: str) -> None:
        """Read the certificate *name*, unless *name* is not a valid id."""
        found = self.library.find("certificate", name)
        file = self.library.read("certificate", name) if found else None
        if file is None or file.definition is None:
            self.faulty.append(name)
            return
        self.loaded[name] = file.definition
        self.files |= files_of(file)

    def others(self, subject: Certificate, which: Others) -> dict[str, Certificate]:
        """Return the other certificates that a question needs.

        Args:
            subject: the certificate that the question is about.
            which: the other certificates that are needed.

        Returns:
            The certificates by id, without *subject*.

        """
        names = [] if which == "none" else _named_by(subject)
        names += self.library.ids("certificate") if which == "all" else []
        return {name: one for name, one in self.certificates(names).items() if name != subject.id}

    def role(self, name: str | None) -> Role | None:
        """Return a role.

        Args:
            name: the id of the role; None for no role.

        Returns:
            The role; None if there is none.

        Raises:
            DefinitionError: its file has problems.

        """
        if name is None or self.library.find("role", name) is None:
            return None
        file: DefinitionFile[Role] = self.library.read("role", name)
        self.files |= files_of(file)
        return file.valid

    def salary_roles(self, certificate: Certificate) -> dict[str, Role]:
        """Return the roles that salary figures are about.

        Args:
            certificate: the certificate with the salary figures.

        Returns:
            The roles by id.

        Raises:
            DefinitionError: the file of a role has problems.

        """
        names = sorted({figure.role for figure in certificate.program.salaries if figure.role})
        return {name: role for name in names if (role := self.role(name))}

    def warnings(self) -> list[str]:
        """Return a warning for each certificate that was left out.

        Returns:
            The warnings, in the order in which the certificates were needed.

        """
        return [
            f"the certificate '{name}' was skipped because its file has errors; run "
            "'certeval check' to see them"
            for name in self.faulty
        ]


def _named_by(certificate: Certificate) -> list[str]:
    """Return the other certificates that *certificate* names, in the order of its fields."""
    rules = (*certificate.skip_if, *certificate.take_if)
    names = [name for rule in rules for name in rule.instead]
    names += [name for gap in certificate.gaps for name in gap.companions]
    return names + [overlap.held for overlap in certificate.overlaps]
