"""Options that have a new name go on working under the old one, unseen."""

import pytest

from tests.conftest import TESTS

GUILD = ["soldering", "brazing", "--library", str(TESTS / "cases" / "library")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["interview", "ibm-ml", "--soar"], ["interview", "ibm-ml", "--worksheet"]),
        (
            ["robustness", *GUILD, "--weights", "stated", "--draws", "50"],
            ["robustness", *GUILD, "--sampling", "stated", "--draws", "50"],
        ),
        (["schema", "role", "--format", "json"], ["schema", "role"]),
        (["schema", "role", "-f", "json"], ["schema", "role"]),
    ],
)
def test_an_old_name_works(old, new, certeval):
    ran = certeval(*old)
    assert (ran.code, ran.err) == (0, "")
    assert ran == certeval(*new)
    (hidden,) = [word for word in ("--soar", "--weights", "--format", "-f") if word in old]
    assert f"{hidden} " not in certeval(old[0], "--help").out


def test_a_schema_has_no_other_format(certeval):
    assert certeval("schema", "role", "-f", "csv") == (
        2, "", "error: --format csv: a schema is always JSON\n  help: leave --format out\n",
    )  # fmt: skip
