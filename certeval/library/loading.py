"""The one loader: reads what a command needs together, and checks it together."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, NamedTuple

from certeval.errors import ScoreError, UsageError
from certeval.library.cross_references import CrossReferences, duplicate_ids
from certeval.library.definitions import DefinitionFile, require_valid
from certeval.library.folders import is_path
from certeval.library.library import Library
from certeval.library.requirements import (
    only_rubric,
    require_another,
    require_distinct,
    require_rubric,
)
from certeval.library.text import require_stdin_once
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.consistency import adapt_audience
from certeval.model.context import Case, Files
from certeval.model.rubric import Rubric
from certeval.model.scalars import PartialDate

if TYPE_CHECKING:
    from certeval.model.role import Role
    from certeval.model.skills import Skills


class Definitions(NamedTuple):
    """Definitions that were read and checked together.

    Attributes:
        library: where others are found: the library, and the folders of the files that were named.
        references: what those definitions refer to.
        rubric: what the certificates are scored under; None where none was needed or found.
        certificates: the certificates that were asked for.
        audiences: the audiences to score for; none means nobody in particular.
        against: an audience to compare with.
        held: the certificates that the reader holds, beside those that the audience does.
        role: the job aimed at.
        skills: the lists of skills; none where only scoring matters.
        left_out: the certificates of the library that cannot be scored, by id, and why.

    """

    library: Library
    references: CrossReferences
    rubric: DefinitionFile[Rubric] | None
    certificates: tuple[DefinitionFile[Certificate], ...] = ()
    audiences: tuple[DefinitionFile[Audience], ...] = ()
    against: DefinitionFile[Audience] | None = None
    held: tuple[DefinitionFile[Certificate], ...] = ()
    role: DefinitionFile["Role"] | None = None
    skills: tuple[DefinitionFile["Skills"], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def files(self) -> Files:
        """Where the definitions came from, by kind and id."""
        some: list[DefinitionFile[Any] | None] = [self.against, self.rubric, self.role]
        return files_of(*self.certificates, *self.audiences, *self.held, *self.skills, *some)

    def cases(self, today: PartialDate | None = None) -> tuple[Case, ...]:
        """Return a case for each certificate with each audience, or with none.

        Args:
            today: the day by which facts are old; None lets no fact be old.

        Raises:
            ScoreError: a certificate was scored on another scale than the rubric's.

        """
        return self._cases(self.audiences, today)

    def cases_against(self, today: PartialDate | None = None) -> tuple[Case, ...]:
        """Return the same for the audience to compare with; none where there is none.

        Raises:
            ScoreError: a certificate was scored on another scale than the rubric's.

        """
        return self._cases((self.against,), today) if self.against else ()

    def scoring(self) -> tuple[Rubric, Audience | None, tuple[str, ...]]:
        """Return the rubric, the first audience as it counts under it, and warnings.

        Raises:
            UsageError: no rubric was needed, and none was found.

        """
        if self.rubric is None:
            raise UsageError("there is no rubric to score under", "name one with `rubric`")
        audience, warnings = self.adapted(self.audiences[0]) if self.audiences else (None, ())
        return self.rubric.valid, audience, warnings

    def adapted(self, audience: DefinitionFile[Audience]) -> tuple[Audience, tuple[str, ...]]:
        """Return *audience* as it counts under the rubric, with warnings of what is left out."""
        definition = audience.valid
        if self.rubric is None:
            return definition, ()
        home = self.references.rubric(definition.rubric)
        return adapt_audience(definition, home, self.rubric.valid)

    def _cases(
        self, audiences: Sequence[DefinitionFile[Audience]], today: PartialDate | None
    ) -> tuple[Case, ...]:
        if self.rubric is None:
            return ()
        rubric = self.rubric.valid
        adapted: list[tuple[Audience | None, tuple[str, ...]]] = [
            self.adapted(audience) for audience in audiences
        ]
        cases = []
        for file in self.certificates:
            certificate = file.valid
            unused = _unused_scores(certificate, self.references.rubric(certificate.rubric), rubric)
            files = files_of(file, self.rubric, *audiences)
            for audience, warnings in adapted or [(None, ())]:
                both = (*unused, *warnings)
                cases.append(Case(certificate, audience, rubric, both, files, today))
        return tuple(cases)


def load(  # noqa: PLR0913 - each is named where it is called
    library: Library,
    certificates: Sequence[str] = (),
    audiences: Sequence[str] | None = None,
    rubric: str | None = None,
    *,
    against: str | None = None,
    held: Sequence[str] = (),
    role: str | None = None,
    every: bool = False,
    scoring_only: bool = True,
    distinct_audiences: bool = False,
) -> Definitions:
    """Read definitions, given by id or file, and check all of them together.

    Args:
        library: where ids are found.
        certificates: the certificates to score or to ask about.
        audiences: the audiences to score for; None is the rubric's primary audience, if it names
            one.
        rubric: what to score under; None is the rubric that the certificates name, or without
            certificates the only one of the library.
        against: an audience to compare with.
        held: certificates that the reader holds.
        role: the job aimed at.
        every: add every certificate of the library that the rubric can score.
        scoring_only: need a rubric, and check only the references that scoring needs; otherwise
            check all of them, and do without a rubric where the certificates name none.
        distinct_audiences: refuse two audiences with one id.

    Raises:
        UnknownIdError: something that is named does not exist.
        DefinitionError: files have problems; those of all files come together.
        UsageError: no rubric is named, or several are; one thing is named twice; two files are
            standard input.

    """
    require_stdin_once(*certificates, *(audiences or ()), rubric, against, *held, role)
    require_distinct(certificates)
    if rubric is None and not certificates:
        rubric = only_rubric(library)
    wider = library.including(
        *_paths(*certificates, rubric), after=_paths(*(audiences or ()), against, *held, role)
    )
    scored = [wider.read("certificate", name) for name in certificates]
    judge = _rubric_file(wider, rubric, scored)
    readers = _audience_files(wider, audiences, judge)
    if scoring_only:
        require_rubric(judge, certificates, [*scored, *readers])
    other = wider.read("audience", against) if against else None
    owned = [wider.read("certificate", name) for name in dict.fromkeys(held)]
    job = wider.read("role", role) if role else None
    skills = [] if scoring_only else wider.skills()
    rest = [wider.read("certificate", name) for name in wider.ids("certificate")] if every else []
    files = [file for file in (*scored, *readers, other, judge, job, *owned, *skills) if file]
    references = CrossReferences(wider, [*files, *rest], scoring_only=scoring_only)
    require_valid(
        files,
        *(references.problems(file) for file in files),
        duplicate_ids(scored, anywhere=True),
        duplicate_ids(readers, anywhere=distinct_audiences),
    )
    require_another(readers, other)
    usable, left_out = _scorable(rest, references, judge)
    if judge and every and not usable:
        message = f"no certificate is scored under the rubric {judge.id}"
        hint = "add scores to a certificate's file, or rank a table with `table`"
        raise UsageError(message, hint)
    return Definitions(
        library=wider,
        references=references,
        rubric=judge,
        certificates=(*scored, *usable),
        audiences=tuple(readers),
        against=other,
        held=tuple(owned),
        role=job,
        skills=tuple(skills),
        left_out=left_out,
    )


def _paths(*references: str | None) -> list[Path]:
    """Those of *references* that are files."""
    return [Path(name) for name in references if name and is_path(name)]


def _rubric_file(
    library: Library, named: str | None, certificates: Sequence[DefinitionFile[Certificate]]
) -> DefinitionFile[Rubric] | None:
    """The rubric *named*, or the one that *certificates* name; None where there is none."""
    if named is not None:
        return library.read("rubric", named)
    own: dict[str, DefinitionFile[Certificate]] = {}
    for file in certificates:
        if name := file.raw_field("rubric"):
            own.setdefault(name, file)
    if len(own) > 1:
        require_valid(certificates)
        (name, one), (other, another), *_ = own.items()
        raise UsageError(
            f"'{one.id}' is scored under the rubric {name}, '{another.id}' under {other}",
            "score all of them under one: name it with `rubric`",
        )
    found = next(iter(own), None)
    return library.read("rubric", found) if found and library.find("rubric", found) else None


def _audience_files(
    library: Library, named: Sequence[str] | None, rubric: DefinitionFile[Rubric] | None
) -> list[DefinitionFile[Audience]]:
    """The audiences *named*; where that is None, the primary one of *rubric*, if it exists."""
    if named is not None:
        return [library.read("audience", name) for name in dict.fromkeys(named)]
    primary = rubric.raw_field("primary_audience") if rubric else None
    found = primary and library.find("audience", primary)
    return [library.read("audience", primary)] if primary and found else []


def _scorable(
    files: Sequence[DefinitionFile[Certificate]],
    references: CrossReferences,
    rubric: DefinitionFile[Rubric] | None,
) -> tuple[list[DefinitionFile[Certificate]], tuple[tuple[str, str], ...]]:
    """Those of *files* that *rubric* can score; and the others by id, with why it cannot."""
    usable, left_out = [], []
    for file in files:
        if file.definition is None or next(references.problems(file), None):
            reason = f"has errors; run 'certeval check {quote(file.shown_path)}' to see them"
        elif not file.definition.scores:
            reason = "not scored yet"
        elif rubric and file.definition.rubric != rubric.id:
            reason = f"is scored under the rubric {file.definition.rubric}"
        else:
            usable.append(file)
            continue
        left_out.append((file.path.stem, reason))
    return usable, tuple(left_out)


def files_of(*files: DefinitionFile[Any] | None) -> Files:
    """Return where definitions came from, by kind and id."""
    return {(file.kind, file.valid.id): file.shown_path for file in files if file}


def _unused_scores(
    certificate: Certificate, home: Rubric | None, rubric: Rubric
) -> tuple[str, ...]:
    """A warning of scores given under *home* that *rubric* has no criterion for.

    Raises:
        ScoreError: the two have different scales, or a score is not on *rubric*'s.

    """
    if certificate.rubric in (None, rubric.id):
        return ()
    if home is not None and home.scale != rubric.scale:
        own, other = home.scale, rubric.scale
        raise ScoreError(
            f"'{certificate.id}' was scored on the scale {own} of the rubric {home.id}; the rubric "
            f"{rubric.id} has the scale {other}",
            "scores on two scales cannot be mixed: score the certificate under the new rubric",
        )
    for item in certificate.scores:
        if problem := rubric.scale.problem_with(item.raw):
            message = f"'{certificate.id}', {item.criterion}: {problem[0]}"
            raise ScoreError(message, f"it is scored under the rubric {rubric.id}; {problem[1]}")
    known = {criterion.id for criterion in rubric.criteria}
    unused = [score.criterion for score in certificate.scores if score.criterion not in known]
    if not unused:
        return ()
    return (f"the rubric {rubric.id} has no criterion {', '.join(unused)}: not counted",)
