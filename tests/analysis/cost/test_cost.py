"""What a certificate costs, how long it takes, and when it pays."""

from decimal import Decimal
from fractions import Fraction

import pytest

from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.pace import DAYS_A_MONTH, WEEKS_A_YEAR, months, months_billed
from certeval.analysis.cost.payback import NOTHING_TRIED, CostOverrides
from certeval.analysis.cost.prices import prices_of
from certeval.errors import UsageError
from tests import builders
from tests.analysis.ask import about, guild_context, without_audience

MONTH_AT_SEVEN = Fraction("30.4375")  # hours of work, at 7 hours a week: one a day


def costing(certificate="welding", audience="master", *, role=None, hours_per_week=None, **over):
    asked = guild_context(certificate, audience, role=role, hours_per_week=hours_per_week)
    return cost(asked, overrides(**over))


def cost_of(program, hours_per_week=7, **over):
    asked = about(builders.context(program), hours_per_week=hours_per_week)
    return cost(asked, overrides(**over))


def overrides(**over):
    return CostOverrides(**{name: exact(value) for name, value in over.items()})


def exact(value):
    return tuple(map(Decimal, value)) if isinstance(value, tuple) else Decimal(value)


def pace(result, of):
    return next(pace for pace in result.paces if pace.of == of)


def ends(span):
    return span.low, span.high


def rows(result):
    return {(line.measure, line.years): (str(line.low), str(line.high)) for line in result.returns}


def values(result):
    return {
        (line.measure, line.years): (line.low.value, line.high.value) for line in result.returns
    }


def test_three_paces():
    result = costing()
    shown = [
        (pace.of, str(pace.hours_per_week), pace.months_billed.display, pace.cost_usd.display)
        for pace in result.paces
    ]
    assert shown == [
        ("advertised", "10", "2", "$90"),
        ("realistic", "", "3-4", "$135-$180"),
        ("reader", "4", "6-7", "$270-$315"),
    ]
    assert ends(pace(result, "advertised").cost_usd) == (90, 90)
    assert ends(result.total_usd) == (390, 435)


def test_the_readers_own_pace():
    result = costing()
    own = pace(result, "reader")
    assert own.hours.display == result.hours.display == "90-110"
    assert own.weeks.display == result.weeks.display == "22.5-27.5"
    assert ends(own.weeks) == (Fraction(90, 4), Fraction(110, 4))
    assert own.citation == result.hours_citation
    assert own.citation.publisher == "Harbor School"


def test_more_hours_a_week():
    result = costing(hours_per_week=10, hours=(90, 90))
    assert (result.weeks.display, result.months_billed.display) == ("9", "3")
    assert result.weeks.high == 9
    assert result.total_usd.display == "$255"


@pytest.mark.parametrize(
    ("hours", "billed"),
    [
        (Fraction(), 0),
        (Fraction(1, 1000), 1),
        (MONTH_AT_SEVEN - Fraction(1, 10**12), 1),
        (MONTH_AT_SEVEN, 1),
        (MONTH_AT_SEVEN + Fraction(1, 10**12), 2),
        (3 * MONTH_AT_SEVEN, 3),
        (3 * MONTH_AT_SEVEN + Fraction(1, 10**12), 4),
        (12 * MONTH_AT_SEVEN, 12),
    ],
)
def test_a_month_begun_is_billed_in_full(hours, billed):
    assert months_billed(hours, Fraction(7)) == billed


def test_a_month_is_a_twelfth_of_a_julian_year():
    year = 12 * DAYS_A_MONTH
    assert year == 7 * WEEKS_A_YEAR == Fraction("365.25")
    assert months(4 * MONTH_AT_SEVEN, Fraction(7)) == 4


@pytest.mark.parametrize(("hours", "total"), [("91.3125", "$177"), ("91.3126", "$236")])
def test_hours_of_exactly_three_months_cost_three(hours, total):
    program = builders.program("one", month=59)
    assert cost_of(program, hours=(hours, hours)).total_usd.display == total


def test_payback_at_both_ends_of_the_cost():
    result = costing(raise_per_year=10_000)
    assert (result.raise_per_year.usd_per_year.value, result.no_raise) == (10_000, None)
    assert str(result.raise_per_year.usd_per_year) == "$10,000 a year"
    assert result.raise_per_year.compared is None
    assert result.payback_weeks.high == Fraction(435, 10_000) * Fraction("365.25") / 7
    assert result.payback_weeks.low == Fraction(390, 10_000) * Fraction("365.25") / 7
    assert result.payback_weeks.display == "2.0-2.3"


def test_returns_and_break_even_by_hand():
    result = costing(raise_per_year=10_000)
    assert rows(result) == {
        ("gain", 1): ("$9,610", "$9,565"),
        ("return", 1): ("2,464%", "2,199%"),
        ("gain", 5): ("$49,610", "$49,565"),
        ("return", 5): ("12,721%", "11,394%"),
        ("break_even_raise", 1): ("$390 a year", "$435 a year"),
        ("break_even_raise", 5): ("$78 a year", "$87 a year"),
    }
    assert values(result)["return", 1] == (Fraction(9610, 390), Fraction(9565, 435))
    assert values(result)["return", 5] == (Fraction(49_610, 390), Fraction(49_565, 435))
    assert values(result)["break_even_raise", 5] == (78, 87)


def test_a_raise_below_the_cost_is_a_loss_at_first():
    shown = rows(costing(raise_per_year=100))
    assert shown["gain", 1] == ("-$290", "-$335")
    assert shown["return", 1] == ("-74%", "-77%")  # 290 of 390, 335 of 435
    assert shown["gain", 5] == ("$110", "$65")


def test_without_a_raise_only_break_even_raises():
    result = costing()
    assert (result.raise_per_year, result.no_raise, result.payback_weeks) == (None, None, None)
    assert list(rows(result)) == [("break_even_raise", 1), ("break_even_raise", 5)]


@pytest.mark.parametrize("amount", [0, -1])
def test_a_raise_of_zero_or_less_is_no_raise(amount):
    result = costing(raise_per_year=amount)
    assert (result.raise_per_year, result.payback_weeks) == (None, None)
    assert (result.no_raise.usd_per_year.value, result.no_raise.compared) == (amount, None)


@pytest.mark.parametrize(("certificate", "fee"), [("inspector", 310), ("forging", 500)])
def test_an_exam_costs_its_fee(certificate, fee):
    result = costing(certificate)
    assert (result.fees_usd.value, str(result.fees_usd)) == (fee, f"${fee}")
    assert ends(result.total_usd) == (fee, fee)
    assert [(line.product, line.per, line.amount_usd.value) for line in result.prices] == [
        ("Exam", "attempt", fee)
    ]
    assert (result.paces, result.hours, result.hours_citation) == ((), None, None)
    assert result.unknown == ("hours",)
    assert result.assumptions[0] == "first_attempt"


def test_a_subscription_and_an_exam_add_up():
    result = cost_of(builders.program("both", hours=(10, 40), month=20, fee=150))
    assert result.total_usd.display == "$170-$190"  # one month begun, or two
    assert str(result.fees_usd) == "$150"


def test_another_price_of_an_attempt():
    assert costing("inspector", price="249.99").total_usd.display == "$249.99"


def test_another_price_replaces_the_month_and_leaves_the_fee():
    result = costing(price=30)
    assert result.total_usd.display == "$300-$330"
    assert pace(result, "advertised").cost_usd.display == "$60"
    monthly, fee = result.prices
    assert (str(monthly.amount_usd), monthly.citation) == ("$30", None)
    assert (str(fee.amount_usd), fee.citation.publisher) == ("$120", "Harbor School")


def test_a_missing_price_cannot_be_replaced():
    with pytest.raises(UsageError) as caught:
        cost_of(builders.program("free", hours=(10, 10)), price=30)
    assert str(caught.value) == "price: 'free' has no price to replace"
    assert caught.value.hint == "add a price to its file, under program.prices"


def test_of_several_prices_the_first_of_each_kind_counts():
    source = {"source": "me"}
    prices = [
        {"amount_usd": "59", "per": "month", "product": "Plus", **source},
        {"amount_usd": "49", "per": "month", "product": "Plus, once", **source},
        {"amount_usd": "500", "per": "program", "product": "All of it", **source},
    ]
    found = prices_of(builders.program("many", prices=prices))
    assert (found.per_month, found.fees, found.subscription) == (59, 0, None)
    whole = prices_of(builders.program("whole", prices=prices[2:]))
    assert (whole.per_month, whole.fees) == (0, 500)
    assert prices_of(builders.program("shared", plus=59)).subscription == "Plus"
    assert not prices_of(builders.program("unknown")).known


def test_a_salary_is_compared_with_the_entry_wage_of_the_role():
    result = costing(salary=30_000)
    assert result.raise_per_year.usd_per_year.value == 11_000
    compared = result.raise_per_year.compared
    assert str(compared.salary) == "$30,000"
    assert (compared.entry.occupation, compared.entry.year) == ("Metal fabricator", 2026)
    assert str(compared.entry.figure.usd_per_year) == "$41,000"
    assert compared.entry.figure.statistic == "entry"
    assert result.payback_weeks.high == Fraction(435, 11_000) * Fraction("365.25") / 7
    assert result.assumptions[-1] == "entry_wage"


@pytest.mark.parametrize("salary", [41_000, 52_000])
def test_no_raise_if_the_entry_wage_is_not_above_the_salary(salary):
    result = costing(salary=salary)
    assert (result.raise_per_year, result.payback_weeks) == (None, None)
    assert result.no_raise.usd_per_year.value == 41_000 - salary
    assert str(result.no_raise.compared.salary) == f"${salary:,}"


def test_a_dollar_below_the_entry_wage_is_a_raise():
    assert costing(salary=40_999).raise_per_year.usd_per_year.value == 1


def test_the_tenth_percentile_replaces_a_missing_entry_wage():
    wages = [{"year": "2025", "source": "me", "p10_usd_per_year": "67240"}]
    role = builders.role(["python"], wages=wages)
    program = builders.program("one", hours=(10, 10), month=20)
    asked = about(builders.context(program, role=role), hours_per_week=7)
    result = cost(asked, overrides(salary=60_000))
    assert result.raise_per_year.usd_per_year.value == 7_240
    entry = result.raise_per_year.compared.entry
    assert (entry.occupation, entry.year, entry.figure.statistic) == ("Role", 2025, "p10")


def test_a_salary_needs_a_wage_to_compare_with():
    program = builders.program("one", hours=(10, 10), month=20)
    wageless = builders.role(["python"], wages=[{"year": "2025", "source": "me"}])
    for context in (builders.context(program), builders.context(program, role=wageless)):
        with pytest.raises(UsageError, match="there is no role with a wage to compare with"):
            cost(about(context, hours_per_week=7), overrides(salary=50_000))


def test_a_raise_and_a_salary_contradict_each_other():
    with pytest.raises(UsageError, match="a salary and a raise are given"):
        costing(raise_per_year=10_000, salary=50_000)


def test_the_return_on_a_cost_of_zero_is_undefined():
    result = cost_of(builders.program("free", hours=(10, 20), whole=0), raise_per_year=1000)
    assert ends(result.total_usd) == (0, 0)
    assert ends(result.payback_weeks) == (0, 0)
    assert values(result)["return", 1] == values(result)["return", 5] == (None, None)
    assert rows(result)["gain", 1] == ("$1,000", "$1,000")
    assert result.unknown == ()


def test_unknown_hours_leave_the_total_unknown():
    result = cost_of(builders.program("one", month=59), raise_per_year=10_000)
    assert (result.total_usd, result.hours, result.payback_weeks) == (None, None, None)
    assert (result.returns, result.paces) == ((), ())
    assert result.unknown == ("hours",)


def test_overridden_hours_give_a_total():
    result = cost_of(builders.program("one", month=59), hours=(90, 100))
    assert result.total_usd.display == "$177-$236"  # 2.96 and 3.29 months
    assert result.unknown == ()
    assert pace(result, "reader").citation is result.hours_citation is None
    assert (result.hours.display, "hours" in result.assumptions) == ("90-100", True)


def test_an_unknown_price_leaves_the_total_unknown():
    result = cost_of(builders.program("one", hours=(10, 20)))
    assert (result.total_usd, result.prices) == (None, ())
    assert result.unknown == ("price",)
    assert pace(result, "reader").cost_usd is None
    assert result.weeks.display == "1.4-2.9"


def test_without_an_audience_the_hours_a_week_are_unknown():
    result = cost(without_audience(guild_context()))
    assert (result.audience, result.total_usd, result.weeks) == (None, None, None)
    assert result.unknown == ("hours_per_week",)
    assert [pace.of for pace in result.paces] == ["advertised", "realistic"]
    assert result.hours.display == "90-110"


def test_without_an_audience_an_exam_has_its_fee():
    assert cost(without_audience(guild_context("inspector"))).total_usd.display == "$310"


def test_the_value_of_an_hour():
    result = costing(hour_value=20)
    assert str(result.hour_value_usd) == "$20"
    assert ends(result.time_usd) == (1800, 2200)
    assert result.total_usd.display == "$2,190-$2,635"
    assert "time_valued" in result.assumptions
    assert "time_not_counted" not in result.assumptions


def test_unknown_hours_have_no_value():
    result = costing("inspector", hour_value=50)
    assert (result.time_usd, result.total_usd) == (None, None)


def test_a_month_begun_of_an_advertised_pace_is_billed_in_full():
    advertised = {"low": "2.5", "high": "2.5", "source": "me"}
    result = cost_of(
        builders.program("one", hours=(10, 10), month=20, advertised_months=advertised)
    )
    assert pace(result, "advertised").cost_usd.display == "$60"


def place(position):
    """The statistics above and below an amount."""
    return tuple(figure and figure.statistic for figure in (position.above, position.below))


def test_the_position_of_a_quoted_salary_in_each_wage_table():
    welder, helper, _ = costing().salaries
    assert welder.usd_per_year.display == "$54,000"
    assert [(one.occupation, place(one.low), place(one.high)) for one in welder.positions] == [
        ("Welders (11-1)", ("median", "p75"), ("median", "p75")),
        ("Boilermakers (11-2)", ("p10", "median"), ("p10", "median")),
    ]
    assert [(place(one.low), place(one.high)) for one in helper.positions] == [
        ((None, "p10"), ("p25", "median")),
        ((None, "p10"), (None, "p10")),
    ]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (9_999, (None, "p10")),
        (10_000, ("p10", "p10")),
        (15_000, ("p10", "median")),
        (20_000, ("median", "median")),
        (90_000, ("p90", "p90")),
        (90_001, ("p90", None)),
    ],
)
def test_the_position_of_a_salary(amount, expected):
    table = {"p10": "10000", "median": "20000", "p90": "90000"}
    wages = [
        {"year": "2025", "source": "me", "median_usd_per_year": "1"},  # one figure is no table
        {"year": "2025", "source": "me", **{f"{n}_usd_per_year": v for n, v in table.items()}},
    ]
    asked = salaries([amount], builders.role(["python"], wages=wages))
    (line,) = cost(asked).salaries
    (found,) = line.positions
    assert (found.occupation, place(found.low), found.high) == (None, expected, found.low)


def salaries(amounts, role, **more):
    """A question about a certificate whose source quotes *amounts* for *role*."""
    figures = [
        {
            "job": f"job {number}",
            "role": "role",
            "statistic": "average",
            "low_usd_per_year": str(amount),
            "high_usd_per_year": str(amount),
            "source": "me",
            **more,
        }
        for number, amount in enumerate(amounts)
    ]
    program = builders.program("one", salaries=figures)
    return about(builders.context(program, role=role, roles={"role": role} if role else {}))


def test_a_salary_without_a_wage_table_has_no_position():
    (line,) = cost(salaries([50_000], None)).salaries
    assert (line.usd_per_year.display, line.positions) == ("$50,000", ())


def test_wages_of_the_role_with_the_figures_that_are_known():
    entry, welders, boilermakers = costing().wages
    assert [(one.statistic, str(one.usd_per_year)) for one in entry.figures] == [
        ("entry", "$41,000")
    ]
    assert [(one.statistic, one.usd_per_year.value) for one in welders.figures] == [
        ("p10", 36_000),
        ("p25", 42_500),
        ("median", 51_000),
        ("p75", 62_000),
        ("p90", 75_850),
    ]
    assert [one.statistic for one in boilermakers.figures] == ["p10", "median", "p90"]
    assert (welders.occupation, welders.year) == ("Welders (11-1)", 2025)


def test_disagreements():
    hours, advertised, quoted = costing().disagreements
    assert [(one.hours.display, one.citation.publisher) for one in hours.hours] == [
        ("90-110", "Harbor School"),
        ("80", "Smith & Daughters"),
    ]
    assert (advertised.months.display, str(advertised.hours_per_week)) == ("2", "10")
    assert (advertised.hours.display, advertised.months_needed.display) == ("90-110", "3")
    assert [line.usd_per_year.display for line in quoted.salaries] == [
        "$34,000-$43,000",
        "$36,000-$40,000",
    ]


@pytest.mark.parametrize(("high", "count"), [("130", 0), ("131", 1)])
def test_an_advertised_pace_disagrees_only_if_it_is_too_short(high, count):
    """Three months at 10 hours a week are 130.4 hours."""
    advertised = {"low": "3", "high": "3", "hours_per_week": "10", "source": "me"}
    program = builders.program("one", hours=(100, high), month=59, advertised_months=advertised)
    assert len(cost_of(program).disagreements) == count


def test_an_advertised_pace_without_hours_a_week_cannot_disagree():
    advertised = {"low": "1", "high": "1", "source": "me"}
    program = builders.program("one", hours=(100, 500), month=59, advertised_months=advertised)
    result = cost_of(program)
    assert result.disagreements == ()
    assert pace(result, "advertised").hours_per_week.value is None


@pytest.mark.parametrize(("amounts", "count"), [([50_000, 50_000], 0), ([50_000, 60_000], 1)])
def test_salaries_disagree_only_if_they_differ(amounts, count):
    assert len(cost(salaries(amounts, None)).disagreements) == count


def test_every_assumption_of_a_subscription_and_a_raise():
    result = costing(raise_per_year=10_000)
    assert result.assumptions == (
        "months_billed_in_full",
        "free_access_not_deducted",
        "first_attempt",
        "mix_of_occupations",
        "hours",
        "time_not_counted",
        "raise_before_tax",
        "certificate_alone",
    )
    assert [(one.code, one.title) for one in result.occupations] == [
        ("11-1", "Welders"),
        ("11-2", "Boilermakers"),
    ]


def test_only_the_assumptions_that_are_made():
    program = builders.program("one", hours=(10, 20), whole=100)
    assert cost_of(program).assumptions == ("taxes_not_counted", "hours", "time_not_counted")
    assert cost(about(builders.context(builders.program("bare")))).assumptions == (
        "time_not_counted",
    )


def test_every_source_is_cited_once_and_old_ones_are_marked():
    sources = costing().sources
    assert len(set(sources)) == len(sources)
    assert [item.date for item in sources if item.old] == ["2023-03"]
    assert {item.publisher for item in sources} == {
        "Harbor School",
        "certeval",
        "Smith & Daughters",
        "Harbor Times",
        "Bureau of Trades",
    }


def test_certificate_audience_role_and_day():
    result = costing()
    assert (result.certificate.id, result.audience.id) == ("welding", "master")
    assert (result.role.id, result.today) == ("fabricator", "2026-11-22")
    assert cost(about(builders.context(builders.program("one")))).role is None


def test_no_override_is_the_default():
    assert cost(guild_context()) == cost(guild_context(), NOTHING_TRIED)


def test_an_occupation_that_stands_in_for_the_role_is_a_caveat():
    wages = [
        {"year": "2025", "occupation": name, "stands_in": "It is near enough.", "source": "me"}
        | {"median_usd_per_year": "1"}
        for name in ("Welders", "Smiths")
    ]
    role = builders.role(["a"], wages=wages)
    result = cost(about(builders.context(builders.program("one"), role=role)))
    assert [line.stands_in for line in result.wages] == ["It is near enough."] * 2
    assert result.to_markdown().count("Caveat: It is near enough.") == 1
    assert "Caveat" not in cost(guild_context()).to_markdown()
