"""Our configuration in Scrapy's words."""

from pathlib import Path

import pytest
from scrapy.core.downloader import Slot
from scrapy.settings import Settings

from mirror.config import CrawlConfig
from mirror.errors import UsageError
from mirror.settings import crawl_settings


def test_recording_a_replay_is_refused() -> None:
    with pytest.raises(UsageError, match="--record and --replay"):
        crawl_settings(CrawlConfig(), replay=[Path("a.warc")], record=Path("b"))


def test_settings_follow_the_configuration() -> None:
    settings = Settings()
    settings.setmodule("mirror.settings")
    config = CrawlConfig(user_agent="me/1", delay=2.5, obey_robots=False, timeout=9, max_body=77)
    settings.setdict(crawl_settings(config))
    names = ("USER_AGENT", "DOWNLOAD_DELAY", "ROBOTSTXT_OBEY", "DOWNLOAD_TIMEOUT")
    assert [settings[name] for name in names] == ["me/1", 2.5, False, 9]
    assert settings.getint("DOWNLOAD_MAXSIZE") == 77
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")


def test_delays_are_spread_around_what_is_configured() -> None:
    settings = Settings()
    settings.setmodule("mirror.settings")
    slot = Slot(1, delay=2.0, jitter=settings.getfloat("DOWNLOAD_DELAY_JITTER"))
    delays = {slot.download_delay() for _ in range(99)}
    assert 1.5 <= min(delays) < 1.9
    assert 2.1 < max(delays) <= 2.5
