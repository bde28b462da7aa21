"""The whole review: every question once."""

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
from tests import builders
from tests.analysis.ask import about, built_in_context


def test_every_part_is_what_the_single_question_answers():
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
    assert whole.verdict == verdict(context)
    assert whole.left_out == ()


def test_the_review_of_the_built_in_certificate():
    whole = review(built_in_context())
    assert (whole.certificate.id, whole.audience.id) == ("ibm-ml", "data-professional")
    assert whole.provider == "IBM"
    assert whole.summary.startswith("Six courses")
    assert whole.scorecard.rating.display == "7.3"
    assert whole.overlap is None
    assert [line.situation for line in whole.counsel] == [
        "You have Python and statistics today",
        "You lack the prerequisites",
        "You are about to start",
        "You plan several programs",
    ]
    assert len(whole.jobs.alone) == 3
    assert whole.jobs.with_more == ("machine learning engineer at a product company",)
    assert "cloud skills" in whole.jobs.what_more


def test_a_raise_is_tried_in_the_cost():
    whole = review(built_in_context(), CostOverrides(raise_per_year=Decimal(10_000)))
    assert whole.cost.payback_weeks.display == "1.2-1.5"


def test_what_cannot_be_answered_is_left_out_with_a_reason():
    whole = review(about(builders.context(builders.program("bare"))))
    assert (whole.scorecard, whole.gaps, whole.stack, whole.overlap) == (None,) * 4
    assert (whole.jobs, whole.counsel, whole.facts) == (None, (), ())
    role = "no target role"
    assert whole.left_out == (
        "score: no rubric is given",
        f"gaps: {role}",
        f"stack: {role}",
    )


def test_what_nobody_has_reviewed_is_left_out_with_a_reason():
    whole = review(built_in_context("ml-specialization"))
    (reason,) = whole.left_out
    assert reason.startswith("score: 'ml-specialization' has no scores yet")
    assert (whole.scorecard, whole.fit.outcome) == (None, "cannot_tell")
    assert whole.gaps is not None


def test_somebody_who_holds_the_certificate_itself_can_read_its_review():
    whole = review(built_in_context(held=["ibm-ml"]))
    assert whole.overlap is None
    assert whole.gaps.coverage[0].before.count == 6


def test_a_salary_without_a_role_is_refused():
    program = builders.program("one", hours=(10, 10), month=20)
    with pytest.raises(UsageError, match="no role with a wage"):
        review(about(builders.context(program), hours_per_week=7), CostOverrides(salary=Decimal(1)))


def test_every_source_stands_once():
    whole = review(built_in_context(held=["ml-specialization"]))
    assert len(set(whole.sources)) == len(whole.sources)
    parts = (whole.cost, whole.gaps, whole.stack, whole.overlap, whole.verdict, whole.scorecard)
    for part in parts:
        assert set(part.sources) <= set(whole.sources)


def test_what_the_jobs_rest_on_is_among_the_sources():
    sources = [
        *builders.SOURCES,
        {"id": "jobs", "title": "Jobs", "publisher": "You", "date": "2025"},
    ]
    judged = builders.certificate({}, sources=sources, jobs={"alone": ["one"], "source": "jobs"})
    whole = review(about(builders.context(judged)))
    assert whole.jobs.citation.publisher == "You"
    assert "You" in {item.publisher for item in whole.sources}
