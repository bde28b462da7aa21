"""Robustness: how often each is first, under which weights, and the outcome in a sentence."""

from collections.abc import Iterator, Mapping

from certeval.phrases import joined
from certeval.render.document import (
    Bar,
    Block,
    Col,
    Document,
    Heading,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer, sentence
from certeval.render.layout.standings import BY, rated, reader_of, standings
from certeval.results.robustness import (
    Acceptability,
    Method,
    Outcome,
    PairwiseWinningIndex,
    PassProbability,
    Probability,
    Robustness,
)

_ORDINALS = ("1st", "2nd", "3rd")
_OUTCOMES: Mapping[Outcome, str] = {
    "robust": "Robust", "leaning": "Leaning", "toss_up": "Toss-up",
}  # fmt: skip


def _method(method: Method) -> str:
    """Return how the shares were found."""
    weights = "all weightings equally likely, ignoring the stated weights"
    if method.weights == "stated":
        weights = f"weightings near the stated weights (concentration {method.concentration})"
    error = method.score_error
    scores = f"; raw scores uncertain by +/-{error}" if error else ""
    scores = (
        f"; unknown scores drawn inside their intervals{scores}" if method.intervals else scores
    )
    how = "exact result" if method.exact else f"{method.draws:,} draws, seed {method.seed}"
    return f"{weights}{scores}; {how}"


def _passed(one: PassProbability) -> str:
    """Return what the certificate reaches, or is."""
    return one.label if one.what == "verdict" else f"a total of {one.label} or more"


def _sentence(result: Robustness) -> str:
    """Return the outcome in a sentence."""
    outcome = f"{_OUTCOMES[result.outcome]}: " if result.outcome else ""
    answer = _pass_answer(result) if result.passes else _rank_answer(result)
    unrated = f" The rubric {result.rubric.id} sets no robustness thresholds."
    return f"{outcome}{answer}{'' if result.outcome else unrated}"


def _rank_answer(result: Robustness) -> str:
    """Return how often the most frequent leader is first, and two others."""
    best, *others = result.acceptabilities
    always = [one.label for one in result.acceptabilities if one.ranks[0].share == 1]
    if len(always) > 1:
        return f"{joined(always)} tie for first under every weighting."
    first = best.ranks[0]
    alone = "" if best.sole_first == first else f" (alone under {best.sole_first})"
    rest = ", ".join(f"{one.label} under {one.ranks[0]}" for one in others[:2])
    answer = f"{best.label} is first under {_with_error(first)} of weightings{alone}, {rest}."
    stated = [one.label for one in result.alternatives if one.rank == 1]
    if best.label in stated:
        return answer
    return f"{answer} Under the stated weights it is {joined(stated)}."


def _pass_answer(result: Robustness) -> str:
    """Return how often the certificate passes or fails, or has its likeliest verdict."""
    (one,), first = result.alternatives, result.passes[0]
    if first.what == "verdict":
        likeliest = max(result.passes, key=lambda each: each.probability.share)
        answer = f"rates '{likeliest.label}'"
    else:
        verb = "reaches" if first.probability == result.agreement else "falls short of"
        answer = f"{verb} {_passed(first)}"
    return f"{one.label} {answer} under {_with_error(result.agreement)} of weightings."


def _with_error(probability: Probability) -> str:
    """Return a share with its standard error, if it has one."""
    error = probability.standard_error
    return f"{probability}{f' (+/- {error} points)' if error.display else ''}"


WORDS = {
    Method: {"display": _method},
    PassProbability: {"title": _passed},
    Robustness: {"sentence": _sentence},
}


def document(result: Robustness) -> Document:
    """Lay out the shares, the central weights, the pairs and the answer."""
    return tuple(_blocks(result))


def _blocks(result: Robustness) -> Iterator[Block]:
    """Yield the parts of the document."""
    first, *others = result.alternatives
    name = "Robustness" if others else f"{first.title}: robustness"
    yield Heading(f"{name}{BY[result.by]}{reader_of(result.audience)}")
    if others:
        yield standings(result.alternatives, result.scale_max_display)
    else:
        yield rated(first, result.scale_max_display)
    yield Paragraph(sentence(_method(result.method)))
    if others:
        yield Heading("Rank acceptability: share of weightings by rank", level=2)
        yield _ranks(result)
        yield Heading("Central weights: average weights under which each is first", level=2)
        yield _central(result)
        yield Heading("Pairwise comparison", level=2)
        yield _pairs(result)
    else:
        yield _passes(result)
        if len({one.what for one in result.passes}) > 1:
            text = "Totals are exact; verdicts use the rounded rating."
            yield Paragraph(text, "note")
    yield from footer((), None, result.warnings)
    yield Paragraph(_sentence(result), "strong")


def _ranks(result: Robustness) -> Table:
    """Return how often each alternative has each rank."""
    uncertain = result.method.score_error is not None or result.method.intervals
    columns: tuple[Col[Acceptability], ...] = (
        Col("Id", lambda one: one.alternative, 9),
        *(_rank_column(rank) for rank in range(len(result.acceptabilities))),
        Col("+/- points", lambda one: str(one.ranks[0].standard_error), 4, number=True,
            shown=not result.method.exact),
        Col("Confidence", lambda one: str(one.confidence or "never first"), 3, number=True,
            shown=uncertain),
        Col("", lambda one: Bar(one.ranks[0].share), 0),
    )  # fmt: skip
    return table_of(result.acceptabilities, columns)


def _rank_column(rank: int) -> Col[Acceptability]:
    """Return the column of one rank, counted from 0."""
    title = _ORDINALS[rank] if rank < len(_ORDINALS) else f"{rank + 1}th"
    return Col(title, lambda one: str(one.ranks[rank]), max(1, 8 - rank), number=True)


def _central(result: Robustness) -> Table:
    """Return the central weights, with a column per alternative that is ever first."""
    winners = [one for one in result.acceptabilities if one.central_weights]
    stated = winners[0].central_weights
    columns: tuple[Col[int], ...] = (
        Col("Criterion", lambda at: stated[at].title, 9),
        Col("Stated", lambda at: str(stated[at].stated_percent), 3, number=True),
        *(_central_column(winner, place) for place, winner in enumerate(winners)),
    )
    return table_of(range(len(stated)), columns)


def _central_column(winner: Acceptability, place: int) -> Col[int]:
    """Return the column of one alternative, by the position of the criterion."""
    weights = winner.central_weights
    title, priority = winner.alternative, max(4, 8 - place)
    return Col(title, lambda at: str(weights[at].weight_percent), priority, number=True)


def _pairs(result: Robustness) -> Table:
    """Return how often one of each pair is ahead of the other."""
    columns: tuple[Col[PairwiseWinningIndex], ...] = (
        Col("Id", lambda pair: pair.first, 9),
        Col("Compared with", lambda pair: pair.second, 9),
        Col("Ahead", lambda pair: str(pair.ahead), 8, number=True),
        Col("Behind", lambda pair: str(pair.behind), 6, number=True),
        Col("Tied", lambda pair: str(pair.tied), 3, number=True),
    )
    return table_of(result.pairwise, columns)


def _passes(result: Robustness) -> Table:
    """Return how often the certificate reaches the total, and each verdict."""
    columns: tuple[Col[PassProbability], ...] = (
        Col("Result", _passed, 9),
        Col("Share", lambda one: str(one.probability), 8, number=True),
        Col("+/- points", lambda one: str(one.probability.standard_error), 4, number=True,
            shown=not result.method.exact),
        Col("", lambda one: Bar(one.probability.share), 0),
    )  # fmt: skip
    return table_of(result.passes, columns)
