"""The log: how much of it is shown, and where."""

import logging
from collections.abc import Iterator

import pytest

from mirror.log import log_to_stderr


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[None]:
    """Leave the root logger's level as it was."""
    level = logging.getLogger().level
    yield
    logging.getLogger().setLevel(level)


SHOWN = {
    "only disasters with -q": (-1, []),
    "bugs by default": (0, ["mirror bug"]),
    "articles with -v, but of libraries only warnings": (
        1,
        ["mirror article", "mirror bug", "scrapy warning"],
    ),
    "everything with -vv": (
        2,
        ["mirror detail", "mirror article", "mirror bug", "scrapy banner", "scrapy warning"],
    ),
    "more is not more": (
        3,
        ["mirror detail", "mirror article", "mirror bug", "scrapy banner", "scrapy warning"],
    ),
}


@pytest.mark.parametrize(("verbosity", "shown"), SHOWN.values(), ids=SHOWN)
def test_what_is_shown(
    verbosity: int,
    shown: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # those of pytest
    log_to_stderr(verbosity)
    ours, scrapy = logging.getLogger("mirror.session"), logging.getLogger("scrapy.core.engine")
    ours.debug("mirror detail")
    ours.info("mirror article")
    ours.error("mirror bug")
    scrapy.info("scrapy banner")
    scrapy.warning("scrapy warning")
    said = capsys.readouterr()
    assert [line.partition(": ")[2] for line in said.err.splitlines()] == shown
    assert said.out == ""
