"""Running git: untouched by the caller's environment, asking nobody."""

import os
import subprocess
from pathlib import Path

from mirror.errors import GitKilledError


def run_git(
    where: Path, *words: str, data: bytes = b"", index: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in `where`, untouched by the caller's GIT_DIR and the like, asking nobody.

    `index` stands in for the work tree's own index. Raises GitKilledError when git did not come
    to an end of its own.
    """
    own = ("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_SSH", "GIT_CONFIG")
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(own)
    }
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    environment |= {"GIT_INDEX_FILE": str(index)} if index else {}
    # Line ends stay as they are, whatever the user's rule for them says of LF.
    settings = ("core.fsync=committed", "core.quotePath=false", "core.safecrlf=false")
    options = [word for setting in settings for word in ("-c", setting)]
    done = subprocess.run(  # no shell, and our own words
        ["git", *options, *words],  # the git that the user has
        cwd=where,
        env=environment,
        input=data,
        capture_output=True,
        check=False,
    )
    if done.returncode < 0:
        raise GitKilledError(f"{where}: git {words[0]} was killed (signal {-done.returncode})")
    return done


def said_by(done: subprocess.CompletedProcess[bytes]) -> str:
    """What git said, on one line."""
    return " ".join(done.stderr.decode("utf-8", "replace").split())
