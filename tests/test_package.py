"""What is built is what runs: the wheel, elsewhere, without the checkout."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", folder],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return folder


def test_the_wheel_scores_from_an_unrelated_folder(built, tmp_path):
    (wheel,) = built.glob("*.whl")
    home = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(home)  # noqa: S202 - built a moment ago
    code = (
        "import sys, certeval; assert certeval.__file__.startswith(sys.argv.pop(1)); "
        "from certeval.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, home, "score", "ibm-ml", "-a", "career-changer", "-f", "json"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(home)}, capture_output=True, check=True,
    )  # fmt: skip
    card = json.loads(done.stdout)
    assert card["rating"] == 7.1
    assert card["rubric"]["file"].startswith("installed/certeval/rubrics/")


def test_the_wheel_has_all_definitions_and_no_tests(built):
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rubrics").rglob("*.*")}
    assert {f"certeval/{name}" for name in ours} <= names
    assert "certeval/py.typed" in names
    assert not any(name.startswith("tests") for name in names)


def test_the_source_distribution_can_build_it_again(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.split("/", 1)[1] for name in tar.getnames()}
    assert {"README.md", "LICENSE", "pyproject.toml", "certeval/__main__.py"} <= names
    assert "rubrics/certificates/ibm-ml.yaml" in names
