"""Where the log goes: stderr, and by default only bugs, for the report names every failure."""

import logging

from mirror.normalise.credentials import without_credentials

# Whose notes are about their own machinery: shown from 2 on.
LIBRARIES = {"scrapy", "twisted", "asyncio", "trafilatura", "htmldate", "py"}
LEVELS = {-1: logging.CRITICAL, 0: logging.ERROR, 1: logging.INFO, 2: logging.DEBUG}


class PlainFormatter(logging.Formatter):
    """Tells no credentials of a URL, whoever logs it: Scrapy does, of where a redirect leads."""

    def format(self, record: logging.LogRecord) -> str:
        return without_credentials(super().format(record))


def log_to_stderr(verbosity: int) -> None:
    """Show what is logged: bugs at 0, what becomes of each article at 1, everything from 2 on.

    The level is the handler's, because libraries set their loggers' own.
    """
    handler = logging.StreamHandler()
    handler.setLevel(LEVELS[max(-1, min(verbosity, 2))])
    if verbosity < 2:
        handler.addFilter(_is_of_interest)
    handler.setFormatter(PlainFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=handler.level)


def _is_of_interest(record: logging.LogRecord) -> bool:
    library = record.name.partition(".")[0] in LIBRARIES
    return not library or record.levelno >= logging.WARNING
