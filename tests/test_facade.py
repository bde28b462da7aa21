"""Every question can be asked from Python, with the answer that its command prints."""

import copy
import inspect
import json
import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import certeval as api
from certeval.cli.app import COMMANDS
from certeval.facade import dates, lookup
from tests.conftest import TESTS

GUILD = TESTS / "cases" / "library"
POSTINGS = TESTS / "cases" / "postings.csv"
TABLE = TESTS / "cases" / "candidates.csv"
ORDER = ["hiring", ["skill", "value"], "curriculum", "port", "access"]
QUESTIONS = {
    "score": (lambda lib: lib.score("ibm-ml", audience="career-changer"),
              ["score", "ibm-ml", "-a", "career-changer"]),
    "score-changed": (
        lambda lib: lib.score("ibm-ml", scores={"hiring": 8}, weights={"access": "20"},
                              normalize=True),
        ["score", "ibm-ml", "--set", "hiring=8", "--weight", "access=20", "--normalize"],
    ),
    "score-all": (lambda lib: lib.score_audiences("ibm-ml", all_audiences=True),
                  ["score", "ibm-ml", "--all-audiences"]),
    "review": (lambda lib: lib.review("ibm-ml", raise_per_year=10000, held=["math-for-ml"]),
               ["review", "ibm-ml", "--raise", "10000", "--have", "math-for-ml"]),
    "verdict": (lambda lib: lib.verdict("ibm-ml", hours_per_week=5),
                ["verdict", "ibm-ml", "--hours-per-week", "5"]),
    "cost": (
        lambda lib: lib.cost("ibm-ml", salary=60000, hours=(120, "150"), price="39.5", hour_value=9,
                             role="ml-engineer"),
        ["cost", "ibm-ml", "--salary", "60000", "--hours", "120-150", "--price", "39.5",
         "--hour-value", "9", "--role", "ml-engineer"],
    ),
    "fit": (
        lambda lib: lib.fit("ibm-ml", skills={"python": "fluent"}, years={"data": 2},
                            deadline_days=90, goals=["hired-for-the-name"]),
        ["fit", "ibm-ml", "--skill", "python=fluent", "--years", "data=2", "--deadline-days", "90",
         "--goal", "hired-for-the-name"],
    ),
    "compare": (lambda lib: lib.compare(["welding", "soldering"], audience="apprentice"),
                ["compare", "welding", "soldering", "-a", "apprentice"]),
    "compare-audiences": (lambda lib: lib.compare("ibm-ml", all_audiences=True, rubric=None),
                          ["compare", "ibm-ml", "--all-audiences"]),
    "rank": (lambda lib: lib.rank(["welding", "soldering"], against="master", top=1),
             ["rank", "welding", "soldering", "--against", "master", "--top", "1"]),
    "rank-all": (lambda lib: lib.rank(rubric="craft"), ["rank", "--all", "--rubric", "craft"]),
    "rank-table": (
        lambda lib: lib.rank_table(TABLE, columns={"title": "Name"}, rubric="craft"),
        ["rank", "--from", TABLE, "--map", "title=Name", "--rubric", "craft"],
    ),
    "what-if": (lambda lib: lib.what_if("ibm-ml", scores=[("access", 9)], price=39),
                ["what-if", "ibm-ml", "--set", "access=9", "--price", "39"]),
    "target": (lambda lib: lib.target("ibm-ml", score=8, raised=["hiring"], exceed=True),
               ["target", "ibm-ml", "--score", "8", "--raise", "hiring", "--exceed"]),
    "sensitivity": (lambda lib: lib.sensitivity("ibm-ml", score_change=0.5),
                    ["sensitivity", "ibm-ml", "--score-change", "0.5"]),
    "robustness": (
        lambda lib: lib.robustness(["welding", "soldering", "brazing"], score_error="0.5",
                                   draws=100, seed=7),
        ["robustness", "welding", "soldering", "brazing", "--score-error", "0.5", "--draws", "100",
         "--seed", "7"],
    ),
    "robustness-stated": (
        lambda lib: lib.robustness("ibm-ml", sampling="stated", concentration=50, draws=100),
        ["robustness", "ibm-ml", "--sampling", "stated", "--concentration", "50", "--draws", "100"],
    ),
    "curriculum": (lambda lib: lib.curriculum("ibm-ml"), ["curriculum", "ibm-ml"]),
    "gaps": (lambda lib: lib.gaps("ibm-ml", role="ml-engineer", skills={"sql": "basic"}),
             ["gaps", "ibm-ml", "--role", "ml-engineer", "--skill", "sql=basic"]),
    "stack": (
        lambda lib: lib.stack("ibm-ml", budget=5000, exclude=["mlops-duke"], useful=True,
                              hours={"ibm-genai-engineering": 100}),
        ["stack", "ibm-ml", "--budget", "5000", "--exclude", "mlops-duke", "--useful", "--hours",
         "ibm-genai-engineering=100"],
    ),
    "overlap": (lambda lib: lib.overlap("ibm-ml", held="math-for-ml"),
                ["overlap", "ibm-ml", "--have", "math-for-ml"]),
    "interview": (lambda lib: lib.interview("ibm-ml"), ["interview", "ibm-ml"]),
    "worksheet": (lambda lib: lib.worksheet("ibm-ml"), ["interview", "ibm-ml", "--worksheet"]),
    "postings": (
        lambda lib: lib.postings(POSTINGS, role="fabricator", show="forging", date="2026-11",
                                 region="Harbor", text_column="description"),
        ["postings", POSTINGS, "--role", "fabricator", "--show", "forging", "--date", "2026-11",
         "--region", "Harbor", "--text-column", "description"],
    ),
    "weights": (lambda lib: lib.weights(ORDER, rubric="career-certificate"),
                ["weights", "hiring", "skill,value", "curriculum", "port", "access", "--rubric",
                 "career-certificate"]),
    "weights-swing": (
        lambda lib: lib.weights(ORDER, method="swing", rubric="career-certificate", points={
            "hiring": 100, "skill": 50, "value": 50, "curr": Fraction(25, 2), "port": "1",
            "access": 0,
        }),
        ["weights", "--method", "swing", "hiring=100", "skill,value=50", "curriculum=12.5",
         "port=1", "access=0", "--rubric", "career-certificate"],
    ),
    "list": (lambda lib: lib.listing("role"), ["list", "roles"]),
    "show": (lambda lib: lib.definition("ibm-ml"), ["show", "ibm-ml"]),
    "check": (lambda lib: lib.check(GUILD), ["check", GUILD]),
}  # fmt: skip


@pytest.fixture
def lib(monkeypatch):
    monkeypatch.setenv("CERTEVAL_TODAY", str(date.today()))  # noqa: DTZ011 - as the facade has it
    return api.Library(GUILD)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_function_answers_what_its_command_prints(name, lib, certeval):
    ask, arguments = QUESTIONS[name]
    found = ask(lib)
    ran = certeval(*arguments, "--library", GUILD, "--format", "json")
    assert (ran.code, found.to_json()) == (0, ran.out)
    assert found.to_dict() == json.loads(ran.out)
    if name != "check":
        assert found.to_markdown().endswith("\n")
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
        assert copy.deepcopy(found) == found


def test_every_command_has_a_function(lib):
    asked = {name for name in api.__all__ if inspect.isfunction(getattr(api, name))}
    of_commands = {name.replace("-", "_") for name in COMMANDS} - {"list", "show"}
    assert of_commands <= asked
    assert asked - {"schema"} <= set(dir(lib)), "each is a method of a library, too"


@pytest.mark.parametrize("name", [name for name in api.__all__ if name.islower()])
def test_a_function_says_what_it_takes(name):
    function = getattr(api, name)
    if not inspect.isfunction(function):
        return
    parameters = inspect.signature(function).parameters
    assert function.__doc__.split("\n")[0].endswith(".")
    _, *others = parameters.values()
    assert {one.kind for one in others} <= {inspect.Parameter.KEYWORD_ONLY}
    for parameter in parameters:
        assert f"\n    {parameter}: " in inspect.getdoc(function), parameter


def test_a_schema(certeval):
    assert api.schema("role") == certeval("schema", "role").out
    with pytest.raises(api.UsageError, match="unknown kind 'rolle'") as caught:
        api.schema("rolle")
    assert caught.value.hint == "did you mean 'role'?"


@pytest.mark.parametrize(
    "eight", [8, 8.0, "8", "8.0", Decimal(8), Decimal("8.00"), Fraction(8), Fraction(16, 2)]
)
def test_numbers_of_any_type(eight):
    card = api.score("ibm-ml", scores={"accessibility": eight})
    assert card.total.value == Fraction("7.275") + Fraction(1, 10) * (8 - Fraction("6.5"))
    assert api.target("ibm-ml", score=eight).to_json() == api.target("ibm-ml", score=8).to_json()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Fraction(1, 3), "1/3 has no exact decimal form"),
        (float("nan"), "'nan' is not a finite number"),
        (float("inf"), "'inf' is not a finite number"),
        (Decimal("inf"), "'Infinity' is not a finite number"),
        (True, "expected a number, found 'True'"),
        (None, "expected a number, found nothing"),
    ],
)
def test_what_is_not_a_number(value, message):
    with pytest.raises(api.UsageError) as caught:
        api.score("ibm-ml", scores={"accessibility": value})
    assert caught.value.message == message
    assert (caught.value.parameter, caught.value.item) == ("scores", "accessibility")
    assert str(caught.value) == f"scores accessibility: {message}"


def test_a_text_that_is_not_a_score():
    with pytest.raises(api.CertevalError) as caught:
        api.score("ibm-ml", scores={"accessibility": "8,5"})
    assert str(caught.value) == "scores accessibility=8,5: expected a number, found '8,5'"


@pytest.mark.parametrize(
    ("ask", "parameter", "message"),
    [
        (lambda: api.cost("ibm-ml", hours_per_week=169), "hours_per_week", "a week has 168 hours"),
        (lambda: api.cost("ibm-ml", price=-1), "price", "must not be negative"),
        (lambda: api.cost("ibm-ml", hours=0), "hours", "must be greater than 0"),
        (lambda: api.cost("ibm-ml", hours=(5, 4)), "hours", "4 is less than 5"),
        (lambda: api.cost("ibm-ml", hours="5-"), "hours", "expected LOW-HIGH, found '5-'"),
        (lambda: api.cost("ibm-ml", hours=(1, 2, 3)), "hours",
         "expected LOW-HIGH, found '(1, 2, 3)'"),
        (lambda: api.cost("ibm-ml", today="2026"), "today", "'2026' is not a complete date"),
        (lambda: api.cost("ibm-ml", today="soon"), "today", "expected a date, found 'soon'"),
        (lambda: api.fit("ibm-ml", deadline_days=1.5), "deadline_days",
         "expected a whole number, found '1.5'"),
        (lambda: api.fit("ibm-ml", goals=["fame"]), "goals", "unknown goal 'fame'"),
        (lambda: api.fit("ibm-ml", skills={"python": "good"}), "skills", "'good' is not a level"),
        (lambda: api.rank(top=0), "top", "must be at least 1"),
        (lambda: api.robustness("ibm-ml", draws=10**8), "draws", "must be at most 10000000"),
        (lambda: api.robustness("ibm-ml", concentration=5), "concentration",
         "applies only to stated sampling"),
        (lambda: api.postings(POSTINGS, role="ml-engineer", date="soon"), "date",
         "expected a date, found 'soon'"),
        (lambda: api.postings(POSTINGS, role="ml-engineer", region=" "), "region",
         "must be a printable text"),
        (lambda: api.postings(POSTINGS, role="ml-engineer", show="COBOL"), "show",
         "no certificate or skill 'COBOL'"),
        (lambda: api.weights(["hiring"], method="swing", points={"hiring": -1}),
         "the points of hiring", "must not be negative"),
    ],
)  # fmt: skip
def test_an_error_names_the_parameter(ask, parameter, message):
    with pytest.raises(api.UsageError) as caught:
        ask()
    assert (caught.value.parameter, caught.value.message) == (parameter, message)
    assert isinstance(caught.value, ValueError)
    assert "--" not in f"{caught.value} {caught.value.hint}"


def test_an_unknown_id_has_its_parts():
    with pytest.raises(api.CertevalError) as caught:
        api.score("ibm-mll")
    error = caught.value
    assert isinstance(error, api.UnknownIdError)
    assert isinstance(error, LookupError)
    assert (error.kind, error.id, error.suggestions) == ("certificate", "ibm-mll", ("ibm-ml",))


def test_an_unknown_criterion_has_its_parts():
    with pytest.raises(api.UnknownCriterionError) as caught:
        api.score("ibm-ml", scores={"fame": 8})
    assert (caught.value.id, caught.value.parameter) == ("fame", "scores")
    assert "accessibility" in caught.value.criteria


def test_ids_files_and_objects_are_the_same(lib):
    path = GUILD / "certificates" / "welding.yaml"
    welding, master = lib.certificates["welding"], lib.audiences["master"]
    asked = [
        lib.score("welding", audience="master"),
        lib.score(path, audience=GUILD / "audiences" / "master.yaml"),
        lib.score(str(path), audience=master),
        lib.score(welding, audience=master, rubric=lib.rubrics["craft"]),
    ]
    assert len({card.total.value for card in asked}) == 1
    assert [line.raw.value for line in asked[3].lines] == [
        line.raw.value for line in asked[0].lines
    ]
    changed = welding.model_copy(update={"id": "mine", "title": "Mine"})
    ranking = lib.rank([changed, "welding"], audience=master)
    assert [(one.id, one.rank) for one in ranking.entries] == [("mine", 1), ("welding", 1)]
    assert lib.overlap("welding", held=[lib.certificates["soldering"]]).kind == "overlap"
    assert lib.gaps("ibm-ml", role=lib.roles["ml-engineer"]).kind == "gaps"


def test_an_object_is_checked_as_a_file_is(lib):
    lost = lib.certificates["welding"].model_copy(update={"rubric": "nowhere"})
    with pytest.raises(api.CertevalError) as caught:
        lib.review(lost)
    (problem,) = [one for one in caught.value.diagnostics if "nowhere" in one.message]
    assert (problem.path, problem.message) == ("<certificate welding>", "unknown rubric 'nowhere'")


def test_a_path_is_a_file_and_a_text_without_an_ending_an_id(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("ibm-ml").write_text("kind: certificate\n")
    assert api.score("ibm-ml").certificate.id == "ibm-ml"
    with pytest.raises(api.DefinitionError, match="in 1 file"):
        api.score(Path("ibm-ml"))
    assert lookup.name(Path("-")) == "-"


@pytest.mark.parametrize("today", ["2029-01-01", date(2029, 1, 1), dates.day("2029-01-01")])
def test_a_date_of_any_type(today):
    assert api.cost("ibm-ml", today=today).to_dict()["today"] == "2029-01-01"


def test_questions_can_be_asked():
    asked = []

    def reply(question):
        asked.append(question.id)
        return question.answer

    assert api.fit("ibm-ml", ask=reply).outcome in ("take_it", "not_yet", "skip")
    assert "python" in asked


def test_progress_is_reported():
    done = []
    api.robustness("ibm-ml", sampling="stated", draws=1000, progress=done.append)
    assert sum(done) == 1000


def test_an_environment_that_names_an_audience_is_for_the_command_line(monkeypatch):
    monkeypatch.setenv("CERTEVAL_AUDIENCE", "career-changer")
    assert api.score("ibm-ml").audience.id == "data-professional"


def test_a_question_loads_only_what_it_needs(tmp_path):
    code = (
        "import sys, certeval; certeval.score('ibm-ml'); "
        "print(*[name for name in sys.modules if name.startswith(('certeval.', 'rich', 'typer'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    loaded = set(done.stdout.split())
    assert "certeval.analysis.score" in loaded
    assert not {"rich", "typer", "certeval.analysis.cost", "certeval.facade.decide"} & loaded


def test_names_that_are_not_there():
    with pytest.raises(AttributeError, match="module 'certeval' has no attribute 'scores'"):
        _ = api.scores
    assert set(dir(api)) >= {"score", "Library", "UnknownIdError"}
