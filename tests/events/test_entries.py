from __future__ import annotations

from generator.events.entries import make_report, stand_ins, write_entry
from generator.events.excerpts import Excerpt
from generator.events.summarisers import coverage
from generator.model import Article, Entry, Event, Headline, Paragraph


def test_a_report_has_the_sentences_of_its_prose_without_the_dateline_and_keeps_the_places_of_the_rest() -> None:
    paragraphs = [
        Paragraph("All about the bridge.", "standfirst"),
        Paragraph("Bridge closed", "heading"),
        Paragraph("A crack was found in the bridge"),
        Paragraph("LIENZ (AP) -- The bridge was closed. It has a crack."),
        Paragraph("LIENZ (AP) -- Nobody knew."),
    ]
    article = Article("a", "a.md", "", "Old town wakes to a surprise", None, None, 0, lang="en")

    assert tuple(make_report(article, paragraphs).sentences) == (
        (),
        (),
        ("A crack was found in the bridge",),
        ("The bridge was closed.", "It has a crack."),
        ("LIENZ (AP) -- Nobody knew.",),
    )


def test_where_not_all_can_be_quoted_what_opens_a_report_goes_first() -> None:
    lead = "The old bridge will close in May, the council said."
    text = Paragraph(f"It has a crack. {lead} Nobody has been hurt on it in all its years.")
    event = Event("e", (Article("a", "a.md", "", "Bridge", None, None, 60, lang="en"),), None, "", "", "")

    written = write_entry(lambda _: (text,), coverage.summarise, Excerpt(least=15), (), event)

    assert [statement.text for statement in written.statements] == [lead]


def test_what_would_stand_in_for_each_statement_is_known() -> None:
    text = (
        "Lienz closed its old bridge. Ferries sail at noon each day. Nobody on it was hurt. Rain fell all over Tyrol."
    )
    article = Article("a", "a.md", "", "Bridge", None, None, 900, lang="en")

    def read(_article: Article) -> tuple[Paragraph, ...]:
        return (Paragraph(text),)

    event = Event("e", (article,), None, "", "", "")
    written = write_entry(read, coverage.summarise, Excerpt(), (), event)
    entry = Entry(event, Headline("Bridge", "a"), written.statements, 0, 1)

    line = stand_ins(read, coverage.summarise, Excerpt(), (), entry)

    assert len(written.statements) == 3
    assert all([other.text for other in others] == ["Rain fell all over Tyrol."] for _, others in line)
