"""Take raw pages in: clean each, write it as an article, and say what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.articles.facts import Facts, page_name, read_facts
from generator.articles.formats.html import read_html
from generator.articles.formats.text import read_text
from generator.articles.manuscript import is_untouched, write_manuscript
from generator.articles.receipts import Cleaned, Found, Receipt, Refused
from generator.errors import DigestError, Fault, nearest
from generator.files import is_left_behind, odd_name, write_whole
from generator.text.front_matter import a_date, a_line, anything, read_sheet
from generator.text.slugs import slugify

# A page of this many bytes is a dump of something else; the largest news page seen has 2.1 million.
MAX_BYTES = 5_000_000

# The shelf of raw formats: how a file's name ends -> the function that cleans it.
READERS: Mapping[str, Callable[[bytes], Cleaned]] = {".txt": read_text, ".html": read_html, ".htm": read_html}

FACTS = "facts.csv"
# Without a headline an article goes by its opening words.
_OPENING = 12


@dataclass(slots=True)
class _Desk:
    """The articles at hand: which page each came from, and the names in use."""

    by_page: dict[str, Path] = field(default_factory=dict)
    by_sha256: dict[str, Path] = field(default_factory=dict)
    by_text: dict[bytes, Path] = field(default_factory=dict)
    stems: set[str] = field(default_factory=set)

    def renamed(self, digest: str, root: Path) -> Path | None:
        """Give the article of a page with these bytes whose own file is gone: it is the same page, renamed."""
        path = self.by_sha256.get(digest)
        pages = [page for page, article in self.by_page.items() if article == path]
        return path if path and not any((root / page).exists() for page in pages) else None

    def note(self, path: Path, page: str, digest: str, text: bytes) -> None:
        """Remember an article; the first of several from one page, or with one text, is the one."""
        self.stems.add(path.stem.casefold())
        if page:
            self.by_page.setdefault(page, path)
        if digest:
            self.by_sha256.setdefault(digest, path)
        self.by_text.setdefault(text, path)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An article as it would be written."""

    page: str
    digest: str
    fields: Mapping[str, str]
    cleaned: Cleaned
    found: tuple[Found, ...]
    data: bytes

    @property
    def text(self) -> bytes:
        """A fingerprint of the body and the outlet."""
        return _print(self.data, self.fields.get("source", ""))


def import_pages(
    paths: Sequence[Path],
    to: Path,
    *,
    root: Path,
    facts: Path | None = None,
    source: str = "",
    date: str = "",
    write: bool = True,
    force: bool = False,
) -> tuple[Receipt, ...]:
    """Import pages, and the pages in folders, as articles into the folder `to`; give one receipt a page.

    Facts beat what a page says; `source` and `date` fill in where neither tells. An article that an editor has
    touched stays as it is; with `force` the new version is laid beside it as NAME.md.new.
    """
    known = read_facts(facts, root) if facts else {}
    usual = _usual(source, date)
    desk = _open_desk(to)
    return tuple(
        _import_page(path, to, desk, root=root, known=known, usual=usual, write=write, force=force)
        for path in _pages(paths, root)
    )


def _usual(source: str, date: str) -> dict[str, str]:
    try:
        values = {"source": a_line(source), "date": a_date(date) if date else ""}
    except ValueError as error:
        raise DigestError(Fault("--date", 0, str(error))) from None
    return {name: value for name, value in values.items() if value}


def _pages(paths: Sequence[Path], root: Path) -> Iterator[Path]:
    """Give the pages among paths, those of a folder sorted by name, each once."""
    missing = [Fault(page_name(path, root), 0, "is not there (check the name)") for path in paths if not path.exists()]
    if missing:
        raise DigestError(*missing)
    walked = (page for path in paths for page in (_walk(path) if path.is_dir() else (path,)))
    yield from {page.resolve(): page for page in walked}.values()


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith(".") or is_left_behind(path.name) or path.name == FACTS:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file():
            yield path


def _open_desk(to: Path) -> _Desk:
    desk = _Desk()
    for path in sorted(to.rglob("*.md")) if to.is_dir() else ():
        data = path.read_bytes()
        values = read_sheet(path.name, data, {"imported": anything, "source": a_line}).values
        origin = values["imported"] if isinstance(values.get("imported"), dict) else {}
        text = _print(data, values.get("source", ""))
        desk.note(path, str(origin.get("from") or ""), str(origin.get("sha256") or ""), text)
    return desk


def _import_page(
    path: Path,
    to: Path,
    desk: _Desk,
    *,
    root: Path,
    known: Mapping[str, Facts],
    usual: Mapping[str, str],
    write: bool,
    force: bool,
) -> Receipt:
    page = page_name(path, root)
    try:
        draft = _draft(path, page, known.get(page), usual)
    except Refused as refusal:
        return Receipt(page, "", "refused", str(refusal))
    own = desk.by_page.get(page) or desk.renamed(draft.digest, root)
    twin = None if own else desk.by_sha256.get(draft.digest) or desk.by_text.get(draft.text)
    if twin:
        reason = f"the same text as {page_name(twin, root)} (delete one of the two pages)"
        return Receipt(page, page_name(twin, root), "duplicate", reason, draft.found, draft.cleaned.cuts)
    target = own or to / f"{_stem(draft.fields, desk)}.md"
    receipt = _settle(draft, target, root=root, write=write, force=force)
    if not own:
        desk.note(target, page, draft.digest, draft.text)
    return receipt


def _settle(draft: _Draft, target: Path, *, root: Path, write: bool, force: bool) -> Receipt:
    """Write a draft unless nothing changed or an editor's hand is in the article."""
    name = page_name(target, root)
    present = target.read_bytes() if target.exists() else None
    notes = "; ".join(draft.cleaned.notes)
    shared = (draft.found, draft.cleaned.cuts)
    if present == draft.data:
        return Receipt(draft.page, name, "unchanged", notes, *shared)
    if present is not None and not is_untouched(present):
        reason = "edited since it was imported, so left as it is (--force lays the new version beside it)"
        if force:
            reason = f"edited since it was imported, so left as it is; the new version is {name}.new"
            _write(target.with_name(f"{target.name}.new"), draft.data, write=write)
        return Receipt(draft.page, name, "edited", reason, *shared)
    _write(target, draft.data, write=write)
    return Receipt(draft.page, name, "written", notes, *shared)


def _draft(path: Path, page: str, facts: Facts | None, usual: Mapping[str, str]) -> _Draft:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise Refused(f"'{path.suffix}' is no format of pages{nearest(path.suffix, READERS)}")
    if odd_name(path.name):
        raise Refused(odd_name(path.name))
    data = _read(path)
    cleaned = reader(data)
    found = tuple(_merged(cleaned, facts, usual))
    fields = {fact.field: fact.value for fact in found}
    digest = sha256(data).hexdigest()
    manuscript = write_manuscript(fields, cleaned.paragraphs, page=page, sha256=digest)
    return _Draft(page, digest, fields, cleaned, found, manuscript)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Refused(f"{size:,} bytes, more than the {MAX_BYTES:,} of any news page (save the article alone)")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror} (check the file)") from None


def _merged(cleaned: Cleaned, facts: Facts | None, usual: Mapping[str, str]) -> Iterator[Found]:
    """Give the fields of an article by the strongest word on each: facts, then the page, then the command line."""
    told = {name: Found(name, value, f"--{name}") for name, value in usual.items()}
    told |= {fact.field: fact for fact in cleaned.found}
    if facts:
        told |= {name: Found(name, value, f"{FACTS} line {facts.line}") for name, value in facts.fields.items()}
    if "title" not in told:
        words = cleaned.paragraphs[0].text.split()
        opening = " ".join(words[:_OPENING]) + "…" * (len(words) > _OPENING)
        told["title"] = Found("title", opening[:200], "no headline found: the opening words")
    if "date" in told:
        basis = "editor" if told["date"].why.startswith((FACTS, "--")) else "page stamp"
        told["date_basis"] = Found("date_basis", basis, told["date"].why)
    yield from told.values()


def _stem(fields: Mapping[str, str], desk: _Desk) -> str:
    """Give a name that no other article has: the day if known, and the title as a slug."""
    day = fields.get("date", "")
    stem = f"{day}-{slugify(fields['title'])}" if len(day) == 10 and "~" not in day else slugify(fields["title"])
    number, free = 1, stem
    while free.casefold() in desk.stems:
        number += 1
        free = f"{stem}-{number}"
    return free


def _print(data: bytes, source: str) -> bytes:
    """Give a fingerprint of an article's body and its outlet: the same text in two outlets is two articles."""
    _, fence, body = data.partition(b"\n---\n")
    return sha256(source.encode() + b"\0" + (body if fence else data)).digest()


def _write(path: Path, data: bytes, *, write: bool) -> None:
    """Write a file at once or not at all."""
    if write:
        write_whole(path, data)
