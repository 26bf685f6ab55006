"""The command line: arguments in, exit code out. 0 fine, 1 a fault to mend, 2 wrong usage, 130 ended by Ctrl-C."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import __version__
from generator.errors import DigestError, Fault

MOST_PORTS = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except DigestError as error:
        faults: Sequence[Fault] = error.faults
    except KeyboardInterrupt:
        if not getattr(options, "watch", False):  # a watch has said that this is how it ends
            sys.stderr.write("\nEnded before it was done.\n")
        return 130
    except BrokenPipeError:  # who read our output has gone: `dateline list events | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        faults = [Fault(str(error.filename or "disk"), 0, f"{error.strerror or error} (allow it, or make room)")]
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dateline",
        description="Turn a folder of news articles into a published digest: a page an event, a timeline, a feed.",
        epilog="A first digest: 'dateline init my-digest', then 'dateline build -r my-digest'.",
    )
    _add_everywhere(parser, root=Path(), config="config.yaml", quiet=False, verbose=False)
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_everywhere(everywhere)
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(verbs.add_parser("build", parents=[everywhere], help="make the site from the content"))
    _add_serve(verbs.add_parser("serve", parents=[everywhere], help="show the site in a browser, new after every save"))
    _add_import(verbs.add_parser("import", parents=[everywhere], help="clean raw pages into articles"))
    _add_list(verbs.add_parser("list", parents=[everywhere], help="list events, stories, articles, suggestions"))
    _add_new(verbs.add_parser("new", parents=[everywhere], help="begin a file: an article, or your word on an event"))
    _add_review(verbs.add_parser("review", parents=[everywhere], help="note that you have read an event"))
    _add_explain(verbs.add_parser("explain", parents=[everywhere], help="tell why articles are one event, or a date"))
    _add_check(verbs.add_parser("check", parents=[everywhere], help="tell all that may be wrong, and write nothing"))
    _add_init(verbs.add_parser("init", help="make a folder with a digest to start from"))
    _add_clean(verbs.add_parser("clean", parents=[everywhere], help="remove what builds wrote, and their memory"))
    return parser


def _add_everywhere(parser: argparse.ArgumentParser, **defaults: object) -> None:
    """Add what every command takes, before the verb or behind it."""
    parser.add_argument("-r", "--root", type=Path, metavar="DIR", help="the digest's folder (default: .)")
    parser.add_argument("-c", "--config", metavar="FILE", help="its configuration (default: config.yaml)")
    parser.add_argument("-q", "--quiet", action="store_true", help="tell only faults")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell more: every file that changes, every stage")
    parser.set_defaults(**defaults)


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.description = "Make the site. Where the content has faults, they are told and the last site stays as it is."
    parser.add_argument("-w", "--watch", action="store_true", help="build again whenever a file is saved, until Ctrl-C")
    parser.add_argument("--serve", action="store_true", help="watch, and show the site in a browser, as 'serve' does")
    _add_making(parser)
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, and write nothing")
    parser.add_argument("--locked", action="store_true", help="fail where the ledger would change (for CI)")
    parser.add_argument(
        "--regroup", action="store_true", help="group all articles anew, whatever the ledger says; ids stay with most"
    )
    _add_showing(parser)
    parser.set_defaults(command=_build, refuse=parser.error)


def _add_making(parser: argparse.ArgumentParser) -> None:
    """Add how a site is made."""
    parser.add_argument("-d", "--destination", metavar="DIR", help="publish into this folder (default: 'output', site)")
    parser.add_argument("-b", "--base-url", metavar="URL", help="the address at which the site will be read")
    parser.add_argument("-s", "--strict", action="store_true", help="take warnings for errors")
    parser.add_argument("-k", "--keep-going", action="store_true", help="publish without faulty articles, still exit 1")
    parser.add_argument(
        "-j", "--jobs", type=_a_count, metavar="N", help="processes for much work (default: one a processor)"
    )
    parser.add_argument(
        "--executor",
        metavar="MODULE:FACTORY",
        help="do the work in the concurrent.futures.Executor that FACTORY() gives",
    )
    parser.add_argument("--json", action="store_true", help="print what was done as JSON, a line a build")
    parser.add_argument(
        "--clock", metavar="TIME", help="the instant of this release, as 2026-01-31T12:00:00Z (default: now)"
    )


def _add_showing(parser: argparse.ArgumentParser) -> None:
    """Add how saves are noticed and where the site is shown."""
    parser.add_argument("--poll", action="store_true", help="look for saves every second (network drives, containers)")
    parser.add_argument(
        "-p", "--port", type=_a_port, metavar="N", help="show it at this port, or the next free one (default: 8000)"
    )
    parser.add_argument(
        "--host", metavar="NAME", help="show it at this address (default: 127.0.0.1, this machine alone)"
    )
    parser.add_argument("--open", action="store_true", help="open it in your browser")


def _a_count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of processes (write 1 or more)")
    return int(text)


def _a_port(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST_PORTS:
        raise argparse.ArgumentTypeError(f"'{text}' is no port (write 1024 to {MOST_PORTS}, or 0 for a free one)")
    return int(text)


def _an_id(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty ('dateline list events' shows the ids)")
    return text


def _build(options: argparse.Namespace) -> int:
    showing = options.port is not None or options.host is not None or options.open
    if showing and not options.serve:
        options.refuse("--port, --host and --open go with --serve")
    if options.poll and not (options.watch or options.serve):
        options.refuse("--poll goes with --watch")
    if options.serve and options.dry_run:
        options.refuse("--serve shows what is written, and --dry-run writes nothing")
    if (options.locked or options.regroup) and (options.watch or options.serve):
        options.refuse("--locked and --regroup go with a build that ends, not with --watch")
    if options.locked and options.dry_run:
        options.refuse("--locked publishes, and --dry-run writes nothing")
    if options.watch or options.serve:
        options.watch = True
        from generator.commands import serving

        return serving.watch(options)
    began = time.time_ns()
    from generator.commands import sealed

    if not options.regroup and sealed.nothing_changed(options):
        return 0
    from generator.commands import building

    return building.build(options, began)


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Build the site, show it in a browser, and again after every save, until Ctrl-C: a page that is open comes "
        "anew by itself and shows what is to be mended. The ledger stays as it is; only 'build' writes it."
    )
    _add_making(parser)
    _add_showing(parser)
    parser.set_defaults(command=_serve, watch=True, serve=True, dry_run=False)


def _serve(options: argparse.Namespace) -> int:
    from generator.commands import serving

    return serving.watch(options)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Clean raw pages into articles: the body stays, navigation, adverts and teasers go. A page is .txt or .html; "
        ".jsonl, .json and feeds with whole articles (.xml, .rss, .atom) hold many. What is known of a page stands in "
        "facts.csv beside it. Raw pages are never changed, and an article that you have edited is never overwritten."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a raw page, or a folder of them")
    parser.add_argument("--to", type=Path, metavar="DIR", help="where articles go (default: content/articles)")
    parser.add_argument("--source", default="", metavar="NAME", help="the outlet of pages that do not name theirs")
    parser.add_argument("--date", default="", metavar="DATE", help="the day of pages that do not state theirs")
    parser.add_argument("--receipt", action="store_true", help="show what was found, every line cut, and the reasons")
    parser.add_argument("--force", action="store_true", help="write NAME.md.new beside an article that you have edited")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be written, and write nothing")
    parser.add_argument("--json", action="store_true", help="print receipts as JSON")
    parser.add_argument(
        "-j", "--jobs", type=_a_count, metavar="N", help="processes for many pages (default: one a processor)"
    )
    parser.set_defaults(command=_import)


def _import(options: argparse.Namespace) -> int:
    from generator.commands import imported

    if imported.nothing_changed(options):
        return 0
    from generator.pools import SELDOM

    gc.set_threshold(*SELDOM)  # to load what cleans pages makes values too: 15 ms of 190
    from generator.commands import importing

    return importing.import_(options)


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.description = "List what the digest holds: id, date and headline, a line each."
    parser.add_argument("what", choices=("events", "stories", "articles", "drafts", "undated", "suggestions"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument(
        "--csv", action="store_true", help="with 'undated': print a facts.csv to fill in, with clues to the days"
    )
    parser.set_defaults(command=_list, refuse=parser.error)


def _list(options: argparse.Namespace) -> int:
    if options.csv and options.what != "undated":
        options.refuse("--csv goes with 'undated'")
    if options.csv:
        from generator.commands import asking

        return asking.list_table(options)
    from generator.commands import looking

    return looking.list_(options)


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Begin a file in content/events/ or content/articles/, or an own version of one of the theme's in templates/. "
        "What is there is never overwritten."
    )
    parser.add_argument("what", choices=("event", "article", "template"))
    parser.add_argument("title", nargs="?", default="", metavar="TITLE", help="its headline; of a template the name")
    parser.add_argument(
        "--from", dest="event", default="", metavar="ID", help="with 'event': the event, as the machine tells it"
    )
    parser.add_argument("--date", default="", metavar="DATE", help="with 'article': the day it came out")
    parser.set_defaults(command=_new, refuse=parser.error)


def _new(options: argparse.Namespace) -> int:
    if options.what != "event" and options.event:
        options.refuse("--from goes with 'event'")
    if options.what != "article" and options.date:
        options.refuse("--date goes with 'article'")
    if not (options.title.strip() or options.event.strip()):
        options.refuse(
            {
                "event": "write a TITLE in quotes, or --from ID ('dateline list events' shows the ids)",
                "article": "write a TITLE in quotes",
                "template": "write the name of a file of the theme, for example base.html",
            }[options.what]
        )
    from generator.commands import writing

    return writing.new(options)


def _add_review(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Note in content/events/ID.md that you have read an event, with the articles that it has now. Its page says "
        "so; with 'only_reviewed: true' in config.yaml nothing else is published."
    )
    parser.add_argument("event", type=_an_id, metavar="ID", help="the event's id ('dateline list events' shows them)")
    parser.add_argument("--by", default="", metavar="NAME", help="who has read it (default: 'author' in config.yaml)")
    parser.add_argument("--clock", metavar="TIME", help="when (default: now)")
    parser.set_defaults(command=_review)


def _review(options: argparse.Namespace) -> int:
    from generator.commands import writing

    return writing.review(options)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Tell why the articles of an event are together: what they share, how close they are, who fixed it, and which "
        "articles nearly belong to it. Of an article: where it is and why, and how its date is known."
    )
    parser.add_argument("what", choices=("event", "article"))
    parser.add_argument("id", type=_an_id, metavar="ID", help="an event's id, or an article's file name without '.md'")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_explain)


def _explain(options: argparse.Namespace) -> int:
    from generator.commands import explaining

    return explaining.explain(options)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.description = "Make the site in memory and tell all that may be wrong with it."
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    from generator.commands import looking

    return looking.check(options)


def _add_init(parser: argparse.ArgumentParser) -> None:
    parser.description = "Make a folder with a small digest that builds at once: change it into yours."
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or is empty")
    parser.set_defaults(command=_init)


def _init(options: argparse.Namespace) -> int:
    from generator.commands import keeping

    return keeping.init(options)


def _add_clean(parser: argparse.ArgumentParser) -> None:
    parser.description = "Remove what builds wrote into the output folder, and their memory. Nothing else goes."
    parser.set_defaults(command=_clean)


def _clean(options: argparse.Namespace) -> int:
    from generator.commands import keeping

    return keeping.clean(options)
