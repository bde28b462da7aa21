"""The whole review: every question once."""

import sys
from collections import Counter
from decimal import Decimal

import pytest

from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.payback import CostOverrides
from certeval.analysis.curriculum import curriculum
from certeval.analysis.fit.fit import fit
from certeval.analysis.gaps import gaps
from certeval.analysis.interview import interview
from certeval.analysis.overlap import overlap
from certeval.analysis.review import review
from certeval.analysis.score import score
from certeval.analysis.stack.stack import stack
from certeval.analysis.verdict import verdict
from certeval.errors import UsageError
from certeval.results.review import OmittedPart
from tests import builders
from tests.analysis.ask import about, built_in_context


def test_every_question_is_answered_once():
    context = built_in_context(held=["ml-specialization"])
    calls = Counter()

    def count(frame, event, _):
        if event == "call":
            calls[frame.f_code] += 1

    sys.setprofile(count)
    try:
        review(context)
    finally:
        sys.setprofile(None)
    questions = (score, cost, curriculum, fit, gaps, stack, overlap, interview, verdict)
    assert {question.__name__: calls[question.__code__] for question in questions} == {
        question.__name__: 1 for question in questions
    }


def test_every_part_is_the_answer_to_a_question_alone():
    context = built_in_context(held=["ml-specialization"])
    whole = review(context)
    assert whole.scorecard == score(context.case)
    assert whole.cost == cost(context)
    assert whole.curriculum == curriculum(context)
    assert whole.fit == fit(context)
    assert whole.gaps == gaps(context)
    assert whole.stack == stack(context)
    assert whole.overlap == overlap(context)
    assert whole.interview == interview(context)
    assert whole.verdict == verdict(context, whole.cost, whole.scorecard, None)
    assert whole.left_out == ()


def test_the_review_of_the_built_in_certificate():
    whole = review(built_in_context())
    assert (whole.certificate.id, whole.audience.id) == ("ibm-ml", "data-professional")
    assert whole.provider == "IBM"
    assert whole.summary.startswith("Six courses")
    assert whole.scorecard.rating.display == "7.3"
    assert whole.overlap is None
    assert [line.situation for line in whole.next_steps] == [
        "You have Python and statistics today",
        "You lack the prerequisites",
        "You are about to start",
        "You plan several programs",
    ]
    assert len(whole.jobs.alone) == 3
    assert whole.jobs.with_more == ("machine learning engineer at a product company",)
    assert "cloud skills" in whole.jobs.what_more


def test_an_assumed_raise_counts_in_the_cost():
    whole = review(built_in_context(), CostOverrides(raise_per_year=Decimal(10_000)))
    assert whole.cost.payback_weeks.display == "1.2-1.5"


def test_a_question_without_an_answer_is_left_out_with_the_reason():
    whole = review(about(builders.context(builders.program("bare"))))
    assert (whole.scorecard, whole.gaps, whole.stack, whole.overlap) == (None,) * 4
    assert (whole.jobs, whole.next_steps, whole.facts) == (None, (), ())
    assert whole.left_out == (
        OmittedPart("score", None),
        OmittedPart("gaps", "no target role"),
        OmittedPart("stack", "no target role"),
    )
    assert whole.to_dict()["left_out"] == [
        "score: no rubric is given",
        "gaps: no target role",
        "stack: no target role",
    ]


def test_a_missing_score_is_left_out_with_the_reason():
    whole = review(built_in_context("ml-specialization"))
    (omitted,) = whole.left_out
    assert omitted.part == "score"
    assert omitted.reason.startswith("'ml-specialization' has no scores yet")
    assert (whole.scorecard, whole.fit.outcome) == (None, "cannot_tell")
    assert whole.gaps is not None


def test_the_review_of_a_held_certificate():
    whole = review(built_in_context(held=["ibm-ml"]))
    assert whole.overlap is None
    assert whole.gaps.coverage[0].before.count == 6


def test_a_salary_without_a_role_is_refused():
    program = builders.program("one", hours=(10, 10), month=20)
    with pytest.raises(UsageError, match="no role with a wage"):
        review(about(builders.context(program), hours_per_week=7), CostOverrides(salary=Decimal(1)))


def test_every_source_is_listed_once():
    whole = review(built_in_context(held=["ml-specialization"]))
    assert len(set(whole.sources)) == len(whole.sources)
    parts = (whole.cost, whole.gaps, whole.stack, whole.overlap, whole.verdict, whole.scorecard)
    for part in parts:
        assert set(part.sources) <= set(whole.sources)


def test_the_source_of_the_jobs_is_listed():
    sources = [
        *builders.SOURCES,
        {"id": "jobs", "title": "Jobs", "publisher": "You", "date": "2025"},
    ]
    judged = builders.certificate({}, sources=sources, jobs={"alone": ["one"], "source": "jobs"})
    whole = review(about(builders.context(judged)))
    assert whole.jobs.citation.publisher == "You"
    assert "You" in {item.publisher for item in whole.sources}


def test_months_are_billed_only_by_a_subscription():
    def page(**price):
        judged = builders.program("one", hours=(70, 70), **price)
        return review(about(builders.context(judged), hours_per_week=7)).to_markdown()

    monthly, once = page(month=10), page(fee=100)
    assert "3 billed months" in monthly
    assert "billed months" not in once
    assert "(3 months begun)" in once
