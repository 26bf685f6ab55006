"""The table of contents: how a folder of articles becomes a published digest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.articles.ahead import faults_ahead
from generator.articles.read import LeftOut, Reading, StaleError, read_articles, read_body, read_paragraphs
from generator.checks import losses
from generator.config import Config
from generator.errors import DigestError, Fault, errors_among
from generator.events.editorials import read_editorials
from generator.events.entries import write_entries
from generator.events.find import Found, find_events
from generator.events.ledger import Ledger, read_ledger, signposts_of, write_ledger
from generator.events.looking_back import look_back
from generator.events.stories import find_stories, with_stories
from generator.events.suggestions import Suggestion, suggest
from generator.events.timeline import make_timeline
from generator.executors import Executor
from generator.files import Folders, holds, relative, write_whole
from generator.model import Digest, Editorial, Event
from generator.pages.compressed import packed_twins
from generator.pages.gathering import gather
from generator.pages.languages import open_phrases
from generator.pages.layout import lay_out
from generator.pages.model import File
from generator.pages.own_pages import read_own_pages, read_static
from generator.pages.publishing.place import check_output
from generator.pages.publishing.publish import Changes, Published, compare, publish, update
from generator.pages.render import render
from generator.pages.search_index import is_installed, make_index
from generator.pages.theme import BUILT_IN, PACKAGE, open_theme, outdated, read_assets, unknown

# An editor saves while a build reads: it is made again, but not for ever.
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Content:
    """What the content folder holds of events, as it was read: `faults` are those of the editor's files.

    The articles' own are in the `reading`.
    """

    reading: Reading
    editorials: Mapping[str, Editorial]
    ledger: Ledger
    faults: tuple[Fault, ...]
    ledger_faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A digest before it is laid out, with what is wrong.

    `minted` are the ids of events that no release has had yet, `held_back` the events that the editor does not want
    told, or not yet. `article_faults` are those that `--keep-going` forgives: their articles are left out.
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


def read_content(config: Config, executor: Executor, folders: Folders | None = None) -> Content:
    """Read the articles, the editor's word on events, and the ledger."""
    root, folder, folders = config.root, config.content, folders or Folders()
    reading = read_articles(root, folder / "articles", executor, folders, undated=config.undated)
    editorials, editorial_faults = read_editorials(root, folder / "events", executor, folders)
    ledger, ledger_faults = read_ledger(root, folder / "ledger", executor, folders)
    if reading.undated:
        from generator.articles.dating import date_by_siblings  # noqa: PLC0415 - it takes 50 ms to load

        reading = date_by_siblings(reading, root, ledger.binding, executor)
    return Content(reading, editorials, ledger, editorial_faults, ledger_faults)


def find(config: Config, content: Content, executor: Executor, *, now: str, regroup: bool = False) -> Found:
    """Find the events that the articles tell of."""
    return find_events(
        content.reading.articles,
        content.reading.terms,
        content.editorials,
        content.ledger,
        executor,
        now=now,
        held=frozenset(left.stem for left in content.reading.left_out if left.why == "faulty"),
        threshold=config.grouping.threshold,
        window_days=config.grouping.window_days,
        regroup=regroup,
        only_reviewed=config.only_reviewed,
    )


def make_draft(
    config: Config, executor: Executor, *, now: str, folders: Folders | None = None, regroup: bool = False
) -> Draft:
    """Read the articles, find their events, write an entry for each, arrange them by date."""
    content = read_content(config, executor, folders)
    reading, editorials, old = content.reading, content.editorials, content.ledger
    found = find(config, content, executor, now=now, regroup=regroup)
    entries, entry_faults = write_entries(
        found.events,
        partial(read_paragraphs, config.root),
        config.summarise,
        executor,
        excerpt=config.excerpt,
        full_sources=config.full_sources,
    )
    feed = next((config.output / feed.address for feed in config.masthead.feeds if config.host), None)
    empty = not (reading.articles or reading.left_out)
    wrong = content.ledger_faults or tuple(losses.check(config.root, config.content, old, feed, empty=empty))
    redirects = found.ledger.merged()
    signposts = signposts_of(old, entries, redirects, editorials)
    stories, moved = find_stories(entries, editorials, old, executor, regroup=regroup)
    timeline = make_timeline(entries, executor)
    background = look_back(timeline, executor)
    digest = Digest(entries, timeline, signposts, tuple(sorted(redirects.items())), stories, background)
    ledger = replace(with_stories(found.ledger, moved), authority=_authority(config, old, now))
    ahead = faults_ahead(config.root, [month for year in timeline for month in year.months], executor, now=now)
    # Without the ledger no word on events makes sense, and to mend one as told would undo what the editor has done.
    faults = content.faults + (wrong or found.faults) + entry_faults + ahead
    minted = tuple(event for event in found.ledger.lines if event not in old.lines)
    return Draft(digest, ledger, minted, found.held_back, reading.left_out, reading.faults, faults)


def make_suggestions(config: Config, executor: Executor) -> tuple[Suggestion, ...]:
    """Give where the ledger's events are not those that their articles would be grouped into today."""
    content = read_content(config, executor)
    return suggest(
        content.reading.articles,
        content.reading.terms(),
        content.editorials,
        content.ledger,
        threshold=config.grouping.threshold,
        window_days=config.grouping.window_days,
    )


def lay_out_site(config: Config, draft: Draft, executor: Executor) -> Site:
    """Lay out a digest, render its pages, make its feeds, and gather them with the theme's and the editor's files."""
    own, own_faults = read_own_pages(config.root, config.content / "pages")
    static, static_faults = read_static(config.root, config.content / "static", executor)
    theme = open_theme(config.templates)
    opened = open_phrases(theme, config.masthead.language, executor)
    words_faults = opened.faults if opened.known else (*opened.faults, _wordless(config))
    masthead = replace(
        config.masthead,
        authority=_feed_authority(config, draft.ledger),
        own=own,
        stories=bool(draft.digest.stories),
        phrases=opened.phrases,
    )
    sections = lay_out(draft.digest, masthead, executor, feed_limit=config.feeds.limit)
    # What frames a page are the titles of the editor's own: an edit of their texts remakes no other page.
    frame = replace(masthead, own=tuple(replace(page, text="") for page in own))
    rendered, theme_faults = render(sections, theme, frame, partial(read_body, config.root), executor)
    folder = relative(config.root, config.content / "static")
    files, clashes = gather((*rendered, *read_assets(theme)), static, folder, executor)
    theme_faults += (*words_faults, *outdated(config.templates), *unknown(config.templates))
    return Site(draft, files, (*own_faults, *static_faults, *theme_faults, *clashes))


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
    files = _whole(config, site)
    folder = config.content / "ledger"
    mend = "run 'dateline build' without --locked, and commit the ledger"
    faults = [
        Fault(relative(config.root, folder / name), 0, f"would change, and --locked forbids it ({mend})")
        for name, text in write_ledger(site.draft.ledger).items()
        if not holds(folder / name, text.encode())
    ]
    if faults:
        raise DigestError(*faults)
    return publish(files, config.output)


def release(config: Config, site: Site) -> Changes:
    """Write the ledger, then publish: the ids of new events are minted for ever."""
    files = _whole(config, site)
    folder = config.content / "ledger"
    try:
        for name, text in write_ledger(site.draft.ledger).items():
            write_whole(folder / name, text.encode())
        if site.draft.ledger.lines:
            losses.note_release(config.root, config.content)
    except OSError as error:
        place = relative(config.root, folder)
        raise DigestError(Fault(place, 0, f"cannot be written: {error.strerror} (allow it, or make room)")) from None
    return publish(files, config.output)


def preview(config: Config, site: Site, *, last: Published | None = None) -> Changes:
    """Publish and leave the ledger alone: the ids of new events are provisional. No index or packed twin is made.

    `last` is what the same process published last: then only what differs is written, file by file.
    """
    return publish(site.files, config.output) if last is None else update(site.files, last, config.output)


def rehearse(config: Config, site: Site) -> Changes:
    """Tell what a release would change, and write nothing."""
    return compare(_whole(config, site), config.output)


def _whole(config: Config, site: Site) -> Mapping[str, File]:
    """Give the files of a site with those made of all of them, where they are wanted: an index, packed twins."""
    files = site.files
    if config.masthead.search:
        files = {**files, **{file.path: file for file in make_index(files)}}
    if config.gzip:
        files = {**files, **{file.path: file for file in packed_twins(files)}}
    return files


def _wordless(config: Config) -> Fault:
    language = config.masthead.language
    mend = f"'dateline new template words/{language}.yaml' begins them"
    told = f"language: there are no words in '{language}', so pages speak English ({mend})"
    return Fault(config.path, config.language_line, told, "warning")


def _refusal(config: Config) -> Iterator[Fault]:
    """Give what forbids to publish, whatever the content is."""
    wrong = check_output(config.output, config.root, _own_folders(config))
    if wrong and config.output_by:
        yield Fault(config.output_by, 0, wrong)
    elif wrong:
        yield Fault(config.path, config.output_line, f"output: {wrong}")
    if config.masthead.search and not is_installed():
        mend = "pip install 'dateline[search]', or write 'search: false'"
        yield Fault(config.path, config.search_line, f"search: Pagefind, which makes the index, is missing ({mend})")


def _own_folders(config: Config) -> tuple[Path, ...]:
    return (config.content, config.templates, BUILT_IN, PACKAGE, config.root / ".git", config.root / ".dateline")


def _authority(config: Config, old: Ledger, now: str) -> str:
    """Give the authority of feed ids (RFC 4151): the ledger's, else the site's host and the year of this release."""
    return old.authority or (f"{config.host},{now[:4]}" if config.host else "")


def _feed_authority(config: Config, ledger: Ledger) -> str:
    """Give the authority of the ledger, else one that is good for a look and never written to it."""
    return ledger.authority or f"{urlsplit(config.masthead.base_url).hostname},2000"
