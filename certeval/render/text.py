"""Make text from definition files safe to show: control characters are escaped."""

import unicodedata

# Cc and Cf hold what moves the cursor, rings, hides or turns text around (CVE-2021-42574); Zl and
# Zp end a line; Cs cannot be encoded. Joiners inside words are letters to their readers.
_ACTING = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
_HARMLESS = frozenset("\u200c\u200d")


def escape_controls(text: str) -> str:
    r"""Return *text* on one line, with control characters as ``\x1b`` or ``\u202e``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in " ".join(text.split("\n")))


def _shown(character: str) -> str:
    if character.isprintable() or character in _HARMLESS:
        return character
    if unicodedata.category(character) not in _ACTING:
        return character
    return character.encode("unicode_escape").decode("ascii")
