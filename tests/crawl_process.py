"""One crawl with our settings: reads a job as JSON on stdin, says what came of each URL.

Run by `crawling.crawl`, which tells what a job holds.
"""

import json
import signal
import socket
import sys
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from mirror.config import CrawlConfig
from mirror.settings import crawl_settings
from mirror.web.failures import describe


def say(asked: str, **outcome: Any) -> None:
    sys.stdout.write(json.dumps({"asked": asked, **outcome}) + "\n")
    sys.stdout.flush()


class Fetching(Spider):
    """Fetches the job's URLs; its items go nowhere."""

    name = "fetching"

    async def start(self):
        for url in self.job["urls"]:
            headers = self.job.get("headers")
            meta = {"asked": url}
            yield Request(url, self.take, errback=self.fail, meta=meta, headers=headers)

    def take(self, response):
        headers = {k.decode(): v[0].decode("latin-1") for k, v in response.headers.items()}
        body = response.body.decode("latin-1")
        say(
            response.meta["asked"],
            status=response.status,
            body=body,
            headers=headers,
            url=response.url,
        )
        if response.url == self.job.get("interrupt_after"):
            signal.raise_signal(signal.SIGINT)

    def fail(self, failure):
        fault = describe(failure)
        asked = failure.request.meta["asked"]
        say(asked, problem=fault.problem, detail=fault.detail, named=fault.url)


def settings_of(job: dict[str, Any]) -> Settings:
    config = {"user_agent": "mirror/0.1 (+https://example.org)", "delay": 0.0, "timeout": 5.0}
    config |= {"max_body": 1_000_000, "allow_networks": ["127.0.0.1/32"], **job.get("config", {})}
    config["allow_networks"] = tuple(map(ip_network, config["allow_networks"]))
    replay = [Path(path) for path in job.get("replay", [])]
    record = Path(job["record"]) if "record" in job else None
    settings = Settings()
    settings.setmodule("mirror.settings", priority="project")
    settings.setdict(crawl_settings(CrawlConfig(**config), replay=replay, record=record), "cmdline")
    settings.setdict({"ITEM_PIPELINES": {}, "SPIDER_MODULES": []}, "cmdline")
    settings.setdict(job.get("settings", {}), "cmdline")
    return settings


def refuse(*args: Any) -> None:
    raise AssertionError("a socket was connected, or a name looked up")


def main() -> None:
    job = json.load(sys.stdin)
    if job.get("no_sockets"):
        socket.socket.connect = socket.socket.connect_ex = refuse
        socket.getaddrinfo = socket.gethostbyname = refuse
    process = AsyncCrawlerProcess(settings_of(job))
    process.crawl(Fetching, job=job)
    process.start()


if __name__ == "__main__":
    main()
