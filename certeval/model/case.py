"""A case to judge: a certificate, the reader it is judged for, and the rubric."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.rubric import Rubric


class Case(NamedTuple):
    """What one scoring needs. Without an audience the certificate's own raw scores count.

    ``warnings`` say what had to be left out to bring the three together, ``files`` where each
    came from, by kind and id; both go on into the result.
    """

    certificate: Certificate
    audience: Audience | None
    rubric: Rubric
    warnings: tuple[str, ...] = ()
    files: Mapping[tuple[str, str], str] = MappingProxyType({})
