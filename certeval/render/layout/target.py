"""What it would take to reach a score: where points are lost, and what would make up for them."""

from collections.abc import Iterator

from certeval.phrases import counted
from certeval.render.document import Block, Document, Heading, Items, Paragraph
from certeval.render.layout import target_tables as tables
from certeval.render.layout.citations import sentence, title
from certeval.render.layout.scorecard import to
from certeval.render.layout.standings import BY
from certeval.render.layout.target_words import (
    WORDS,
    bound_words,
    goal,
    joint_words,
    meaning,
    more_than,
    raised_by,
    raised_to,
    total_after,
)
from certeval.results.target import JointRaise, NeededScore, Target

__all__ = ["WORDS", "document", "parts"]


def document(result: Target) -> Document:
    """Lay out the answer, the points, and the ways to get there, if any are needed."""
    question = f"target {goal(result)}{BY[result.by]}"
    return (Heading(title(result.certificate, result.audience, question)), *parts(result))


def parts(result: Target) -> Iterator[Block]:
    """Lay out everything but the title."""
    if result.chance:
        yield Paragraph(_chances(result), "strong")
        text = "What follows is calculated for the lowest that each score can be."
        yield Paragraph(text, "note")
    yield Paragraph(_answer(result), "strong")
    yield Paragraph(sentence(f"this means {meaning(result)}"), "note")
    yield Heading("Points earned and lost", level=2)
    yield tables.losses(result)
    if result.reachable:
        yield Heading("Changing one score only", level=2)
        yield tables.slack(result) if result.reached else tables.needed_scores(result)
        unable = [one.title for one in result.needed_scores if not one.reachable]
        if unable:
            names = ", ".join(unable)
            yield Paragraph(f"None of these can reach {goal(result)} alone: {names}.")
    if result.least_raise.raises:
        yield from _least_raise(result)
    if result.joint_raise:
        yield from _joint_raise(result, result.joint_raise)
    if result.reachable:
        yield Heading("Changing one weight only (others rescaled)", level=2)
        yield tables.weights(result)
    yield from (Paragraph(f"Warning: {warning}.") for warning in result.warnings)


def _chances(result: Target) -> str:
    """Return whether the total, an interval, reaches the target."""
    total = f"the total is {to(result.total, result.total_high)}"
    match result.chance:
        case "certain":
            return sentence(f"{goal(result)} is certain: {total}")
        case "possible":
            return sentence(f"{goal(result)} is possible, but not certain: {total}")
        case _:
            return sentence(f"{goal(result)} is out of reach: {total}")


def _answer(result: Target) -> str:
    """Return the answer in one or two sentences."""
    score, total, by_rating = goal(result), result.total, result.meaning == "printed_rating"
    if not result.reachable:
        return sentence(f"{score} cannot be reached: the scale ends at {result.highest}")
    if result.reached:
        limit = result.threshold.total if by_rating else "it"
        spare = f"{result.spare} above {limit}" if result.spare.value else "just enough"
        return sentence(f"{score} is reached: the exact total is {total}, {spare}")
    if not result.missing.value:
        return f"{sentence(f'{score} is not reached: the total is {total}')} {_alone(result)}"
    needs = f"; needs {bound_words(result.threshold)}" if by_rating else ""
    missing = more_than(result.missing, exclusive=result.threshold.exclusive)
    short = f"{missing} points short of {score} (exact total {total}{needs})"
    return f"{sentence(short)} {_alone(result)}"


def _alone(result: Target) -> str:
    """Return a sentence on the criteria that could reach the target alone."""
    able = [f"{one.title} at {_at(one)}" for one in result.needed_scores if one.reachable]
    match able:
        case []:
            return "No criterion could get there alone."
        case [one]:
            return f"Only {one} could get there alone."
        case _:
            return f"Each of these could get there alone: {', '.join(able)}."


def _at(one: NeededScore) -> str:
    """Return the score that a criterion needs, on the steps if there are any."""
    return one.on_grid.display or more_than(one.needed, exclusive=one.exclusive)


def _least_raise(result: Target) -> Iterator[Block]:
    """Yield the fewest steps, or points, of any criteria."""
    found, step = result.least_raise, result.scale.step
    total = total_after(found)
    if found.count is None:
        yield Heading("Smallest total change (the scale has no steps)", level=2)
        yield Paragraph(f"{sentence(f'{raised_by(found)} points, to {total}')[:-1]}:")
    else:
        yield Heading("Smallest total change", level=2)
        yield Paragraph(f"{counted(found.count, 'step')} of {step}, to {total}:")
    texts = []
    for one in found.raises:
        count = "" if one.steps is None else f" ({counted(one.steps, 'step')})"
        texts.append(f"{one.title}: {one.raw} to {raised_to(one)}{count}")
    yield Items(tuple(texts))


def _joint_raise(result: Target, joint: JointRaise) -> Iterator[Block]:
    """Yield the smallest equal raise of the chosen criteria."""
    names = ", ".join(one.title for one in joint.raises)
    yield Heading(f"Raised together: {names}", level=2)
    words = joint_words(joint)
    if joint.state == "reachable":
        yield Paragraph(f"{sentence(words)} The total is then {total_after(joint)}.")
        yield tables.joint_raise(joint, result.scale.step)
    else:
        verb = "is " if joint.state == "reached" else ""
        yield Paragraph(sentence(f"{goal(result)} {verb}{words}"))
