"""What every test shares: the corpus of third-party posts, and a guard against leaving loopback."""

import os
import socket
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of posts and pages that other people wrote; never part of the repository."""
    folder = os.environ.get("MIRROR_CORPUS")
    if not folder:
        pytest.skip("MIRROR_CORPUS does not name the folder of third-party posts and pages")
    path = Path(folder).resolve()
    assert path.is_dir(), f"MIRROR_CORPUS={folder}: no such folder"
    return path


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
