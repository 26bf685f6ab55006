from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.events.ledger import Ledger, Line, read_ledger, write_ledger
from generator.executors import InPlace
from generator.files import Folders
from generator.text.slugs import slugify

AT = "2026-02-01T12:00:00Z"


def write(folder: Path, ledger: Ledger) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in write_ledger(ledger).items():
        (folder / name).write_text(text, "utf-8")


def test_a_ledger_is_one_line_an_event_split_by_year() -> None:
    lines = {
        "2024-03-11-bridge": Line({"bridge": "aa", "cracks": "bb"}, AT, AT),
        "2026-01-12-opening": Line({"opening": "cc"}, AT, AT),
        "undated-lighthouse": Line({"light house": "dd"}, AT, AT),
    }

    assert write_ledger(Ledger(lines, "digest.example,2026")) == {
        "2024.yaml": f"2024-03-11-bridge: {{articles: {{bridge: aa, cracks: bb}}, published: {AT}, updated: {AT}}}\n",
        "2026.yaml": f"2026-01-12-opening: {{articles: {{opening: cc}}, published: {AT}, updated: {AT}}}\n",
        "undated.yaml": f'undated-lighthouse: {{articles: {{"light house": dd}}, published: {AT}, updated: {AT}}}\n',
        "authority.yaml": 'tag: "digest.example,2026"\n',
    }


NAMES = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=12)


@given(
    st.dictionaries(
        st.builds("{}-01-02-{}".format, st.integers(1000, 9999), NAMES.map(slugify)),
        st.lists(NAMES, max_size=3, unique=True),
        max_size=5,
    )
)
def test_what_is_written_is_read_back(tmp_path_factory: object, events: dict[str, list[str]]) -> None:
    folder = tmp_path_factory.mktemp("ledger")  # type: ignore[attr-defined]  # typed privately by pytest
    seen: set[str] = set()
    lines = {}
    for event, stems in events.items():
        aliases = tuple(f"{event}-{number}-was" for number in range(len(stems)))
        lines[event] = Line({stem: "ab" for stem in stems if stem not in seen}, AT, AT, aliases=aliases)
        seen.update(stems)
    ledger = Ledger(dict(sorted(lines.items())), "digest.example,2026")

    write(folder, ledger)

    assert read_ledger(folder, folder, InPlace(), Folders()) == (ledger, ())


def test_two_editors_lines_merge_line_by_line(tmp_path: Path) -> None:
    mine = write_ledger(Ledger({"2026-01-01-a": Line({"a": "aa"}, AT, AT)}))["2026.yaml"]
    theirs = write_ledger(Ledger({"2026-01-02-b": Line({"b": "bb"}, AT, AT)}))["2026.yaml"]
    (tmp_path / "2026.yaml").write_text(mine + theirs)

    ledger, faults = read_ledger(tmp_path, tmp_path, InPlace(), Folders())

    assert sorted(ledger.lines) == ["2026-01-01-a", "2026-01-02-b"]
    assert not faults
