"""Write and read definitions: weights of your own, what is in a library, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from certeval.errors import UsageError
from certeval.facade import dates, inputs, lookup
from certeval.facade.dates import Date
from certeval.facade.inputs import Named, Number
from certeval.facade.lookup import Reference

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.library.loaded import Definitions
    from certeval.results.check import CheckReport
    from certeval.results.definition import Shown
    from certeval.results.weights import ElicitedWeights, MethodId


def weights(
    criteria: Iterable[str | Iterable[str]],
    *,
    method: MethodId = "roc",
    points: Named[Number] | None = None,
    rubric: Reference | None = None,
    library: Library | str | Path | None = None,
) -> ElicitedWeights:
    """Turn an order of importance into weights.

    Args:
        criteria: every criterion of the rubric, the most important first, by its id or a beginning
            of it; equally important ones as a list.
        method: rank-order centroid (``roc``), ``rank-sum``, ``reciprocal``, or ``swing``.
        points: for ``swing``, the points of each criterion, 100 for the most important one.
        rubric: the rubric with the criteria; by default the library's only one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Weights in percent, beside those of the rubric and of other methods.

    Raises:
        CertevalError: there is no such rubric, a criterion is unknown, missing or named twice, or
            points are missing.

    """
    from certeval.library.loading import load

    found = lookup.library_with(library, rubric)
    loaded = load(found, (), (), lookup.name_or_none(rubric), scoring_only=False)
    return weights_under(loaded, criteria, method, points)


def weights_under(
    loaded: Definitions,
    criteria: Iterable[str | Iterable[str]],
    method: MethodId,
    points: Named[Number] | None,
) -> ElicitedWeights:
    """Turn an order of importance into weights under a rubric that has been loaded.

    Args:
        loaded: definitions with a rubric.
        criteria: as in ``weights``.
        method: as in ``weights``.
        points: as in ``weights``.

    Returns:
        Weights in percent, beside those of the rubric and of other methods.

    Raises:
        CertevalError: as in ``weights``.

    """
    from certeval.analysis.criterion_lookup import find_criterion
    from certeval.analysis.elicitation.elicit import Preference, elicit

    rubric, _, _ = loaded.scoring()
    known = [criterion.id for criterion in rubric.criteria]
    groups = [[group] if isinstance(group, str) else [*group] for group in criteria]
    order = [[find_criterion("criteria", name, known) for name in group] for group in groups]
    given = {
        find_criterion("points", name, known): inputs.amount(count, f"the points of {name}")
        for name, count in dict(points or ()).items()
    }
    lacking = [name for group in order for name in group if name not in given]
    if method == "swing" and lacking:
        hint = f"write {lacking[0]}=POINTS; the most important criterion has 100"
        raise UsageError(f"no points for {', '.join(lacking)}", hint)
    return elicit(rubric, Preference(method, order, given), loaded.files["rubric", rubric.id])


def definition(
    reference: str | Path,
    *,
    kind: str | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Shown:
    """Return a definition, or a measure, in readable form.

    Args:
        reference: an id or a file.
        kind: the kind of definition, if several share the id.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The definition's fields, and the text of its file.

    Raises:
        CertevalError: there is no such definition, or it has errors.

    """
    from certeval.library.definition_view import view
    from certeval.library.folders import FOLDERS
    from certeval.library.measure_view import view_measure
    from certeval.model.measures import MEASURES

    day, found, name = dates.day(today), lookup.library_with(library), lookup.name(reference)
    if name in MEASURES and kind is None and not any(found.find(one, name) for one in FOLDERS):
        return view_measure(name)
    return view(found, found.load(kind, name), day)


def check(
    paths: str | Path | Iterable[str | Path] = (),
    *,
    library: Library | str | Path | None = None,
) -> CheckReport:
    """Validate definition files.

    Args:
        paths: files, and folders of files; by default the whole library.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Every problem with its place and a hint.

    Raises:
        UsageError: a folder has no definition file.

    """
    from certeval.library.check import check as answer

    return answer(lookup.library_with(library), [Path(str(path)) for path in lookup.each(paths)])


def schema(kind: str) -> str:
    """Return the JSON Schema of a kind of definition, or of a result.

    Args:
        kind: such as ``certificate`` or ``scorecard``.

    Returns:
        The schema as JSON.

    Raises:
        UsageError: there is no such kind.

    """
    from certeval.phrases import suggestion
    from certeval.render.schema import KINDS, schema_text

    if kind not in KINDS:
        raise UsageError(f"unknown kind '{kind}'", suggestion(kind, KINDS, "kinds"))
    return schema_text(kind)
