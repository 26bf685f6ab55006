"""Articles without a day as a table to fill in: the columns of `facts.csv`, and the clues there are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.articles.desk import Clipping, known_day, open_desk
from generator.articles.facts import CLUES, COLUMNS, Facts, page_name, read_facts
from generator.articles.inferring import Siblings, clues_of, name_of

# In the order in which an editor fills them in; the others only where facts.csv already has them.
_ALWAYS = ("file", "date", "event_date", *CLUES, "source", "origin", "url", "retrieved")
# A cell that begins so is run by spreadsheets as a formula; scraped text is hostile.
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a `facts.csv`, the first with the names of the columns; `others` are not known by a raw page."""

    rows: tuple[tuple[str, ...], ...]
    others: tuple[str, ...]


def table_of_undated(articles: Path, facts: Path, root: Path) -> Table:
    """Give what `facts.csv` says, and a row for each imported article that has no day."""
    known = read_facts(facts, root) if facts.is_file() else {}
    clippings = open_desk(articles).clippings
    undated = [one for one in clippings if not one.fields.get("date") and not one.fields.get("event_date")]
    imported = [one for one in undated if one.page and (root / one.page.partition("#")[0]).is_file()]
    told = {
        **{page: dict(fact.fields) for page, fact in known.items()},
        **{one.page: row for one, row in zip(imported, _rows(imported, clippings, known), strict=True)},
    }
    used = {name for row in told.values() for name in row}
    columns = (*_ALWAYS, *(name for name in COLUMNS if name in used and name not in _ALWAYS))
    rows = {_file(page, facts.parent, root): row for page, row in told.items()}
    cells = [tuple({"file": file, **row}.get(name, "") for name in columns) for file, row in sorted(rows.items())]
    others = tuple(page_name(one.path, root) for one in undated if one not in imported and one.path)
    return Table((columns, *cells), others)


def _rows(
    undated: Sequence[Clipping], clippings: Sequence[Clipping], known: Mapping[str, Facts]
) -> Iterator[dict[str, str]]:
    siblings = Siblings(clippings)
    folders = _days_by_folder(clippings)
    for one in undated:
        clues = clues_of(one, siblings.of(one))
        words = [*clues.words]
        if clues.sibling:
            like = clues.sibling.clipping
            words.append(f"like {name_of(like)} of {like.fields['date']} ({clues.sibling.likeness:.2f})")
        around = folders.get(_folder(one), ())
        if around:
            words.append(f"in its folder: {min(around)} to {max(around)}")
        found = {name: one.fields[name] for name in ("source", "origin", "url") if one.fields.get(name)}
        facts = known[one.page].fields if one.page in known else {}
        yield {
            **{name: value for name, value in found.items() if not value.startswith(_FORMULA)},
            **facts,
            "headline": _harmless(one.fields.get("title", "")),
            "clues": _harmless("; ".join(words)),
            "days": " ".join(clues.days),
        }


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _days_by_folder(clippings: Iterable[Clipping]) -> dict[str, list[str]]:
    """Give the days of the dated articles that came from each folder or file of many."""
    folders: dict[str, list[str]] = {}
    for one in clippings:
        if one.page and known_day(one):
            folders.setdefault(_folder(one), []).append(one.fields["date"])
    return folders


def _folder(clipping: Clipping) -> str:
    file, item, _ = clipping.page.partition("#")
    return file if item else file.rpartition("/")[0]


def _file(page: str, folder: Path, root: Path) -> str:
    """Give a page as `facts.csv` in a folder names it."""
    file, mark, item = page.partition("#")
    return Path(os.path.relpath(root / file, folder)).as_posix() + mark + item
