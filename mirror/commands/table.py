"""Every command, as `--help` tells it and as `parser.py` reads it: facts only."""

from mirror.commands.arguments import positive, since
from mirror.commands.command import Command, option, words

ARTICLE = "https://www.epochtimes.com/gb/23/9/20/n14077919.htm"


# Taken before and after the command's name.
COMMON = (
    option(
        "-A",
        "--archive",
        metavar="DIR",
        help="the archive (default: $MIRROR_ARCHIVE, else the current directory when it has a "
        "mirror.toml)",
    ),
    option("--json", action="store_true", help="one JSON object on stdout and nothing else there"),
    option("-q", "--quiet", action="count", help="no table, no notes: only what went wrong"),
    option(
        "-v",
        "--verbose",
        action="count",
        help="name each article as it is stored; twice: all that Scrapy says too",
    ),
)
REPLAY = option(
    "--replay",
    action="append",
    metavar="WARC",
    default=[],
    help="answer from recordings, never from the network: one or more files named *.warc or "
    "*.warc.gz (another name, or a directory of them: only the first; give --replay again)",
)
RECORD = option("--record", metavar="DIR", help="write every response to a WARC 1.1 file in DIR")
NO_COMMIT = option("--no-commit", action="store_true", help="leave the posts uncommitted")
FETCHING = (REPLAY, RECORD, NO_COMMIT)
URLS = words("URL", "an article's address", "+")

FIRST_STEPS = (
    "mirror init news                    make an archive in the directory news",
    "mirror crawl -A news                everything new of all enabled sources, one commit",
    f"mirror fetch -A news {ARTICLE}",
    "mirror status -A news               how each source is doing",
)

COMMANDS = {
    "init": Command(
        "archive:init",
        "make an archive",
        """\
Makes DIR (default: the current directory) an archive: a commented mirror.toml,
.mirror/ for the index, and a git repository unless DIR lies in one. What is
there already stays as it is.""",
        ("mirror init news",),
        words("DIR", "where", "?"),
    ),
    "crawl": Command(
        "fetching:crawl",
        "the scheduled crawl: what is new in all enabled sources, or in those named",
        """\
Reads feeds, listings and sitemaps, fetches what the archive does not have yet
and commits it. A run that finds nothing new writes nothing. One source's
failure does not stop the others.""",
        (
            "mirror crawl",
            "mirror crawl epochtimes --max-pages 3 -A news",
            "mirror crawl -A demo --replay recording.warc.gz",
        ),
        words("SOURCE", "as `mirror sources` names it"),
        (
            option("--max-pages", type=positive, metavar="N", help="at most N pages of a listing"),
            *FETCHING,
        ),
    ),
    "fetch": Command(
        "fetching:fetch",
        "these articles, now",
        """\
Fetches each URL whatever the sources' rules say; an unknown site is extracted
generically. An article that is there already is brought up to date.""",
        (f"mirror fetch {ARTICLE}", f"mirror fetch --stdout {ARTICLE}"),
        URLS,
        (
            option("--stdout", action="store_true", help="print the posts, store nothing"),
            *FETCHING,
        ),
    ),
    "refresh": Command(
        "fetching:refresh",
        "look again at archived articles",
        """\
Asks again for articles of the archive: corrected ones are rewritten in place,
those that are gone are kept and marked; those not looked at for longest come
first. Without any choice: the articles of the last 7 days.""",
        ("mirror refresh --since 30d", "mirror refresh --source epochtimes --limit 100"),
        words("URL", "an archived article's address"),
        (
            option(
                "--since",
                type=since,
                metavar="7d",
                help="published since: a span (s, m, h, d, w) or an ISO date",
            ),
            option("--source", metavar="NAME", help="only this source's"),
            option("--limit", type=positive, metavar="N", help="at most N articles"),
            option("--all", action="store_true", help="every article of the archive"),
            *FETCHING,
        ),
    ),
    "extract": Command(
        "extracting:extract",
        "what would be taken from a page",
        """\
Prints one JSON object a line: id, url, title, date, authors, html, text,
strategy, agreement, problem (null when it is an article). For writing a source's
rules and for measuring. Files may be gzipped. With -A the rules of that
archive's sources apply.""",
        (
            "mirror extract page.html --url https://example.org/news/1.html",
            "mirror extract pages/*.html.gz",
        ),
        words("FILE|URL", "a saved page or an address", "+"),
        (
            option(
                "--url", default="", help="the page's address (default: what the page itself says)"
            ),
            REPLAY,
            RECORD,
        ),
    ),
    "status": Command(
        "status:status",
        "each source: last run, articles, new per day, failures, health",
        """\
Shows how the sources of the archive are doing. Health is "ok", "failed" (the
last run), "broken" (three runs or more), "far less than usual" (a feed,
listing or sitemap named far fewer articles than it used to), "nothing new
for 7 days", "never run" or "disabled".""",
        ("mirror status", "mirror status --json -A news"),
    ),
    "sources": Command(
        "sources:sources",
        "the sources, built in and own",
        """\
Lists all sources. `test NAME` tries one without storing anything: its feeds and
sitemaps, the first page of each listing, and up to 6 of the articles named there.
Shows which rule found what; exit status 1 when the source does not work.
`new URL` looks at a site and prints a table for mirror.toml, with articles that
it would bring as comments; nothing is stored.""",
        (
            "mirror sources",
            "mirror sources test epochtimes",
            "mirror sources new https://example.org/news/",
        ),
        words("test NAME|new URL", "try this source; propose one for this site"),
        (REPLAY, RECORD),
    ),
    "verify": Command(
        "archive:verify",
        "check every post and rebuild the index",
        """\
Every post parses, names are right, no two posts hold one article: names what
is not so, and rebuilds the index from the posts.""",
        ("mirror verify", "mirror verify --json"),
    ),
    "log": Command(
        "history:log",
        "an article's versions",
        """\
Shows from git how an article changed, newest first. A line with - was taken
out, one with + put in; in one with ~ they are marked [-so-] and {+so+}.""",
        (f"mirror log {ARTICLE}",),
        words("URL", "the article's address", 1),
    ),
}
