"""CSV after RFC 4180: one header, exact values, text that no spreadsheet takes for a formula."""

import csv
import io
from fractions import Fraction

from certeval.render.document import Rows
from certeval.render.formats import Look
from certeval.render.text import visible

# https://owasp.org/www-community/attacks/CSV_Injection
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(rows: Rows, look: Look) -> str:  # noqa: ARG001 - all renderers have one shape
    """*rows* as CSV. Lines end in a newline alone, as the other formats' do."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.header)
    writer.writerows([_cell(value) for value in record] for record in rows.records)
    return stream.getvalue()


def _cell(value: str | Fraction | int | None) -> str:
    match value:
        case None:
            return ""
        case Fraction():
            return repr(float(value)).removesuffix(".0")
        case str():
            text = visible(value)
            return f"'{text}" if value.lstrip(" ").startswith(_STARTS_A_FORMULA) else text
        case _:
            return str(value)
