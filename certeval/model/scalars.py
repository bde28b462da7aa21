"""The types of single values in a definition: text, numbers, dates, yes or no.

The YAML reader leaves plain values as the text that was written, so that the type of the field
decides what ``010``, ``no`` or ``2026-01-31`` means, not YAML 1.1: a title keeps ``010``, a number
is ten.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_EXPONENT = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)e[-+]?\d+", re.ASCII | re.IGNORECASE)
_NOT_FINITE = re.compile(r"[-+]?\.?(nan|inf(inity)?)", re.IGNORECASE)
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_URL = re.compile(r"https?://[^\s/?#<>]+[^\s<>]*")
_BARE_URL = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s<>]*)?", re.ASCII | re.IGNORECASE)
_LONGEST = 43  # text that a message repeats
MAX_DIGITS = 15
"""The most digits of a number: as many as a double, and so any JSON reader, holds exactly."""

EXACT = Context(prec=80, traps=[Inexact, InvalidOperation])
"""Adds and divides two such numbers without ever rounding."""

_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


class Quoted(str):
    """Text in quotes or in a block, which remains text even if it looks like a number."""

    __slots__ = ()


def bad_value(message: str, hint: str | None = None) -> PydanticCustomError:
    """Return an error for one value, which pydantic reports with the path of the value."""
    return PydanticCustomError("bad_value", "{message}", {"message": message, "hint": hint})


def describe(value: object) -> str:
    """Name *value* in a message: ``nothing``, ``a list``, ``a mapping``, or the text itself."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            text = str(value)
            return f"'{text}'" if len(text) <= _LONGEST else f"'{text[: _LONGEST - 3]}...'"


def read_number(value: object) -> Decimal:
    """Return *value* as an exact decimal.

    Raises:
        PydanticCustomError: it is not a number, not finite, in quotes, or has more than 15 digits.

    """
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        text = format(Decimal(value), "f") if Decimal(value).is_finite() else str(value)
    elif isinstance(value, Quoted):
        hint = "write it without the quotes" if _NUMBER.fullmatch(value) else _number_hint(value)
        raise bad_value(f"expected a number, found the text {describe(value)}", hint)
    elif isinstance(value, str):
        text = value
    else:
        raise bad_value(f"expected a number, found {describe(value)}")
    if not _NUMBER.fullmatch(text):
        if _NOT_FINITE.fullmatch(text):
            raise bad_value(f"{describe(text)} is not a finite number")
        raise bad_value(f"expected a number, found {describe(text)}", _number_hint(text))
    if len(text.lstrip("+-").replace(".", "")) > MAX_DIGITS:
        raise bad_value(f"a number has at most {MAX_DIGITS} digits")
    return Decimal(text)


def _number_hint(text: str) -> str | None:
    if _EXPONENT.fullmatch(text):
        return "write it without an exponent"
    bare = text.strip().rstrip("%").strip()
    if bare != text and _NUMBER.fullmatch(bare):
        return f"write {bare}"
    if _NUMBER.fullmatch(text.replace(",", ".", 1)):
        return "use a decimal point and no thousands separators"
    if _NUMBER.fullmatch(text.replace(",", "").replace("_", "").removeprefix("$")):
        return f"write {text.replace(',', '').replace('_', '').removeprefix('$')}"
    return None


def _reading(
    read: Callable[[Any], object],
    write: Callable[[Any], object],
    when: Literal["json", "always"] = "json",
) -> CoreSchema:
    return core_schema.no_info_plain_validator_function(
        read,
        serialization=core_schema.plain_serializer_function_ser_schema(write, when_used=when),
    )


class PartialDate(NamedTuple):
    """A date as exact as a source gives it: a year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def read_partial_date(value: object) -> PartialDate:
    """Read a year, a month or a day: ``2026``, ``2026-01`` or ``2026-01-31``.

    Raises:
        PydanticCustomError: it is written differently, or there is no such day.

    """
    from datetime import date  # noqa: PLC0415 - only dates need it

    if isinstance(value, PartialDate):
        return value
    found = _PARTIAL_DATE.fullmatch(value if isinstance(value, str) else "")
    if not found:
        raise bad_value(
            f"expected a date, found {describe(value)}", "write 2026, 2026-01 or 2026-01-31"
        )
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        raise bad_value(f"{describe(value)} is not a valid date") from None
    return PartialDate(year or 0, month, day)


def _read_flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    raise bad_value(f"expected yes or no, found {describe(value)}")


def _read_url(value: object) -> str:
    if not isinstance(value, str):
        raise bad_value(f"expected a URL, found {describe(value)}")
    url = value.strip()
    if _URL.fullmatch(url) and url.isprintable():
        return str(url)
    hint = "a URL starts with https:// or http:// and has no spaces"
    if _BARE_URL.fullmatch(url):
        hint = f"write https://{url}"
    raise bad_value(f"expected a URL, found {describe(value)}", hint)


class Scalar:
    """Annotates a value: how it is read, and how an editor's JSON Schema describes it.

    The core schema is built once and shared by all fields of the type: building one for each field
    would take most of the time to define the models.
    """

    __slots__ = ("described", "read", "schema")

    def __init__(
        self, read: Callable[[Any], object], schema: CoreSchema, described: dict[str, Any]
    ) -> None:
        """Take *read*, the core *schema* that calls it, and a JSON Schema.

        Outside of validation ``read`` returns the value, or raises PydanticCustomError.
        """
        self.read = read
        self.schema = schema
        self.described = described

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return self.schema

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.described)


def _number(
    minimum: int | None = None,
    maximum: int | None = None,
    above: int | None = None,
    *,
    whole: bool = False,
) -> Scalar:
    """Make the scalar for numbers within bounds; *above* is exclusive, and *whole* makes ints."""

    def read(value: object) -> Decimal | int:
        number = read_number(value)
        if minimum is not None and number < minimum:
            raise bad_value("must not be negative" if minimum == 0 else f"is less than {minimum}")
        if above is not None and number <= above:
            raise bad_value(f"must be greater than {above}")
        if maximum is not None and number > maximum:
            raise bad_value(f"must be at most {maximum}")
        if whole and number != int(number):
            raise bad_value(f"expected a whole number, found {describe(value)}")
        return int(number) if whole else number

    bounds = {"minimum": minimum, "exclusiveMinimum": above, "maximum": maximum}
    described = {"type": "integer" if whole else "number"}
    given = {name: bound for name, bound in bounds.items() if bound is not None}
    return Scalar(read, _reading(read, int if whole else float), described | given)


_TEXT = Scalar(
    str,
    core_schema.str_schema(strip_whitespace=True, min_length=1),
    {"type": "string", "minLength": 1},
)
Text = Annotated[str, _TEXT]


def is_text(metadata: Sequence[object]) -> bool:
    """Return whether a field with this *metadata* is a ``Text``."""
    return any(item is _TEXT for item in metadata)


Url = Annotated[
    str,
    Scalar(
        _read_url,
        core_schema.no_info_plain_validator_function(_read_url),
        {"type": "string", "pattern": f"^{_URL.pattern}$"},
    ),
]
Number = Annotated[Decimal, _number()]
Percent = Annotated[Decimal, _number(minimum=0, maximum=100)]
Amount = Annotated[Decimal, _number(minimum=0)]
Positive = Annotated[Decimal, _number(above=0)]
COUNT = _number(minimum=0, whole=True)
Count = Annotated[int, COUNT]
WholePositive = Annotated[int, _number(above=0, whole=True)]
DecimalPlaces = Annotated[int, _number(minimum=0, maximum=10, whole=True)]
Flag = Annotated[
    bool,
    Scalar(
        _read_flag,
        core_schema.no_info_plain_validator_function(_read_flag),
        {"enum": [True, False, "yes", "no"]},
    ),
]
# A bare year is a number to an editor's YAML reader, a month or a day is text.
Date = Annotated[
    PartialDate,
    Scalar(
        read_partial_date,
        _reading(read_partial_date, str, "always"),
        {"type": ["string", "integer"], "pattern": f"^{_PARTIAL_DATE.pattern}$"},
    ),
]
