"""A rubric and the reader that it judges for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from certeval.model.audience import Audience
from certeval.model.rubric import Rubric


class Terms(NamedTuple):
    """What is judged by. ``warnings`` and ``files`` are as a case has them."""

    rubric: Rubric
    audience: Audience | None
    warnings: tuple[str, ...] = ()
    files: Mapping[tuple[str, str], str] = MappingProxyType({})
