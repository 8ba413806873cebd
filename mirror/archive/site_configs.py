"""A directory of public site configs: HOST.txt for a host, .HOST.txt for its subdomains."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from mirror.article import Fault, SiteConfig, Source
from mirror.errors import SiteConfigError, UsageError
from mirror.extract.ftr import MAX_SIZE, parse_site_config

MAX_HOSTS = 1000  # that are kept in memory
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


class SiteConfigs:
    """Reads each host's file when it is first asked for."""

    def __init__(self, directory: Path | None) -> None:
        self.directory = directory
        self.known: dict[str, SiteConfig | None] = {}

    @classmethod
    def open(cls, directory: str) -> Self:
        """Those in `directory`, none for "". Raises UsageError when there is no such directory."""
        if directory and not Path(directory).is_dir():
            raise UsageError(f"[extract] site_configs: {directory}: no such directory")
        return cls(Path(directory) if directory else None)

    def advise(self, source: Source, url: str) -> tuple[Source, Fault | None]:
        """`source` with the config for its page at `url`, where it has no rules of its own."""
        if source.rules.body:
            return source, None
        found, fault = self.find(url)
        return (replace(source, site_config=found) if found else source), fault

    def find(self, url: str) -> tuple[SiteConfig | None, Fault | None]:
        """The config for the page at `url`, if there is one.

        The fault names a file that can't be used, when it is first met; its host has no config.
        """
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        if self.directory is None or not _HOST.fullmatch(host):
            return None, None
        if host in self.known:
            return self.known[host], None
        if len(self.known) >= MAX_HOSTS:
            self.known.clear()
        self.known[host], fault = None, None
        for path in _files(self.directory, host):
            try:
                self.known[host] = _read(path)
            except FileNotFoundError:
                continue
            except (OSError, ValueError, SiteConfigError) as exc:
                said = getattr(exc, "strerror", None) or str(exc)
                fault = Fault(url, "site-config", f"{path} is not used: {said}")
            break
        return self.known[host], fault


def _files(directory: Path, host: str) -> Iterator[Path]:
    """The files that may speak for a host, its own first, then those of ever wider domains."""
    yield directory / f"{host}.txt"
    labels = host.split(".")
    for start in range(1, len(labels) - 1):
        yield directory / f".{'.'.join(labels[start:])}.txt"


def _read(path: Path) -> SiteConfig:
    if path.exists() and not path.is_file():  # such as a pipe, which never ends
        raise SiteConfigError("not a file")
    with path.open(encoding="utf-8-sig") as file:
        return parse_site_config(file.read(MAX_SIZE + 1))
