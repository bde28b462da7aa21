"""What the tests share: running the program, writing definitions, golden files."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from certeval.cli import app
from certeval.cli.run import run
from certeval.library import folders
from certeval.library import library as library_module
from tests.processes import Processes, Ran

# A busy machine is no failure. HYPOTHESIS_PROFILE=thorough looks for longer.
settings.register_profile("quick", deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# A run of the program builds the command that it runs; the tests build each once.
app.build_command = cache(app.build_command)

TESTS = Path(__file__).parent
ROOT = TESTS.parent
OUR_VARIABLES = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take what comes out as golden")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory) -> None:
    """No variable of the machine the tests run on, no definitions of its user, and one day."""
    for name in os.environ:
        if name.startswith("CERTEVAL_") or name in OUR_VARIABLES:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "no-data"))
    monkeypatch.setenv("CERTEVAL_TODAY", "2026-11-22")


@pytest.fixture
def certeval(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the program in this process."""

    def invoke(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return invoke


@pytest.fixture(scope="session")
def processes() -> Iterator[Processes]:
    """Starts the program in processes of its own."""
    started = Processes()
    yield started
    started.close()


@pytest.fixture
def process(processes: Processes, tmp_path: Path) -> Callable[..., Ran]:
    """Run the program as a process of its own, from an unrelated folder."""

    def invoke(*arguments: object, env: dict[str, str] | None = None, stdin: str = "") -> Ran:
        return processes.run(*arguments, folder=tmp_path, env=env, stdin=stdin.encode())

    return invoke


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file *name*, or take it as golden with ``--accept``."""

    def compare(name: str, text: str) -> None:
        path = TESTS / name
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in the checkout's folder, so that its files are shown by the same names anywhere."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def guild(at_root: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the guild of smiths in place of the shipped library, which may change any day."""
    for module in (folders, library_module):
        monkeypatch.setattr(module, "built_in", lambda: TESTS / "cases" / "library")


@pytest.fixture
def reviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the library as it was reviewed in place of the shipped one."""
    for module in (folders, library_module):
        monkeypatch.setattr(module, "built_in", lambda: TESTS / "cases" / "reviewed")


@pytest.fixture
def library(tmp_path: Path) -> Callable[..., Path]:
    """Make a library folder: ``library(certificates={"x": "..."}, methodology={...})``."""

    def make(**folders: dict[str, str]) -> Path:
        root = tmp_path / "library"
        for folder, files in folders.items():
            (root / folder).mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (root / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return root

    return make
