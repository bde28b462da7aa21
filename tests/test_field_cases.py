"""What people bring along to score, compare and rank: each case in a table and in definitions."""

import csv
import json
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

import certeval as api
from certeval.library.definitions import read_definition
from certeval.model.certificate import Certificate
from tests import builders

FIELD = Path(__file__).parent / "cases" / "field"
TOTALS = {
    "own-scales": {"ruth": "81", "olaf": "61.5"},
    "lower-is-better": {"cheap-and-good": "892", "dear-and-poor": "428"},
    "words": {"grafting": "9.3", "potting": "7.2", "pruning": "2.1"},
    "letter-grades": {"mira": "3.6", "hugo": "3.4"},
    "missing-markers": {
        "blank": "52/7",
        "dash": "52/7",
        "na": "52/7",
        "nan": "52/7",
        "full": "7.3",
    },
    "two-kinds-of-missing": {"does-not-apply": "52/7", "no-answer": "5.2"},
    "importances": {"forge": "177/23", "mill": "168/23"},
    "thirds": {"dyeing": "8", "felting": "8", "weaving": "8"},
    "must-have": {"sound": "6", "unaccredited": "6.5"},
    "groups": {"far": "6.6", "near": "6.3"},
    "no-weight": {"weaving": "7", "dyeing": "6.2"},
    "tie-breaker": {"dyeing": "6", "weaving": "6"},
}  # fmt: skip
"""The exact totals by the name of the case, the best first."""
CASES = list(TOTALS)


def rubric(case):
    return FIELD / f"{case}.yaml"


def table(case):
    return FIELD / f"{case}.csv"


def certificates(case):
    """The rows of the case as certificates, by id."""
    judge = read_definition(rubric(case), "rubric").valid
    with table(case).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {row["id"]: certificate(row, judge) for row in rows}


def certificate(row, judge):
    scores = []
    for one in judge.criteria:
        text = row[one.title] or ""
        field = "raw" if text.replace(".", "").isdigit() and not one.value_function else "measured"
        if text:
            scores.append({"criterion": one.id, field: text, "reason": "so", "source": "me"})
    return Certificate.model_validate(
        {
            "kind": "certificate", "id": row["id"], "title": row["id"].title(),
            "provider": "Somebody", "rubric": judge.id, "sources": builders.SOURCES,
            "scores": scores,
        }
    )  # fmt: skip


def exact(totals):
    return {name: Fraction(total) for name, total in totals.items()}


def of_entries(ranking):
    return {one.id: one.total.value for one in ranking.entries}


@pytest.mark.parametrize("case", CASES)
def test_the_rows_of_a_table(case):
    ranking = api.rank_table(table(case), rubric=rubric(case))
    assert of_entries(ranking) == exact(TOTALS[case])
    assert [one.id for one in ranking.entries] == list(TOTALS[case]), "in this order"
    assert ranking.bad_count == 0


@pytest.mark.parametrize("case", CASES)
def test_definitions_score_as_the_rows_do(case):
    found = certificates(case)
    for name, total in exact(TOTALS[case]).items():
        card = api.score(found[name], rubric=rubric(case))
        assert card.total.value == total
        assert sum(line.weight_percent.value for line in card.lines) == 100
        assert sum(line.contribution.value for line in card.lines) == total


ALL_SCORED = [case for case in CASES if case not in ("missing-markers", "two-kinds-of-missing")]


@pytest.mark.parametrize("case", ALL_SCORED)
def test_the_other_questions_count_alike(case):
    found, totals = certificates(case), exact(TOTALS[case])
    several = list(found.values())
    ranking = api.rank(several, rubric=rubric(case))
    compared = api.compare(several, rubric=rubric(case))
    assert of_entries(ranking) == of_entries_compared(compared) == totals
    ranks = [(one.id, one.rank) for one in ranking.entries]
    assert ranks == [(one.id, one.rank) for one in compared.alternatives]
    for name, one in found.items():
        highest = read_definition(rubric(case), "rubric").valid.scale.max
        aim = api.target(one, score=highest, rubric=rubric(case))
        assert aim.total.value == totals[name]
        moved = api.sensitivity(one, rubric=rubric(case), score_change=1, weight_change=20)
        assert moved.alternatives[0].total.value == totals[name]


def of_entries_compared(compared):
    return {one.id: one.total.value for one in compared.alternatives}


@pytest.mark.parametrize("case", [case for case in ALL_SCORED if case != "must-have"])
def test_robustness_ranks_alike_under_the_stated_weights(case):
    found = certificates(case)
    result = api.robustness(list(found.values()), rubric=rubric(case), draws=50)
    assert of_entries_compared(result) == exact(TOTALS[case])


def test_missing_scores_are_compared_over_what_all_have(certeval):
    found = certificates("missing-markers")
    compared = api.compare([found["full"], found["na"]], rubric=rubric("missing-markers"))
    assert of_entries_compared(compared) == {"full": Fraction(52, 7), "na": Fraction(52, 7)}


def test_what_does_not_apply_to_one_is_not_compared():
    several = list(certificates("two-kinds-of-missing").values())
    compared = api.compare(several, rubric=rubric("two-kinds-of-missing"))
    assert [one.criterion for one in compared.contests] == ["depth", "mentor"]
    assert any("does not apply to all of them" in one for one in compared.warnings)


def test_a_measurement_can_be_tried(certeval):
    one = certificates("lower-is-better")["dear-and-poor"]
    tried = api.what_if(one, scores={"fee": 120}, rubric=rubric("lower-is-better")).score
    assert (tried.total.before.value, tried.total.after.value) == (428, 772)
    assert [(line.measured_before, line.measured_after) for line in tried.lines] == [
        (None, None), ("980", "120"),
    ]  # fmt: skip
    potting = certificates("words")["potting"]
    assert api.score(
        potting, scores={"depth": "ADVANCED"}, rubric=rubric("words")
    ).total.value == Fraction("9.3")
    with pytest.raises(api.CertevalError, match="'Expert' is not one of the words"):
        api.score(potting, scores={"depth": "Expert"}, rubric=rubric("words"))


def test_a_target_names_the_measurement():
    one = certificates("lower-is-better")["dear-and-poor"]
    quality, fee = api.target(one, score=600, rubric=rubric("lower-is-better")).needed_scores
    assert (quality.measurement.value, quality.measurement.display) == (None, "")
    assert (fee.needed.value, fee.measurement.value) == (450, 550)
    olaf = certificates("own-scales")["olaf"]
    interview, _, portfolio = api.target(olaf, score=80, rubric=rubric("own-scales")).needed_scores
    assert (interview.needed.value, interview.measurement.display) == (87, "34.8")
    assert not portfolio.reachable
    potting = certificates("words")["potting"]
    depth, _ = api.target(potting, score=8, rubric=rubric("words")).needed_scores
    assert depth.measurement.display == "advanced"


def test_groups_have_subtotals(certeval, tmp_path):
    card = api.score(certificates("groups")["near"], rubric=rubric("groups"))
    assert {line.criterion: line.weight_percent.value for line in card.lines} == {
        "fee": 42, "travel": 18, "depth": 40,
    }  # fmt: skip
    (cost,) = card.groups
    assert (cost.weight_percent.value, cost.score.value) == (60, Fraction("6.5"))
    assert cost.contribution.value == Fraction("3.9")
    assert "| Cost |" in card.to_markdown()


class TestMinimum:
    def test_what_fails_ranks_last(self):
        ranking = api.rank_table(table("must-have"), rubric=rubric("must-have"))
        sound, failing = ranking.entries
        assert (sound.rank, sound.failed, sound.behind.value) == (1, (), 0)
        assert (failing.rank, failing.failed, failing.behind) == (2, ("Accredited",), None)
        assert "6.5000 / 10 (fails Accredited)" in ranking.to_markdown()
        assert "-0.5" not in ranking.to_markdown()

    def test_it_is_told_in_each_answer(self):
        found = certificates("must-have")
        card = api.score(found["unaccredited"], rubric=rubric("must-have"))
        assert card.failed == ("Accredited",)
        assert card.warnings == ("fails: Accredited is below the minimum of 5",)
        assert "Fails a minimum, whatever the rating." in card.to_markdown()
        compared = api.compare(list(found.values()), rubric=rubric("must-have"))
        assert compared.to_dict()["outcome"] == (
            "Sound is ahead, as Unaccredited fails a minimum: 6 against 6.5 for Unaccredited."
        )
        tried = api.what_if(
            found["unaccredited"], scores={"accredited": 5}, rubric=rubric("must-have")
        )
        assert tried.warnings_before == card.warnings

    def test_no_weights_change_the_order(self):
        several = list(certificates("must-have").values())
        for ask in (api.sensitivity, api.robustness):
            more = {"score_change": 1, "weight_change": 1} if ask is api.sensitivity else {}
            with pytest.raises(api.UsageError, match="only 'sound' passes"):
                ask(several, rubric=rubric("must-have"), **more)

    def test_others_are_compared_without_it(self):
        found = certificates("must-have")
        other = found["sound"].model_copy(update={"id": "other"})
        result = api.robustness([*found.values(), other], rubric=rubric("must-have"), draws=10)
        assert [one.id for one in result.alternatives] == ["other", "sound"]
        assert any("unaccredited" in warning for warning in result.warnings)

    def test_all_that_fail_are_compared(self):
        failing = certificates("must-have")["unaccredited"]
        both = [failing, failing.model_copy(update={"id": "other"})]
        result = api.robustness(both, rubric=rubric("must-have"), draws=10)
        assert len(result.alternatives) == 2

    def test_a_condition_fails(self, certeval, tmp_path):
        path = written(tmp_path, certificates("must-have")["unaccredited"])
        ran = certeval("score", path, "--rubric", rubric("must-have"), "--min-score", "6")
        assert (ran.code, ran.err) == (
            1, "unaccredited: fails: Accredited is below the minimum\n",
        )  # fmt: skip

    def test_what_is_not_known_may_fail(self, certeval, tmp_path):
        text = rubric("must-have").read_text(encoding="utf-8")
        judge = tmp_path / "must-have.yaml"
        judge.write_text(f"{text}missing_score: interval\n", encoding="utf-8")
        data = tmp_path / "t.csv"
        data.write_text("id,Accredited,Depth,Price\nsure,6,6,6\nopen,?,10,10\nlow,5,5,5\n")
        ranking = api.rank_table(data, rubric=judge)
        assert {one.id: (one.best_rank, one.worst_rank) for one in ranking.entries} == {
            "open": (1, 3), "sure": (1, 2), "low": (2, 3),
        }  # fmt: skip
        firsts = {one.id: one.first_percent.value for one in ranking.entries}
        assert firsts["open"] + firsts["sure"] == 100
        assert 40 < firsts["open"] < 60, "half of all draws reach the minimum"
        assert ranking.warnings == (
            "no score for Accredited in 1 of 3 rows: counted as anything on the scale",
            "whether Accredited reaches its minimum cannot be determined in 1 of 3 rows",
        )
        path = tmp_path / "c.yaml"
        path.write_text(
            "kind: certificate\nid: c\ntitle: C\nprovider: P\nrubric: must-have\nsources:\n"
            "- {id: me, title: N, publisher: M, date: 2026}\nscores:\n"
            "- {criterion: depth, raw: 10, reason: so, source: me}\n"
            "- {criterion: price, raw: 10, reason: so, source: me}\n"
        )
        ran = certeval("score", path, "--rubric", judge, "--min-score", "5")
        assert (ran.code, ran.err) == (
            1, "c: cannot be determined: Accredited may be below the minimum\n",
        )  # fmt: skip


def written(folder, one):
    """Write a certificate, and return its file."""
    from certeval.library.yaml_writer import to_yaml

    path = folder / f"{one.id}.yaml"
    path.write_text(to_yaml(one), encoding="utf-8")
    return path


def test_a_tie_breaker_is_told():
    ranking = api.rank_table(table("tie-breaker"), rubric=rubric("tie-breaker"))
    assert [(one.id, one.rank, one.tied) for one in ranking.entries] == [
        ("dyeing", 1, False), ("weaving", 2, False),
    ]  # fmt: skip
    text = ranking.to_markdown()
    assert "Equal totals are ordered by Depth." in text
    assert "Equal ratings are not necessarily ties" not in text
    compared = api.compare(list(certificates("tie-breaker").values()), rubric=rubric("tie-breaker"))
    assert compared.to_dict()["outcome"] == (
        "Dyeing is ahead of Weaving by a tie-breaker: both total 6."
    )


class TestIntervals:
    CASE = "unknown-is-an-interval"

    def test_a_table_is_ranked_by_possible_ranks(self):
        ranking = api.rank_table(table(self.CASE), rubric=rubric(self.CASE))
        assert {
            one.id: (one.best_rank, one.worst_rank, one.total.value, one.total_high.value)
            for one in ranking.entries
        } == {
            "known": (1, 2, 7, 7),
            "open": (1, 2, Fraction("4.8"), Fraction("8.8")),
            "low": (3, 3, 1, 1),
        }
        assert ranking.warnings == (
            "no score for Price in 1 of 3 rows: counted as anything on the scale",
        )
        assert (ranking.rows_read, ranking.bad_count) == (3, 0)
        assert "Ranked: 3 of 3 rows." in ranking.to_markdown()

    def test_bad_rows_are_told(self, tmp_path):
        data = tmp_path / "t.csv"
        data.write_text("id,Depth,Price\na,5,\nb,x,5\nc,4,4\n")
        ranking = api.rank_table(data, rubric=rubric(self.CASE))
        assert [one.line for one in ranking.bad_rows] == [3]
        assert "1 invalid row left out: line 3." in ranking.to_markdown()

    def test_a_table_without_gaps_is_ranked_as_ever(self, tmp_path):
        data = tmp_path / "t.csv"
        data.write_text("id,Depth,Price\na,5,5\nc,4,4\n")
        assert api.rank_table(data, rubric=rubric(self.CASE)).kind == "ranking"

    def test_too_many_rows_are_refused(self, tmp_path):
        data = tmp_path / "t.csv"
        data.write_text("id,Depth,Price\n" + "".join(f"c{at},5,\n" for at in range(2001)))
        with pytest.raises(api.UsageError, match="at most 2,000 rows"):
            api.rank_table(data, rubric=rubric(self.CASE))

    def test_definitions_are_ranked_alike(self):
        found = certificates(self.CASE)
        by_table = api.rank_table(table(self.CASE), rubric=rubric(self.CASE))
        by_file = api.rank(list(found.values()), rubric=rubric(self.CASE))
        assert [(one.id, one.total, one.best_rank, one.worst_rank) for one in by_file.entries] == [
            (one.id, one.total, one.best_rank, one.worst_rank) for one in by_table.entries
        ]
        compared = api.compare(list(found.values()), rubric=rubric(self.CASE))
        assert compared.certain_first is None


def test_what_the_middle_counts_for(tmp_path):
    text = rubric("unknown-is-an-interval").read_text(encoding="utf-8")
    judge = tmp_path / "middle.yaml"
    judge.write_text(text.replace("missing_score: interval", "missing_score: middle"))
    ranking = api.rank_table(table("unknown-is-an-interval"), rubric=judge)
    assert of_entries(ranking) == exact({"known": "7", "open": "6.8", "low": "1"})
    assert ranking.warnings == (
        "no score for Price in 1 of 3 rows: counted as the middle of the scale",
    )
    one = certificates("unknown-is-an-interval")["open"]
    assert api.score(one, rubric=judge).total.value == Fraction("6.8")
    assert api.target(one, score=8, rubric=judge).total.value == Fraction("6.8")


class TestWeights:
    @pytest.fixture
    def judge(self, tmp_path):
        """A rubric whose weights in percent are 8, 9 and 6."""
        path = tmp_path / "importances.yaml"
        text = rubric("importances").read_text(encoding="utf-8")
        path.write_text(text.replace("weight: ", "weight_percent: "), encoding="utf-8")
        return path

    def test_percents_that_do_not_add_up_are_refused(self, judge):
        with pytest.raises(api.DefinitionError) as caught:
            api.rank_table(table("importances"), rubric=judge)
        (problem,) = caught.value.diagnostics
        assert problem.message == "weights add up to 23%, not 100%"
        assert "or write 'weight' for 'weight_percent'" in problem.hint

    def test_normalize_reaches_a_rubric(self, judge):
        ranking = api.rank_table(table("importances"), rubric=judge, normalize=True)
        assert of_entries(ranking) == exact(TOTALS["importances"])
        assert ranking.warnings == ("weights added up to 23% and were rescaled to 100%",)
        found = certificates("importances")
        card = api.score(found["forge"], rubric=judge, normalize=True)
        assert card.total.value == Fraction(177, 23)
        assert card.warnings == ranking.warnings
        for ask in (api.compare, api.rank, api.robustness):
            assert ask(list(found.values()), rubric=judge, normalize=True).warnings

    def test_normalize_reaches_groups(self, tmp_path):
        path = tmp_path / "groups.yaml"
        text = rubric("groups").read_text(encoding="utf-8")
        path.write_text(text.replace("weight_percent: 70", "weight_percent: 30"))
        card = api.score(certificates("groups")["near"], rubric=path, normalize=True)
        assert [line.weight_percent.value for line in card.lines] == [30, 30, 40]
        assert card.warnings == (
            "weights in the group 'cost' added up to 60% and were rescaled to 100%",
        )

    def test_normalize_hides_no_other_fault(self, judge):
        judge.write_text(judge.read_text().replace("weight_percent: 9", "weight_percent: x"))
        assert faults(judge) == ["weight_percent: expected a number, found 'x'"]
        judge.write_text("- a list\n")
        assert faults(judge) == ["expected a mapping, found a list"]
        judge.write_text("kind: rubric\ncriteria: [a]\n")
        assert "expected a mapping, found 'a'" in faults(judge)

    def test_shares_of_one_get_a_hint(self, certeval, judge):
        text = judge.read_text(encoding="utf-8")
        for percent, share in ((8, "0.5"), (9, "0.3"), (6, "0.2")):
            text = text.replace(f"weight_percent: {percent}", f"weight_percent: {share}")
        judge.write_text(text, encoding="utf-8")
        ran = certeval("check", judge)
        assert ran.code == 1
        assert "help: these look like shares of 1: write 50, 30, 20" in ran.out

    def test_what_is_saved_ranks_equals_alike(self, certeval, tmp_path):
        saved = tmp_path / "me.yaml"
        ran = certeval(
            "weights", "depth,price,fame", "--rubric", rubric("thirds"), "--hours-per-week", "5",
            "--save", saved,
        )  # fmt: skip
        assert ran.code == 0
        weights = yaml.safe_load(saved.read_text(encoding="utf-8"))["weights"]
        assert [one["weight"] for one in weights] == [1, 1, 1]
        ran = certeval(
            "rank", "--from", table("thirds"), "--rubric", rubric("thirds"), "--audience", saved,
            "-f", "json",
        )  # fmt: skip
        assert {(one["rank"], one["total"]) for one in json.loads(ran.out)["entries"]} == {(1, 8)}


def test_what_weighs_nothing_needs_no_score():
    card = api.score(certificates("no-weight")["weaving"], rubric=rubric("no-weight"))
    assert (card.total.value, card.warnings) == (7, ())


def faults(judge):
    with pytest.raises(api.DefinitionError) as caught:
        api.rank_table(table("importances"), rubric=judge, normalize=True)
    return [one.message for one in caught.value.diagnostics]


def test_a_target_leaves_the_audiences_adjustment_out_of_the_measurement():
    one = certificates("lower-is-better")["dear-and-poor"]
    reader = builders.audience(
        rubric="lower-is-better", adjustments=[builders.adjustment("fee", 100)]
    )
    _, fee = api.target(
        one, score=600, audience=reader, rubric=rubric("lower-is-better")
    ).needed_scores
    assert (fee.needed.value, fee.measurement.value) == (450, 650)
