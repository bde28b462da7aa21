"""The words of a text: what remains of it when case, punctuation and layout do not matter."""

import re
import unicodedata

_SIGNS = "&+#"
"""Signs that count as words, so that R&D is not R, nor C++ and C# the same as C."""

_SEPARATORS = bytes(
    code if not chr(code).isascii() or chr(code).isalnum() or chr(code) in _SIGNS else ord(" ")
    for code in range(256)
)
_FOREIGN_SEPARATOR = re.compile(r"[^\x00-\x7f\w]")
_ADDRESS = re.compile(r"\w+://\S+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD = re.compile(rf"[^\W_]+|[{_SIGNS}]")


def clean(text: str) -> str:
    """Return a text without HTML entities, web addresses, and what is invisible."""
    if "&" in text:
        import html  # noqa: PLC0415 - definitions are read without it

        text = html.unescape(text)
    if "://" in text:
        text = _ADDRESS.sub(" ", text)
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))


def spaced(cleaned: str) -> str:
    """Return the words of a cleaned text with nothing but blanks between them."""
    if not cleaned.isascii():
        cleaned = _FOREIGN_SEPARATOR.sub(" ", cleaned)
    text = cleaned.encode(errors="replace").translate(_SEPARATORS).decode()
    for sign in _SIGNS:
        if sign in text:
            text = text.replace(sign, f" {sign} ")
    return text


def words_of(text: str) -> list[str]:
    """Return the words of any text in their order, as they are written."""
    return spaced(clean(text)).split()


def places_of(cleaned: str) -> list[tuple[int, int]]:
    """Return where each of the words of a cleaned text begins and ends."""
    return [found.span() for found in _WORD.finditer(cleaned)]
