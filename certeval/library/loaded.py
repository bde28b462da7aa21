"""Definitions that were read and checked together, ready to be scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from certeval.errors import ScoreError, UsageError
from certeval.library.cross_references import CrossReferences
from certeval.library.definitions import DefinitionFile
from certeval.library.library import Library
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.consistency import adapt_audience
from certeval.model.context import Case, Files
from certeval.model.rubric import Rubric
from certeval.model.scalars import PartialDate

if TYPE_CHECKING:
    from certeval.model.role import Role
    from certeval.model.skills import Skills


@dataclass(frozen=True, eq=False, repr=False)  # each method that is made takes time to start
class Definitions:
    """Definitions that were read and checked together.

    Attributes:
        library: where further definitions are found: the library, and those of the named files.
        rubric: the rubric to score under; None if none was needed and none was found.
        certificates: the certificates that the caller asked for.
        audiences: the audiences to score for; none for scores without an audience.
        against: an audience to compare with.
        held: the certificates that the reader holds, in addition to the audience's.
        role: the target role.
        skills: the lists of skills; none if only scoring matters.
        left_out: the certificates of the library that cannot be scored, by id, and why.
        scoring_only: whether only the references that scoring needs are of interest.

    """

    library: Library
    rubric: DefinitionFile[Rubric] | None
    certificates: tuple[DefinitionFile[Certificate], ...] = ()
    audiences: tuple[DefinitionFile[Audience], ...] = ()
    against: DefinitionFile[Audience] | None = None
    held: tuple[DefinitionFile[Certificate], ...] = ()
    role: DefinitionFile["Role"] | None = None
    skills: tuple[DefinitionFile["Skills"], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    scoring_only: bool = False

    @property
    def all_files(self) -> tuple[DefinitionFile[Any], ...]:
        """The files of all definitions."""
        single: list[DefinitionFile[Any] | None] = [self.against, self.rubric, self.role]
        found = [file for file in single if file]
        return (*self.certificates, *self.audiences, *self.held, *self.skills, *found)

    @property
    def files(self) -> Files:
        """The paths of the definitions, by kind and id."""
        return files_of(*self.all_files)

    @cached_property
    def references(self) -> CrossReferences:
        """What the definitions refer to."""
        return CrossReferences(self.library, self.all_files, scoring_only=self.scoring_only)

    def cases(self, today: PartialDate | None = None) -> tuple[Case, ...]:
        """Return a case for each certificate with each audience, or without one if there is none.

        Args:
            today: the date that decides which facts are old; with None no fact is old.

        Returns:
            The cases by certificate, then by audience; none without a rubric.

        Raises:
            ScoreError: a certificate was scored on a different scale from the rubric's.

        """
        return self._cases(self.audiences, today)

    def cases_against(self, today: PartialDate | None = None) -> tuple[Case, ...]:
        """Return a case for each certificate with the audience to compare with.

        Args:
            today: the date that decides which facts are old; with None no fact is old.

        Returns:
            The cases by certificate; none without such an audience.

        Raises:
            ScoreError: a certificate was scored on a different scale from the rubric's.

        """
        return self._cases((self.against,), today) if self.against else ()

    def scoring(self) -> tuple[Rubric, Audience | None, tuple[str, ...]]:
        """Return the rubric, and the first audience as it counts under the rubric.

        Returns:
            The rubric, the audience or None, and warnings about what was left out of the audience.

        Raises:
            UsageError: there is no rubric.

        """
        if self.rubric is None:
            raise UsageError("there is no rubric to score under", "name one with `rubric`")
        audience, warnings = self.adapted(self.audiences[0]) if self.audiences else (None, ())
        return self.rubric.valid, audience, (*self.rubric.notes, *warnings)

    def adapted(self, audience: DefinitionFile[Audience]) -> tuple[Audience, tuple[str, ...]]:
        """Return an audience as it counts under the rubric.

        Args:
            audience: a valid audience.

        Returns:
            The audience without what does not apply, and warnings about what was left out.

        """
        definition = audience.valid
        if self.rubric is None:
            return definition, ()
        home = self.references.rubric(definition.rubric)
        adapted, warnings = adapt_audience(definition, home, self.rubric.valid)
        return adapted, (*audience.notes, *warnings)

    def _cases(
        self, audiences: Sequence[DefinitionFile[Audience]], today: PartialDate | None
    ) -> tuple[Case, ...]:
        if self.rubric is None:
            return ()
        rubric = self.rubric.valid
        notes = self.rubric.notes
        adapted: list[tuple[Audience | None, tuple[str, ...]]] = [
            self.adapted(audience) for audience in audiences
        ]
        cases = []
        for file in self.certificates:
            certificate = file.valid
            unused = _unused_scores(certificate, self.references.rubric(certificate.rubric), rubric)
            files = files_of(file, self.rubric, *audiences)
            for audience, warnings in adapted or [(None, ())]:
                both = (*notes, *unused, *warnings)
                cases.append(Case(certificate, audience, rubric, both, files, today))
        return tuple(cases)


def files_of(*files: DefinitionFile[Any]) -> Files:
    """Return the files of definitions, by kind and id.

    Args:
        files: valid files.

    Returns:
        The path that messages show for each of them.

    """
    return {(file.kind, file.valid.id): file.shown_path for file in files}


def _unused_scores(
    certificate: Certificate, home: Rubric | None, rubric: Rubric
) -> tuple[str, ...]:
    """Return a warning if scores given under *home* have no criterion in *rubric*.

    Raises:
        ScoreError: the two rubrics have different scales, or a score is not on *rubric*'s.

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
        if item.raw is not None and (problem := rubric.scale.problem_with(item.raw)):
            message = f"'{certificate.id}', {item.criterion}: {problem[0]}"
            raise ScoreError(message, f"it is scored under the rubric {rubric.id}; {problem[1]}")
    known = {criterion.id for criterion in rubric.criteria}
    unused = [score.criterion for score in certificate.scores if score.criterion not in known]
    if not unused:
        return ()
    return (f"the rubric {rubric.id} has no criterion {', '.join(unused)}: not counted",)
