"""All that a question beyond the score may need to know."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from certeval.model.audience import Audience
from certeval.model.base import Definition
from certeval.model.case import Case
from certeval.model.certificate import Certificate
from certeval.model.role import Role
from certeval.model.rubric import Rubric
from certeval.model.scalars import PartialDate
from certeval.model.skills import Vocabulary


class Setting(NamedTuple):
    """A certificate, its reader and the definitions around them, on the day *today*.

    ``held`` are the certificates that the reader has, ``others`` those of the library by id, as
    far as they were asked for. ``case`` is None without a rubric to judge by. ``files`` say where
    each definition came from, by kind and id.
    """

    certificate: Certificate
    today: PartialDate
    audience: Audience | None = None
    rubric: Rubric | None = None
    case: Case | None = None
    vocabulary: Vocabulary = Vocabulary({}, {})
    role: Role | None = None
    roles: Mapping[str, Role] = MappingProxyType({})
    held: tuple[Certificate, ...] = ()
    others: Mapping[str, Certificate] = MappingProxyType({})
    warnings: tuple[str, ...] = ()
    files: Mapping[tuple[str, str], str] = MappingProxyType({})

    def file_of(self, definition: Definition) -> str | None:
        """The file that *definition* came from."""
        return self.files.get((definition.kind, definition.id))
