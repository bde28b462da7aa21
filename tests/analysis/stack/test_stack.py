"""What to add to a certificate: the built-in plans, each rule by itself, and the exact optimum."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from certeval.analysis.stack.candidates import Limits
from certeval.analysis.stack.gap_cover import PlanOptions
from certeval.analysis.stack.stack import stack
from certeval.analysis.threshold import beyond_limits
from certeval.errors import UnknownIdError, UsageError
from tests import builders
from tests.analysis import random_libraries
from tests.analysis.ask import about, built_in_context

GENAI = {"ibm-genai-engineering": (Decimal(100), Decimal(100))}
SUCCESSORS = (
    "AWS Certified Machine Learning Engineer - Associate",
    "AWS Certified Generative AI Developer - Professional",
)
SAID = {"source": "me"}


def built_in_plan(*, role=None, held=(), **wishes):
    """The plan for the certificate of the review, as the data professional wishes it."""
    return stack(built_in_context(role=role, held=held), wished(**wishes))


def wished(*, budget=None, months=None, exclude=(), **wishes):
    most = [None if one is None else Decimal(one) for one in (budget, months)]
    return PlanOptions(Limits(*most), frozenset(exclude), **wishes)


def plan_of(own, *others, core=("a",), held=(), knows=None, **wishes):
    """What to add to *own* for a role that asks for *core*; 7 hours a week, one a day."""
    words = builders.words({"whole": ["p", "q"]}, {"either": ["r", "s"]})
    context = builders.context(own, *others, role=builders.role(core), held=held, vocabulary=words)
    return stack(about(context, skills=knows or {}, hours_per_week=7), wished(**wishes))


def ids(plan):
    return [step.certificate.id for step in plan.steps]


def why(plan):
    return {gap.skill: gap.why for gap in plan.open}


def states(plan):
    return {line.companion.id: line.state for line in plan.recommendations}


OWN = builders.program("own", level="intermediate", hours=(10, 10), plus=59)


def course(name, taught, hours=10, **more):
    """A short course under the subscription that others share."""
    ends = hours if isinstance(hours, tuple) else hours and (hours, hours)
    return builders.program(name, taught, **{"level": "beginner", "hours": ends, "plus": 59} | more)


# The built-in library


def test_what_to_add_to_the_certificate_of_the_review():
    plan = built_in_plan()
    assert plan.gaps == ("MLOps", "Cloud platforms", "Generative AI")
    assert ids(plan) == ["ibm-ml", "mlops-duke", "ibm-genai-engineering"]
    own, duke, genai = plan.steps
    assert (own.is_own, own.closes) == (True, ())
    assert duke.closes == ("MLOps", "Cloud platforms")
    assert genai.closes == ("Generative AI",)
    assert plan.open == ()


def test_the_bill_of_the_built_in_plan():
    """240-270 hours known at 7 a week are 7.9-8.9 months; the third program's are not."""
    bill = built_in_plan().bill
    assert (bill.total_usd.display, bill.months.display) == ("$472-$531", "8-9")
    assert (bill.hours.low, bill.hours.high) == (240, 270)
    assert bill.unknown == ("the hours of IBM Generative AI Engineering Professional Certificate",)


def test_the_plan_with_hours_that_are_tried():
    """370 hours are 12.2 months, so 13 are paid; one by one 5 + 4 + 4 are as many."""
    plan = built_in_plan(hours=GENAI)
    assert ids(plan) == ["ibm-ml", "mlops-duke", "ibm-genai-engineering"]
    assert plan.bill.total_usd.high == 13 * 59
    assert plan.bill.one_by_one_usd.high == 13 * 59
    assert plan.bill.unknown == ()
    assert {step.certificate.id: step.hours.display for step in plan.steps} == {
        "ibm-ml": "120-150",
        "mlops-duke": "120",
        "ibm-genai-engineering": "100",
    }


def test_what_became_of_the_recommended_companions():
    assert states(built_in_plan()) == {
        "mlops-production": "dearer",
        "mlops-duke": "planned",
        "aws-ml-specialty": "retired",
        "google-pmle": "dearer",
        "ibm-genai-engineering": "planned",
    }


def test_a_retired_companion_is_named_with_its_successors():
    (told,) = [
        line for line in built_in_plan().recommendations if line.companion.id == "aws-ml-specialty"
    ]
    assert told.companion.retired == "2026-03-31"
    assert told.companion.successors == SUCCESSORS
    assert told.words == (f"retired on 2026-03-31, replaced by {', '.join(SUCCESSORS)}")


def test_a_retired_companion_is_never_planned():
    """Without the others it alone would teach a cloud platform."""
    plan = built_in_plan(exclude=["mlops-duke", "google-pmle", "gcp-mle-prep"])
    assert ids(plan) == ["ibm-ml", "mlops-production", "ibm-genai-engineering"]
    assert why(plan) == {"cloud-platforms": "nothing teaches it"}
    assert "AWS Certified Machine Learning - Specialty (MLS-C01) is retired" in plan.open[0].words
    assert beyond_limits(plan) is None


def test_without_the_cheapest_the_next_best():
    """230 hours are 8 months, and the exam; the other preparation would take 12 months."""
    plan = built_in_plan(exclude=["mlops-duke"])
    assert set(ids(plan)) == {"ibm-ml", "mlops-production", "google-pmle", "ibm-genai-engineering"}
    assert plan.bill.total_usd.high == 8 * 59 + 200
    assert plan.bill.fees_usd == 200
    assert states(plan)["mlops-duke"] == "excluded"
    assert "Exams are passed at the first attempt; taxes are not counted." in plan.assumptions


@pytest.mark.parametrize(
    ("budget", "within", "left"),
    [
        (767, "yes", []),
        ("766.99", "gaps stay open", ["generative-ai"]),
        (531, "gaps stay open", ["generative-ai"]),
        (530, "gaps stay open", ["cloud-platforms", "generative-ai"]),
        (294, "no", ["mlops", "cloud-platforms", "generative-ai"]),
    ],
)
def test_as_many_gaps_as_a_budget_allows(budget, within, left):
    plan = built_in_plan(budget=budget, hours=GENAI)
    assert plan.within_limits == within
    assert [gap.skill for gap in plan.open] == left
    assert set(why(plan).values()) <= {"beyond the limits"}
    assert (plan.bill.total_usd.high <= Decimal(budget)) == (within != "no")
    assert f"At most ${budget} in total." in plan.assumptions


@pytest.mark.parametrize(
    ("months", "open_gaps", "within"),
    [
        (13, 0, "yes"),  # 370 hours
        ("12.9", 0, "cannot be told"),  # 330 hours, and an exam whose hours nobody knows
        (11, 0, "cannot be told"),
        (10, 1, "gaps stay open"),
        (8, 1, "gaps stay open"),  # 230 hours, and the exam
        (7, 2, "gaps stay open"),
        (5, 2, "gaps stay open"),  # 150 hours, and the exam
        (4, 3, "no"),
    ],
)
def test_as_many_gaps_as_months_allow(months, open_gaps, within):
    plan = built_in_plan(months=months, hours=GENAI)
    assert (len(plan.open), plan.within_limits) == (open_gaps, within)
    assert (plan.bill.months.high <= Decimal(months)) == (within != "no")
    assert f"At most {months} months in total." in plan.assumptions


def test_limits_are_not_met_by_what_is_unknown():
    assert built_in_plan().within_limits is None
    for limit in ({"budget": 531}, {"months": 9}):
        plan = built_in_plan(**limit)
        assert plan.within_limits == "cannot be told"
        assert (
            "unknown whether the limits are met without the hours of IBM Generative AI"
            in beyond_limits(plan)
        )


def test_what_to_say_of_limits_that_do_not_suffice():
    assert beyond_limits(built_in_plan(budget=10_000, hours=GENAI)) is None
    assert beyond_limits(built_in_plan(budget=766, hours=GENAI)) == (
        "ibm-ml: cannot close Generative AI within the limits"
    )
    assert beyond_limits(built_in_plan(budget=100, hours=GENAI)).startswith(
        "ibm-ml: the limits are exceeded"
    )


def test_what_is_held_is_not_planned():
    plan = built_in_plan(held=["mlops-duke"])
    assert ids(plan) == ["ibm-ml", "ibm-genai-engineering"]
    assert plan.gaps == ("Generative AI",)
    assert states(plan)["mlops-duke"] == "held"
    assert states(plan)["mlops-production"] == "not needed"


def test_useful_skills_are_gaps_where_that_is_asked_for():
    plan = built_in_plan(useful=True)
    assert plan.gaps[:3] == built_in_plan().gaps
    assert plan.gaps[3:] == ("Git and GitHub", "Docker", "Spark", "PyTorch", "Java", "C++")
    assert why(plan) == dict.fromkeys(
        ["docker", "spark", "pytorch", "java", "cpp"], "nothing teaches it"
    )


def test_a_role_without_gaps_needs_nothing_more():
    plan = built_in_plan(role="data-scientist")
    assert (ids(plan), plan.gaps, plan.open) == (["ibm-ml"], (), ())
    assert plan.bill.total_usd.display == "$236-$295"
    assert plan.bill.saving_usd.high == 0


def test_sources_of_the_plan_stand_once():
    sources = built_in_plan().sources
    assert len(set(sources)) == len(sources)
    assert {item.publisher for item in sources} >= {"Coursera", "The Interview Guys"}
    old = {item.publisher for item in sources if item.old}
    assert old == {"Coursera", "Public exam notes"}


# Errors


def test_which_role_and_how_many_hours_have_to_be_said():
    with pytest.raises(UsageError, match="no target role"):
        stack(about(builders.context(OWN), hours_per_week=7))
    with pytest.raises(UsageError, match="the hours per week are not known"):
        stack(about(builders.context(OWN, role=builders.role(["a"]))))


@pytest.mark.parametrize("wishes", [{"exclude": ["gone"]}, {"hours": {"gone": (1, 2)}}])
def test_wishes_about_what_is_not_there(wishes):
    with pytest.raises(UnknownIdError) as caught:
        plan_of(OWN, **wishes)
    assert caught.value.message == "unknown certificate 'gone'"


# What is paid


def test_one_subscription_for_all_is_counted_once():
    """Three times ten hours are less than a month of 30.4; one by one each begins a month."""
    plan = plan_of(OWN, course("x", ["a"]), course("y", ["b"]), core=["a", "b"])
    assert ids(plan) == ["own", "x", "y"]
    bill = plan.bill
    assert (bill.total_usd.display, bill.one_by_one_usd.display) == ("$59", "$177")
    assert (bill.saving_usd.display, bill.months.display) == ("$118", "1")
    assert [step.alone_usd.display for step in plan.steps] == ["$59"] * 3
    assert any(words.startswith("One subscription serves all") for words in plan.assumptions)


@pytest.mark.parametrize("prices", [{"month": 59}, {"prices": [random_libraries.OTHER]}])
def test_another_subscription_is_paid_beside_the_first(prices):
    """One of its own, or one that covers others under another name."""
    other = builders.program("x", ["a"], level="beginner", hours=(10, 10), **prices)
    bill = plan_of(OWN, other).bill
    assert bill.total_usd.high == 59 + Fraction(other.program.prices[0].amount_usd)
    assert (bill.saving_usd.display, bill.months.display) == ("$0", "1")


def test_a_product_at_two_prices_is_two_subscriptions():
    bill = plan_of(OWN, course("x", ["a"], plus=49), course("y", ["b"]), core=["a", "b"]).bill
    assert (bill.total_usd.high, bill.one_by_one_usd.high) == (59 + 49, 59 + 49 + 59)


def test_a_dearer_subscription_that_is_not_taken_does_not_count():
    """Two months more at 59 are less than the exam, whatever somebody else asks for the same."""
    short = course("x", ["a"], 60)
    exam = builders.program("y", ["a"], fee=150)
    other = course("z", ["b"], plus=100)
    plan = plan_of(OWN, short, exam, other)
    assert (ids(plan), plan.bill.total_usd.high) == (["own", "x"], 3 * 59)


def test_a_program_that_fits_into_the_month_that_is_paid_beats_a_cheaper_one():
    exam = builders.program("exam", ["a"], fee=1)
    assert ids(plan_of(OWN, course("x", ["a"], 20), exam)) == ["own", "x"]
    assert ids(plan_of(OWN, course("x", ["a"], 21), exam)) == ["own", "exam"]


def test_of_equally_cheap_plans_the_one_with_fewest_hours():
    assert ids(plan_of(OWN, course("x", ["a"], 12), course("y", ["a"], 11))) == ["own", "y"]


def test_one_certificate_for_two_gaps_is_cheaper_than_one_for_each():
    apart = [builders.program(name, [name], fee=100) for name in ("a", "b")]
    both = builders.program("both", ["a", "b"], fee=199)
    assert ids(plan_of(OWN, *apart, both, core=["a", "b"])) == ["own", "both"]
    dear = builders.program("both", ["a", "b"], fee=201)
    assert ids(plan_of(OWN, *apart, dear, core=["a", "b"])) == ["own", "a", "b"]


def test_the_high_end_of_the_hours_decides():
    wide, narrow = course("x", ["a"], (1, 90)), course("y", ["a"], (60, 60))
    plan = plan_of(OWN, wide, narrow)
    assert ids(plan) == ["own", "y"]
    assert plan.bill.total_usd.display == "$177"  # 70 hours at both ends


# What is unknown


def test_what_is_unknown_comes_last():
    known = builders.program("known", ["a"], fee=5000)
    for unknown in (course("x", ["a"], None), builders.program("x", ["a"], hours=(1, 1))):
        assert ids(plan_of(OWN, unknown, known)) == ["own", "known"]
        plan = plan_of(OWN, unknown)
        assert ids(plan) == ["own", "x"]
        assert plan.steps[1].alone_usd is None
        assert len(plan.bill.unknown) == 1


def test_of_two_equal_fees_the_one_with_known_hours():
    untold = builders.program("untold", ["a"], fee=100)
    told = builders.program("told", ["a"], hours=(50, 60), fee=100)
    assert ids(plan_of(OWN, untold, told)) == ["own", "told"]
    cheap = builders.program("untold", ["a"], fee=99)
    assert ids(plan_of(OWN, cheap, told)) == ["own", "untold"]


def test_what_is_unknown_is_told():
    plan = plan_of(builders.program("own"), core=["a"])
    assert plan.bill.unknown == ("the hours of OWN", "the price of OWN")
    (step,) = plan.steps
    assert (step.hours, step.weeks, step.alone_usd, step.citation) == (None,) * 4


def test_tried_hours_are_not_put_into_a_sources_mouth():
    tried = {"x": (Decimal(12), Decimal(15))}
    plan = plan_of(OWN, course("x", ["a"]), hours=tried)
    assert plan.steps[1].hours.display == "12-15"
    assert plan.steps[0].citation.publisher == "Me"
    assert plan.steps[1].citation is None


# What closes a gap


def test_a_gap_that_nothing_closes():
    plan = plan_of(OWN, course("x", ["b"]))
    assert (ids(plan), why(plan)) == (["own"], {"a": "nothing teaches it"})
    assert plan.open[0].title == "a"
    assert "retired" not in plan.open[0].words


def test_a_whole_is_closed_by_its_parts_or_by_itself():
    parts = [course("x", ["p"]), course("y", ["q"])]
    plan = plan_of(OWN, *parts, core=["whole"])
    assert ids(plan) == ["own", "x", "y"]
    assert [step.closes for step in plan.steps] == [(), (), ("WHOLE",)]
    assert ids(plan_of(OWN, *parts, course("z", ["whole"]), core=["whole"])) == ["own", "z"]
    assert why(plan_of(OWN, parts[0], core=["whole"])) == {"whole": "nothing teaches it"}


def test_a_part_that_is_known_or_taught_already_is_not_looked_for():
    for own, knows in ((OWN, {"p": "working"}), (course("own", ["p"]), {})):
        plan = plan_of(own, course("x", ["p"]), course("y", ["q"]), core=["whole"], knows=knows)
        assert ids(plan) == ["own", "y"]


def test_one_of_several_is_closed_by_any():
    plan = plan_of(OWN, course("x", ["s"]), core=["either"])
    assert (ids(plan), plan.steps[1].closes) == (["own", "x"], ("EITHER",))


# Prerequisites


def test_what_prepares_comes_before_what_needs_it():
    needs_b = course("x", ["a"], needs={"b": "fluent"}, level="advanced")
    plan = plan_of(OWN, needs_b, course("y", ["b"], level="advanced"))
    assert ids(plan) == ["own", "y", "x"]
    assert [step.prepares for step in plan.steps] == [(), ("b",), ()]
    assert [step.closes for step in plan.steps] == [(), (), ("a",)]
    assert [step.number for step in plan.steps] == [1, 2, 3]


def test_what_the_certificate_needs_comes_before_it():
    own = course("own", [], needs={"b": "basic"})
    plan = plan_of(own, course("x", ["a"]), course("y", ["b"]))
    assert [step.certificate.id for step in plan.steps if step.is_own] == ["own"]
    assert ids(plan).index("y") < ids(plan).index("own")
    assert plan.unmet == ()


def test_a_prerequisite_is_prepared_by_nothing_harder():
    needs_b = course("x", ["a"], needs={"b": "basic"}, level="intermediate")
    harder = [course("y", ["b"], level="advanced"), course("z", ["b"], level=None)]
    plan = plan_of(OWN, needs_b, *harder)
    assert (ids(plan), why(plan)) == (["own"], {"a": "nothing teaches it"})
    plan = plan_of(OWN, needs_b, *harder, course("w", ["b"], level="intermediate"))
    assert ids(plan) == ["own", "w", "x"]


def test_what_the_reader_knows_need_not_be_prepared():
    needs_b = course("x", ["a"], needs={"b": "working"})
    teacher = course("y", ["b"])
    assert ids(plan_of(OWN, needs_b, teacher, knows={"b": "working"})) == ["own", "x"]
    assert ids(plan_of(OWN, needs_b, teacher, knows={"b": "basic"})) == ["own", "y", "x"]
    assert ids(plan_of(OWN, needs_b, held=(teacher,))) == ["own", "x"]


def test_what_the_certificate_itself_teaches_prepares():
    own = builders.program("own", ["b"], level="beginner", hours=(10, 10), plus=59)
    plan = plan_of(own, course("x", ["a"], needs={"b": "fluent"}))
    assert ids(plan) == ["own", "x"]
    assert plan.steps[0].prepares == ("b",)


def test_a_prerequisite_of_the_certificate_that_nothing_prepares_for():
    own = builders.program("own", ["b"], level="beginner", needs={"b": "basic", "whole": "basic"})
    plan = plan_of(own, course("x", ["a"]), course("y", ["p"]), course("z", ["b"], level=None))
    assert plan.unmet == ("b", "WHOLE")  # its own course comes too late, and q is missing
    assert set(ids(plan)) == {"own", "x", "y"}


def test_two_that_wait_for_each_other_cannot_be_taken():
    ring = [course("x", ["a", "b"], needs={"c": "basic"}), course("y", ["c"], needs={"b": "basic"})]
    plan = plan_of(OWN, *ring)
    assert (ids(plan), why(plan)) == (["own"], {"a": "nothing teaches it"})


def test_a_ring_is_broken_by_whoever_can_begin():
    ring = [course("x", ["a", "b"], needs={"c": "basic"}), course("y", ["c"], needs={"b": "basic"})]
    plan = plan_of(OWN, *ring, course("z", ["c"], 80), builders.program("w", ["c"], fee=1000))
    assert ids(plan) == ["own", "z", "x"]
    dear = builders.program("z", ["c"], level="beginner", fee=1000)
    assert ids(plan_of(OWN, *ring, dear)) == ["own", "z", "x"]


def test_preparing_for_it_can_make_a_certificate_the_dearer_one():
    needs_b = course("x", ["a"], needs={"b": "basic"})
    teacher = course("y", ["b"], 100)
    exam = builders.program("exam", ["a"], fee=150)
    assert ids(plan_of(OWN, needs_b, teacher, exam)) == ["own", "exam"]
    assert ids(plan_of(OWN, needs_b, teacher, exam, knows={"b": "basic"})) == ["own", "x"]


# Limits


def test_what_has_to_come_first_counts_for_the_limits():
    """Two months of 59 for the certificate and what prepares for it, one without."""
    own = course("own", ["a"], 30, needs={"b": "basic"})
    plan = plan_of(own, course("y", ["b"], 30), budget=100)
    assert plan.within_limits == "no"
    assert plan_of(own, course("y", ["b"], 30), budget=118).within_limits == "yes"


def test_a_limit_that_leaves_a_gap_open():
    exam = builders.program("x", ["a"], fee=100)
    plan = plan_of(OWN, exam, course("y", ["b"]), core=["a", "b"], budget=100)
    assert (ids(plan), why(plan)) == (["own", "y"], {"a": "beyond the limits"})
    assert plan.within_limits == "gaps stay open"
    assert beyond_limits(plan) == "own: cannot close a within the limits"


def test_a_gap_that_nothing_closes_is_no_matter_of_limits():
    plan = plan_of(OWN, course("y", ["b"]), core=["a", "b"], budget=59)
    assert (why(plan), plan.within_limits) == ({"a": "nothing teaches it"}, "yes")
    assert beyond_limits(plan) is None


# What the sources would add


def recommending(*names, skills=("a",)):
    gap = {"id": "g", "title": "G", "skills": list(skills), "why": "So.", "companions": list(names)}
    return OWN.model_copy(update={"gaps": builders.certificate({}, gaps=[gap | SAID]).gaps})


def test_a_recommended_certificate_whose_gap_stays_open_is_not_called_dear():
    plan = plan_of(recommending("x"), builders.program("x", ["a"], fee=100), budget=59)
    assert states(plan) == {"x": "open"}


def test_a_recommendation_is_judged_by_the_gap_that_it_is_for():
    """The gap in a stays open; that y closes the one in b for less is no answer."""
    both = builders.program("x", ["a", "b"], fee=100)
    plan = plan_of(recommending("x"), both, course("y", ["b"]), core=["a", "b"], budget=59)
    assert (ids(plan), why(plan)) == (["own", "y"], {"a": "beyond the limits"})
    assert states(plan) == {"x": "open"}


def test_a_recommended_certificate_that_the_library_does_not_have():
    plan = plan_of(recommending("gone", "x", "y"), course("x", ["a"]), course("y", ["b"]))
    assert states(plan) == {"x": "planned", "y": "not needed"}
    assert [line.gap for line in plan.recommendations] == ["G", "G"]


def test_a_retired_recommendation_without_successors():
    gone = course("x", ["a"], retired={"as_of": "2026-11-22", **SAID})
    (line,) = plan_of(recommending("x"), gone).recommendations
    assert (line.state, line.words) == ("retired", "retired on 2026-11-22")


# The exact optimum


@pytest.mark.parametrize("seed", range(500))
def test_no_plan_is_better(seed):
    """Every set of certificates that can be taken in some order is tried."""
    random = Random(seed)  # noqa: S311 - chance is all that is asked of it
    limits = (
        (random.choice(random_libraries.BUDGETS), random.choice(random_libraries.MONTHS))
        if seed % 2
        else ()
    )
    world = random_libraries.world(seed).limited(*limits)
    plan, brute = world.plan, random_libraries.Brute(world)
    taken, best = ids(plan), brute.best()
    left = {why: {gap.skill for gap in plan.open if gap.why == why} for why in why(plan).values()}
    assert left.get("nothing teaches it", set()) == brute.out_of_reach
    assert left.get("beyond the limits", set()) == set(brute.open(taken))
    assert frozenset(taken) in set(brute.plans())
    assert all(brute.can_follow(name, taken[:at]) for at, name in enumerate(taken))
    assert brute.key(taken) == (best[1] if best else brute.least())
    assert best is None or len(brute.open(taken)) == best[0]
    assert plan.bill.total_usd.high == brute.key(taken)[1]
    assert plan.bill.hours.high == brute.key(taken)[3]
    assert plan.within_limits == brute.within(best)
    assert len(plan.unmet) == len({skill for _, skill in brute.lost})


def test_the_random_libraries_are_worth_planning_for():
    """So that the test above does not pass for want of cases."""
    plans = [random_libraries.world(seed).plan for seed in range(200)]
    sizes = [len(plan.steps) for plan in plans]
    assert sum(bool(plan.open) for plan in plans) >= 20
    assert sum(bool(plan.unmet) for plan in plans) >= 20
    assert sum(plan.bill.fees_usd > 0 for plan in plans) >= 20
    assert sum(plan.bill.saving_usd.high > 0 for plan in plans) >= 10
    assert sum(any(step.prepares for step in plan.steps) for plan in plans) >= 20
    assert max(sizes) >= 4
    assert sum(size > 1 for size in sizes) >= 80


def test_hours_a_week_may_be_any_number():
    plan = stack(built_in_context(hours_per_week=Fraction(20, 3)))
    assert plan.assumptions[0] == "One after the other, at about 6.666667 hours per week."


def test_a_certificate_that_is_held_is_built_upon_and_not_paid_for():
    result = stack(built_in_context(held=["ibm-ml"], hours_per_week=7))
    assert [step.certificate.id for step in result.steps] == ["mlops-duke", "ibm-genai-engineering"]
    assert result.bill.total_usd.display == "$236"


def test_a_retired_certificate_is_no_beginning_unless_it_is_held():
    with pytest.raises(UsageError, match="'aws-ml-specialty' was retired on"):
        stack(built_in_context("aws-ml-specialty"))
    held = stack(built_in_context("aws-ml-specialty", held=["aws-ml-specialty"]))
    assert "aws-ml-specialty" not in [step.certificate.id for step in held.steps]


def test_a_subscription_is_not_left_and_taken_up_again():
    tried = {
        "google-pmle": (Decimal(30), Decimal(30)),
        "ibm-genai-engineering": (Decimal(100),) * 2,
    }
    wishes = PlanOptions(excluded=frozenset({"mlops-duke", "gcp-mle-prep"}), hours=tried)
    result = stack(built_in_context(), wishes)
    order = [step.certificate.id for step in result.steps]
    assert order == ["ibm-ml", "mlops-production", "ibm-genai-engineering", "google-pmle"]
    assert result.bill.total_usd.high == 11 * 59 + 200


def test_the_plan_is_about_its_own_certificate():
    with pytest.raises(UsageError, match="exclude ibm-ml: the plan is about it"):
        stack(built_in_context(), PlanOptions(excluded=frozenset({"ibm-ml"})))
