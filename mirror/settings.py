"""Scrapy settings, each with its reason. `crawl_settings` adds what a person configured."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mirror.config import CrawlConfig
from mirror.errors import UsageError

BOT_NAME = "mirror"
SPIDER_MODULES = ["mirror.spiders"]
NEWSPIDER_MODULE = "mirror.spiders"
ITEM_PIPELINES = {
    "mirror.pipelines.NormalisePipeline": 100,
    "mirror.pipelines.StorePipeline": 200,
}

# What may be fetched, and how. file:, data:, ftp: and s3: are not even installed: a redirect, a
# feed or a person's typing error must not read the disk.
_HANDLER = "mirror.web.handlers.NetworkHandler"
_REPLAY_HANDLER = "mirror.web.handlers.ReplayHandler"
DOWNLOAD_HANDLERS: dict[str, str | None] = {
    "http": _HANDLER,
    "https": _HANDLER,
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}
TWISTED_DNS_RESOLVER = "mirror.web.addresses.GuardedResolver"
MIRROR_ALLOW_NETWORKS: list[str] = []  # private networks that may be asked
MIRROR_REPLAY: list[str] = []  # recordings to answer from
MIRROR_RECORD = ""  # directory to record to
DOWNLOAD_VERIFY_CERTIFICATES = True  # Scrapy's default takes any certificate
HTTPPROXY_ENABLED = False  # a proxy of the environment would connect for us, past the guard
COOKIES_ENABLED = False  # articles need none; no tracking, no list of suffixes downloaded
REFERRER_POLICY = "no-referrer"  # where a link was found is nobody's business
COMPRESSION_ENABLED = False  # the download handler undoes it: it must know what came whole
METAREFRESH_ENABLED = False  # news pages refresh to themselves every few minutes

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # feeds link anywhere
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "mirror.web.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "mirror.web.retry.RetryMiddleware": 550,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "mirror.web.redirects.PlainRedirectMiddleware": 600,
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "mirror.web.statuses.StatusMiddleware": 50,
}

EXTENSIONS = {
    "mirror.web.gate.HostGate": 0,
    "mirror.web.recorder.Recorder": 0,
    "mirror.web.recordings.Replay": 0,
    "scrapy.extensions.logstats.LogStats": None,  # the run's own report says it
    "scrapy.extensions.memusage.MemoryUsage": None,
    # Off by the settings below; taken out, so that what it needs is not loaded either (0.1 s).
    "scrapy.extensions.remote_control.RemoteControl": None,
    "scrapy.extensions.telnet.TelnetConsole": None,
}
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    # zstd is undone, too, but not asked for: few readers of WARC files know it.
    "Accept-Encoding": "gzip, deflate, br",
    "Accept-Language": "*",  # "en", Scrapy's default, gets the wrong edition of some sites
}

# Politeness: what one host sees. Crawl-delay, Retry-After and 429 are obeyed on top of this.
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0  # seconds
DOWNLOAD_DELAY_JITTER = 0.25  # part of the delay; enough not to beat in step
CONCURRENT_REQUESTS_PER_DOMAIN = 2  # a slow answer does not hold up the next request
# Latency says little of a news site behind a cache; a fixed delay is what a person can predict.
AUTOTHROTTLE_ENABLED = False

# Bounds.
DOWNLOAD_MAXSIZE = 16_000_000  # bytes, compressed and decompressed alike
DOWNLOAD_WARNSIZE = 0  # no half-way warning
DOWNLOAD_FAIL_ON_DATALOSS = False  # a cut feed has whole entries; a cut page is refused by us
DOWNLOAD_TIMEOUT = 60  # seconds, the whole response
REDIRECT_MAX_TIMES = 10
RETRY_TIMES = 2  # three requests in all
MIRROR_FIRST_WAIT = 1.0  # seconds before the first retry; five times that after a 429 or 503
URLLENGTH_LIMIT = 0  # it drops without a word; `mirror.normalise.urls` has a limit, and says so

# Articles are asked for as their feed or listing has them, the newest first; Scrapy begins with
# the last, which a run that is cut short should rather miss.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# Memory and CPU: responses wait in memory until they are parsed.
CONCURRENT_REQUESTS = 16
CONCURRENT_ITEMS = 8  # Scrapy starts as many tasks for every response; 100 cost a third of the CPU
# Filters nothing. Scrapy's own drops, without a word, a redirect to a page already seen; which
# articles are one is decided by their identity, in the spiders.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"

# Nothing listens, nothing phones home.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # would run Python that is sent to it

# The run's report names every failure; Scrapy's log is for bugs, and for `-v`.
LOG_LEVEL = "ERROR"
LOG_INSTALL_ROOT_HANDLER = False  # the command line sets up its own
STATS_DUMP = False


def crawl_settings(
    config: CrawlConfig, *, replay: Sequence[Path] = (), record: Path | None = None
) -> dict[str, Any]:
    """What `[crawl]`, `--replay` and `--record` mean in Scrapy's settings.

    Raises UsageError when both are given: the recording of a replay would be a copy.
    """
    if replay and record is not None:
        raise UsageError("--record and --replay exclude each other: copy the recording instead")
    return {
        "USER_AGENT": config.user_agent,
        "DOWNLOAD_DELAY": config.delay,
        "ROBOTSTXT_OBEY": config.obey_robots,
        "DOWNLOAD_TIMEOUT": config.timeout,
        "DOWNLOAD_MAXSIZE": config.max_body,
        "MIRROR_ALLOW_NETWORKS": [str(network) for network in config.allow_networks],
        "MIRROR_RECORD": "" if record is None else str(record),
        **(_replay_settings(replay) if replay else {}),
    }


def _replay_settings(files: Sequence[Path]) -> dict[str, Any]:
    """Answers come at once and are always the same: nothing to wait for, nothing to try again."""
    return {
        "MIRROR_REPLAY": [str(file) for file in files],
        "DOWNLOAD_HANDLERS": {
            **DOWNLOAD_HANDLERS,
            "http": _REPLAY_HANDLER,
            "https": _REPLAY_HANDLER,
        },
        "DOWNLOAD_DELAY": 0,
        "RETRY_ENABLED": False,
    }
