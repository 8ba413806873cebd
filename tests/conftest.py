"""What every test shares: the corpus of other people's posts, golden files, no way off loopback."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regold", action="store_true", help="rewrite the golden files")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of posts and pages that other people wrote; never part of the repository."""
    folder = os.environ.get("MIRROR_CORPUS")
    if not folder:
        pytest.skip("MIRROR_CORPUS does not name the folder of third-party posts and pages")
    path = Path(folder).resolve()
    assert path.is_dir(), f"MIRROR_CORPUS={folder}: no such folder"
    return path


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, Any], None]:
    """Compare what was found, as JSON has it, with what stands in a file.

    A missing file is written and the test fails, so that a person reads it.
    """
    rewrite = request.config.getoption("--regold")

    def compare(path: Path, found: Any) -> None:
        known = path.exists()
        if rewrite or not known:
            text = json.dumps(found, ensure_ascii=False, indent=2)
            path.write_text(f"{text}\n", "utf-8", newline="\n")
        assert known or rewrite, f"{path} was missing and is written now: is it right?"
        assert json.loads(json.dumps(found)) == json.loads(path.read_text("utf-8"))

    return compare


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection from the test process that is not to this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = str(address[0]) if isinstance(address, tuple) else ""
        local = host.startswith("127.") or host in ("::1", "localhost")
        assert self.family == socket.AF_UNIX or local, f"a test went to {host}"
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
