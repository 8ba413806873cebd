"""The error tree. Every message names its subject: the file, source or URL, and what to do.

A `MirrorError` is a known failure and is shown as one line; anything else is a bug and is loud.
"""


class MirrorError(Exception):
    """Base of every failure that the mirror expects."""

    exit_status = 1


class OutputError(MirrorError):
    """Nobody can be told what came of a command: such as a report that goes to a full disk."""


class UsageError(MirrorError):
    """The command line or the configuration is wrong; nothing was done."""

    exit_status = 2


class ConfigError(UsageError):
    """`mirror.toml` or `sources.toml` holds something that we don't understand."""


class SiteConfigError(MirrorError):
    """A file that is no site config."""


class UrlError(MirrorError):
    """A text that is no http(s) URL."""


class FeedError(MirrorError):
    """A body that is no feed, listing or sitemap, or that yields nothing for a named reason."""


class PostError(MirrorError):
    """A file that is no post."""


class ArchiveError(MirrorError):
    """The archive can't be read or written."""


class ArchiveBusyError(ArchiveError):
    """Another run holds the archive's lock."""

    exit_status = 3


class GitError(ArchiveError):
    """git refused; the posts are on disk."""


class GitKilledError(GitError):
    """git was killed while it worked for us, and may have left its locks."""


class FetchError(MirrorError):
    """A response that can't be had. `problem` is its short word in the report, e.g. "timeout"."""

    def __init__(self, problem: str, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem


class RecordError(UsageError):
    """A recording can't be begun where `--record` says."""


class SurveyError(MirrorError):
    """A site where nothing was found that a source could be made of."""


class ReplayError(UsageError):
    """What `--replay` names is no recording, or can't be read."""
