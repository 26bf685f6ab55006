"""Take raw pages in: clean each, write it as an article, and say what became of it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.articles.desk import Clipping, Desk, known_day, make_clipping, open_desk
from generator.articles.facts import Facts, page_name
from generator.articles.inferring import Siblings, infer_day, names_one_weekday
from generator.articles.keeping import bring_back
from generator.articles.manuscript import is_untouched, markdown, write_manuscript
from generator.articles.raw import FACTS, Raw, Washed, clean_page, find_raw
from generator.articles.receipts import Cleaned, Found, Receipt
from generator.errors import DigestError, Fault
from generator.executors import Executor, InPlace
from generator.files import write_whole
from generator.text.front_matter import a_date, a_line
from generator.text.slugs import slugify

NO_FACTS: Mapping[str, Facts] = {}
# Without a headline an article goes by its opening words.
_OPENING = 12


@dataclass(slots=True)
class _Draft:
    """A page on its way to an article: its own where it has one, or the same as another's (`twin`, and why)."""

    clipping: Clipping
    cleaned: Cleaned
    found: tuple[Found, ...]
    own: Clipping | None = None
    twin: tuple[Clipping, str] | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, str]:
        return {fact.field: fact.value for fact in self.found}


@dataclass(frozen=True, slots=True)
class _Writing:
    """How articles are written: where to, under which names, and whether at all."""

    to: Path
    root: Path
    write: bool
    force: bool


def import_pages(
    paths: Sequence[Path],
    to: Path,
    *,
    root: Path,
    executor: Executor | None = None,
    facts: Mapping[str, Facts] = NO_FACTS,
    source: str = "",
    date: str = "",
    write: bool = True,
    force: bool = False,
) -> tuple[Receipt, ...]:
    """Import pages, and the pages in folders, as articles into the folder `to`; give one receipt a page.

    Facts beat what a page says; `source` and `date` fill in where neither tells. An article that an editor has
    touched stays as it is; with `force` the new version is laid beside it as NAME.md.new.
    """
    usual = _usual(source, date)
    raws = list(find_raw(paths, root))
    desk = open_desk(to)
    drafts: list[_Draft | Receipt] = []
    for raw, washed in zip(raws, (executor or InPlace()).map(clean_page, raws), strict=True):
        drafts.append(_place(raw, washed, desk, root, facts.get(raw.page), usual))
    _hear_twins([draft for draft in drafts if isinstance(draft, _Draft)], facts)
    _infer_days([draft for draft in drafts if isinstance(draft, _Draft)], desk)
    return tuple(_settle_all(drafts, desk, _Writing(to, root, write, force)))


def _usual(source: str, date: str) -> dict[str, str]:
    try:
        values = {"source": a_line(source), "date": a_date(date) if date else ""}
    except ValueError as error:
        raise DigestError(Fault("--date", 0, str(error))) from None
    return {name: value for name, value in values.items() if value}


def _place(
    raw: Raw, washed: Washed, desk: Desk, root: Path, facts: Facts | None, usual: Mapping[str, str]
) -> _Draft | Receipt:
    """Find the article that a page already has, or another page that is the same."""
    if washed.cleaned is None:
        return Receipt(raw.page, "", "refused", washed.refusal)
    own = desk.by_page.get(raw.page)
    if own and raw.page in desk.claimed:  # a file that has the page twice
        found = tuple(_merged(washed.cleaned, facts, usual))
        return _Draft(own, washed.cleaned, found, twin=(own, "the same page"))
    desk.claimed.add(raw.page)
    own = own or desk.renamed(raw.sha256, root)
    cleaned = bring_back(washed.cleaned, own.keep) if own and own.keep else washed.cleaned
    found = tuple(_merged(cleaned, facts, {**own.given, **usual} if own else usual))
    fields = {fact.field: fact.value for fact in found}
    clipping = make_clipping(raw.page, raw.sha256, fields, markdown(cleaned.paragraphs))
    twin = None if own else desk.twin(clipping)
    if twin and twin[0].path and twin[0].page and not (root / twin[0].page.partition("#")[0]).exists():
        own, twin = twin[0], None  # the page that the article came from is gone: this one takes its place
        found = tuple(_merged(cleaned, facts, {**own.given, **usual}))
    draft = _Draft(clipping, cleaned, found, own, twin)
    if not own and not draft.twin:
        desk.note(clipping)
    return draft


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


def _hear_twins(drafts: Sequence[_Draft], known: Mapping[str, Facts]) -> None:
    """Let what a page states, and what the editor knows of it, count for the article of the page that is the same."""
    first = {draft.clipping.page: draft for draft in drafts if not draft.twin}
    for draft in drafts:
        facts = known.get(draft.clipping.page)
        other = first.get(draft.twin[0].page) if draft.twin else None
        if other:
            other.found += tuple(_told_besides(draft, other.fields))
        if not draft.twin or not facts:
            continue
        if other is None:
            draft.notes.append(f"{FACTS} line {facts.line} is not heard (write it of {draft.twin[0].page})")
            continue
        own = known[other.clipping.page].fields if other.clipping.page in known else {}
        heard = Facts(facts.line, {name: value for name, value in facts.fields.items() if name not in own})
        other.found = tuple(_merged(replace(other.cleaned, found=other.found), heard, {}))


def _told_besides(twin: _Draft, known: Container[str]) -> Iterator[Found]:
    """Give what a page states of an article and the first page of it does not."""
    for found in twin.found:
        if found.field not in known and not found.why.startswith((FACTS, "--")):
            yield replace(found, why=f"{twin.clipping.page}, {found.why}")


def _infer_days(drafts: Sequence[_Draft], desk: Desk) -> None:
    """Date the drafts that have no day where a sibling tells it."""
    own = [draft for draft in drafts if not draft.twin]
    undated = [draft for draft in own if not {"date", "event_date"} & draft.fields.keys()]
    for draft in own:
        draft.clipping = replace(draft.clipping, fields=draft.fields)
    replaced = {draft.own.path for draft in own if draft.own}
    others = [clipping for clipping in desk.clippings if clipping.path and clipping.path not in replaced]
    clippings = [*(draft.clipping for draft in own), *others]
    # With any other lead there is no use in looking for siblings.
    datable = [draft for draft in undated if names_one_weekday(draft.clipping)]
    if not datable or not any(map(known_day, clippings)):
        return
    siblings = Siblings(clippings)
    for draft in datable:
        day = infer_day(draft.clipping, siblings.of(draft.clipping))
        draft.found += (day, Found("date_basis", "inferred", day.why)) if day else ()


def _settle_all(drafts: Sequence[_Draft | Receipt], desk: Desk, writing: _Writing) -> Iterator[Receipt]:
    """Write the articles, each under a name of its own, and give the receipts in the order of the pages."""
    targets: dict[str, Path] = {}
    for draft in drafts:
        if isinstance(draft, _Draft) and not draft.twin:
            own = draft.own.path if draft.own else None
            targets[draft.clipping.page] = own or writing.to / f"{_stem(draft.fields, desk)}.md"
            desk.stems.add(targets[draft.clipping.page].stem.casefold())
    for draft in drafts:
        if isinstance(draft, Receipt):
            yield draft
        elif draft.twin:
            yield _duplicate(draft, draft.twin, targets, writing.root)
        else:
            yield _settle(draft, targets[draft.clipping.page], writing)


def _duplicate(draft: _Draft, twin: tuple[Clipping, str], targets: Mapping[str, Path], root: Path) -> Receipt:
    other, why = twin
    path = targets.get(other.page) or other.path
    name = page_name(path, root) if path else ""
    reason = f"{why} as {name}{f' from {other.page}' if other.page else ''} (delete one of the two pages)"
    page = draft.clipping.page
    return Receipt(page, name, "duplicate", "; ".join((reason, *draft.notes)), draft.found, draft.cleaned.cuts)


def _settle(draft: _Draft, target: Path, writing: _Writing) -> Receipt:
    """Write a draft unless nothing changed or an editor's hand is in the article."""
    page, name = draft.clipping.page, page_name(target, writing.root)
    keep = draft.own.keep if draft.own else ()
    given = {fact.field: fact.value for fact in draft.found if fact.why == f"--{fact.field}"}
    paragraphs, sha256 = draft.cleaned.paragraphs, draft.clipping.sha256
    data = write_manuscript(draft.fields, paragraphs, page=page, sha256=sha256, given=given, keep=keep)
    present = target.read_bytes() if target.exists() else None
    notes = "; ".join(draft.cleaned.notes)
    shared = (draft.found, draft.cleaned.cuts)
    if present == data:
        return Receipt(page, name, "unchanged", notes, *shared)
    if present is not None and not is_untouched(present):
        reason = "edited since it was imported, so left as it is (--force lays the new version beside it)"
        if writing.force:
            reason = f"edited since it was imported, so left as it is; the new version is {name}.new"
            _write(target.with_name(f"{target.name}.new"), data, write=writing.write)
        return Receipt(page, name, "edited", reason, *shared)
    _write(target, data, write=writing.write)
    return Receipt(page, name, "written", notes, *shared)


def _stem(fields: Mapping[str, str], desk: Desk) -> str:
    """Give a name that no other article has: the day if known, and the title as a slug."""
    day = fields.get("date", "")
    stem = f"{day}-{slugify(fields['title'])}" if len(day) == 10 and "~" not in day else slugify(fields["title"])
    number, free = 1, stem
    while free.casefold() in desk.stems:
        number += 1
        free = f"{stem}-{number}"
    return free


def _write(path: Path, data: bytes, *, write: bool) -> None:
    """Write a file at once or not at all."""
    if write:
        write_whole(path, data)
