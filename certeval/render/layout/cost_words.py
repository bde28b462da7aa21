"""Words for the states of a cost: paces, returns, raises, salaries, disagreements, assumptions."""

from collections.abc import Iterable

from certeval.phrases import counted
from certeval.render.layout.citations import source
from certeval.results.cost import (
    Assumption,
    CostReport,
    Disagreement,
    HoursDiffer,
    Pace,
    PaceTooShort,
    Position,
    Raise,
    ReturnFigure,
    SalaryComparison,
    SalaryLine,
    Unknown,
    WageFigure,
    WagePosition,
)
from certeval.results.figures import Figure

_UNKNOWN: dict[Unknown, str] = {
    "price": "price: not known",
    "hours": "hours: not known",
    "hours_per_week": "hours per week: not given",
}
_PACES = {"advertised": "As advertised", "realistic": "As reported", "reader": "At your pace"}
_MEASURES = {"gain": "Gain", "return": "Return", "break_even_raise": "Raise that breaks even"}
_PERCENTILES = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "median": "median",
    "p75": "75th percentile",
    "p90": "90th percentile",
}
_ENTRY_WAGES = {
    "entry": "the entry-level wage",
    "p10": "the 10th-percentile wage (no entry-level figure available)",
}
_STARTS = {
    "entry": "to start",
    "p10": "at the 10th percentile (no entry-level figure available)",
}
_ASSUMPTIONS: dict[Assumption, str] = {
    "months_billed_in_full": (
        "A month is 365.25/12 = 30.4375 days; every month begun is billed in full."
    ),
    "free_access_not_deducted": "Free trials and free courses are not deducted.",
    "first_attempt": "An exam is passed at the first attempt; taxes are not counted.",
    "taxes_not_counted": "Taxes are not counted.",
    "time_not_counted": "Your own time is not counted.",
    "raise_before_tax": "A raise is before tax, and counts from its first day.",
    "certificate_alone": (
        "It comes with this certificate alone: other requirements of the job are not counted."
    ),
}


def unknown(states: Iterable[Unknown]) -> tuple[str, ...]:
    """Return what is unknown, and so leaves the total unknown."""
    return tuple(_UNKNOWN[state] for state in states)


def pace_title(pace: Pace) -> str:
    """Return whose pace it is."""
    return _PACES[pace.of]


def return_title(line: ReturnFigure) -> str:
    """Return the measure and its years: ``Gain in 5 years``."""
    return f"{_MEASURES[line.measure]} in {counted(line.years, 'year')}"


def low_return(line: ReturnFigure) -> str:
    """Return the measure at the low end of the cost."""
    return _return(line.low)


def high_return(line: ReturnFigure) -> str:
    """Return the measure at the high end of the cost."""
    return _return(line.high)


def _return(figure: Figure) -> str:
    """Return a measure as it is displayed; a certificate may be free."""
    return "it is free" if figure.value is None else str(figure)


def basis(found: Raise) -> str:
    """Return where the figure of a raise comes from."""
    return _compared(found.compared) if found.compared else "given for this run"


def no_raise(costing: CostReport) -> str | None:
    """Return why there is no raise, if one was asked about."""
    if costing.no_raise is None:
        return None
    compared = costing.no_raise.compared
    if compared is None:
        return "with no raise, the cost is never recovered"
    return f"no raise ({_compared(compared)})"


def _compared(compared: SalaryComparison) -> str:
    """Return the entry wage and the salary."""
    entry = compared.entry
    start = f"{entry.figure.usd_per_year} a year {_STARTS[entry.figure.statistic]}"
    return f"{entry.occupation}: {start}, as of {entry.year}; you earn {compared.salary}"


def _entry_wage(compared: SalaryComparison) -> str:
    """Return which wage counts as the entry wage."""
    entry = compared.entry
    return f"{_ENTRY_WAGES[entry.figure.statistic]} of {entry.occupation}, {entry.year}"


def public(line: SalaryLine) -> str | None:
    """Return where a salary lies in the public wage tables of its role."""
    return "; ".join(_position(one) for one in line.positions) or None


def _position(place: WagePosition) -> str:
    """Return the position of a salary in one wage table."""
    low, high = _between(place.low), _between(place.high)
    where = low if low == high else f"the low end {low}, the high end {high}"
    return f"{place.occupation or 'public table'}: {where}"


def _between(position: Position) -> str:
    """Return the percentiles next to an amount."""
    above, below = _percentile(position.above), _percentile(position.below)
    if not above:
        return f"below the {below}"
    if not below:
        return f"above the {above}"
    return f"at the {above}" if above == below else f"between the {above} and the {below}"


def _percentile(figure: WageFigure | None) -> str:
    """Return a percentile with its amount."""
    return f"{_PERCENTILES[figure.statistic]} ({figure.usd_per_year})" if figure else ""


def disagreements(costing: CostReport) -> tuple[str, ...]:
    """Return how sources disagree."""
    return tuple(_disagreement(item) for item in costing.disagreements)


def _disagreement(item: Disagreement) -> str:
    """Return how sources disagree on one point."""
    match item:
        case HoursDiffer():
            shown = [f"{one.hours.display} ({source(one.citation)})" for one in item.hours]
            text = " against ".join(shown)
            return f"hours from start to finish: {text}; the first figure is used"
        case PaceTooShort():
            return (
                f"advertised: {item.months.display} months at {item.hours_per_week} hours per week;"
                f" the {item.hours.display} hours would take {item.months_needed.display} billed "
                "months"
            )
        case _:
            shown = [
                f"{line.usd_per_year.display} for {line.job} "
                f"({line.citation.publisher}, {line.citation.date})"
                for line in item.salaries
            ]
            return f"salaries: {' against '.join(shown)}"


def assumptions(costing: CostReport) -> tuple[str, ...]:
    """Return what the figures assume."""
    return tuple(_assumption(costing, state) for state in costing.assumptions)


def _assumption(costing: CostReport, state: Assumption) -> str:
    """Return one assumption."""
    if state == "mix_of_occupations" and costing.role:
        codes = ", ".join(f"{one.title} ({one.code})" for one in costing.occupations)
        return f"{costing.role.title} is treated as a mix of occupations: {codes}."
    if state == "hours" and costing.hours:
        cited = costing.hours_citation
        return (
            f"It takes {costing.hours.display} hours"
            f"{f' ({source(cited)})' if cited else ', given for this run'}."
        )
    if state == "time_valued":
        return f"Your time is valued at {costing.hour_value_usd} per hour."
    raised = costing.raise_per_year or costing.no_raise
    if state == "entry_wage" and raised and raised.compared:
        return f"You would earn {_entry_wage(raised.compared)}."
    return _ASSUMPTIONS[state]
