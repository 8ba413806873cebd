"""The epochtimes source by itself: `scrapy crawl epochtimes -a archive=DIR`."""

from typing import Any

from mirror.spiders.sources import SourcesSpider


class EpochtimesSpider(SourcesSpider):
    """The scheduled crawl of the one built-in source that this project began with."""

    name = "epochtimes"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, names=("epochtimes",), **kwargs)
