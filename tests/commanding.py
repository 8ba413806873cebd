"""The command line in the test's own process; `pytest_plugins = ("commanding",)` brings it in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mirror.cli import main

Mirror = Callable[..., tuple[int, str, str]]


@pytest.fixture
def mirror(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Mirror:
    """Run the command line in this process, in an empty directory: status, stdout, stderr."""
    monkeypatch.delenv("MIRROR_ARCHIVE", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        status = main(words)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
