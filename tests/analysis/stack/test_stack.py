"""What to add to a certificate: a small library, each rule, and the exact optimum."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from certeval.analysis.stack.gap_cover import PlanOptions
from certeval.analysis.stack.stack import stack
from certeval.errors import UnknownIdError, UsageError
from certeval.render.layout.stack import failed_condition
from certeval.results.stack import UnknownFact
from tests import builders
from tests.analysis import random_libraries
from tests.analysis.ask import about

SOURCED = {"source": "me"}


def options_of(*, budget=None, months=None, exclude=(), **options):
    budget, months = (None if one is None else Decimal(one) for one in (budget, months))
    return PlanOptions(budget, months, frozenset(exclude), **options)


def plan_of(own, *others, core=("a",), held=(), knows=None, **options):
    """What to add to *own* for a role that asks for *core*; 7 hours per week, one a day."""
    words = builders.words({"whole": ["p", "q"]}, {"either": ["r", "s"]})
    context = builders.context(own, *others, role=builders.role(core), held=held, vocabulary=words)
    return stack(about(context, skills=knows or {}, hours_per_week=7), options_of(**options))


def ids(plan):
    return [step.certificate.id for step in plan.steps]


def why(plan):
    return {gap.skill: gap.why for gap in plan.open}


def states(plan):
    return {line.companion.id: line.state for line in plan.recommendations}


def words_of(plan, field):
    """The sentences that the layout makes of the entries of *field*."""
    return [entry["words"] for entry in plan.to_dict()[field]]


OWN = builders.program("own", level="intermediate", hours=(10, 10), plus=59)


def course(name, taught, hours=10, **more):
    """A short course under the subscription that others share."""
    ends = hours if isinstance(hours, tuple) else hours and (hours, hours)
    return builders.program(name, taught, **{"level": "beginner", "hours": ends, "plus": 59} | more)


def recommending(gaps, own=OWN):
    """*own* with sources that recommend certificates: their ids by the skill to learn."""
    stated = [
        {"id": skill, "title": skill.upper(), "skills": [skill], "why": "So.", **SOURCED}
        | {"companions": companions}
        for skill, companions in gaps.items()
    ]
    return own.model_copy(update={"gaps": builders.certificate({}, gaps=stated).gaps})


# A library like that of a published review


SUCCESSORS = ("Associate", "Professional")
RETIRED = {"as_of": "2026-03-31", "successors": list(SUCCESSORS), **SOURCED}
JUDGED = recommending(
    {
        "mlops": ["pipelines", "operations"],
        "cloud": ["aws-exam", "gcp-exam"],
        "genai": ["genai-course"],
    },
    builders.program("judged", ["python"], level="intermediate", hours=(120, 150), plus=59),
)
LIBRARY = (
    course("aws-exam", ["aws"], None, level=None, fee=300, retired=RETIRED),
    builders.program("gcp-exam", ["gcp"], fee=200),
    course("gcp-course", ["gcp"], 120, level="intermediate"),
    course("genai-course", ["genai"], None, level=None),
    course("operations", ["mlops", "azure", "git"], 120, level="advanced"),
    course("pipelines", ["mlops"], 80, level="advanced"),
)
BY_ID = {one.id: one for one in (JUDGED, *LIBRARY)}
GENAI_HOURS = {"genai-course": (Decimal(100), Decimal(100))}


def question(own="judged", *, core=("python", "mlops", "cloud", "genai"), held=(), rate=7):
    """A question about a certificate of the library."""
    context = builders.context(
        BY_ID[own],
        *(one for name, one in BY_ID.items() if name != own),
        role=builders.role(core, ["git", "docker", "java"]),
        held=tuple(BY_ID[name] for name in held),
        vocabulary=builders.words({}, {"cloud": ["aws", "gcp", "azure"]}),
    )
    return about(context, hours_per_week=rate)


def library_plan(*, held=(), **options):
    return stack(question(held=held), options_of(**options))


def test_the_cheapest_plan():
    plan = library_plan()
    assert plan.gaps == ("mlops", "CLOUD", "genai")
    assert ids(plan) == ["judged", "operations", "genai-course"]
    own, operations, genai = plan.steps
    assert (own.is_own, own.closes) == (True, ())
    assert operations.closes == ("mlops", "CLOUD")
    assert genai.closes == ("genai",)
    assert plan.open == ()


def test_the_bill():
    """240-270 known hours at 7 per week are 7.9-8.9 months; the third program's are unknown."""
    bill = library_plan().bill
    assert (bill.total_usd.display, bill.months.display) == ("$472-$531", "8-9")
    assert (bill.hours.low, bill.hours.high) == (240, 270)
    assert bill.unknown == (UnknownFact("hours", "GENAI-COURSE"),)


def test_the_plan_with_assumed_hours():
    """370 hours are 12.2 months, so 13 are billed; separately, 5 + 4 + 4 are as many."""
    plan = library_plan(hours=GENAI_HOURS)
    assert ids(plan) == ["judged", "operations", "genai-course"]
    assert plan.bill.total_usd.high == 13 * 59
    assert plan.bill.one_by_one_usd.high == 13 * 59
    assert plan.bill.unknown == ()
    assert {step.certificate.id: step.hours.display for step in plan.steps} == {
        "judged": "120-150",
        "operations": "120",
        "genai-course": "100",
    }


def test_recommended_certificates_and_their_state():
    assert states(library_plan()) == {
        "pipelines": "more_expensive",
        "operations": "planned",
        "aws-exam": "retired",
        "gcp-exam": "more_expensive",
        "genai-course": "planned",
    }


def test_a_retired_recommendation_is_shown_with_its_successors():
    plan = library_plan()
    retired = plan.recommendations[2]
    assert retired.companion.id == "aws-exam"
    assert retired.companion.retired == "2026-03-31"
    assert retired.companion.successors == SUCCESSORS
    assert words_of(plan, "recommendations")[2] == (
        "retired on 2026-03-31, replaced by Associate, Professional"
    )


def test_a_retired_recommendation_is_never_planned():
    """Without the others, it is the only one that teaches a cloud platform."""
    plan = library_plan(exclude=["operations", "gcp-exam", "gcp-course"])
    assert ids(plan) == ["judged", "pipelines", "genai-course"]
    assert why(plan) == {"cloud": "none_lists_it"}
    (gap,) = plan.open
    assert (gap.in_parts, gap.retired) == (True, ("AWS-EXAM",))
    assert gap.excluded == ("GCP-EXAM", "GCP-COURSE", "OPERATIONS")
    assert words_of(plan, "open") == [
        (
            "no course that is still offered says that it teaches all of it; "
            "AWS-EXAM is retired; GCP-EXAM, GCP-COURSE, OPERATIONS are excluded"
        )
    ]
    assert failed_condition(plan) is None


def test_the_next_best_plan_without_the_cheapest():
    """230 hours are 8 months, and the exam; the course would make it 12 months."""
    plan = library_plan(exclude=["operations"])
    assert set(ids(plan)) == {"judged", "pipelines", "gcp-exam", "genai-course"}
    assert plan.bill.total_usd.high == 8 * 59 + 200
    assert plan.bill.fees_usd == 200
    assert states(plan)["operations"] == "excluded"
    assert "exams" in [item.about for item in plan.assumptions]


@pytest.mark.parametrize(
    ("prices", "assumed"),
    [({"whole": 90}, "taxes"), ({"fee": 90}, "exams"), ({"whole": 90, "fee": 90}, "exams")],
)
def test_an_exam_is_assumed_to_be_passed_only_if_there_is_one(prices, assumed):
    own = builders.program("own", level="intermediate", hours=(10, 10), **prices)
    states = [item.about for item in plan_of(own, course("a-course", ["a"])).assumptions]
    assert {"taxes", "exams"} & {*states} == {assumed}


@pytest.mark.parametrize(
    ("budget", "within", "left"),
    [
        (767, "yes", []),
        ("766.99", "gaps_stay_open", ["genai"]),
        (531, "gaps_stay_open", ["genai"]),
        (530, "gaps_stay_open", ["cloud", "genai"]),
        (294, "no", ["mlops", "cloud", "genai"]),
    ],
)
def test_as_many_gaps_as_a_budget_allows(budget, within, left):
    plan = library_plan(budget=budget, hours=GENAI_HOURS)
    assert plan.within_limits == within
    assert [gap.skill for gap in plan.open] == left
    assert set(why(plan).values()) <= {"beyond_limits"}
    assert (plan.bill.total_usd.high <= Decimal(budget)) == (within != "no")
    assert plan.to_dict()["assumptions"][-1] == f"At most ${budget} in total."


@pytest.mark.parametrize(
    ("months", "open_gaps", "within"),
    [
        (13, 0, "yes"),  # 370 hours
        ("12.9", 0, "unknown"),  # 330 hours, and an exam with unknown hours
        (11, 0, "unknown"),
        (10, 1, "gaps_stay_open"),
        (8, 1, "gaps_stay_open"),  # 230 hours, and the exam
        (7, 2, "gaps_stay_open"),
        (5, 2, "gaps_stay_open"),  # 150 hours, and the exam
        (4, 3, "no"),
    ],
)
def test_as_many_gaps_as_months_allow(months, open_gaps, within):
    plan = library_plan(months=months, hours=GENAI_HOURS)
    assert (len(plan.open), plan.within_limits) == (open_gaps, within)
    assert (plan.bill.months.high <= Decimal(months)) == (within != "no")
    assert plan.to_dict()["assumptions"][-1] == f"At most {months} months in total."


def test_unknown_hours_leave_it_open_whether_limits_are_met():
    assert library_plan().within_limits is None
    for limit in ({"budget": 531}, {"months": 9}):
        plan = library_plan(**limit)
        assert plan.within_limits == "unknown"
        assert failed_condition(plan) == (
            "judged: unknown whether the limits are met without the hours of GENAI-COURSE"
        )


def test_the_words_of_a_limit_that_is_too_low():
    assert failed_condition(library_plan(budget=10_000, hours=GENAI_HOURS)) is None
    assert failed_condition(library_plan(budget=766, hours=GENAI_HOURS)) == (
        "judged: cannot close genai within the limits"
    )
    assert failed_condition(library_plan(budget=100, hours=GENAI_HOURS)) == (
        "judged: the limits are exceeded even with gaps left open: "
        "it takes $236-$295 and 4-5 months"
    )


def test_a_held_certificate_is_not_planned():
    plan = library_plan(held=["operations"])
    assert ids(plan) == ["judged", "genai-course"]
    assert plan.gaps == ("genai",)
    assert states(plan)["operations"] == "held"
    assert states(plan)["pipelines"] == "not_needed"


def test_useful_skills_are_gaps_on_request():
    plan = library_plan(useful=True)
    assert plan.gaps == (*library_plan().gaps, "git", "docker", "java")
    assert plan.steps[1].closes == ("mlops", "CLOUD", "git")
    assert why(plan) == dict.fromkeys(["docker", "java"], "none_lists_it")


def test_a_role_without_gaps_needs_nothing_more():
    plan = stack(question(core=["python"]))
    assert (ids(plan), plan.gaps, plan.open) == (["judged"], (), ())
    assert plan.bill.total_usd.display == "$236-$295"
    assert plan.bill.saving_usd.high == 0


def test_each_source_is_listed_once():
    sources = library_plan().sources
    assert [(item.publisher, item.date) for item in sources] == [("Me", "2026")]


def test_hours_per_week_may_be_any_number():
    plan = stack(question(rate=Fraction(20, 3)))
    assert (plan.assumptions[0].about, plan.assumptions[0].display) == ("pace", "about 6.666667")
    assert plan.to_dict()["assumptions"][0] == (
        "One after the other, at about 6.666667 hours per week."
    )


def test_a_held_certificate_of_ones_own_counts_and_is_not_paid_for():
    plan = library_plan(held=["judged"])
    assert ids(plan) == ["operations", "genai-course"]
    assert plan.bill.total_usd.display == "$236"


def test_a_retired_certificate_cannot_be_planned_unless_it_is_held():
    with pytest.raises(UsageError, match="'aws-exam' was retired on") as caught:
        stack(question("aws-exam"))
    assert caught.value.hint == "replaced by Associate and Professional"
    assert "aws-exam" not in ids(stack(question("aws-exam", held=["aws-exam"])))


def test_programs_of_one_subscription_come_together():
    assumed = {"gcp-exam": (Decimal(30), Decimal(30)), **GENAI_HOURS}
    plan = library_plan(exclude=["operations", "gcp-course"], hours=assumed)
    assert ids(plan) == ["judged", "pipelines", "genai-course", "gcp-exam"]
    assert plan.bill.total_usd.high == 11 * 59 + 200


def test_the_certificate_itself_cannot_be_excluded():
    with pytest.raises(UsageError, match="exclude judged: the plan is about it"):
        library_plan(exclude=["judged"])


# Errors


def test_the_role_and_the_hours_per_week_are_required():
    with pytest.raises(UsageError, match="no target role"):
        stack(about(builders.context(OWN), hours_per_week=7))
    with pytest.raises(UsageError, match="the hours per week are not known"):
        stack(about(builders.context(OWN, role=builders.role(["a"]))))


@pytest.mark.parametrize("options", [{"exclude": ["missing"]}, {"hours": {"missing": (1, 2)}}])
def test_options_that_name_an_unknown_certificate(options):
    with pytest.raises(UnknownIdError) as caught:
        plan_of(OWN, **options)
    assert caught.value.message == "unknown certificate 'missing'"


# Cost


def test_a_shared_subscription_is_billed_once():
    """Three times ten hours are less than a month of 30.4; separately, each starts a month."""
    plan = plan_of(OWN, course("x", ["a"]), course("y", ["b"]), core=["a", "b"])
    assert ids(plan) == ["own", "x", "y"]
    bill = plan.bill
    assert (bill.total_usd.display, bill.one_by_one_usd.display) == ("$59", "$177")
    assert (bill.saving_usd.display, bill.months.display) == ("$118", "1")
    assert [step.alone_usd.display for step in plan.steps] == ["$59"] * 3
    assert "shared_subscriptions" in [item.about for item in plan.assumptions]


@pytest.mark.parametrize("prices", [{"month": 59}, {"prices": [random_libraries.OTHER]}])
def test_another_subscription_is_billed_in_addition(prices):
    """One of its own, or one that covers others under another name."""
    other = builders.program("x", ["a"], level="beginner", hours=(10, 10), **prices)
    bill = plan_of(OWN, other).bill
    assert bill.total_usd.high == 59 + Fraction(other.program.prices[0].amount_usd)
    assert (bill.saving_usd.display, bill.months.display) == ("$0", "1")


def test_a_product_at_two_prices_is_two_subscriptions():
    bill = plan_of(OWN, course("x", ["a"], plus=49), course("y", ["b"]), core=["a", "b"]).bill
    assert (bill.total_usd.high, bill.one_by_one_usd.high) == (59 + 49, 59 + 49 + 59)


def test_the_price_of_an_unused_subscription_does_not_count():
    """Two more months at 59 are less than the exam, although z asks more for the same product."""
    short = course("x", ["a"], 60)
    exam = builders.program("y", ["a"], fee=150)
    other = course("z", ["b"], plus=100)
    plan = plan_of(OWN, short, exam, other)
    assert (ids(plan), plan.bill.total_usd.high) == (["own", "x"], 3 * 59)


def test_a_program_that_fits_into_a_paid_month_beats_a_cheaper_one():
    exam = builders.program("exam", ["a"], fee=1)
    assert ids(plan_of(OWN, course("x", ["a"], 20), exam)) == ["own", "x"]
    assert ids(plan_of(OWN, course("x", ["a"], 21), exam)) == ["own", "exam"]


def test_of_equally_cheap_plans_the_shortest():
    assert ids(plan_of(OWN, course("x", ["a"], 12), course("y", ["a"], 11))) == ["own", "y"]


def test_one_certificate_for_two_gaps_beats_two_that_cost_more():
    apart = [builders.program(name, [name], fee=100) for name in ("a", "b")]
    both = builders.program("both", ["a", "b"], fee=199)
    assert ids(plan_of(OWN, *apart, both, core=["a", "b"])) == ["own", "both"]
    expensive = builders.program("both", ["a", "b"], fee=201)
    assert ids(plan_of(OWN, *apart, expensive, core=["a", "b"])) == ["own", "a", "b"]


def test_the_high_end_of_the_hours_decides():
    wide, narrow = course("x", ["a"], (1, 90)), course("y", ["a"], (60, 60))
    plan = plan_of(OWN, wide, narrow)
    assert ids(plan) == ["own", "y"]
    assert plan.bill.total_usd.display == "$177"  # 70 hours at both ends


# Unknown hours and prices


def test_unknown_costs_come_last():
    known = builders.program("known", ["a"], fee=5000)
    for unknown in (course("x", ["a"], None), builders.program("x", ["a"], hours=(1, 1))):
        assert ids(plan_of(OWN, unknown, known)) == ["own", "known"]
        plan = plan_of(OWN, unknown)
        assert ids(plan) == ["own", "x"]
        assert plan.steps[1].alone_usd is None
        assert len(plan.bill.unknown) == 1


def test_of_two_equal_fees_the_one_with_known_hours():
    no_hours = builders.program("without", ["a"], fee=100)
    known = builders.program("known", ["a"], hours=(50, 60), fee=100)
    assert ids(plan_of(OWN, no_hours, known)) == ["own", "known"]
    cheap = builders.program("without", ["a"], fee=99)
    assert ids(plan_of(OWN, cheap, known)) == ["own", "without"]


def test_unknown_hours_and_prices_are_listed():
    plan = plan_of(builders.program("own"), core=["a"])
    assert plan.to_dict()["bill"]["unknown"] == ["the hours of OWN", "the price of OWN"]
    (step,) = plan.steps
    assert (step.hours, step.weeks, step.alone_usd, step.citation) == (None,) * 4


def test_assumed_hours_cite_no_source():
    assumed = {"x": (Decimal(12), Decimal(15))}
    plan = plan_of(OWN, course("x", ["a"]), hours=assumed)
    assert plan.steps[1].hours.display == "12-15"
    assert plan.steps[0].citation.publisher == "Me"
    assert plan.steps[1].citation is None


# Closing gaps


def test_a_gap_that_nothing_closes():
    plan = plan_of(OWN, course("x", ["b"]))
    assert (ids(plan), why(plan)) == (["own"], {"a": "none_lists_it"})
    assert plan.open[0].title == "a"
    assert words_of(plan, "open") == ["no course that is still offered says that it teaches it"]


def test_a_skill_is_learned_in_parts_or_as_a_whole():
    parts = [course("x", ["p"]), course("y", ["q"])]
    plan = plan_of(OWN, *parts, core=["whole"])
    assert ids(plan) == ["own", "x", "y"]
    assert [step.closes for step in plan.steps] == [(), (), ("WHOLE",)]
    assert ids(plan_of(OWN, *parts, course("z", ["whole"]), core=["whole"])) == ["own", "z"]
    assert why(plan_of(OWN, parts[0], core=["whole"])) == {"whole": "none_lists_it"}


def test_parts_that_are_known_or_taught_are_not_gaps():
    for own, knows in ((OWN, {"p": "working"}), (course("own", ["p"]), {})):
        plan = plan_of(own, course("x", ["p"]), course("y", ["q"]), core=["whole"], knows=knows)
        assert ids(plan) == ["own", "y"]


def test_any_of_several_alternatives_closes_a_gap():
    plan = plan_of(OWN, course("x", ["s"]), core=["either"])
    assert (ids(plan), plan.steps[1].closes) == (["own", "x"], ("EITHER",))


# Prerequisites


def test_preparation_comes_first():
    needs_b = course("x", ["a"], needs={"b": "fluent"}, level="advanced")
    plan = plan_of(OWN, needs_b, course("y", ["b"], level="advanced"))
    assert ids(plan) == ["own", "y", "x"]
    assert [step.prepares for step in plan.steps] == [(), ("b",), ()]
    assert [step.closes for step in plan.steps] == [(), (), ("a",)]
    assert [step.number for step in plan.steps] == [1, 2, 3]


def test_preparation_for_the_certificate_itself_comes_first():
    own = course("own", [], needs={"b": "basic"})
    plan = plan_of(own, course("x", ["a"]), course("y", ["b"]))
    assert [step.certificate.id for step in plan.steps if step.is_own] == ["own"]
    assert ids(plan).index("y") < ids(plan).index("own")
    assert plan.unmet == ()


def test_preparation_is_no_harder_than_what_needs_it():
    needs_b = course("x", ["a"], needs={"b": "basic"}, level="intermediate")
    harder = [course("y", ["b"], level="advanced"), course("z", ["b"], level=None)]
    plan = plan_of(OWN, needs_b, *harder)
    assert (ids(plan), why(plan)) == (["own"], {"a": "none_lists_it"})
    plan = plan_of(OWN, needs_b, *harder, course("w", ["b"], level="intermediate"))
    assert ids(plan) == ["own", "w", "x"]


def test_known_prerequisites_need_no_preparation():
    needs_b = course("x", ["a"], needs={"b": "working"})
    teacher = course("y", ["b"])
    assert ids(plan_of(OWN, needs_b, teacher, knows={"b": "working"})) == ["own", "x"]
    assert ids(plan_of(OWN, needs_b, teacher, knows={"b": "basic"})) == ["own", "y", "x"]
    assert ids(plan_of(OWN, needs_b, held=(teacher,))) == ["own", "x"]


def test_the_certificate_itself_may_be_the_preparation():
    own = builders.program("own", ["b"], level="beginner", hours=(10, 10), plus=59)
    plan = plan_of(own, course("x", ["a"], needs={"b": "fluent"}))
    assert ids(plan) == ["own", "x"]
    assert plan.steps[0].prepares == ("b",)


def test_prerequisites_that_nothing_prepares_for():
    own = builders.program("own", ["b"], level="beginner", needs={"b": "basic", "whole": "basic"})
    plan = plan_of(own, course("x", ["a"]), course("y", ["p"]), course("z", ["b"], level=None))
    assert plan.unmet == ("b", "WHOLE")  # its own course comes too late, and q is missing
    assert set(ids(plan)) == {"own", "x", "y"}


def test_two_certificates_that_need_each_other_cannot_be_taken():
    ring = [course("x", ["a", "b"], needs={"c": "basic"}), course("y", ["c"], needs={"b": "basic"})]
    plan = plan_of(OWN, *ring)
    assert (ids(plan), why(plan)) == (["own"], {"a": "none_lists_it"})


def test_a_cycle_of_prerequisites_is_broken_by_a_certificate_outside_it():
    ring = [course("x", ["a", "b"], needs={"c": "basic"}), course("y", ["c"], needs={"b": "basic"})]
    plan = plan_of(OWN, *ring, course("z", ["c"], 80), builders.program("w", ["c"], fee=1000))
    assert ids(plan) == ["own", "z", "x"]
    expensive = builders.program("z", ["c"], level="beginner", fee=1000)
    assert ids(plan_of(OWN, *ring, expensive)) == ["own", "z", "x"]


def test_the_cost_of_preparation_counts():
    needs_b = course("x", ["a"], needs={"b": "basic"})
    teacher = course("y", ["b"], 100)
    exam = builders.program("exam", ["a"], fee=150)
    assert ids(plan_of(OWN, needs_b, teacher, exam)) == ["own", "exam"]
    assert ids(plan_of(OWN, needs_b, teacher, exam, knows={"b": "basic"})) == ["own", "x"]


# Limits


def test_preparation_counts_toward_the_limits():
    """Two months at 59 with the preparation, one without it."""
    own = course("own", ["a"], 30, needs={"b": "basic"})
    plan = plan_of(own, course("y", ["b"], 30), budget=100)
    assert plan.within_limits == "no"
    assert plan_of(own, course("y", ["b"], 30), budget=118).within_limits == "yes"


def test_a_limit_that_leaves_a_gap_open():
    exam = builders.program("x", ["a"], fee=100)
    plan = plan_of(OWN, exam, course("y", ["b"]), core=["a", "b"], budget=100)
    assert (ids(plan), why(plan)) == (["own", "y"], {"a": "beyond_limits"})
    assert plan.within_limits == "gaps_stay_open"
    assert failed_condition(plan) == "own: cannot close a within the limits"


def test_a_gap_that_nothing_closes_does_not_exceed_limits():
    plan = plan_of(OWN, course("y", ["b"]), core=["a", "b"], budget=59)
    assert (why(plan), plan.within_limits) == ({"a": "none_lists_it"}, "yes")
    assert failed_condition(plan) is None


# Recommendations


def test_a_recommendation_whose_gap_stays_open_is_not_called_expensive():
    plan = plan_of(recommending({"a": ["x"]}), builders.program("x", ["a"], fee=100), budget=59)
    assert states(plan) == {"x": "open"}


def test_a_recommendation_is_judged_by_the_gap_that_it_is_for():
    """The gap in a stays open, although y closes the one in b for less."""
    both = builders.program("x", ["a", "b"], fee=100)
    plan = plan_of(recommending({"a": ["x"]}), both, course("y", ["b"]), core=["a", "b"], budget=59)
    assert (ids(plan), why(plan)) == (["own", "y"], {"a": "beyond_limits"})
    assert states(plan) == {"x": "open"}


def test_a_recommendation_that_is_not_in_the_library_is_left_out():
    plan = plan_of(
        recommending({"a": ["missing", "x", "y"]}), course("x", ["a"]), course("y", ["b"])
    )
    assert states(plan) == {"x": "planned", "y": "not_needed"}
    assert [line.gap for line in plan.recommendations] == ["A", "A"]


def test_a_retired_recommendation_without_successors():
    retired = course("x", ["a"], retired={"as_of": "2026-11-22", **SOURCED})
    (line,) = plan_of(recommending({"a": ["x"]}), retired).recommendations
    assert (line.state, line.companion.retired) == ("retired", "2026-11-22")


# The exact optimum


@pytest.mark.parametrize("seed", range(500))
def test_no_plan_is_better(seed):
    """Every set of certificates that can be taken in some order is tried."""
    random = Random(seed)  # noqa: S311 - random test data
    limits = (
        (random.choice(random_libraries.BUDGETS), random.choice(random_libraries.MONTHS))
        if seed % 2
        else ()
    )
    world = random_libraries.world(seed).limited(*limits)
    plan, brute = world.plan, random_libraries.Brute(world)
    taken, best = ids(plan), brute.best()
    left = {why: {gap.skill for gap in plan.open if gap.why == why} for why in why(plan).values()}
    assert left.get("none_lists_it", set()) == brute.out_of_reach
    assert left.get("beyond_limits", set()) == set(brute.open(taken))
    assert frozenset(taken) in set(brute.plans())
    assert all(brute.can_follow(name, taken[:at]) for at, name in enumerate(taken))
    assert brute.key(taken) == (best[1] if best else brute.least())
    assert best is None or len(brute.open(taken)) == best[0]
    assert plan.bill.total_usd.high == brute.key(taken)[1]
    assert plan.bill.hours.high == brute.key(taken)[3]
    assert plan.within_limits == brute.within(best)
    assert len(plan.unmet) == len({skill for _, skill in brute.lost})


def test_the_random_libraries_are_varied():
    """The test above must not pass because its cases are trivial."""
    plans = [random_libraries.world(seed).plan for seed in range(200)]
    sizes = [len(plan.steps) for plan in plans]
    assert sum(bool(plan.open) for plan in plans) >= 20
    assert sum(bool(plan.unmet) for plan in plans) >= 20
    assert sum(plan.bill.fees_usd > 0 for plan in plans) >= 20
    assert sum(plan.bill.saving_usd.high > 0 for plan in plans) >= 10
    assert sum(any(step.prepares for step in plan.steps) for plan in plans) >= 20
    assert max(sizes) >= 4
    assert sum(size > 1 for size in sizes) >= 80


def test_an_exam_closes_no_gap():
    """It attests skills and does not teach them, so something else has to be taken first."""
    exam = builders.program("x", ["a"], fee=1, exam=SOURCED)
    assert ids(plan_of(OWN, exam, course("y", ["a"]))) == ["own", "y"]
    own = recommending({"a": ["x"]}, OWN)
    plan = plan_of(own, exam)
    assert why(plan) == {"a": "none_lists_it"}
    assert states(plan) == {"x": "exam"}


def test_a_plan_about_an_exam_has_the_skills_that_it_attests_taught_before_it():
    exam = builders.program("own", ["a"], fee=1, exam=SOURCED)
    plan = plan_of(exam, course("y", ["a"]))
    assert (ids(plan), plan.gaps) == (["y", "own"], ("a",))
