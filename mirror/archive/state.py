"""`.mirror/`: the directory of the index and the lock, kept out of git."""

from pathlib import Path

from mirror.archive.files import exists
from mirror.errors import ArchiveError

STATE = ".mirror"


def make_state(root: Path) -> Path:
    """The directory, made where it is missing. Raises ArchiveError; never goes through a link."""
    state = root / STATE
    try:
        if state.is_symlink():
            raise ArchiveError(f"{state}: is a symbolic link; take it away")
        state.mkdir(parents=True, exist_ok=True)
        ignore = state / ".gitignore"
        if not exists(ignore):
            ignore.write_text("*\n", "utf-8")
    except OSError as exc:
        raise ArchiveError(f"{state}: can't be written to: {exc.strerror}") from exc
    return state
