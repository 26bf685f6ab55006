"""What is kept of a page as text, and what is said of it."""

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.cleaning.clean import clean
from generator.articles.cleaning.dates import days_in
from generator.articles.cleaning.wrapping import unwrapped
from generator.articles.formats.text import read_text
from generator.articles.receipts import Refused

FIRST = "The harbour bridge will close for six weeks from Monday while its cables are replaced, the authority said."
SECOND = "Ferries will run every ten minutes, and drivers are asked to take the tunnel or leave their cars at home."
ELSEWHERE = (
    "was at the centre of an unusual week in the capital, where hundreds came to look at what had happened and to ask "
    "those in charge when it would end, officials said on Tuesday. More"
)
THIRD = '"We have put this off for long enough," said Ada Holm, who directs the port and its four hundred workers.'


def page(*lines: str) -> str:
    return "\n".join(lines)


def found(text: str) -> dict[str, str]:
    return {fact.field: fact.value for fact in clean(text).found}


def body(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in clean(text).paragraphs]


def test_navigation_teasers_and_imprint_go() -> None:
    text = page(
        "Home", "Sport", "Log in", "Harbour bridge to close", FIRST, "Advertisement", SECOND, THIRD,
        "Most read", "Minister resigns over expenses", "Rain to last until Friday", "© 2019 The Courier", "Contact",
    )  # fmt: skip
    assert body(text) == [("prose", FIRST), ("prose", SECOND), ("prose", THIRD)]
    assert found(text)["title"] == "Harbour bridge to close"


def test_teasers_with_paragraphs_of_their_own_go() -> None:
    teasers = [
        line
        for topic in ("A ferry", "The mayor", "A tiger", "The dam")
        for line in (
            f"  • {topic} makes news abroad",
            "    World News",
            f"    {topic} {ELSEWHERE}",
        )
    ]
    text = page("Harbour bridge to close", "", FIRST, "", SECOND, "", THIRD, "", "", "Latest news", "", *teasers)
    assert body(text) == [("prose", FIRST), ("prose", SECOND), ("prose", THIRD)]


FOURTH = "The tunnel under the harbour will be free of charge until the bridge is open again, the council decided."
FIFTH = "The last time that the bridge was shut, in the winter of 1987, it took the port a month to get used to it all."
OF_READERS = (
    "I have crossed the harbour bridge every day for thirty years, and nobody ever told us that its cables were bad.",
    "The authority should have closed the tunnel and not the bridge, as anybody who drives to the port knows.",
)


@pytest.mark.parametrize(
    "label",
    ["12 Comments", "View comments", "Comments (2)", "10 commentaires", "Leserkommentare", "Комментарии", "评论 3"],
)
def test_what_readers_say_below_an_article_goes(label: str) -> None:
    article = [FIRST, SECOND, THIRD, FOURTH, FIFTH]
    text = page("Harbour bridge to close", label, *article, label, *OF_READERS)
    assert [words for _, words in body(text)] == article


def test_an_article_about_comments_goes_on_behind_the_word() -> None:
    article = [
        FIRST,
        SECOND,
        THIRD,
        FOURTH,
        FIFTH,
        "Comments on the closure were mixed, the council said.",
        OF_READERS[1],
    ]
    assert [words for _, words in body(page("Harbour bridge to close", *article))] == article


def test_a_sentence_that_a_caption_says_too_stays_once_with_its_full_stop() -> None:
    text = page("Harbour bridge to close", FIRST, SECOND.rstrip("."), THIRD, SECOND, FIRST.replace(",", " ,"))
    assert [words for _, words in body(text)] == [FIRST, THIRD, SECOND]


def test_sentences_that_differ_in_a_number_are_two() -> None:
    days = [f"On day {day} of the closure the ferries carried {day}40 drivers across the harbour." for day in (1, 2, 3)]
    assert [words for _, words in body(page("Harbour bridge to close", FIRST, *days, THIRD))] == [FIRST, *days, THIRD]


def test_an_answer_may_be_given_twice() -> None:
    questions = ("Did the port know of the cables before it closed the bridge?", "Will the tunnel be free of charge?")
    talk = [line for question in questions for line in (question, '"Yes, it did."')]
    kept = [words for _, words in body(page("Harbour bridge to close", FIRST, SECOND, *talk, THIRD, FOURTH))]
    assert kept.count('"Yes, it did."') == 2


def test_sub_headings_stay_as_headings() -> None:
    text = page("Harbour bridge to close", FIRST, "-'Long enough'-", THIRD, "Ferries and drivers", SECOND, FIRST[4:])
    assert [words for kind, words in body(text) if kind == "heading"] == ["'Long enough'", "Ferries and drivers"]


@pytest.mark.parametrize(
    "caption",
    [
        "The harbour bridge, which will close on Monday, was seen by thousands of drivers at dusk. [Photo/Agencies] |",
        "Workers look at the cables of the harbour bridge, which are to be replaced on Monday. (AP Photo/Ada Holm)",
        "Drivers wait for the ferry, which will run every ten minutes while the bridge is closed. Photo: Ada Holm",
        "Drivers wait for the ferry, which will run every ten minutes while the bridge is closed. ADA HOLM / AFP",
        "FILE - Drivers wait for the ferry on Monday, which runs every ten minutes while the bridge is closed.",
    ],
)
def test_a_photo_caption_of_whole_sentences_goes(caption: str) -> None:
    text = page("Harbour bridge to close", FIRST, caption, SECOND, THIRD)
    assert body(text) == [("prose", FIRST), ("prose", SECOND), ("prose", THIRD)]


@pytest.mark.parametrize(
    "notice",
    [
        "READ MORE: Minister resigns over expenses after a week of questions",
        "Related: Seven bridges that were closed last year",
        "Lesen Sie auch: Ministerin tritt zurück",
        "Lire aussi : La ministre démissionne",
        "Te puede interesar: Dimite la ministra",
        "Читайте также: Министр подал в отставку",
        "MINISTER RESIGNS OVER EXPENSES AFTER A WEEK OF QUESTIONS",
        "Sign up for our newsletter and get the stories of the day in your inbox every morning.",
        "There was an error, please provide a valid email address.",
        "Abonnieren Sie unseren Newsletter, und wir schicken Ihnen jeden Morgen die Nachrichten.",
        "Tu suscripción se está usando en otro dispositivo y solo puedes acceder desde uno a la vez.",
        "Follow us on Facebook and Instagram for more stories from the port.",
        "Products are independently selected. The Courier may earn an affiliate commission from what you buy.",
        "The Courier may earn a small commission on each purchase that is made through this page, as do others.",
        "Sie sind bereits Kunde?",
        "Thanks for signing up!",
        "We would like to hear what you think about this, by letters to the editor or on a card.",
        "Lecture du Courrier en cours sur un autre appareil, vous pouvez lire sur un seul à la fois.",
        "Media captionWho shut the harbour bridge?",
    ],
)
def test_what_the_site_says_to_its_readers_in_the_midst_goes(notice: str) -> None:
    text = page("Harbour bridge to close", FIRST, SECOND, notice, THIRD, FIRST[4:])
    cleaned = clean(text)
    assert notice not in [paragraph.text for paragraph in cleaned.paragraphs]
    assert len(cleaned.paragraphs) == 4
    assert {cut.rule for cut in cleaned.cuts if cut.text == notice} <= {
        "a notice to the reader",
        "a link to another article",
        "a photo caption",
    }


@pytest.mark.parametrize(
    "paragraph",
    [
        "Subscribers of the ferry line complained on Monday that their tickets were no longer accepted at the port.",
        '"You can sign up for our newsletter and follow us on Facebook," Ms Holm told the drivers who were waiting.',
        "Is the port, already a member of the league, to pay a commission on the sales of tickets at the bridge?",
        "The US told Facebook to hand over the subscription data of four hundred users by Monday, officials said.",
    ],
)
def test_a_paragraph_about_such_things_stays(paragraph: str) -> None:
    text = page("Harbour bridge to close", FIRST, SECOND, paragraph, THIRD)
    assert paragraph in [kept.text for kept in clean(text).paragraphs]


def test_an_article_about_a_newsletter_may_say_you_and_newsletter() -> None:
    about = "The harbour newsletter will close next week after forty years, and its subscribers will get their money."
    later = "If you have paid for the newsletter, your money will be sent back by the end of March, the editors said."
    assert later in [kept.text for kept in clean(page("Newsletter to close", about, SECOND, later, THIRD)).paragraphs]


@pytest.mark.parametrize(
    "after", ["By Ada Holm", "Drivers at the bridge on Sunday Bo Lind/The Courier", "Updated 4 March"]
)
def test_the_standfirst_stands_below_the_headline_whatever_comes_before_the_article(after: str) -> None:
    deck = "Its cables are replaced, while drivers are asked to take the tunnel and ferries run"
    promise = "Get the stories of the day at home every morning with our letter of news"
    for line, kept in ((deck, True), (promise, False)):
        text = page(
            "Home",
            "Log in",
            "Harbour bridge to close for six weeks",
            line,
            after,
            "Share",
            "Save",
            FIRST,
            SECOND,
            THIRD,
        )
        assert (body(text)[0] == ("standfirst", line)) is kept


@pytest.mark.parametrize(
    "note",
    [
        "Bo Lind is a politics reporter for The Courier.",
        "Bo Lind ist Redakteurin bei der Hafenpost und schreibt über alles.",
    ],
)
def test_who_wrote_an_article_goes_unless_it_is_about_them(note: str) -> None:
    text = page("Harbour bridge to close", FIRST, SECOND, THIRD, FOURTH, note)
    assert [words for _, words in body(text)] == [FIRST, SECOND, THIRD, FOURTH]
    about = "Bo was on the bridge when its cables broke, and was held by the port's own guards for asking them why."
    assert note in [words for _, words in body(page("Reporter held", about, SECOND, THIRD, FOURTH, note))]


def test_the_headline_is_neither_a_caption_nor_a_line_of_the_deck() -> None:
    text = page(
        "Home", "Harbour bridge to close for six weeks", "Cables of the harbour bridge will be replaced from Monday",
        "Ferries every ten minutes while the bridge is closed", "By Ada Holm",
        "Drivers wait at the harbour bridge, which will close on Monday (Photo: Bo Lind)",
        FIRST, SECOND, THIRD,
    )  # fmt: skip
    assert found(text)["title"] == "Harbour bridge to close for six weeks"


def test_a_headline_of_four_words_is_not_the_line_below_it() -> None:
    deck = "Its cables are replaced while drivers are asked to take the tunnel"
    text = page("Home", "Sport", "Harbour bridge will close", deck, "By Ada Holm", FIRST, SECOND, THIRD)
    assert found(text)["title"] == "Harbour bridge will close"


def test_a_headline_may_be_a_question() -> None:
    assert found(page("Home", "Why does the harbour bridge close?", FIRST, SECOND))["title"].endswith("bridge close?")


def test_a_front_page_is_refused() -> None:
    topics = {
        "Bridge to close": FIRST,
        "Tiger seen near school": "Police searched gardens in the north on Tuesday after two pupils saw a large cat.",
        "Bakers on strike": "Bread was short in the capital this morning, as eight hundred ovens stayed cold.",
        "Comet returns": "Astronomers expect thousands on the hills tonight, where a faint tail can be seen at last.",
        "Minister resigns": "Expenses of a holiday house cost Bo Lind his office, a spokeswoman confirmed last night.",
        "Old violin sold": "An unnamed collector paid four million for an instrument that lay in an attic for years.",
        "Rain until Friday": "Cellars were flooded along both rivers, and meteorologists see little sun ahead.",
        "Chess champion beaten": "At twelve years of age, Ida Berg took the title from her teacher in thirty moves.",
    }
    with pytest.raises(Refused, match="a list of other articles"):
        clean(page(*(line for headline, opening in topics.items() for line in (headline, opening))))


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (["Updated: 2013-05-08 08:00"], {"date": "2013-05-08"}),
        (["Published 8 May 2013 | Updated 9 May 2013"], {"date": "2013-05-08"}),
        (["Updated 9 May 2013", "Published 8 May 2013"], {"date": "2013-05-08"}),
        (["Mittwoch, 8. Mai 2013"], {"date": "2013-05-08"}),
        (["Last updated: GMT 09:07:40"], {}),
        (["(The Courier/Agencies)"], {"source": "The Courier"}),
        (["(Xinhua)"], {"origin": "Xinhua"}),
        (["By ADA HOLM"], {"author": "Ada Holm"}),
        (["By Ada Holm and Bo Lind | The Courier"], {"author": "Ada Holm and Bo Lind"}),
        (["Von Ada Holm", "AFP"], {"author": "Ada Holm", "origin": "AFP"}),
        (["Sochi - Arab Today"], {"place": "Sochi", "source": "Arab Today"}),
        (["By Jane Doe - Arab Today"], {"author": "Jane Doe"}),
        (["كتب: سامر الحلبي"], {"author": "سامر الحلبي"}),
        (["Автор: Анна Линд"], {"author": "Анна Линд"}),
    ],
)
def test_the_head_tells_day_outlet_agency_and_author(head: list[str], fields: dict[str, str]) -> None:
    told = found(page("Harbour bridge to close", *head, FIRST, SECOND, THIRD))
    assert {name: told.get(name) for name in ("date", "source", "origin", "author", "place")} == {
        name: fields.get(name) for name in ("date", "source", "origin", "author", "place")
    }


@pytest.mark.parametrize(
    ("foot", "origin"),
    [
        ("AFP-Reuters", "AFP-Reuters"),
        ("Source: AFP", "AFP"),
        ("Quelle: dpa", "dpa"),
        (
            "Associated Press writers Ada Holm in Oslo and Bo Lind in Bern contributed to this report",
            "Associated Press",
        ),
        ("(Reporting by Ada Holm in Oslo, Cai Ek in Bern; Editing by Bo Lind)", None),  # many agencies sign so
        ("Follow us", None),
    ],
)
def test_a_closing_credit_tells_the_agency_and_is_no_text(foot: str, origin: str | None) -> None:
    text = page("Harbour bridge to close", FIRST, SECOND, THIRD, foot)
    assert found(text).get("origin") == origin
    assert body(text) == [("prose", FIRST), ("prose", SECOND), ("prose", THIRD)]


def test_an_outlet_is_named_at_the_top_and_as_the_owner_of_the_page() -> None:
    below = ("Contact", "© 2019 Harbour Post Media Ltd. All rights reserved.")
    text = page("HARBOUR POST", "Home", "Sport", "Harbour bridge to close", FIRST, SECOND, THIRD, *below)
    assert found(text)["source"] == "Harbour Post"
    assert "source" not in found(text.replace("HARBOUR POST", "Harbour Times"))
    menu = page("Home", "Sport", "Harbour Post", "Harbour bridge to close", FIRST, SECOND, THIRD, *below)
    assert "source" not in found(menu)


def test_who_reported_is_the_author_where_no_byline_names_one() -> None:
    signed = "(Reporting by Ada Holm in Oslo; Editing by Bo Lind)"
    assert found(page("Harbour bridge to close", FIRST, SECOND, THIRD, signed))["author"] == "Ada Holm"
    assert found(page("Harbour bridge to close", "By Cai Ek", FIRST, SECOND, THIRD, signed))["author"] == "Cai Ek"


def test_a_date_in_a_teaser_or_an_imprint_is_not_the_day_of_the_article() -> None:
    text = page("Harbour bridge to close", FIRST, SECOND, THIRD, "12 November 2015", "War widens", "© 2021 The Courier")
    assert "date" not in found(text)


def test_the_headline_is_not_the_slug_above_it() -> None:
    text = page("bridge to close for repairs", "Harbour", "Bridge to close for repairs", FIRST, SECOND, THIRD)
    assert found(text)["title"] == "Bridge to close for repairs"


def test_a_site_is_named_by_its_logo() -> None:
    logo = "Port Courier, port courier"
    assert found(page(logo, "News", logo, "Harbour bridge to close", logo, FIRST, SECOND))["source"] == "Port Courier"
    assert "source" not in found(page(logo, "Harbour bridge to close", FIRST, SECOND))


def test_a_text_wrapped_at_a_fixed_width_is_read_by_paragraphs() -> None:
    text = "Bridge to close\n\nThe harbour bridge will close for six weeks from\nMonday, the authority said.\n"
    assert unwrapped(text) == (
        "Bridge to close\n\nThe harbour bridge will close for six weeks from Monday, the authority said.\n"
    )
    assert unwrapped(page(FIRST, SECOND)) == page(FIRST, SECOND)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("15/12/2015", ("2015-12-15",)),
        ("12/15/2015", ("2015-12-15",)),
        ("04/05/2015", ()),
        ("04.05.2015", ("2015-05-04",)),
        ("25.04.24", ("2024-04-25",)),
        ("May 8, 2013 and 9 May 2013", ("2013-05-08", "2013-05-09")),
        ("el 8 de mayo de 2013", ("2013-05-08",)),
        ("le 1er août 2013", ("2013-08-01",)),
        ("8 мая 2013 года", ("2013-05-08",)),
        ("2013年5月8日", ("2013-05-08",)),
        ("8 مايو 2013", ("2013-05-08",)),
        ("30 February 2013", ()),
        ("May 8", ()),
        ("version 1.2.3.2013", ()),
        ("2013", ()),
    ],
)
def test_only_a_day_stated_in_full_and_without_doubt_is_a_date(text: str, days: tuple[str, ...]) -> None:
    assert days_in(text) == days


CHINESE = """首页
新闻
外长在莫斯科举行会谈
外长星期二在莫斯科举行会谈，讨论了叙利亚问题，并同意继续保持接触，推动政治解决进程。
他说，双方在许多问题上有共同利益，特别是在反恐问题上，因此会谈是必要的，也是有益的。
关于我们
"""
ARABIC = """الرئيسية
الوزير يجري محادثات في موسكو
أجرى الوزير محادثات في موسكو يوم الثلاثاء حول الأزمة في سوريا، وقال إن الجانبين اتفقا على مواصلة الاتصالات.
وقال الوزير إن هناك مصالح مشتركة بين البلدين في كثير من القضايا، وإن المحادثات كانت مفيدة جدا لكل الأطراف.
"""


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        (CHINESE, "外长在莫斯科举行会谈", "外长星期二"),
        (ARABIC, "الوزير يجري محادثات في موسكو", "أجرى الوزير"),
    ],
)
def test_other_scripts_are_read_by_the_same_rules(text: str, title: str, first: str) -> None:
    assert found(text)["title"] == title
    assert body(text)[0][1].startswith(first)


@given(st.lists(st.one_of(st.text(), st.sampled_from([FIRST, SECOND, "By Ada Holm", "| |", "- a", "1.1.2019"]))))
def test_any_page_is_cleaned_or_refused_and_no_word_is_made_up(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        cleaned = clean(text)
    except Refused:
        return
    said = " ".join(text.split())
    assert all(paragraph.text for paragraph in cleaned.paragraphs)
    assert not any(ord(mark) < 32 or 0x202A <= ord(mark) <= 0x202E for p in cleaned.paragraphs for mark in p.text)
    assert all(paragraph.text in said for paragraph in cleaned.paragraphs) or not said.isprintable()


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Refused):
        assert read_text(data).paragraphs


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["| ", "- ", ".", "'.'", "[", "(photo ", "12/12/", "by A ", "Source: ", "a\n", "word. "]
)
def test_a_megabyte_of_anything_takes_no_more_than_seconds(piece: str) -> None:
    start = process_time()
    with suppress(Refused):
        clean(piece * (1_000_000 // len(piece)))
    assert process_time() - start < 5
