"""Links that lead nowhere, ids that stand twice, requests to other hosts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.errors import Fault
from generator.pages.model import File

# Elements that make a browser fetch what they name.
_FETCHING = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "audio": "src",
    "video": "src",
    "source": "src",
    "embed": "src",
}


def check(files: Mapping[str, File], base_url: str) -> Iterator[Fault]:
    """Give every dead link, doubled id and request to another host in the pages of a site."""
    pages = {
        path: html.document_fromstring(file.content)
        for path, file in files.items()
        if path.endswith(".html") and file.content.strip()
    }
    ids = {path: [str(name) for name in page.xpath("//@id")] for path, page in pages.items()}
    for path, page in sorted(pages.items()):
        for name in sorted({name for name in ids[path] if ids[path].count(name) > 1}):
            yield Fault(f"site/{path}", 0, f"id '{name}' stands twice")
        yield from _dead(path, page, files, ids, base_url)
        for element in page.iter():
            address = str(element.get(_FETCHING.get(str(element.tag), "no such"), ""))
            if urlsplit(address).netloc or (element.tag == "link" and _fetches_elsewhere(element)):
                yield Fault(
                    f"site/{path}", element.sourceline or 0, f"asks another host for {address or element.get('href')}"
                )


def _fetches_elsewhere(element: html.HtmlElement) -> bool:
    return element.get("rel") in {"stylesheet", "icon", "preload"} and bool(urlsplit(element.get("href", "")).netloc)


def _dead(
    path: str, page: html.HtmlElement, files: Mapping[str, File], ids: Mapping[str, list[str]], base_url: str
) -> Iterator[Fault]:
    for element, attribute, address, _ in page.iterlinks():
        if attribute not in {"href", "src"} or not isinstance(element.tag, str):
            continue
        found = _inside(path, address, base_url)
        if found is None:
            continue
        target, fragment = found
        if target not in files:
            yield Fault(f"site/{path}", element.sourceline or 0, f"link '{address}' leads nowhere")
        elif fragment and target in ids and fragment not in ids[target]:
            yield Fault(f"site/{path}", element.sourceline or 0, f"link '{address}' leads to no such place on its page")


def _inside(path: str, address: str, base_url: str) -> tuple[str, str] | None:
    """Give the file and the fragment that an address means, None where it leads out of the site."""
    base = urlsplit(base_url)
    parts = urlsplit(address)
    if parts.scheme not in {"", base.scheme} or parts.netloc not in {"", base.netloc}:
        return None
    where = unquote(parts.path)
    if where.startswith("/"):
        if not where.startswith(base.path):
            return (where, "")
        target = where[len(base.path) :]
    else:
        target = normpath(join("/", path, "..", where))[1:] + "/" * where.endswith("/") if where else path
    target = target.removeprefix("/") if target != "/" else ""
    return (target + "index.html" if target == "" or target.endswith("/") else target, unquote(parts.fragment))
