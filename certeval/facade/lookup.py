"""Turn ids, files and model objects into the names and the library that the loader needs."""

from __future__ import annotations

from collections.abc import Iterable
from os import sep
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.model.base import Definition

Reference: TypeAlias = "str | Path | Definition"
"""A definition: its id, a YAML file, ``-`` for standard input, or the object itself."""
References: TypeAlias = "Reference | Iterable[Reference]"


def each(references: References | None) -> tuple[Reference, ...]:
    """Return one or several references as a tuple.

    Args:
        references: ids, files and model objects, or one of them; None for none.

    Returns:
        The references, in their order.

    """
    if references is None:
        return ()
    found: Any = references
    # A definition is one thing, though pydantic lets its fields be iterated over.
    one = isinstance(found, str | PurePath) or hasattr(found, "model_fields_set")
    return (found,) if one else tuple(found)


def name(reference: Reference) -> str:
    """Return the id or the path of a reference, as the loader needs it.

    Args:
        reference: an id, a file or a model object.

    Returns:
        The id, or a path that cannot be taken for an id.

    """
    if isinstance(reference, str):
        return reference
    if not isinstance(reference, PurePath):
        return reference.id
    text = str(reference)
    plain = sep not in text and "/" not in text and not reference.suffix
    return f".{sep}{text}" if plain and text != "-" else text


def name_or_none(reference: Reference | None) -> str | None:
    """Return the id or the path of a reference, if there is one.

    Args:
        reference: an id, a file or a model object; or None.

    Returns:
        The id or the path; None for None.

    """
    return None if reference is None else name(reference)


def names(references: References | None) -> list[str]:
    """Return the ids or paths of references.

    Args:
        references: ids, files and model objects, or one of them; None for none.

    Returns:
        The ids or paths, in their order.

    """
    return [name(reference) for reference in each(references)]


def names_or_none(references: References | None) -> list[str] | None:
    """Return the ids or paths of references, or None if there are none.

    Args:
        references: ids, files and model objects, or one of them; None for none.

    Returns:
        The ids or paths; None for none.

    """
    return names(references) or None


def library_with(
    library: Library | str | Path | None,
    *references: References | None,
    normalize: bool = False,
) -> Library:
    """Return the library to search, with the model objects in *references* first.

    Args:
        library: a library or its folder; None for the user's libraries and the built-in one.
        references: the caller's ids, files and model objects.
        normalize: whether to rescale weights in files that do not add up to 100%.

    Returns:
        The library.

    Raises:
        LibraryError: a folder is not a library.

    """
    from certeval.library.library import Library

    found = library if isinstance(library, Library) else Library(library)
    found = found.rescaling() if normalize else found
    given = [one for some in references for one in each(some)]
    made = [one for one in given if not isinstance(one, str | PurePath)]
    return found.holding(made) if made else found
