"""Every example of every document does what the document says."""

import pytest

from tests.__main__ import VERBS
from tests.documents import DOCUMENTS
from tests.documents.examples import ELSEWHERE, Examples
from tests.readme import blocks

GENERATED = {".github/docs/commands.md", ".github/docs/definitions.md"}  # tested at their source


@pytest.mark.parametrize("name", sorted(set(DOCUMENTS) - GENERATED))
def test_the_examples_run(name, certeval, tmp_path, monkeypatch, request):
    monkeypatch.chdir(tmp_path)
    path, accept = DOCUMENTS[name], request.config.getoption("--accept")
    examples = Examples(certeval, path.read_text("utf-8"), accept=accept)
    examples.run()
    if accept:
        path.write_text(examples.markdown, encoding="utf-8")


def test_what_runs_elsewhere_is_there():
    marks = [block.mark for path in DOCUMENTS.values() for block in blocks(path.read_text("utf-8"))]
    assert set(marks) >= ELSEWHERE


def test_the_verbs_of_contributing():
    text = DOCUMENTS[".github/CONTRIBUTING.md"].read_text("utf-8")
    (shown,) = [block.text for block in blocks(text) if block.mark == "run: verbs"]
    assert shown.splitlines() == [f"python -m tests {verb}" for verb in VERBS]
