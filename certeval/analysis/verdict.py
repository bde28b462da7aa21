"""The verdict box: computed where it can be, in the source's words where it cannot."""

from fractions import Fraction

from certeval.analysis.citation import cite, each_once
from certeval.analysis.cost.cost import cost
from certeval.analysis.facts import facts_of
from certeval.analysis.rounding import grouped, half_up
from certeval.analysis.score import score
from certeval.errors import UnscoredError
from certeval.model.context import Context
from certeval.results.cost import CostReport, Pace, Unknown
from certeval.results.facts import Grade
from certeval.results.scorecard import Scorecard
from certeval.results.verdict import Entry, VerdictBox


def scored(context: Context) -> tuple[Scorecard | None, str | None]:
    """The scorecard, or None and why there is none: no rubric, or no scores."""
    if context.case is None:
        return None, "no rubric is given"
    try:
        return score(context.case), None
    except UnscoredError as error:
        return None, error.message


def verdict(context: Context) -> VerdictBox:
    """The box of the certificate for *reader*. What has not been reviewed has no rating."""
    certificate = context.certificate
    costing = cost(context)
    card, unscored = scored(context)
    entries = [
        Entry("Certificate", f"{certificate.title} ({certificate.provider})", False, None),  # noqa: FBT003
        *_facts(context),
        *_effort(costing),
        *_rating(card),
        *_words(context),
        *_mark(context, card),
    ]
    cited = [entry.citation for entry in entries]
    cited += [price.citation for price in costing.prices]
    cited += [pace.citation for pace in costing.paces]
    cited += [*(card.sources if card else ())]
    return VerdictBox(
        certificate=costing.certificate,
        audience=costing.audience,
        rubric=card.rubric if card else None,
        rating_display=f"{card.rating.display} / {card.scale_max_display}" if card else None,
        band=card.band.label if card and card.band else None,
        unscored=unscored,
        entries=tuple(entries),
        warnings=tuple(dict.fromkeys((*context.warnings, *(card.warnings if card else ())))),
        sources=each_once(item for item in cited if item),
        today=str(context.today),
        old=context.freshness.words,
    )


def _facts(context: Context) -> list[Entry]:
    names = {"difficulty": "Difficulty", "learner_rating": "Learner rating"}
    return [
        Entry(names[fact.fact], _grade(fact.value), computed=False, citation=fact.citation)
        for fact in facts_of(context)
        if isinstance(fact.value, Grade)
    ]


def _grade(grade: Grade) -> str:
    count = "" if grade.reviews is None else f", by {grade.reviews:,} reviewers"
    return f"{grade.value} / {grade.out_of}{count}"


def _effort(costing: CostReport) -> list[Entry]:
    own = next((pace for pace in costing.paces if pace.of == "reader"), None)
    told = [pace for pace in costing.paces if pace.of != "reader"]
    time = _time(own, told, costing)
    money = costing.total_usd.display if costing.total_usd else _unknown(costing)
    for pace in told:
        if pace.of == "advertised" and pace.cost_usd and costing.total_usd:
            money += f"; {pace.cost_usd.display} at the advertised pace"
    load = own.citation if own else None
    price = costing.prices[0].citation if costing.prices else None
    return [
        Entry("Time", time, computed=True, citation=load),
        Entry("Cost", money, computed=True, citation=price),
    ]


def _time(own: Pace | None, told: list[Pace], costing: CostReport) -> str:
    parts = []
    if costing.hours:
        parts.append(f"{costing.hours.display} hours")
    if own and own.months_billed and own.weeks:
        parts.append(
            f"{own.weeks.display} weeks ({own.months_billed.display} billed months) at "
            f"{own.hours_per_week} hours per week"
        )
    parts += [
        f"{pace.months_billed.display} months {_PACES[pace.of]}"
        for pace in told
        if pace.months_billed
    ]
    return "; ".join(parts) or _unknown(costing)


def _unknown(costing: CostReport) -> str:
    return f"unknown ({'; '.join(_UNKNOWN[state] for state in costing.unknown)})"


_PACES = {"advertised": "as advertised", "realistic": "as reported"}
_UNKNOWN: dict[Unknown, str] = {
    "price": "price: not known",
    "hours": "hours: not known",
    "hours_per_week": "hours per week: not given",
}


def _rating(card: Scorecard | None) -> list[Entry]:
    if card is None:
        return []
    band = f", {card.band.label}: {card.band.meaning}" if card.band else ""
    text = f"{card.rating.display} / {card.scale_max_display}{band}"
    return [Entry("Rating", text, computed=True, citation=None)]


def _words(context: Context) -> list[Entry]:
    certificate = context.certificate
    written = certificate.verdict
    if written is None:
        return []
    cited = cite(context, certificate, written)
    texts = {
        "Best for": written.best_for,
        "Not right for": written.not_for,
        "Key hiring advantage": written.hiring_advantage,
        "The brutal truth": written.brutal_truth,
        "Recommendation": written.recommendation,
    }
    return [Entry(name, text, computed=False, citation=cited) for name, text in texts.items()]


def _mark(context: Context, card: Scorecard | None) -> list[Entry]:
    """Why it stays below the mark that the source names; as long as it does."""
    written = context.certificate.verdict
    if written is None or written.mark_not_reached is None or written.why_not_reached is None:
        return []
    mark = half_up(written.mark_not_reached, 1)
    if card and card.rating.value >= Fraction(written.mark_not_reached):
        text = f"here it reaches {grouped(mark)}; the source, which rates it lower, says: "
        text += written.why_not_reached
    else:
        text = written.why_not_reached
    cited = cite(context, context.certificate, written)
    return [Entry(f"Why below {grouped(mark)}", text, computed=False, citation=cited)]
