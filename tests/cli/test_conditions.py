"""``fit --strict`` and the limits of ``stack``: exit code 0 if they hold, else 1; errors stay 2."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("reviewed")

OUTCOMES = {
    "take it": ["fit", "ibm-ml"],
    "not yet": ["fit", "ibm-ml", "-a", "career-changer", "--deadline-days", "10"],
    "skip": ["fit", "ibm-ml", "--skill", "python=none"],
    "cannot tell": ["fit", "mlops-duke"],
}
MESSAGES = {
    "take it": "",
    "not yet": "ibm-ml: not yet: It takes 120-150 days; your deadline is in 10 days.\n",
    "skip": (
        "ibm-ml: skip: You cannot do the first lab without Python. Learn the prerequisites first.\n"
    ),
    "cannot tell": (
        "mlops-duke: cannot tell: This certificate has no fit rules or prerequisites on file.\n"
    ),
}
LIMITS = {
    "--budget 300": (
        "ibm-ml: cannot close MLOps, Cloud platforms within the limits\n",
        "at least 4-5 months; gaps stay open to keep within the limits\n",
    ),
    "--budget 0": (
        (
            "ibm-ml: the limits are exceeded even with gaps left open: it takes $236-$295 and "
            "4-5 months\n"
        ),
        "Total: $236-$295, 4-5 months; exceeds the limits even with gaps left open\n",
    ),
    "--max-months 2": (
        (
            "ibm-ml: the limits are exceeded even with gaps left open: it takes $236-$295 and "
            "4-5 months\n"
        ),
        "Total: $236-$295, 4-5 months; exceeds the limits even with gaps left open\n",
    ),
    "--budget 9999": (
        (
            "ibm-ml: unknown whether the limits are met without the hours of IBM "
            "Generative AI Engineering Professional Certificate\n"
        ),
        "; unknown whether this is within the limits\n",
    ),
}
FORMATS = ("table", "markdown", "csv", "json")


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_strict(outcome, certeval):
    ran = certeval(*OUTCOMES[outcome], "--strict", "-f", "json")
    assert json.loads(ran.out)["outcome"] == outcome.replace(" ", "_")
    assert (ran.code, ran.err) == (0 if outcome == "take it" else 1, MESSAGES[outcome])


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_without_strict_any_outcome_is_an_answer(outcome, certeval):
    ran = certeval(*OUTCOMES[outcome])
    assert (ran.code, ran.err) == (0, "")
    assert f"\n{outcome.capitalize()}\n" in ran.out


@pytest.mark.parametrize("form", FORMATS)
def test_the_answer_is_printed_whether_a_condition_holds_or_not(form, certeval):
    for arguments in (
        [*OUTCOMES["skip"], "--strict"],
        ["stack", "ibm-ml", "--budget", "300"],
        ["stack", "ibm-ml", "--max-months", "2"],
    ):
        ran = certeval(*arguments, "-f", form)
        assert ran.code == 1
        assert ran.err.startswith("ibm-ml: ")
        assert ran.err.count("\n") == 1
        assert "IBM Machine Learning" in ran.out or arguments[0] == "fit"
        assert ran.out.count("\n") > 5


@pytest.mark.parametrize("limits", LIMITS)
def test_limits_that_are_too_low(limits, certeval):
    message, shown = LIMITS[limits]
    ran = certeval("stack", "ibm-ml", *limits.split())
    assert (ran.code, ran.err) == (1, message)
    assert shown in ran.out


def test_limits_that_are_high_enough(certeval):
    tried = ["stack", "ibm-ml", "--hours", "ibm-genai-engineering=100"]
    plan = json.loads(certeval(*tried, "-f", "json").out)
    budget, months = plan["bill"]["total_usd"]["high"], plan["bill"]["months"]["high"]
    enough = ["--budget", f"{budget:g}", "--max-months", f"{months:g}"]
    ran = certeval(*tried, *enough, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    within = json.loads(ran.out)
    assert within["within_limits"] == "yes"
    assert [step["certificate"]["id"] for step in within["steps"]] == [
        step["certificate"]["id"] for step in plan["steps"]
    ]
    too_little = certeval(*tried, "--budget", f"{budget - 0.01:.2f}")
    assert too_little.code == 1
    assert too_little.err.startswith("ibm-ml: cannot close Generative AI")
    too_short = certeval(*tried, "--max-months", f"{months - 1:g}")
    assert too_short.code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["fit", "unknown", "--strict"],
        ["fit", "ibm-ml", "--strict", "--skill", "python"],
        ["fit", "ibm-ml", "--strict", "--today", "x"],
        ["fit", "mlops-duke", "--strict", "-o", "no/such/folder"],
        ["stack", "ibm-ml", "--budget", "1", "-o", "no/such/folder"],
        ["stack", "ibm-ml", "--budget", "1", "--exclude", "unknown"],
        ["stack", "ibm-ml", "--budget", "x"],
    ],
)
def test_what_could_not_run_stays_2(arguments, certeval):
    ran = certeval(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")


def test_a_failed_condition_is_reported_along_with_the_file(certeval, tmp_path):
    path = tmp_path / "fit.json"
    ran = certeval("fit", "mlops-duke", "--strict", "-f", "json", "-o", path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [f"wrote {path}", MESSAGES["cannot tell"].rstrip()]
    assert json.loads(path.read_text())["outcome"] == "cannot_tell"
