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
from tests.analysis.ask import about, built_in_context, nobody

MONTH_AT_SEVEN = Fraction("30.4375")  # hours of work, at 7 hours a week: one a day


def costing(certificate="ibm-ml", *, role=None, hours_per_week=None, **tried):
    asked = built_in_context(certificate, role=role, hours_per_week=hours_per_week)
    return cost(asked, CostOverrides(**{name: exact(value) for name, value in tried.items()}))


def cost_of(program, hours_per_week=7, **tried):
    asked = about(builders.context(program), hours_per_week=hours_per_week)
    return cost(asked, CostOverrides(**{name: exact(value) for name, value in tried.items()}))


def exact(value):
    return tuple(map(Decimal, value)) if isinstance(value, tuple) else Decimal(value)


def pace(result, of):
    return next(pace for pace in result.paces if pace.of == of)


def ends(span):
    return span.low, span.high


def rows(result):
    return {line.title: (line.low_display, line.high_display) for line in result.returns}


def test_the_paces_of_the_review_to_the_cent():
    result = costing()
    shown = [
        (pace.of, pace.hours_per_week_display, pace.months_billed.display, pace.cost_usd.display)
        for pace in result.paces
    ]
    assert shown == [
        ("advertised", "10", "3", "$177"),
        ("realistic", "", "4-5", "$236-$295"),
        ("reader", "7", "4-5", "$236-$295"),
    ]
    assert ends(pace(result, "advertised").cost_usd) == (177, 177)
    assert ends(result.total_usd) == (236, 295)


def test_seven_hours_a_week():
    result = costing()
    own = pace(result, "reader")
    assert own.hours.display == result.hours.display == "120-150"
    assert own.weeks.display == result.weeks.display == "17.1-21.4"
    assert ends(own.weeks) == (Fraction(120, 7), Fraction(150, 7))
    assert own.citation.publisher == "The Interview Guys"


def test_ten_hours_a_week_for_120_hours_are_the_three_months_of_the_advertisement():
    result = costing(hours_per_week=10, hours=(120, 120))
    assert (result.weeks.display, result.months_billed.display) == ("12", "3")
    assert result.weeks.high == 12
    assert result.total_usd.display == "$177"


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
def test_a_started_month_is_paid_whole(hours, billed):
    assert months_billed(hours, Fraction(7)) == billed


def test_a_month_is_a_twelfth_of_a_julian_year():
    year = 12 * DAYS_A_MONTH
    assert year == 7 * WEEKS_A_YEAR == Fraction("365.25")
    assert months(4 * MONTH_AT_SEVEN, Fraction(7)) == 4


@pytest.mark.parametrize(("hours", "total"), [("91.3125", "$177"), ("91.3126", "$236")])
def test_hours_that_are_exactly_three_months_cost_three(hours, total):
    assert costing(hours=(hours, hours)).total_usd.display == total


def test_payback_of_the_dearest_case_on_ten_thousand_a_year():
    result = costing(raise_per_year=10_000)
    assert result.raise_per_year.display == "$10,000 a year"
    assert result.raise_per_year.basis == "given for this run"
    assert result.payback_weeks.high == Fraction(295, 10_000) * Fraction("365.25") / 7
    assert result.payback_weeks.low == Fraction(236, 10_000) * Fraction("365.25") / 7
    assert result.payback_weeks.display == "1.2-1.5"


def test_returns_and_break_even_by_hand():
    result = costing(raise_per_year=10_000)
    assert rows(result) == {
        "Gain in 1 year": ("$9,764", "$9,705"),
        "Return in 1 year": ("4,137%", "3,290%"),
        "Gain in 5 years": ("$49,764", "$49,705"),
        "Return in 5 years": ("21,086%", "16,849%"),
        "Raise that breaks even in 1 year": ("$236 a year", "$295 a year"),
        "Raise that breaks even in 5 years": ("$47.20 a year", "$59 a year"),
    }
    exact_figures = {line.title: (line.low, line.high) for line in result.returns}
    assert exact_figures["Return in 1 year"] == (Fraction(9764, 236), Fraction(9705, 295))
    assert exact_figures["Return in 5 years"] == (Fraction(49_764, 236), Fraction(49_705, 295))
    assert exact_figures["Raise that breaks even in 5 years"] == (Fraction("47.2"), 59)


def test_a_raise_that_does_not_pay_it_back_is_a_loss():
    shown = rows(costing(raise_per_year=100))
    assert shown["Gain in 1 year"] == ("-$136", "-$195")
    assert shown["Return in 1 year"] == ("-58%", "-66%")  # 136 of 236, 195 of 295
    assert shown["Gain in 5 years"] == ("$264", "$205")


def test_without_a_raise_only_what_would_break_even():
    result = costing()
    assert (result.raise_per_year, result.no_raise, result.payback_weeks) == (None, None, None)
    assert list(rows(result)) == [
        "Raise that breaks even in 1 year",
        "Raise that breaks even in 5 years",
    ]


def test_a_raise_of_nothing():
    result = costing(raise_per_year=0)
    assert result.raise_per_year is None
    assert result.no_raise == "with no raise, the cost is never recovered"
    assert result.payback_weeks is None


@pytest.mark.parametrize(("certificate", "fee"), [("google-pmle", 200), ("aws-ml-specialty", 300)])
def test_an_exam_costs_its_fee(certificate, fee):
    result = costing(certificate)
    assert (result.fees_usd, result.fees_display) == (fee, f"${fee}")
    assert ends(result.total_usd) == (fee, fee)
    assert [(line.product, line.per, line.amount_usd) for line in result.prices] == [
        ("Exam", "attempt", fee)
    ]
    assert (result.paces, result.hours) == ((), None)
    assert result.unknown == ("hours: not known",)
    assert "An exam is passed at the first attempt; taxes are not counted." in result.assumptions


def test_a_subscription_and_an_exam_add_up():
    result = cost_of(builders.program("both", hours=(10, 40), month=20, fee=150))
    assert result.total_usd.display == "$170-$190"  # one started month, or two
    assert result.fees_display == "$150"


def test_another_price_a_month():
    result = costing(price=49)
    assert result.total_usd.display == "$196-$245"
    assert pace(result, "advertised").cost_usd.display == "$147"
    (line,) = result.prices
    assert (line.amount_display, line.citation) == ("$49", None)


def test_another_price_of_an_attempt():
    assert costing("google-pmle", price="249.99").total_usd.display == "$249.99"


def test_another_price_replaces_the_month_and_leaves_the_fee():
    result = cost_of(builders.program("both", hours=(10, 10), month=20, fee=150), price=30)
    assert result.total_usd.display == "$180"
    monthly, fee = result.prices
    assert (monthly.amount_display, monthly.citation) == ("$30", None)
    assert (fee.amount_display, fee.citation.publisher) == ("$150", "Me")


def test_a_price_that_is_not_there_cannot_be_replaced():
    with pytest.raises(UsageError) as caught:
        cost_of(builders.program("free", hours=(10, 10)), price=30)
    assert str(caught.value) == "price: 'free' has no price to replace"
    assert caught.value.hint == "give its file one, in program.prices"


def test_of_several_prices_the_first_of_each_kind_counts():
    said = {"source": "me"}
    prices = [
        {"amount_usd": "59", "per": "month", "product": "Plus", **said},
        {"amount_usd": "49", "per": "month", "product": "Plus, once", **said},
        {"amount_usd": "500", "per": "program", "product": "All of it", **said},
    ]
    found = prices_of(builders.program("many", prices=prices))
    assert (found.per_month, found.fees, found.subscription) == (59, 0, None)
    whole = prices_of(builders.program("whole", prices=prices[2:]))
    assert (whole.per_month, whole.fees) == (0, 500)
    assert prices_of(builders.program("shared", plus=59)).subscription == "Plus"
    assert not prices_of(builders.program("unknown")).known


def test_a_salary_is_held_against_the_entry_wage_of_the_role():
    result = costing(role="ml-engineer", salary=80_000)
    assert result.raise_per_year.usd_per_year == 26_000
    assert result.raise_per_year.basis == (
        "the entry-level wage of Entry-level machine learning engineer, 2026: $106,000 a year, "
        "against $80,000"
    )
    assert result.payback_weeks.high == Fraction(295, 26_000) * Fraction("365.25") / 7
    assert result.assumptions[-1] == (
        "You would earn the entry-level wage of Entry-level machine learning engineer, 2026."
    )


@pytest.mark.parametrize("salary", [106_000, 120_000])
def test_no_raise_where_the_entry_wage_is_not_above(salary):
    result = costing(role="ml-engineer", salary=salary)
    assert (result.raise_per_year, result.payback_weeks) == (None, None)
    assert result.no_raise.startswith(
        "no raise: the entry-level wage of Entry-level machine learning"
    )
    assert result.no_raise.endswith(f"against ${salary:,}")


def test_a_dollar_below_the_entry_wage_is_a_raise():
    assert costing(role="ml-engineer", salary=105_999).raise_per_year.usd_per_year == 1


def test_the_tenth_percentile_stands_in_for_an_entry_wage():
    result = costing(role="data-analyst", salary=60_000)
    assert result.raise_per_year.usd_per_year == 7_240
    assert result.raise_per_year.basis.startswith(
        "the 10th-percentile wage (no entry-level figure available) of "
        "Data Scientists (15-2051), 2025: $67,240"
    )


def test_a_salary_without_a_wage_to_hold_it_against():
    program = builders.program("one", hours=(10, 10), month=20)
    wageless = builders.role(["python"], wages=[{"year": "2025", "source": "me"}])
    for context in (builders.context(program), builders.context(program, role=wageless)):
        with pytest.raises(UsageError, match="there is no role with a wage to compare with"):
            cost(about(context, hours_per_week=7), CostOverrides(salary=Decimal(50_000)))


def test_a_raise_and_a_salary_contradict_each_other():
    with pytest.raises(UsageError, match="a salary and a raise are given"):
        costing(raise_per_year=10_000, salary=50_000)


def test_what_is_free_has_no_return_to_speak_of():
    result = cost_of(builders.program("free", hours=(10, 20), whole=0), raise_per_year=1000)
    assert ends(result.total_usd) == (0, 0)
    assert ends(result.payback_weeks) == (0, 0)
    assert rows(result)["Return in 1 year"] == ("it is free", "it is free")
    assert rows(result)["Gain in 1 year"] == ("$1,000", "$1,000")
    assert [line.low for line in result.returns if line.title == "Return in 5 years"] == [None]
    assert result.unknown == ()


def test_unknown_hours_leave_the_total_unknown():
    result = costing("ibm-genai-engineering", raise_per_year=10_000)
    assert (result.total_usd, result.hours, result.payback_weeks) == (None, None, None)
    assert (result.returns, result.paces) == ((), ())
    assert result.unknown == ("hours: not known",)


def test_tried_hours_give_a_total():
    result = costing("ibm-genai-engineering", hours=(90, 100))
    assert result.total_usd.display == "$177-$236"  # 2.96 and 3.29 months
    assert result.unknown == ()
    assert pace(result, "reader").citation is None
    assert "It takes 90-100 hours, given for this run." in result.assumptions


def test_an_unknown_price_leaves_the_total_unknown():
    result = cost_of(builders.program("one", hours=(10, 20)))
    assert (result.total_usd, result.prices) == (None, ())
    assert result.unknown == ("price: not known",)
    assert pace(result, "reader").cost_usd is None
    assert result.weeks.display == "1.4-2.9"


def test_without_an_audience_nobody_says_the_hours_a_week():
    result = cost(nobody(built_in_context()))
    assert (result.audience, result.total_usd, result.weeks) == (None, None, None)
    assert result.unknown == ("hours per week: not given",)
    assert [pace.of for pace in result.paces] == ["advertised", "realistic"]
    assert result.hours.display == "120-150"


def test_without_an_audience_an_exam_has_its_fee():
    assert cost(nobody(built_in_context("google-pmle"))).total_usd.display == "$200"


def test_what_an_hour_is_worth():
    result = costing(hour_value=20)
    assert ends(result.time_usd) == (2400, 3000)
    assert result.total_usd.display == "$2,636-$3,295"
    assert "Your time is valued at $20 per hour." in result.assumptions
    assert "Your own time is not counted." not in result.assumptions


def test_an_hour_that_is_worth_something_and_unknown_hours_leave_the_total_unknown():
    result = costing("google-pmle", hour_value=50)
    assert (result.time_usd, result.total_usd) == (None, None)


def test_a_started_month_of_an_advertised_pace_is_paid_whole():
    advertised = {"low": "2.5", "high": "2.5", "source": "me"}
    result = cost_of(
        builders.program("one", hours=(10, 10), month=20, advertised_months=advertised)
    )
    assert pace(result, "advertised").cost_usd.display == "$60"


def test_a_quoted_salary_lies_between_percentiles_of_the_public_table():
    lines = {line.statistic: line for line in costing().salaries}
    assert lines["median"].usd_per_year.display == "$161,030"
    assert lines["median"].public == (
        "Data Scientists (15-2051): between the 75th percentile ($158,880) and the 90th percentile "
        "($199,130); Software Developers (15-1252): between the median ($135,980) and the 75th "
        "percentile ($171,980)"
    )
    assert lines["range"].public == (
        "Data Scientists (15-2051): the low end between the 10th percentile ($67,240) and the 25th "
        "percentile ($85,660), the high end between the 25th percentile ($85,660) and the median "
        "($120,230)"
    )


@pytest.mark.parametrize(
    ("amount", "place"),
    [
        (9_999, "below the 10th percentile ($10,000)"),
        (10_000, "at the 10th percentile ($10,000)"),
        (15_000, "between the 10th percentile ($10,000) and the median ($20,000)"),
        (20_000, "at the median ($20,000)"),
        (90_000, "at the 90th percentile ($90,000)"),
        (90_001, "above the 90th percentile ($90,000)"),
    ],
)
def test_where_a_salary_lies(amount, place):
    table = {"p10": "10000", "median": "20000", "p90": "90000"}
    wages = [
        {"year": "2025", "source": "me", "median_usd_per_year": "1"},  # one figure is no table
        {"year": "2025", "source": "me", **{f"{n}_usd_per_year": v for n, v in table.items()}},
    ]
    asked = salaries([amount], builders.role(["python"], wages=wages))
    (line,) = cost(asked).salaries
    assert line.public == f"public table: {place}"


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


def test_a_salary_without_a_public_table_stands_by_itself():
    (line,) = cost(salaries([50_000], None)).salaries
    assert (line.usd_per_year.display, line.public) == ("$50,000", None)


def test_wages_of_the_role_with_the_figures_that_there_are():
    entry, quoted, scientists, _ = costing().wages
    assert [(one.statistic, one.display) for one in entry.figures] == [("entry", "$106,000")]
    assert [(one.statistic, one.display) for one in quoted.figures] == [("median", "$161,030")]
    assert [(one.statistic, one.usd_per_year) for one in scientists.figures] == [
        ("p10", 67_240),
        ("p25", 85_660),
        ("median", 120_230),
        ("p75", 158_880),
        ("p90", 199_130),
    ]
    assert (scientists.occupation, scientists.year) == ("Data Scientists (15-2051)", 2025)


def test_disagreements_are_named():
    hours, advertised, salary = costing().disagreements
    assert hours == (
        "hours from start to finish: 120-150 (The Interview Guys, 2026) against 120 (Coursera, "
        "2024-06, old) against 123 (Coursera, 2024-06, old); the first figure is used"
    )
    assert advertised == (
        "advertised: 3 months at 10 hours per week; the 120-150 hours would take 3-4 billed months"
    )
    assert salary == (
        "salaries: $70,000-$95,000 for entry-level data scientist or ML analyst (research.com, as "
        "quoted by The Interview Guys, 2026) against $70,000-$96,000 for entry level, overall (The "
        "Interview Guys, 2026)"
    )


@pytest.mark.parametrize(("high", "told"), [("130", 0), ("131", 1)])
def test_an_advertised_pace_is_only_told_where_it_is_too_short(high, told):
    """Three months at 10 hours a week are 130.4 hours."""
    advertised = {"low": "3", "high": "3", "hours_per_week": "10", "source": "me"}
    program = builders.program("one", hours=(100, high), month=59, advertised_months=advertised)
    assert len(cost_of(program).disagreements) == told


def test_an_advertised_pace_without_hours_a_week_cannot_be_held_against_the_hours():
    advertised = {"low": "1", "high": "1", "source": "me"}
    program = builders.program("one", hours=(100, 500), month=59, advertised_months=advertised)
    result = cost_of(program)
    assert result.disagreements == ()
    assert pace(result, "advertised").hours_per_week is None


@pytest.mark.parametrize(("amounts", "told"), [([50_000, 50_000], 0), ([50_000, 60_000], 1)])
def test_salaries_disagree_only_where_they_differ(amounts, told):
    assert len(cost(salaries(amounts, None)).disagreements) == told


def test_every_assumption_of_a_subscription():
    assert costing(raise_per_year=10_000).assumptions == (
        "A month is 365.25/12 = 30.4375 days; every month begun is billed in full.",
        "Free trials and free courses are not deducted.",
        (
            "Machine learning engineer is treated as a mix of occupations: "
            "Data Scientists (15-2051), Software Developers (15-1252)."
        ),
        "It takes 120-150 hours (The Interview Guys, 2026).",
        "Your own time is not counted.",
        "A raise is before tax, and counts from its first day.",
        "It comes with this certificate alone: other requirements of the job are not counted.",
    )


def test_assumptions_that_are_not_made_are_not_told():
    program = builders.program("one", hours=(10, 20), whole=100)
    assert cost_of(program).assumptions == (
        "An exam is passed at the first attempt; taxes are not counted.",
        "It takes 10-20 hours (Me, 2026).",
        "Your own time is not counted.",
    )
    assert cost(about(builders.context(builders.program("bare")))).assumptions == (
        "Your own time is not counted.",
    )


def test_sources_stand_once_and_old_ones_are_flagged():
    sources = costing().sources
    assert len(set(sources)) == len(sources)
    assert [item.date for item in sources if item.old] == ["2024-06"]
    assert {item.publisher for item in sources} >= {
        "The Interview Guys",
        "Coursera",
        "U.S. Bureau of Labor Statistics",
    }


def test_who_asked_and_when():
    result = costing()
    assert (result.certificate.id, result.audience.id) == ("ibm-ml", "data-professional")
    assert (result.role.id, result.today) == ("ml-engineer", "2026-11-22")
    assert cost(about(builders.context(builders.program("one")))).role is None


def test_nothing_tried_is_the_default():
    assert cost(built_in_context()) == cost(built_in_context(), NOTHING_TRIED)
