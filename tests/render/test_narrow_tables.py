"""Which columns are left out of a table that does not fit, and which stay."""

import pytest

from tests.conftest import TESTS

LIBRARY = TESTS / "cases" / "library"


@pytest.fixture
def lines(certeval, monkeypatch):
    """Return the lines of what a command shows at a width."""

    def run(width, *command):
        monkeypatch.setenv("COLUMNS", str(width))
        ran = certeval(*command, "--library", LIBRARY)
        assert ran.code == 0
        return ran.out.splitlines()

    return run


def heads(lines, first):
    """Return the cells of the first line of a table that has *first* in it."""
    line = next(line for line in lines if line.startswith("│") and first in line)
    return [cell.strip() for cell in line.strip("│").split("│")]


@pytest.mark.parametrize(
    ("width", "command", "first", "titles"),
    [
        (80, "list", "Title", ["Id", "Title", "Price"]),
        (60, "fit welding", "Skill", ["Skill", "Needed", "You have", "Met", "Why"]),
        (44, "fit welding", "Condition", ["Condition", "Applies", "Because"]),
        (48, "cost welding", "Pace", ["Pace", "Hours", "billed", "Cost"]),
        (
            80,
            "compare welding -a apprentice -a hobbyist -a master",
            "Criterion",
            ["Criterion", "Weight", "apprentice", "hobbyist", "master", "Worth"],
        ),
    ],
)
def test_what_stays(width, command, first, titles, lines):
    assert heads(lines(width, *command.split()), first) == titles


def test_bars_have_a_title(lines):
    assert heads(lines(200, "sensitivity", "welding"), "Moved")[-1] == "Range"
