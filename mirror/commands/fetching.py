"""`mirror crawl`, `mirror fetch`, `mirror refresh`: what asks the network and fills the archive."""

import argparse
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mirror import run as runs
from mirror.article import Fault
from mirror.commands.arguments import moment
from mirror.commands.choices import addresses, crawled, known_source, shows_progress
from mirror.commands.output import result, tell
from mirror.commands.place import ready, settings
from mirror.config import Config
from mirror.errors import UsageError
from mirror.report import Report, exit_status, problems, summary, table, to_json
from mirror.session import Run

BY_HAND = "fetch"  # where the report names an address that is nobody's
RECENT = timedelta(days=7)  # what `refresh` looks at when nothing is chosen


def crawl(args: argparse.Namespace) -> int:
    root, config = ready(args)
    names = crawled(args.words, config)
    how = {"max_pages": args.max_pages, "insist": bool(args.words)}
    return _finish(args, runs.crawl(run(args, root, config), names, **how))


def fetch(args: argparse.Namespace) -> int:
    if args.stdout and args.json:
        raise UsageError("--stdout prints posts and --json a report: choose one")
    urls, bad = addresses(args.words)
    root, config = settings(args) if args.stdout else ready(args)
    report = runs.fetch(run(args, root, config), urls, stdout=args.stdout)
    return _finish(args, _with(report, bad))


def refresh(args: argparse.Namespace) -> int:
    urls, bad = addresses(args.words) if args.words else ([], [])
    root, config = ready(args)
    if args.source is not None:
        known_source(args.source, config)
    anything = args.words or args.since or args.source or args.all
    report = runs.refresh(
        run(args, root, config),
        urls,
        since=moment(args.since if anything else RECENT, datetime.now(UTC)),
        source=args.source,
        limit=args.limit,
        everything=args.all,
    )
    return _finish(args, _with(report, bad))


def run(args: argparse.Namespace, root: Path, config: Config) -> Run:
    """What the arguments of a fetching command ask for. Raises UsageError."""
    return Run(
        root=root,
        config=config,
        replay=tuple(map(_recording, args.replay)),
        record=Path(args.record) if args.record else None,
        commit=config.archive.commit and not getattr(args, "no_commit", False),
        progress=shows_progress(args),
    )


def _recording(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        raise UsageError(f"{path}: no recording there")
    return path


def _with(report: Report, bad: Iterable[Fault]) -> Report:
    for fault in bad:
        report.problem(BY_HAND, fault)
    return report


def _finish(args: argparse.Namespace, report: Report) -> int:
    """Show the report: stdout, but stderr where stdout holds posts, or only troubles with -q."""
    if args.verbosity >= 0 and not getattr(args, "stdout", False):
        result(args, to_json(report), table(report))
    elif args.json:
        result(args, to_json(report), "")
    else:
        for line in [*problems(report), *([summary(report)] if args.verbosity > 0 else [])]:
            tell(line)
    if report.signal:
        tell("interrupted; what was stored is kept, the next run goes on")
    return exit_status(report)
