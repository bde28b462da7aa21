"""Ids, and the fields that name something by its id.

The type of a field determines what it names: a ``SkillId`` names a skill in the library, a
``SourceId`` a source in the same file. A ``New...`` type is for the place that gives the name: the
id of a source. So ``model.references`` finds every name in a definition without its own list of
fields.
"""

import re
from typing import Annotated, Literal

from pydantic_core import core_schema

from certeval.model.scalars import COUNT, Scalar, bad_value, describe

Kind = Literal[
    "source", "course", "criterion", "rubric", "audience", "role", "certificate", "skill", "area"
]
"""What can be named: in the same file, in its rubric, or in a library."""

_MAX_LENGTH = 80
_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_identifier(text: str) -> bool:
    """Return whether *text* can be an id, and so a file's name in a library."""
    return len(text) <= _MAX_LENGTH and _PATTERN.fullmatch(text) is not None


def _read_identifier(value: object) -> str:
    if not isinstance(value, str):
        raise bad_value(f"expected an id, found {describe(value)}")
    if not is_identifier(value):
        raise bad_value(
            f"{describe(value)} is not an id",
            f"ids consist of lower-case letters, digits and single hyphens, at most {_MAX_LENGTH} "
            f"characters{_suggestion(value)}",
        )
    return str(value)


def _suggestion(text: str) -> str:
    """Return the end of a hint: the id that *text*, perhaps a title, would become."""
    near = "-".join(re.findall("[a-z0-9]+", text.lower()))
    return f"; did you mean '{near}'?" if is_identifier(near) else ""


class Name(Scalar):
    """A value that names something of a *kind*; if it *defines*, it gives the name."""

    __slots__ = ("defines", "kind")

    def __init__(self, base: Scalar, kind: Kind, *, defines: bool = False) -> None:
        """Read the name as *base* does."""
        super().__init__(base.read, base.schema, base.described)
        self.kind: Kind = kind
        self.defines = defines


_IDENTIFIER = Scalar(
    _read_identifier,
    core_schema.no_info_plain_validator_function(_read_identifier),
    {"type": "string", "pattern": f"^{_PATTERN.pattern}$", "maxLength": _MAX_LENGTH},
)
Identifier = Annotated[str, _IDENTIFIER]

SourceId = Annotated[str, Name(_IDENTIFIER, "source")]
NewSourceId = Annotated[str, Name(_IDENTIFIER, "source", defines=True)]
CourseNumber = Annotated[int, Name(COUNT, "course")]
NewCourseNumber = Annotated[int, Name(COUNT, "course", defines=True)]
CriterionId = Annotated[str, Name(_IDENTIFIER, "criterion")]
NewCriterionId = Annotated[str, Name(_IDENTIFIER, "criterion", defines=True)]
SkillId = Annotated[str, Name(_IDENTIFIER, "skill")]
NewSkillId = Annotated[str, Name(_IDENTIFIER, "skill", defines=True)]
AreaId = Annotated[str, Name(_IDENTIFIER, "area")]
NewAreaId = Annotated[str, Name(_IDENTIFIER, "area", defines=True)]
RubricId = Annotated[str, Name(_IDENTIFIER, "rubric")]
AudienceId = Annotated[str, Name(_IDENTIFIER, "audience")]
RoleId = Annotated[str, Name(_IDENTIFIER, "role")]
CertificateId = Annotated[str, Name(_IDENTIFIER, "certificate")]
