"""Load what to look for in job postings: the role, and every skill and certificate."""

from typing import NamedTuple

from certeval.errors import UsageError
from certeval.library.definitions import require_valid
from certeval.library.library import Library
from certeval.library.loaded import files_of
from certeval.model.certificate import Certificate
from certeval.model.context import Files
from certeval.model.role import Role
from certeval.model.skills import Vocabulary, vocabulary
from certeval.phrases import suggestion


class Known(NamedTuple):
    """The role, and all certificates and skills of a library, with the files they are from."""

    role: Role
    certificates: tuple[Certificate, ...]
    vocabulary: Vocabulary
    files: Files
    warnings: tuple[str, ...]

    def id_of(self, name: str) -> str:
        """Return the id of a certificate or skill.

        Args:
            name: its id, its title in any case, or an alias.

        Returns:
            The id; of two titles that are the same, that of the certificate.

        Raises:
            UsageError: there is none.

        """
        ids = dict(self.vocabulary.names)
        ids |= {skill.title.casefold(): skill.id for skill in self.vocabulary.skills.values()}
        ids |= {one.title.casefold(): one.id for one in self.certificates}
        ids |= {one.id: one.id for one in self.certificates}
        if name.casefold() not in ids:
            message = f"no certificate or skill '{name}'"
            raise UsageError(message, _near(name, list(ids)), parameter="show")
        return ids[name.casefold()]


def _near(name: str, names: list[str]) -> str:
    hint = suggestion(name, names, "")
    return hint if hint.startswith("did") else "run 'certeval list skills' to see them"


def load_known(library: Library, role: str) -> Known:
    """Read the role, and all certificates and skills.

    Certificates whose files have errors are left out, with a warning.

    Args:
        library: where to look.
        role: the role, by id or file.

    Returns:
        The definitions, and what was left out.

    Raises:
        UnknownIdError: there is no such role.
        DefinitionError: the file of the role, or a list of skills, has errors.

    """
    of = library.read("role", role)
    wider = library.including(after=(of.path,))
    lists = wider.skills()
    require_valid([of, *lists])
    read = [wider.read("certificate", name) for name in wider.ids("certificate")]
    valid = [file for file in read if file.definition]
    warnings = [
        f"the certificate '{file.path.stem}' was skipped because its file has errors; run "
        "'certeval check' to see them"
        for file in read
        if not file.definition
    ]
    return Known(
        of.valid,
        tuple(file.valid for file in valid),
        vocabulary(file.valid for file in lists),
        files_of(of, *valid, *lists),
        tuple(warnings),
    )
