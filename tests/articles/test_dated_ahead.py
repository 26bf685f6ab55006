from __future__ import annotations

from pathlib import Path

import pytest

from generator.articles.ahead import faults_ahead
from generator.executors import InPlace
from generator.model import Article, Entry, Event, Headline, Month, When


@pytest.mark.parametrize(("date", "warnings"), [("2024-03-12", 0), ("2024-03-13", 0), ("2024-03-14", 1)])
def test_a_day_after_tomorrow_is_warned_of_on_its_line(tmp_path: Path, date: str, warnings: int) -> None:
    (tmp_path / "bridge.md").write_text(f"---\ntitle: Bridge closed\ndate: {date}\n---\n\nIt is closed.\n")
    when = When(date, "editor")
    article = Article("bridge", "bridge.md", "", "Bridge closed", when, when, 3)
    month = Month(3, (Entry(Event("e", (article,), when, "", "", ""), Headline("", ""), (), 0, 0),))

    faults = faults_ahead(tmp_path, [month], InPlace(), now="2024-03-12T23:00:00Z")

    told = f"bridge.md:3: warning: date: {date} is still to come (write the day it came out; "
    assert [str(fault).startswith(told) for fault in faults] == [True] * warnings
