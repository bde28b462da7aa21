"""How a cost is worded: raises, salaries, disagreements and assumptions, as JSON has them."""

from decimal import Decimal

import pytest

from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.payback import CostOverrides
from tests import builders
from tests.analysis.ask import about, guild_context

TABLE = {"p10": "10000", "median": "20000", "p90": "90000"}


def worded(context=None, **overrides):
    given = {name: Decimal(value) for name, value in overrides.items()}
    return cost(context or guild_context(), CostOverrides(**given)).to_dict()


def asked(program, **more):
    return about(builders.context(program, **more), hours_per_week=7)


def test_returns():
    found = [(line["title"], line["low_display"]) for line in worded(raise_per_year=100)["returns"]]
    assert found[0] == ("Gain in 1 year", "-$290")
    assert found[-1] == ("Raise that breaks even in 5 years", "$78 a year")
    free = worded(asked(builders.program("free", whole=0)), raise_per_year=100)["returns"]
    assert (free[1]["title"], free[1]["low"]) == ("Return in 1 year", None)
    assert free[1]["low_display"] == free[1]["high_display"] == "it is free"


def test_a_raise():
    assert worded(raise_per_year=100)["raise_per_year"]["basis"] == "given for this run"
    assert worded(salary=30_000)["raise_per_year"] == {
        "usd_per_year": 11_000,
        "display": "$11,000 a year",
        "basis": ("Metal fabricator: $41,000 a year to start, as of 2026; you earn $30,000"),
    }
    wages = [{"year": "2025", "source": "me", "p10_usd_per_year": "67240"}]
    context = asked(builders.program("one"), role=builders.role(["a"], wages=wages))
    assert worded(context, salary=60_000)["raise_per_year"]["basis"] == (
        "Role: $67,240 a year at the 10th percentile (no entry-level figure available), as of "
        "2025; you earn $60,000"
    )


def test_no_raise():
    assert worded()["no_raise"] is None
    assert worded(raise_per_year=0)["no_raise"] == "with no raise, the cost is never recovered"
    assert worded(salary=41_000)["no_raise"] == (
        "no raise (Metal fabricator: $41,000 a year to start, as of 2026; you earn $41,000)"
    )


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (9_999, 9_999, "below the 10th percentile ($10,000)"),
        (10_000, 10_000, "at the 10th percentile ($10,000)"),
        (15_000, 16_000, "between the 10th percentile ($10,000) and the median ($20,000)"),
        (90_001, 90_001, "above the 90th percentile ($90,000)"),
        (
            9_999,
            20_000,
            "the low end below the 10th percentile ($10,000), the high end at the median ($20,000)",
        ),
    ],
)
def test_the_position_of_a_salary(low, high, words):
    wages = [{"year": "2025", "source": "me", **{f"{n}_usd_per_year": v for n, v in TABLE.items()}}]
    role = builders.role(["a"], wages=wages)
    salary = {"job": "job", "role": "role", "statistic": "average", "source": "me"}
    salary |= {"low_usd_per_year": str(low), "high_usd_per_year": str(high)}
    context = asked(builders.program("one", salaries=[salary]), role=role, roles={"role": role})
    assert [line["public"] for line in worded(context)["salaries"]] == [f"public table: {words}"]


def test_a_price_for_the_whole_program():
    page = cost(asked(builders.program("course", hours=(10, 20), whole=90))).to_markdown()
    assert r"\$90 for the whole program (" in page
    assert r"One-time fees: \$90." in page


def test_disagreements():
    assert worded()["disagreements"] == [
        (
            "hours from start to finish: 90-110 (Harbor School, 2026) against 80 (Smith & "
            "Daughters, 2023-03, old); the first figure is used"
        ),
        ("advertised: 2 months at 10 hours per week; the 90-110 hours would take 3 billed months"),
        (
            "salaries: $34,000-$43,000 for welder's helper (Harbor Times, 2026-05) against "
            "$36,000-$40,000 for beginner (Smith & Daughters, 2023-03)"
        ),
    ]


def test_assumptions():
    assert worded(salary=30_000)["assumptions"] == [
        "A month is 365.25/12 = 30.4375 days; every month begun is billed in full.",
        "Free trials and free courses are not deducted.",
        "An exam is passed at the first attempt; taxes are not counted.",
        (
            "Metal fabricator is treated as a mix of occupations: Welders (11-1), "
            "Boilermakers (11-2)."
        ),
        "It takes 90-110 hours (Harbor School, 2026).",
        "Your own time is not counted.",
        "A raise is before tax, and counts from its first day.",
        "It comes with this certificate alone: other requirements of the job are not counted.",
        "You would earn the entry-level wage of Metal fabricator, 2026.",
    ]
    course = builders.program("course", hours=(10, 20), whole=100)
    assert worded(asked(course))["assumptions"][0] == "Taxes are not counted."
    assert "Your time is valued at $20 per hour." in worded(hour_value=20)["assumptions"]
    given = cost(guild_context(), CostOverrides(hours=(Decimal(90), Decimal(100)))).to_dict()
    assert "It takes 90-100 hours, given for this run." in given["assumptions"]


def test_unknown():
    bare = builders.context(builders.program("bare"))
    assert worded(about(bare))["unknown"] == [
        "price: not known",
        "hours: not known",
        "hours per week: not given",
    ]
