"""What every result has in common: the version of its shape, and the kind that it is."""

from typing import Literal

from certeval.record import record


@record(kw_only=True)
class Result:
    """A result. Its fields are its JSON: a field that goes or changes raises ``schema_version``."""

    schema_version: Literal[1] = 1
    kind: str
