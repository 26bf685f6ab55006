"""Read the articles of a folder: headers to work with, reasons for those left out, faults to mend."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

from generator.blob import Blob
from generator.codec import decode, encode
from generator.errors import Fault, unread
from generator.executors import Executor
from generator.files import FileStamp, Folders, relative
from generator.model import Article, Paragraph, Terms, When, travels
from generator.text.characters import count_words_in
from generator.text.days import contradicted, day_told
from generator.text.front_matter import (
    Reader,
    Sheet,
    a_date,
    a_flag,
    a_language,
    a_line,
    an_address,
    anything,
    body_of,
    lines_of,
    one_of,
    read_sheet,
)
from generator.text.language import guess_language
from generator.text.markdown import paragraphs_of
from generator.text.vectors import terms_of

# An article longer than a book is a mistake: 5 MB are 800,000 words.
MAX_BYTES = 5_000_000
# Pages as they came, which lie among the articles by mistake: what `raw.py` reads, which a build does not load.
RAW = (".txt", ".html", ".htm", ".jsonl", ".ndjson", ".json", ".xml", ".rss", ".atom")

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)

FIELDS: Mapping[str, Reader] = {
    "title": a_line,
    "date": a_date,
    "event_date": a_date,
    "date_basis": one_of("editor", "dateline", "page stamp", "stated in text", "inferred"),
    "source": a_line,
    "origin": a_line,
    "author": a_line,
    "place": a_line,
    "url": an_address,
    "archive_url": an_address,
    "retrieved": a_date,
    "lang": a_language,
    "tags": lines_of,
    "event": a_line,
    "draft": a_flag,
    "status": one_of("corrected", "retracted", "withdrawn"),
    "reason": a_line,
    "license": a_line,
    "publish": one_of("excerpt", "full"),
    "imported": anything,
    "extra": anything,
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that this build does not publish, and why."""

    stem: str
    path: str
    title: str
    why: Literal["undated", "draft", "withdrawn", "faulty"]
    mend: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of the folder: articles, most of them in the order of their paths, those left out, faults.

    Of those left out, `undated` are those that lack nothing but a day.
    """

    articles: tuple[Article, ...]
    left_out: tuple[LeftOut, ...]
    faults: tuple[Fault, ...]
    told: tuple[ReadFile, ...] = ()
    undated: tuple[ReadFile, ...] = ()

    def terms(self) -> dict[str, Terms]:
        """Give the terms of the articles by their stems."""
        return {read.article.stem: decode(read.terms.read(), Terms) for read in self.told if read.article}


@travels
@dataclass(frozen=True, slots=True)
class ReadFile:
    """What became of one file; no article where it has errors. Of a `sound` one there is nothing to say.

    The terms wait as text until somebody asks for them: those of an article that has its place are never asked for.
    """

    article: Article | None
    faults: tuple[Fault, ...]
    terms: Blob = field(default_factory=Blob)
    sound: bool = False


def read_articles(
    root: Path, folder: Path, executor: Executor, folders: Folders, *, undated: Literal["leave_out", "keep"]
) -> Reading:
    """Read every article below a folder."""
    raw = relative(root, folder.parent / "raw")
    elsewhere = f"is a raw page and passed over (move it to {raw}/ and run 'dateline import {raw}')"
    files, faults = folders.find(root, folder, misplaced=dict.fromkeys(RAW, elsewhere))
    reads = list(executor.map(partial(read_article, root), files))
    told = [read for read in reads if read.sound]
    left_out: list[LeftOut] = []
    undated_reads: list[ReadFile] = []
    odd = zip(files, reads, strict=True) if len(told) < len(reads) else ()
    for file, read in [(file, read) for file, read in odd if not read.sound]:
        faults += read.faults
        reason = _left_out(file.path, read.article, undated)
        if reason is None:
            told.append(read)
            continue
        left_out.append(reason)
        if reason.why == "undated":
            undated_reads.append(read)
            faults += (undated_fault(reason),)
    articles = [read.article for read in told if read.article]
    return Reading(tuple(articles), tuple(left_out), faults, tuple(told), tuple(undated_reads))


def undated_fault(left: LeftOut) -> Fault:
    """Give what is told of an article that is left out for want of a day."""
    return Fault(left.path, 1, f"has no date and is left out ({left.mend})", "warning")


def read_article(root: Path, file: FileStamp) -> ReadFile:
    """Read one file into an article's header, fingerprint and terms."""
    try:
        data = _bytes_of(root, file.path)
    except OSError as error:
        return ReadFile(None, (unread(file.path, error),))
    if len(data) > MAX_BYTES:
        return ReadFile(
            None, (Fault(file.path, 0, f"is larger than {MAX_BYTES // 10**6} MB (split it, or shorten it)"),)
        )
    sheet = read_sheet(file.path, data, FIELDS, required=("title",))
    paragraphs = paragraphs_of(sheet.body)
    faults = sheet.faults
    if not paragraphs and sheet.values:
        faults += (Fault(file.path, sheet.body_line, "the body is empty (write the article below the front matter)"),)
    if any(fault.weight == "error" for fault in faults):
        return ReadFile(None, faults)
    article = make_article(file.path, fingerprint(data), sheet.values, paragraphs)
    if article.status == "withdrawn":  # not a word of it is remembered
        return ReadFile(replace(article, title="", author="", place="", tags=()), faults)
    faults += _contradiction(article, sheet, paragraphs)
    terms = terms_of(article.title, [paragraph.text for paragraph in paragraphs], article.lang)
    sound = not faults and article.told is not None and not article.draft
    return ReadFile(article, faults, Blob(encode(terms)), sound)


def _contradiction(article: Article, sheet: Sheet, paragraphs: Sequence[Paragraph]) -> tuple[Fault, ...]:
    """Give a warning where the front matter has another day than the text and the editor has not said to be sure."""
    published = article.published
    sure = sheet.values.get("date_basis") == "editor"
    if published is None or published.precision != "day" or sure:
        return ()
    lead = _lead([paragraph.text for paragraph in paragraphs if paragraph.kind == "prose"])
    event = article.told if "event_date" in sheet.values else None
    found = contradicted(lead, published.first, event, article.lang)
    if found is None:
        return ()
    field, told = found
    said = "the dateline" if field == "date" else "the first paragraph"
    mend = f"yours counts; where it is a slip, write '{field}: {told.value}', else 'date_basis: editor'"
    message = f"{field}: {sheet.values[field]} is not the day of {said}: '{told.words}' is {told.value} ({mend})"
    return (Fault(article.path, sheet.lines[field], message, "warning"),)


def read_paragraphs(root: Path, article: Article) -> tuple[Paragraph, ...]:
    """Give the paragraphs of an article, read again from its file.

    Raises `StaleError` where the file is no longer the one that the article was read from.
    """
    return paragraphs_of(read_body(root, article))


def read_body(root: Path, article: Article) -> str:
    """Give the Markdown of an article, read again from its file; raises like `read_paragraphs`."""
    try:
        data = _bytes_of(root, article.path)
    except OSError:
        data = b""
    if fingerprint(data) != article.fingerprint:
        raise StaleError(article.path)
    return body_of(data)


def _bytes_of(root: Path, path: str) -> bytes:
    # A plain handle: 3 µs a file, of which there are thousands; `Path.read_bytes` takes 10.
    handle = os.open(f"{root}/{path}", _READ)
    try:
        return b"".join(iter(partial(os.read, handle, 16384), b""))
    finally:
        os.close(handle)


class StaleError(Exception):
    """A file changed between two looks of one build: the build is to be made again."""


def make_article(path: str, mark: str, values: Mapping[str, Any], paragraphs: tuple[Paragraph, ...]) -> Article:
    """Make an article's header of its front matter and its paragraphs; a language that is not given is guessed."""
    basis = values.get("date_basis", "editor")
    published = When(values["date"], basis) if "date" in values else None
    prose = [paragraph.text for paragraph in paragraphs if paragraph.kind == "prose"]
    lang = values.get("lang") or guess_language("\n".join([values["title"], *prose]))
    imported = values.get("imported")
    kept = {name: values[name] for name in _AS_IT_IS if name in values}
    sha256 = str(imported.get("sha256") or "") if isinstance(imported, dict) else ""
    return Article(
        stem=path.rpartition("/")[2].rpartition(".")[0],
        path=path,
        fingerprint=mark,
        published=published,
        told=_told(values, published, prose, lang),
        words=count_words_in([paragraph.text for paragraph in paragraphs]),
        full=values.get("publish") == "full",
        sha256=sha256,
        mark=_mark(sha256, values, published),
        lang=lang,
        **kept,
    )


def _mark(sha256: str, values: Mapping[str, Any], published: When | None) -> str:
    """Give what stays of an article whatever is edited in its text: the page it came from, else what heads it."""
    head = f"{values['title']}\n{values.get('source', '')}\n{published.value if published else ''}"
    return fingerprint((sha256 or head).encode())[:16]


_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "։")
_AS_IT_IS = (
    *("title", "source", "origin", "url", "author", "place", "tags", "event"),
    *("status", "reason", "draft", "retrieved", "archive_url", "license"),
)


def fingerprint(data: bytes) -> str:
    """Give the fingerprint of a file's bytes: 128 bits of BLAKE2b."""
    return blake2b(data, digest_size=16).hexdigest()


def _told(values: Mapping[str, Any], published: When | None, prose: list[str], lang: str) -> When | None:
    """Give the day an article tells of: the editor's, else one in the lead, else the day it came out."""
    if "event_date" in values:
        return When(values["event_date"], "editor")
    if published and published.precision == "day":
        return day_told(_lead(prose), published.first, lang) or published
    return published


def _lead(prose: list[str]) -> str:
    """Give the first paragraph that ends as a sentence does: a standfirst above it often has no stop."""
    return next((text for text in prose if text.rstrip("\"'”’»)」』").endswith(_STOPS)), "".join(prose[:1]))


def _left_out(path: str, article: Article | None, undated: str) -> LeftOut | None:
    if article is None:
        return LeftOut(Path(path).stem, path, "", "faulty", "mend the fault told above")
    if article.status == "withdrawn":
        return LeftOut(article.stem, path, "", "withdrawn", article.reason or "no reason given")
    if article.draft:
        return LeftOut(article.stem, path, article.title, "draft", "delete the line 'draft:' to publish it")
    if article.told is None and undated == "leave_out":
        mend = "write 'date: YYYY-MM-DD' in it; 'dateline list undated --csv' asks for all such days"
        return LeftOut(article.stem, path, article.title, "undated", mend)
    return None
