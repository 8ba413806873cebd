"""What a source's table can't say: one module a site, named in `TIDY` by its source."""

from collections.abc import Callable

from mirror.extract.page import Element, Page
from mirror.extract.sites import deutsche_welle, epochtimes

# By the source's name: puts the body that its rules found in order.
TIDY: dict[str, Callable[[Element, Page], None]] = {
    "dw-zh": deutsche_welle.tidy,
    "epochtimes": epochtimes.tidy,
}
