"""compare, sensitivity and robustness as they are run: what they answer, and what they refuse."""

import json
from pathlib import Path

import pytest

from tests.conftest import TESTS

LIBRARY = TESTS / "cases" / "library"
GUILD = ("--library", str(LIBRARY))
THREE = ("welding", "soldering", "brazing")
COMMANDS = ("compare", "sensitivity", "robustness")
SOURCES = "sources: [{id: me, title: Notes, publisher: Me, date: 2026}]\n"
RUBRIC = f"""
kind: rubric
id: plain
title: Plain
{SOURCES}scale: {{min: 0, max: 10}}
criteria:
  - {{id: depth, title: Depth, weight_percent: 60, question: How deep?, source: me}}
  - {{id: price, title: Price, weight_percent: 40, question: How dear?, source: me}}
"""


def certificate(name, depth=None, price=None, rubric="plain"):
    given = "".join(
        f"  - {{criterion: {criterion}, raw: {raw}, reason: So, source: me}}\n"
        for criterion, raw in (("depth", depth), ("price", price))
        if raw is not None
    )
    head = f"kind: certificate\nid: {name}\ntitle: {name.upper()}\nprovider: Guild\n"
    return f"{head}rubric: {rubric}\n{SOURCES}scores:{f'{chr(10)}{given}' if given else ' []'}\n"


@pytest.fixture
def plain(library, monkeypatch, tmp_path):
    """A library whose rubric has neither bands, nor how far to move things, nor what is robust."""

    def make(more="", **certificates):
        root = library(
            methodology={"plain": RUBRIC + more},
            certificates={
                name: certificate(name, *scores) for name, scores in certificates.items()
            },
        )
        monkeypatch.chdir(tmp_path)
        return ("--library", str(root))

    return make


def answer(certeval, *arguments):
    ran = certeval(*arguments, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def refused(certeval, message, hint, *arguments):
    expected = f"error: {message}\n" + (f"  help: {hint}\n" if hint else "")
    assert certeval(*arguments) == (2, "", expected)


class TestCompare:
    def test_for_the_rubrics_primary_audience(self, certeval):
        result = answer(certeval, "compare", *THREE, *GUILD)
        assert result["audience"]["id"] == "apprentice"
        assert [(one["id"], one["rank"], one["total"]) for one in result["alternatives"]] == [
            ("soldering", 1, 7.075),
            ("welding", 2, 6.7),
            ("brazing", 3, 6.375),
        ]

    def test_for_another_audience(self, certeval):
        result = answer(certeval, "compare", *THREE, "-a", "master", *GUILD)
        assert result["audience"]["id"] == "master"
        assert [one["id"] for one in result["alternatives"]] == ["brazing", "welding", "soldering"]
        assert [one["weight_percent"] for one in result["contests"]] == [50, 10, 20, 20]

    def test_one_certificate_across_audiences_with_weights_of_their_own(self, certeval):
        result = answer(certeval, "compare", "welding", "-a", "apprentice", "-a", "master", *GUILD)
        assert result["audience"] is None
        assert [one["id"] for one in result["alternatives"]] == ["apprentice", "master"]
        assert [one["weight_percent"] for one in result["contests"]] == [None, None, 20, None]
        assert [one["weight_display"] for one in result["contests"]] == [
            "35% / 50%", "30% / 10%", "20%", "15% / 20%",
        ]  # fmt: skip

    def test_different_weights_might_turn_a_dominance(self, certeval, tmp_path, monkeypatch):
        text = (LIBRARY / "audiences/master.yaml").read_text()
        lower = text.replace("change: 1.5", "change: -1.5").replace("id: master", "id: late")
        (tmp_path / "late.yaml").write_text(lower)
        arguments = ("compare", "welding", "-a", "apprentice", "-a", tmp_path / "late.yaml")
        (duel,) = answer(certeval, *arguments, *GUILD)["duels"]
        assert duel["dominant"] is None
        assert duel["display"] == (
            "The weights are different for Apprentice and Master, so there is no dominance."
        )
        same = text.partition("weights:")[0].replace("change: 1.5", "change: -1.5")
        (tmp_path / "late.yaml").write_text(same.replace("id: master", "id: late"))
        (duel,) = answer(certeval, *arguments, *GUILD)["duels"]
        assert duel["display"].endswith(", so no weights can reverse the order.")

    def test_all_audiences_and_a_file_beside_them(self, certeval, tmp_path):
        text = (LIBRARY / "audiences/master.yaml").read_text().replace("id: master", "id: me")
        (tmp_path / "me.yaml").write_text(text)
        result = answer(
            certeval, "compare", "welding", "--all-audiences", "-a", tmp_path / "me.yaml", *GUILD
        )
        assert {one["id"] for one in result["alternatives"]} == {
            "apprentice", "hobbyist", "master", "me", "career-changer", "data-professional",
        }  # fmt: skip

    def test_two_audiences_with_one_id(self, certeval, tmp_path):
        path = tmp_path / "master.yaml"
        path.write_text((LIBRARY / "audiences/master.yaml").read_text())
        ran = certeval("compare", "welding", "-a", "master", "-a", path, *GUILD)
        assert (ran.code, ran.out) == (2, ""), "they could not be distinguished"
        assert "duplicate id 'master'" in ran.err

    def test_weights_of_ones_own(self, certeval):
        result = answer(
            certeval, "compare", *THREE[:2], "--weight", "depth=65", "--weight", "demand=0", *GUILD
        )
        assert [one["id"] for one in result["alternatives"]] == ["welding", "soldering"]
        again = answer(
            certeval, "compare", *THREE[:2], "--weight", "depth=135", "--normalize", *GUILD
        )
        assert again["warnings"] == ["weights added up to 200% and were rescaled to 100%"]
        assert [one["id"] for one in again["alternatives"]] == ["welding", "soldering"]

    def test_identical_certificates(self, certeval, plain):
        guild = plain(a=(7, 5), b=(7, 5))
        result = answer(certeval, "compare", "b", "a", *guild)
        assert result["outcome"] == "A and B tie: the same exact total, 6.2."
        assert [(one["id"], one["rank"], one["tied"]) for one in result["alternatives"]] == [
            ("a", 1, True),
            ("b", 1, True),
        ]
        assert [one["leaders_display"] for one in result["contests"]] == ["level", "level"]
        assert result["duels"][0]["display"] == "A and B have the same score on every criterion."
        table = certeval("compare", "b", "a", *guild).out
        assert table.count(" 1= ") == 2

    def test_standard_input_once(self, process):
        text = (LIBRARY / "certificates/welding.yaml").read_text()
        ran = process("compare", "-", "brazing", *GUILD, "-f", "csv", stdin=text)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.count("\nalternatives,") == 2


class TestMissingScores:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_left_out_for_all(self, command, certeval, plain):
        more = (
            "missing_score: exclude\n"
            "sensitivity: {score_change: 1, weight_change_percent: 20, source: me}\n"
        )
        guild = plain(more, a=(7, 5), b=(6, None), c=(5, 9))
        result = answer(certeval, command, "a", "b", "c", *guild)
        assert result["warnings"] == [
            "Price: not compared, as 'b' has no score for it",
            "Price: no score, so left out; the other weights are rescaled",
        ]
        assert [one["total"] for one in result["alternatives"]] == [7, 6, 5]
        table = certeval(command, "a", "b", "c", *guild).out
        assert "Warning: Price: not compared, as 'b' has no score for it.\n" in table

    @pytest.mark.parametrize("command", COMMANDS)
    def test_nothing_in_common(self, command, certeval, plain):
        more = (
            "missing_score: exclude\n"
            "sensitivity: {score_change: 1, weight_change_percent: 20, source: me}\n"
        )
        guild = plain(more, a=(7, None), b=(None, 6))
        refused(
            certeval,
            "'a' is missing scores for: price; 'b' is missing scores for: depth",
            "add scores to their files",
            command, "a", "b", *guild,
        )  # fmt: skip

    def test_counted_as_the_lowest(self, certeval, plain):
        result = answer(certeval, "compare", "a", "b", *plain(
            "missing_score: lowest\n", a=(7, 5), b=(9, None)
        ))  # fmt: skip
        assert [(one["id"], one["total"]) for one in result["alternatives"]] == [
            ("a", 6.2),
            ("b", 5.4),
        ]
        assert result["warnings"] == ["b: no score for Price: counted as the scale's minimum"]

    @pytest.mark.parametrize("command", COMMANDS)
    def test_all_that_have_no_scores(self, command, certeval, plain):
        guild = plain(a=(7, 5), b=(), c=())
        without = "'{}' has no scores yet under the rubric 'plain'"
        refused(
            certeval,
            f"{without.format('b')}; {without.format('c')}",
            "add scores to their files",
            command, "a", "b", "c", *guild,
        )  # fmt: skip
        ran = certeval(command, "a", "b", *guild, "-f", "json")
        error = json.loads(ran.out)["error"]
        assert (ran.code, error["kind"]) == (2, "unscored")
        assert error["hint"] == "add scores to its file"


class TestRefused:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_two_rubrics(self, command, certeval):
        refused(
            certeval,
            "'welding' is scored under the rubric craft, 'ibm-ml' under career-certificate",
            "score all of them under one: name it with --rubric",
            command, "welding", "ibm-ml", *GUILD,
        )  # fmt: skip

    @pytest.mark.parametrize("command", COMMANDS)
    def test_two_files_with_one_id(self, command, certeval, plain):
        guild = plain(a=(7, 5), b=(5, 7))
        ran = certeval(command, "a", "library/certificates/b.yaml", "c.yaml", *guild)
        assert ran.err.startswith("c.yaml: error: ")
        with open("c.yaml", "w") as file:  # noqa: PTH123 - where the program runs
            file.write(certificate("a", 1, 2))
        ran = certeval(command, "a", "b", "c.yaml", *guild)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "c.yaml:2:5: error: duplicate id 'a'\n"
            "    2 | id: a\n"
            "      |     ^\n"
            "  help: library/certificates/a.yaml has it already; change one of the two\n"
            "1 problem in 1 file\n"
        )

    @pytest.mark.parametrize("command", COMMANDS)
    def test_weights_that_do_not_add_up(self, command, certeval):
        refused(
            certeval,
            "weights add up to 95%, not 100%",
            "raise another weight with --weight, or use --normalize to rescale them all",
            command, *THREE, "--weight", "depth=30", *GUILD,
        )  # fmt: skip
        refused(
            certeval,
            "--weight: the rubric has no criterion 'dpeth'",
            "did you mean 'depth'?",
            command, *THREE, "--weight", "dpeth=30", *GUILD,
        )  # fmt: skip

    def test_no_size_of_the_change_is_given(self, certeval, plain):
        guild = plain(a=(7, 5))
        wanted = (
            "the rubric plain does not say how far to move scores and weights",
            "give --score-change and --weight-change, or a field 'sensitivity' to the rubric",
        )
        refused(certeval, *wanted, "sensitivity", "a", *guild)
        refused(certeval, *wanted, "sensitivity", "a", "--score-change", "1", *guild)
        refused(certeval, *wanted, "sensitivity", "a", "--weight-change", "1", *guild)
        result = answer(
            certeval, "sensitivity", "a", "--score-change", "1", "--weight-change", "10", *guild
        )
        assert (result["score_change"], result["weight_change_percent"]) == (1, 10)

    def test_no_threshold_for_one_certificate_is_given(self, certeval, plain):
        guild = plain(a=(7, 5), b=(5, 7))
        refused(
            certeval,
            "the rubric plain has no verdicts, and no total to reach is given",
            "give one with --score, or name another certificate",
            "robustness", "a", *guild,
        )  # fmt: skip
        result = answer(certeval, "robustness", "a", "--score", "6", *guild)
        assert [one["part"]["share"] for one in result["passings"]] == [0.5]
        assert result["sentence"] == (
            "A reaches a total of 6 or more under 50.0% of weightings. "
            "The rubric plain sets no robustness thresholds."
        )

    def test_a_total_is_asked_of_one(self, certeval):
        refused(
            certeval,
            "--score: works with one certificate only",
            "leave it out to compare several",
            "robustness", *THREE, "--score", "7", *GUILD,
        )  # fmt: skip

    @pytest.mark.parametrize("total", ["0", "10"])
    def test_the_ends_of_the_scale_are_totals(self, total, certeval):
        result = answer(certeval, "robustness", "welding", "--score", total, *GUILD)
        assert result["passings"][0]["part"]["share"] == float(total == "0")

    def test_no_concentration_is_given(self, certeval, plain):
        guild = plain(a=(7, 5), b=(5, 7))
        arguments = ("robustness", "a", "b", "--sampling", "stated", *guild)
        refused(
            certeval,
            "the rubric plain does not say how close to the stated weights to sample",
            "give --concentration, or a field 'robustness' to the rubric",
            *arguments,
        )
        result = answer(certeval, *arguments, "--concentration", "50", "--draws", "100")
        assert result["method"]["concentration"] == 50
        assert result["outcome"] is None

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--draws", "0"], "--draws: must be at least 1"),
            (["--draws", "-5"], "--draws: must be at least 1"),
            (["--draws", "10000001"], "--draws: must be at most 10000000"),
            (["--draws", "1.5"], "--draws: expected a whole number, found '1.5'"),
            (["--draws", "many"], "--draws: expected a number, found 'many'"),
            (["--seed", "-1"], "--seed: must not be negative"),
            (["--seed", "x"], "--seed: expected a number, found 'x'"),
        ],
    )
    def test_counts(self, arguments, message, certeval):
        ran = certeval("robustness", *THREE, *arguments, *GUILD)
        assert ran == (2, "", f"error: {message}\n")

    @pytest.mark.parametrize("option", ["--sampling", "--weights"])
    def test_what_the_command_line_itself_refuses(self, option, certeval):
        ran = certeval("robustness", *THREE, option, "equal", *GUILD)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"error: invalid value for '{option}': ")
        assert ran.err.endswith("\n  help: see 'certeval robustness --help'\n")


class TestLimits:
    """Where numbers that are allowed lead."""

    @pytest.mark.parametrize("concentration", ["0.01", "0.0001", "0.0000001"])
    def test_the_loosest_concentration_is_no_bug(self, concentration, certeval):
        ran = certeval(
            "robustness", *THREE, "--sampling", "stated", "--concentration", concentration,
            "--draws", "300", *GUILD,
        )  # fmt: skip
        assert ran.code in (0, 2)
        assert "internal error" not in ran.err

    def test_the_closest_concentration(self, certeval):
        result = answer(
            certeval, "robustness", *THREE, "--sampling", "stated", "--concentration",
            "100000000000000", "--draws", "20", *GUILD,
        )  # fmt: skip
        assert result["acceptabilities"][0]["alternative"] == "soldering"
        assert result["acceptabilities"][0]["ranks"][0]["share"] == 1

    @pytest.mark.parametrize("percent", ["100", "101", "1000"])
    def test_no_weight_is_moved_below_nothing_or_above_all(self, percent, certeval):
        ran = certeval("sensitivity", *THREE, "--weight-change", percent, *GUILD, "-f", "json")
        if ran.code == 0:
            ends = [
                swing[end]
                for swing in json.loads(ran.out)["swings"]
                for end in ("lower", "higher")
                if swing["moved"] == "weight"
            ]
            assert min(ends) >= 0
            assert max(ends) <= 100
        else:
            assert (ran.code, percent == "100") == (2, False)

    def test_scores_are_held_inside_the_scale(self, certeval):
        result = answer(certeval, "sensitivity", *THREE, "--score-change", "50", *GUILD)
        ends = {
            swing[end]
            for swing in result["swings"]
            for end in ("lower", "higher")
            if swing["moved"] == "score"
        }
        assert ends == {0, 10}

    def test_all_weight_on_one_criterion(self, certeval):
        weights = [f"{name}={0 if name != 'depth' else 100}"
                   for name in ("depth", "demand", "price", "access")]  # fmt: skip
        options = [part for weight in weights for part in ("--weight", weight)]
        result = answer(certeval, "sensitivity", *THREE, *options, *GUILD)
        first, *others = result["stabilities"]
        assert (first["winner"], first["ranking"]) == (None, None)
        assert all(one["winner"] for one in others)
        table = certeval("sensitivity", *THREE, *options, *GUILD).out
        assert "not defined" in table
        drawn = answer(
            certeval,
            "robustness",
            *THREE,
            *options,
            "--sampling",
            "stated",
            "--draws",
            "50",
            *GUILD,
        )
        assert drawn["acceptabilities"][0]["ranks"][0]["share"] == 1
        assert [each["level"]["share"] for each in drawn["win_shares"]] == [0, 0, 1]

    @pytest.mark.parametrize("command", ["sensitivity", "robustness"])
    def test_identical_certificates(self, command, certeval, plain):
        more = (
            "sensitivity: {score_change: 1, weight_change_percent: 20, source: me}\n"
            "robustness: {robust_from_percent: 90, leaning_from_percent: 66, concentration: 50, "
            "source: me}\n"
        )
        guild = plain(more, a=(7, 5), b=(7, 5))
        result = answer(certeval, command, "a", "b", *guild)
        if command == "robustness":
            assert result["outcome"] == "toss_up"
            assert result["sentence"] == ("Toss-up: A and B tie for first under every weighting.")
            assert [one["ranks"][0]["share"] for one in result["acceptabilities"]] == [1, 1]
            assert result["win_shares"][0]["level"]["share"] == 1
        else:
            assert {one["winner"]["display"] for one in result["stabilities"]} == {"0% to 100%"}
            assert result["critical_top"]["criteria"] == []


class TestSeed:
    """Chance is the same every time, and the order of the certificates is no part of it."""

    @pytest.mark.parametrize("more", [[], ["--sampling", "stated", "--score-error", "1"]])
    def test_the_same_seed_gives_the_same_bytes(self, more, process, certeval):
        arguments = ("robustness", *THREE, "--draws", "400", *more, *GUILD, "-f", "json", "--seed")
        one, again = (process(*arguments, "7", env={"PYTHONHASHSEED": hashed}) for hashed in "12")
        assert (one.code, one.err) == (0, "")
        assert one == again
        shares = [
            [each["ranks"] for each in json.loads(text)["acceptabilities"]]
            for text in (one.out, certeval(*arguments, "8").out)
        ]
        assert shares[0] != shares[1]

    def test_draws_and_seed_are_shown(self, certeval):
        arguments = ("robustness", *THREE, "--draws", "1500", "--seed", "42", *GUILD)
        for form in ("table", "markdown"):
            assert "1,500 draws, seed 42." in certeval(*arguments, "-f", form).out
        method = answer(certeval, *arguments)["method"]
        assert (method["draws"], method["seed"], method["exact"]) == (1500, 42, False)
        assert "1,500 draws, seed 42" in method["display"]

    @pytest.mark.parametrize(
        "more", [[], ["--score-error", "1"], ["--sampling", "stated", "--score-error", "0.5"]]
    )
    @pytest.mark.parametrize("names", [("brazing", "welding", "soldering"), THREE[::-1]])
    def test_the_order_changes_only_the_pairs(self, names, more, certeval):
        one, other = (
            answer(certeval, "robustness", *order, "--draws", "300", *more, *GUILD)
            for order in (THREE, names)
        )
        pairs = [
            {
                frozenset({
                    (pair["first"], pair["ahead"]["share"]),
                    (pair["second"], pair["behind"]["share"]),
                })
                for pair in result.pop("win_shares")
            }
            for result in (one, other)
        ]  # fmt: skip
        assert one == other
        assert pairs[0] == pairs[1]

    def test_a_negative_seed_is_another_one_or_none(self, certeval):
        arguments = ("robustness", *THREE, "--draws", "400", *GUILD, "-f", "json", "--seed")
        negative, positive = (certeval(*arguments, seed) for seed in ("-5", "5"))
        if negative.code != 2:
            one, other = (json.loads(ran.out)["acceptabilities"] for ran in (negative, positive))
            assert one != other


class TestNothingIsLost:
    """No output takes the place of what was read."""

    @pytest.mark.parametrize("arguments", [("compare", "a", "b"), ("target", "a", "--score", "6")])
    def test_a_definition(self, arguments, certeval, plain):
        guild = plain(a=(7, 5), b=(5, 7))
        path = Path("library/certificates/a.yaml")
        before = path.read_text()
        ran = certeval(*arguments, *guild, "-o", f"./{path}")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            f"error: --output: './{path}' is a file that was read\n"
            "  help: choose another file: input files are not overwritten\n"
        )
        assert path.read_text() == before

    def test_a_table(self, certeval, plain):
        guild = plain(a=(7, 5))
        Path("t.csv").write_text("id,depth,price\nx,5,5\n")
        ran = certeval("rank", "--from", "t.csv", *guild, "--rubric", "plain", "-o", "t.csv")
        assert ran.code == 2
        assert Path("t.csv").read_text() == "id,depth,price\nx,5,5\n"
        ran = certeval("rank", "--from", "t.csv", *guild, "--rubric", "plain", "-o", "u.csv")
        assert (ran.code, ran.err) == (0, "wrote u.csv\n")


def test_an_exact_answer_says_that_nothing_is_drawn(certeval, plain):
    guild = plain(a=(7, 5), b=(5, 7))
    note = "note: the shares are exact, so --draws and --seed have no effect\n"
    assert certeval("robustness", "a", "b", *guild, "--seed", "5").err == note
    assert certeval("robustness", "a", *guild, "--score", "5", "--draws", "9").err == note
    assert certeval("robustness", "a", "b", *guild).err == ""
    assert (
        certeval(
            "robustness",
            "a",
            "b",
            *guild,
            "--sampling",
            "stated",
            "--concentration",
            "9",
            "--draws",
            "9",
        ).err
        == ""
    )


def test_one_file_under_two_names(certeval, plain):
    guild = plain(a=(7, 5))
    ran = certeval("compare", "a", "library/certificates/a.yaml", *guild)
    assert ran.code == 2
    assert "duplicate id 'a'" in ran.err
    assert "  help: it is one file, named twice\n" in ran.err
