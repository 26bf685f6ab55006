"""The table of contents: how a folder of articles becomes a published digest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.articles.ahead import faults_ahead
from generator.articles.read import LeftOut, StaleError, read_articles, read_body, read_paragraphs
from generator.config import Config
from generator.errors import DigestError, Fault, errors_among
from generator.events.editorials import read_editorials
from generator.events.entries import write_entries
from generator.events.find import find_events
from generator.events.ledger import Ledger, read_ledger, signposts_of, write_ledger
from generator.events.looking_back import look_back
from generator.events.stories import find_stories, with_stories
from generator.events.suggestions import Suggestion, suggest
from generator.events.timeline import make_timeline
from generator.executors import Executor, at_hand
from generator.files import Folders, holds, odd_name, relative, write_whole
from generator.model import Digest, Event
from generator.pages.feeds.hosting import FOR_HOSTS
from generator.pages.layout import lay_out
from generator.pages.model import File
from generator.pages.own_pages import read_own_pages, read_static
from generator.pages.publishing.place import check_output
from generator.pages.publishing.publish import Changes, Published, compare, publish, update
from generator.pages.render import render
from generator.pages.theme import BUILT_IN, PACKAGE, open_theme, outdated, read_assets

# An editor saves while a build reads: it is made again, but not for ever.
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """A digest before it is laid out, with what is wrong.

    `minted` are the ids of events that no release has had yet, `held_back` the events that the editor does not want
    told, or not yet. `article_faults` are those that `--keep-going` forgives:
    their articles are left out.
    """

    digest: Digest
    ledger: Ledger
    minted: tuple[str, ...]
    held_back: tuple[Event, ...]
    left_out: tuple[LeftOut, ...]
    article_faults: tuple[Fault, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A whole site, not yet on disk: its files by path; `faults` are those of pages and templates."""

    draft: Draft
    files: Mapping[str, File]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of a site: `changes` is None where nothing was published."""

    site: Site
    faults: tuple[Fault, ...]
    changes: Changes | None


Ending = Callable[[Config, Site], Changes]


def make_site(
    config: Config, executor: Executor, *, now: str, folders: Folders | None = None, regroup: bool = False
) -> Site:
    """Make the whole site: read, find, write, arrange, lay out, render. Nothing reaches the disk.

    `now` is the instant (ISO 8601, UTC) under which events that are new or changed are published; `folders` may know
    from an earlier build what to look at. With `regroup` the ledger's word on who belongs together counts no more.
    """
    return lay_out_site(config, make_draft(config, executor, now=now, folders=folders, regroup=regroup), executor)


def make_draft(
    config: Config, executor: Executor, *, now: str, folders: Folders | None = None, regroup: bool = False
) -> Draft:
    """Read the articles, find their events, write an entry for each, arrange them by date."""
    content, folders = config.content, folders or Folders()
    reading = read_articles(config.root, content / "articles", executor, folders, undated=config.undated)
    editorials, editorial_faults = read_editorials(config.root, content / "events", executor, folders)
    old, ledger_faults = read_ledger(config.root, content / "ledger", executor, folders)
    found = find_events(
        reading.articles,
        reading.terms,
        editorials,
        old,
        executor,
        now=now,
        held=frozenset(left.stem for left in reading.left_out if left.why == "faulty"),
        threshold=config.grouping.threshold,
        window_days=config.grouping.window_days,
        regroup=regroup,
        only_reviewed=config.only_reviewed,
    )
    entries, entry_faults = write_entries(
        found.events,
        partial(read_paragraphs, config.root),
        config.summarise,
        executor,
        excerpt=config.excerpt,
        full_sources=config.full_sources,
    )
    lost = (*_lost(config.root, content / "articles", old), *_forgotten(config, old))
    redirects = found.ledger.merged()
    signposts = signposts_of(old, entries, redirects, editorials)
    stories, moved = find_stories(entries, editorials, old, executor, regroup=regroup)
    timeline = make_timeline(entries, executor)
    background = look_back(timeline, executor)
    digest = Digest(entries, timeline, signposts, tuple(sorted(redirects.items())), stories, background)
    ledger = replace(with_stories(found.ledger, moved), authority=_authority(config, old, now))
    ahead = faults_ahead(config.root, [month for year in timeline for month in year.months], executor, now=now)
    faults = editorial_faults + ledger_faults + found.faults + entry_faults + lost + ahead
    minted = tuple(event for event in found.ledger.lines if event not in old.lines)
    return Draft(digest, ledger, minted, found.held_back, reading.left_out, reading.faults, faults)


def make_suggestions(config: Config, executor: Executor) -> tuple[Suggestion, ...]:
    """Give where the ledger's events are not those that their articles would be grouped into today."""
    content, folders = config.content, Folders()
    reading = read_articles(config.root, content / "articles", executor, folders, undated=config.undated)
    editorials, _ = read_editorials(config.root, content / "events", executor, folders)
    ledger, _ = read_ledger(config.root, content / "ledger", executor, folders)
    return suggest(
        reading.articles,
        reading.terms(),
        editorials,
        ledger,
        threshold=config.grouping.threshold,
        window_days=config.grouping.window_days,
    )


def lay_out_site(config: Config, draft: Draft, executor: Executor) -> Site:
    """Lay out a digest, render its pages, make its feeds, and gather them with the theme's and the editor's files."""
    own, own_faults = read_own_pages(config.root, config.content / "pages")
    static, static_faults = read_static(config.root, config.content / "static", executor)
    masthead = replace(config.masthead, authority=_feed_authority(config, draft.ledger), own=own)
    theme = open_theme(config.templates)
    sections = lay_out(draft.digest, masthead, executor, feed_limit=config.feeds.limit)
    # What frames a page are the titles of the editor's own: an edit of their texts remakes no other page.
    frame = replace(masthead, own=tuple(replace(page, text="") for page in own))
    rendered, theme_faults = render(sections, theme, frame, partial(read_body, config.root), executor)
    files, clashes = _gather(config, (*rendered, *read_assets(theme)), static, executor)
    return Site(draft, files, (*own_faults, *static_faults, *theme_faults, *outdated(config.templates), *clashes))


def build(
    config: Config,
    executor: Executor,
    ending: Ending,
    *,
    now: str,
    folders: Folders | None = None,
    faults: Iterable[Fault] = (),
    strict: bool = False,
    keep_going: bool = False,
    regroup: bool = False,
) -> Outcome:
    """Make the site and end as told: `release`, `preview` or `rehearse`; nothing is written where there are errors.

    `folders` may know from an earlier build what to look at; `faults` are those of the configuration. `strict` makes
    warnings errors; `keep_going` publishes without the articles that have errors; `regroup` groups them all anew.
    """
    folders = folders or Folders()
    changing = ""
    for _ in range(ATTEMPTS):
        try:
            site = make_site(config, executor, now=now, folders=folders, regroup=regroup)
            fatal = (*faults, *_refusal(config), *site.draft.faults, *site.faults)
            articles = site.draft.article_faults
            stops = (
                errors_among(fatal) or (errors_among(articles) and not keep_going) or ((fatal or articles) and strict)
            )
            return Outcome(site, (*fatal, *articles), None if stops else ending(config, site))
        except StaleError as error:
            changing = str(error)
            folders.doubt()
    raise DigestError(Fault(changing, 0, "keeps changing while it is read (build again when it is saved)"))


def release_locked(config: Config, site: Site) -> Changes:
    """Publish, if the ledger is as it would be written. Raises `DigestError` with each of its files that is not."""
    folder = config.content / "ledger"
    mend = "run 'dateline build' without --locked, and commit the ledger"
    faults = [
        Fault(relative(config.root, folder / name), 0, f"would change, and --locked forbids it ({mend})")
        for name, text in write_ledger(site.draft.ledger).items()
        if not holds(folder / name, text.encode())
    ]
    if faults:
        raise DigestError(*faults)
    return publish(site.files, config.output)


def release(config: Config, site: Site) -> Changes:
    """Write the ledger, then publish: the ids of new events are minted for ever."""
    folder = config.content / "ledger"
    try:
        for name, text in write_ledger(site.draft.ledger).items():
            write_whole(folder / name, text.encode())
    except OSError as error:
        place = relative(config.root, folder)
        raise DigestError(Fault(place, 0, f"cannot be written: {error.strerror} (allow it, or make room)")) from None
    return publish(site.files, config.output)


def preview(config: Config, site: Site, *, last: Published | None = None) -> Changes:
    """Publish and leave the ledger alone: the ids of new events are provisional.

    `last` is what the same process published last: then only what differs is written, file by file.
    """
    return publish(site.files, config.output) if last is None else update(site.files, last, config.output)


def rehearse(config: Config, site: Site) -> Changes:
    """Tell what a release would change, and write nothing."""
    return compare(site.files, config.output)


def _refusal(config: Config) -> tuple[Fault, ...]:
    wrong = check_output(config.output, config.root, _own_folders(config))
    return (Fault(config.path, config.output_line, f"output: {wrong}"),) if wrong else ()


def _lost(root: Path, folder: Path, ledger: Ledger) -> tuple[Fault, ...]:
    """Refuse to take a folder that is not in its place for a digest whose articles were all deleted."""
    known = sum(len(line.articles) for line in ledger.lines.values())
    if folder.is_dir() or not known:
        return ()
    mend = "put it back; to begin anew, delete the ledger"
    return (Fault(relative(root, folder), 0, f"is not there, and the ledger knows {known} of its articles ({mend})"),)


def _forgotten(config: Config, ledger: Ledger) -> Iterator[Fault]:
    """Tell that a site which was released has no ledger any more: its events would come under new ids, and as news."""
    if ledger.lines or not config.host:
        return
    for feed in config.masthead.feeds[:1]:
        try:
            published = (config.output / feed.address).read_bytes()
        except OSError:
            return
        # A preview mints under the year 2000, a release under its own.
        if re.search(rb"tag:[^,<\"]+,(?!2000:)\d{4}[\d-]*:event/", published):
            folder = relative(config.root, config.content / "ledger")
            mend = "take it from your last commit; without it events may come under new addresses, and as news"
            yield Fault(
                folder,
                0,
                f"is not there, and the site in {config.output.name}/ was released with one ({mend})",
                "warning",
            )


def _own_folders(config: Config) -> tuple[Path, ...]:
    return (config.content, config.templates, BUILT_IN, PACKAGE, config.root / ".git", config.root / ".dateline")


def _authority(config: Config, old: Ledger, now: str) -> str:
    """Give the authority of feed ids (RFC 4151): the ledger's, else the site's host and the year of this release."""
    return old.authority or (f"{config.host},{now[:4]}" if config.host else "")


def _feed_authority(config: Config, ledger: Ledger) -> str:
    """Give the authority of the ledger, else one that is good for a look and never written to it."""
    return ledger.authority or f"{urlsplit(config.masthead.base_url).hostname},2000"


def _gather(
    config: Config, made: Sequence[File], static: Sequence[File], executor: Executor
) -> tuple[Mapping[str, File], tuple[Fault, ...]]:
    """Give all files by path; two at one path, one where another's folder is, or an odd name is a fault.

    What hosts are told is the editor's own where there is such a file.
    """
    files = {file.path: file for file in (*made, *static)}
    if len(files) < len(made) + len(static) and (own := {file.path for file in static} & FOR_HOSTS):
        return _gather(config, [file for file in made if file.path not in own], static, executor)
    (fit,) = executor.map(fit_together, [tuple(files)])
    if fit and len(files) == len(made) + len(static):
        return files, ()
    return _gather_one_by_one(made, static, relative(config.root, config.content / "static"))


@at_hand
def fit_together(paths: tuple[str, ...]) -> bool:
    """Tell whether no file stands where another one's folder is, and none has an odd name."""
    return _folders_of(paths).isdisjoint(paths) and not odd_name("".join(paths))


def _folders_of(paths: Iterable[str]) -> set[str]:
    folders: set[str] = set()
    above = {path.rpartition("/")[0] for path in paths}
    while above:
        folders |= above
        above = {folder.rpartition("/")[0] for folder in above} - folders
    return folders


def _gather_one_by_one(
    made: Sequence[File], static: Sequence[File], folder: str
) -> tuple[Mapping[str, File], tuple[Fault, ...]]:
    files: dict[str, File] = {}
    faults: list[Fault] = []
    folders = {""}
    for file, place in [*((file, "") for file in made), *((file, f"{folder}/") for file in static)]:
        above = _folders_of([file.path])
        if file.path in files or file.path in folders or not above.isdisjoint(files):
            mend = "give the file another name" if place else "give one of the two another name"
            faults.append(Fault(f"{place}{file.path}", 0, f"'{file.path}' is made by the build ({mend})"))
        elif odd_name(file.path):
            faults.append(Fault(f"{place}{ascii(file.path)[1:-1]}", 0, odd_name(file.path)))
        else:
            files[file.path] = file
            folders |= above
    return files, tuple(faults)
