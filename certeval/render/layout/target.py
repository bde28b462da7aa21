"""What it would take to reach a score: where the points are, and what would make up for them."""

from collections.abc import Iterator

from certeval.render.document import Block, Document, Heading, Items, Paragraph
from certeval.render.layout import target_tables as tables
from certeval.render.layout.citations import sentence, title
from certeval.results.target import Combination, Single, Target


def document(found: Target) -> Document:
    """The answer, the points, and the ways to get there, if any are needed."""
    question = f"target {found.goal_display}"
    return (Heading(title(found.certificate, found.audience, question)), *parts(found))


def parts(found: Target) -> Iterator[Block]:
    """Lay out everything but the title."""
    yield Paragraph(_answer(found), "strong")
    yield Paragraph(sentence(f"this means {found.meaning_display}"), "note")
    yield Heading("Points earned and lost", level=2)
    yield tables.losses(found)
    if found.reachable:
        yield Heading("Changing one score only", level=2)
        yield tables.slack(found) if found.reached else tables.singles(found)
        unable = [one.title for one in found.singles if not one.reachable]
        if unable:
            names = ", ".join(unable)
            yield Paragraph(f"None of these can reach {found.goal_display} alone: {names}.")
    if found.steps.moves:
        yield from _steps(found)
    if found.combination:
        yield from _combination(found, found.combination)
    if found.reachable:
        yield Heading("Changing one weight only (others rescaled)", level=2)
        yield tables.weights(found)
    yield from (Paragraph(f"Warning: {warning}.") for warning in found.warnings)


def _answer(found: Target) -> str:
    goal, total = found.goal_display, found.total_display
    if not found.reachable:
        return sentence(f"{goal} cannot be reached: the scale ends at {found.highest_display}")
    if found.reached:
        limit = "it" if found.meaning == "exact total" else found.threshold.total_display
        above = f"{found.spare_display} above {limit}"
        spare = above if found.spare else "just enough"
        return sentence(f"{goal} is reached: the exact total is {total}, {spare}")
    if not found.missing:
        return f"{sentence(f'{goal} is not reached: the total is {total}')} {_alone(found)}"
    takes = f"; needs {found.threshold.display}" if "printed" in found.meaning else ""
    than = "more than " if found.threshold.strict else ""
    away = f"{than}{found.missing_display} points short of {goal} (exact total {total}{takes})"
    return f"{sentence(away)} {_alone(found)}"


def _alone(found: Target) -> str:
    able = [f"{one.title} at {_at(one)}" for one in found.singles if one.reachable]
    match able:
        case []:
            return "No criterion could get there alone."
        case [one]:
            return f"Only {one} could get there alone."
        case _:
            return f"Each of these could get there alone: {', '.join(able)}."


def _at(single: Single) -> str:
    more = "more than " if single.strict else ""
    return single.on_grid_display or f"{more}{single.needed_display}"


def _counted(steps: int | None) -> str:
    return f"{steps} step{'' if steps == 1 else 's'}"


def _steps(found: Target) -> Iterator[Block]:
    steps, unit = found.steps, found.scale.step_display
    if unit:
        yield Heading("Smallest total change", level=2)
        yield Paragraph(f"{_counted(steps.count)} of {unit}, to {steps.total_display}:")
    else:
        yield Heading("Smallest total change (the scale has no steps)", level=2)
        points = f"{steps.raised_display} points, to {steps.total_display}"
        yield Paragraph(f"{points[:1].upper()}{points[1:]}:")
    texts = []
    for move in steps.moves:
        count = f" ({_counted(move.steps)})" if unit else ""
        texts.append(f"{move.title}: {move.raw_display} to {move.to_display}{count}")
    yield Items(tuple(texts))


def _combination(found: Target, combined: Combination) -> Iterator[Block]:
    names = ", ".join(one.title for one in combined.criteria)
    yield Heading(f"Raised together: {names}", level=2)
    if found.reached or not combined.reachable:
        is_ = "is " if found.reached else ""
        yield Paragraph(sentence(f"{found.goal_display} {is_}{combined.words}"))
        return
    yield Paragraph(f"{sentence(combined.words)} The total is then {combined.total_display}.")
    yield tables.joint(combined, found.scale.step_display)
