"""Read definitions that others name, each file once."""

from collections.abc import Iterable, Sequence
from typing import Literal

from certeval.library.definitions import DefinitionFile
from certeval.library.library import Library
from certeval.library.loaded import files_of
from certeval.library.markets import markets_for, with_demand
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.market import Market
from certeval.model.role import Role

Others = Literal["none", "named", "all"]
"""Which other certificates a question needs: none, those that the certificate names, or all."""


class Around:
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

    def target(
        self, role: DefinitionFile[Role] | None, reader: Audience | None
    ) -> tuple[Role | None, list[Market]]:
        """Return the target role with the user's own counts, and the markets that have them.

        Args:
            role: the role that the caller named; None for the reader's.
            reader: the kind of reader; None for none.

        Returns:
            The role, None if there is none; and its markets, the latest first.

        Raises:
            DefinitionError: the role's file has problems.

        """
        found = role.valid if role else self.role(reader.target_role if reader else None)
        if found is None:
            return None, []
        markets = markets_for(self.library, found.id)
        return with_demand(found, markets), markets

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
