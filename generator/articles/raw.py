"""Raw pages: where they are, and what cleaning makes of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.articles.facts import name_below, page_name
from generator.articles.formats.charsets import decode
from generator.articles.formats.feed import read_feed
from generator.articles.formats.html import read_html
from generator.articles.formats.json_lines import read_json, read_json_lines
from generator.articles.formats.records import Record, clean_record
from generator.articles.formats.scripted import is_made_by_scripts
from generator.articles.formats.text import read_text
from generator.articles.receipts import Cleaned, Refused
from generator.errors import DigestError, Fault, nearest
from generator.files import MARKDOWN, is_left_behind, odd_name

# A page of this many bytes is a dump of something else; the largest news page seen has 2.1 million.
MAX_BYTES = 5_000_000
# A file of many articles is read whole: so many bytes are 30,000 articles of text.
MAX_FILE = 100_000_000

# The shelf of raw formats that hold a page: how a file's name ends -> the function that cleans it.
READERS: Mapping[str, Callable[[bytes], Cleaned]] = {".txt": read_text, ".html": read_html, ".htm": read_html}
# The shelf of those that hold many: how a file's name ends -> the function that takes them apart.
COLLECTIONS: Mapping[str, Callable[[bytes], Iterator[Record]]] = {
    **dict.fromkeys((".jsonl", ".ndjson"), read_json_lines),
    ".json": read_json,
    **dict.fromkeys((".xml", ".rss", ".atom"), read_feed),
}
FACTS = "facts.csv"


@dataclass(frozen=True, slots=True)
class Raw:
    """A raw page by its name in the project: a file, or one article of a file of many; or why it is neither.

    With the fingerprint of its bytes it is the same page wherever it is cleaned, and whenever.
    """

    page: str
    path: str
    sha256: str = ""
    record: Record | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Washed:
    """What cleaning made of a raw page: the article, or why there is none."""

    cleaned: Cleaned | None
    refusal: str = ""


def find_raw(paths: Sequence[Path], root: Path) -> Iterator[Raw]:
    """Give the pages among paths, those of a folder sorted by name, each file once.

    What is named like a file that editors make in passing is refused in a folder, and taken where it is asked for.
    """
    missing = [Fault(page_name(path, root), 0, "is not there (check the name)") for path in paths if not path.exists()]
    if missing:
        raise DigestError(*missing)
    walked = (page for path in paths for page in (_walk(path) if path.is_dir() else (path,)))
    root, asked = root.resolve(), {path.resolve() for path in paths}
    for resolved, path in {page.resolve(): page for page in walked}.items():
        page = name_below(resolved, root)
        start = "" if resolved in asked else _passing_start(path.name)
        if start:
            refusal = f"passed over, as its name begins with '{start}' like a file in passing (rename it)"
            yield Raw(page, str(path), refusal=refusal)
        else:
            yield from _pages_of(path, page)


def clean_page(raw: Raw) -> Washed:
    """Clean one raw page: the work of an import, which depends on the page alone."""
    if raw.refusal:
        return Washed(None, raw.refusal)
    try:
        return Washed(clean_record(raw.record) if raw.record else _clean(Path(raw.path).suffix.lower(), _bytes_of(raw)))
    except Refused as refusal:
        return Washed(None, str(refusal))


def _bytes_of(raw: Raw) -> bytes:
    """Give the bytes of a page as they were when it was found: what is made of others is nothing to remember."""
    try:
        data = Path(raw.path).read_bytes()
    except OSError:
        data = b""
    if sha256(data).hexdigest() != raw.sha256:
        raise DigestError(Fault(raw.page, 0, "changed while it was read (import it again)"))
    return data


def _clean(suffix: str, data: bytes) -> Cleaned:
    try:
        return READERS[suffix](data)
    except Refused:
        if suffix != ".txt" and data.strip() and is_made_by_scripts(decode(data)[0]):
            raise Refused("its text is made by scripts (open it in a browser and save it from there)") from None
        raise


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        passing = path.name.startswith(".") or is_left_behind(path.name)
        if path.name == FACTS or (passing and not (_passing_start(path.name) and path.is_file())):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file():
            yield path


def _passing_start(name: str) -> str:
    """Give how the name of a page begins that would be passed over for it; nothing of hidden files and of backups."""
    known = name.lower().endswith((*READERS, *COLLECTIONS))
    return next((start for start in ("#", "~", "..") if known and name.startswith(start)), "")


def _pages_of(path: Path, page: str) -> Iterator[Raw]:
    suffix = path.suffix.lower()
    known = (*READERS, *COLLECTIONS)
    odd = odd_name(path.name)
    if not suffix:
        odd = "has no ending that tells its format (name it .txt, .html or .jsonl)"
    elif suffix not in known:
        odd = f"'{path.suffix}' is no format of pages{nearest(path.suffix, known)}"
    if suffix in MARKDOWN:
        odd = "is Markdown, so no raw page (with a head it is an article already: put it into content/articles/)"
    if odd:
        yield Raw(page, str(path), refusal=odd)
        return
    try:
        if suffix in READERS:
            yield Raw(page, str(path), sha256(_read(path, MAX_BYTES)).hexdigest())
            return
        records = list(COLLECTIONS[suffix](_read(path, MAX_FILE)))
    except Refused as refusal:
        yield Raw(page, str(path), refusal=str(refusal))
        return
    if not records:
        yield Raw(page, str(path), refusal="the file is empty")
    names: dict[str, str] = {}
    for record in records:
        first = names.setdefault(record.name, record.sha256)
        # Two texts under one address: the later one goes by its words too.
        name = record.name if first == record.sha256 else f"{record.name}~{record.sha256[:8]}"
        yield _raw_of(replace(record, name=name), path, page)


def _raw_of(record: Record, path: Path, page: str) -> Raw:
    size = max(len(record.text), len(record.html))
    if record.fault:
        return Raw(f"{page}:{record.line}", str(path), refusal=record.fault)
    if size > MAX_BYTES:
        return Raw(f"{page}:{record.line}", str(path), refusal=f"{size:,} characters, more than any news page has")
    return Raw(f"{page}#{record.name}", str(path), record.sha256, record)


def _read(path: Path, most: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most:
            raise Refused(f"{size:,} bytes, more than the {most:,} of any news page (save the article alone)")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror} (check the file)") from None
