"""How many raw pages are cleaned in a second of CPU: by `dateline import`, and by the libraries that others use.

python benchmarks/importing.py trafilatura|jusText FOLDER

cleans each page of a folder by the library alone: the rival that the tables measure.
"""

from __future__ import annotations

import html
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from contestants import DATELINE, ENVIRONMENT, ROOT
from measure import Cost, run

# Raw pages: those of the demo digest, again and again, each copy with words of its own.
TEXTS, PAGES = 300, 60
RIVALS = ("trafilatura", "jusText")
_FRAME = """<!doctype html><html lang="en"><head><title>{title} - Example Courier</title></head><body>
<nav><ul>{menu}</ul></nav>
<main><h1>{title}</h1>{body}</main><footer><p>Example Courier, all rights reserved</p></footer>
</body></html>
"""


def rows(folder: Path, runs: int) -> Iterator[list[str]]:
    """Give a row a contestant: pages a second of CPU, start included."""
    seeds = [path.read_text("utf-8") for path in sorted((ROOT / "content" / "raw").glob("*.txt"))]
    texts, pages = folder / "texts", folder / "pages"
    for place, count, suffix in ((texts, TEXTS, "txt"), (pages, PAGES, "html")):
        place.mkdir()
        for number in range(count):
            text = seeds[number % len(seeds)].replace(" the ", f" the no-{number} ")
            (place / f"page-{number}.{suffix}").write_text(text if suffix == "txt" else _as_html(text), "utf-8")
    yield [f"`dateline import`, {TEXTS} pages of bare text", _speed(_import(folder, texts), TEXTS, runs)]
    yield ["the same again", _speed_again(_import(folder, texts), TEXTS, runs)]
    yield [f"`dateline import`, {PAGES} pages of HTML", _speed(_import(folder, pages), PAGES, runs)]
    yield ["the same again", _speed_again(_import(folder, pages), PAGES, runs)]
    for name in RIVALS:
        command = (sys.executable, __file__, name, str(pages))
        yield [f"{name} alone, the same HTML", _speed(command, PAGES, runs)]


def _as_html(text: str) -> str:
    lines = [html.escape(line) for line in text.split("\n") if line.strip()]
    menu = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(40))
    body = "".join(f"<p>{line}</p>\n" for line in lines)
    return _FRAME.format(title=lines[0], menu=menu, body=body)


def _import(folder: Path, raw: Path) -> Sequence[str]:
    digest = folder / f"digest-of-{raw.name}"
    digest.mkdir(exist_ok=True)
    (digest / "config.yaml").write_text("title: Import\nbase_url: https://digest.example/\n", "utf-8")
    return (*DATELINE, "import", str(raw), "--root", str(digest), "--quiet", "--source", "Demo", "--jobs", "1")


def _speed(command: Sequence[str], count: int, runs: int) -> str:
    costs = []
    for _ in range(runs):
        if "--root" in command:
            for name in ("content", ".dateline"):
                shutil.rmtree(Path(command[command.index("--root") + 1]) / name, ignore_errors=True)
        costs.append(run(command, environment=ENVIRONMENT))
    return _told(count, costs)


def _speed_again(command: Sequence[str], count: int, runs: int) -> str:
    """Give the speed where nothing has changed since the last import."""
    return _told(count, [run(command, environment=ENVIRONMENT) for _ in range(runs)])


def _told(count: int, costs: Sequence[Cost]) -> str:
    return f"{median(count / cost.cpu for cost in costs):.0f} pages a second"


def clean_with(name: str, folder: Path) -> None:
    """Clean each page of a folder by a library alone."""
    import justext  # noqa: PLC0415  # a rival's start is measured too, and Dateline's runs need neither
    import trafilatura  # noqa: PLC0415  # as above

    words = justext.get_stoplist("English")
    for path in sorted(folder.iterdir()):
        page = path.read_bytes()
        if name == "jusText":
            justext.justext(page, words)
        else:
            trafilatura.extract(page, include_comments=False, include_tables=False)


if __name__ == "__main__":
    clean_with(sys.argv[1], Path(sys.argv[2]))
