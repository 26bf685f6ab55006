"""What the press does quicker than Jinja2, it does the same."""

from __future__ import annotations

from hashlib import blake2b

import jinja2
import markupsafe
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article
from generator.pages.background import NO_TIES
from generator.pages.kinds.event import SignpostView, event_pages
from generator.pages.model import DateView, Page, Section, Words
from generator.pages.neighbours import Thread
from generator.pages.press.environment import environment_of
from generator.pages.press.printing import Press
from generator.pages.render import files_of, print_section
from tests.pages.invented_digest import ENGLISH, MASTHEAD, THEME, article, entry

VALUES = st.one_of(st.text(), st.integers(), st.text().map(markupsafe.Markup), st.lists(st.text(), max_size=3))


@given(VALUES, VALUES)
def test_what_is_printed_is_escaped_as_jinja_escapes(one: object, other: object) -> None:
    source = """<p title="{{ one }}">{{ one ~ other }}{% macro show(text) %}<b>{{ text }}</b>{% endmacro %}
{{ show(other) }}{% set kept %}{{ one }}{% endset %}{{ kept }}{{ [one, other]|join('<') }}{{ one|upper }}</p>"""
    plain = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)

    ours = environment_of(THEME, ENGLISH).from_string(source).render(one=one, other=other)
    assert ours == plain.from_string(source).render(one=one, other=other)


def test_a_date_and_a_foreign_text_are_shown_as_they_are_known() -> None:
    source = "{{ date|date }} {{ date|date('when') }} {{ text|words }}"
    template = environment_of(THEME, ENGLISH).from_string(source)

    assert template.render(date=DateView("about May", "2015-05", "", "about"), text=Words("a < b")) == (
        '<time class="about" datetime="2015-05">about May</time> '
        '<time class="when about" datetime="2015-05">about May</time> a &lt; b'
    )
    assert template.render(date=DateView("1–2 May", "", "", "range"), text=Words("أ<", "ar", "rtl")) == (
        '<span class="range">1–2 May</span> <span class="when range">1–2 May</span> '
        '<bdi lang="ar" dir="rtl">أ&lt;</bdi>'
    )


def test_a_page_is_the_same_whichever_page_of_its_folder_was_printed_first() -> None:
    addresses = [*(f"events/{name}/" for name in "abc"), "about-us/"]
    pages = [Page(address, "signpost.html", SignpostView((), withdrawn=False, note="")) for address in addresses]
    one, other = Press(THEME, MASTHEAD), Press(THEME, MASTHEAD)

    assert [one.print_page(page, "") for page in pages] == [other.print_page(page, "") for page in pages[::-1]][::-1]
    assert 'href="../../timeline/"' in one.print_page(pages[0], "")[0]
    assert 'href="../timeline/"' in one.print_page(pages[3], "")[0]


def test_the_navigation_says_where_the_reader_is() -> None:
    html, _ = Press(THEME, MASTHEAD).print_page(Page("about/", "404.html"), "")

    assert '<a href="./" aria-current="page">About</a>' in html
    assert html.count("aria-current") == 1


def test_a_section_is_printed_in_one_piece_that_its_files_share() -> None:
    told = entry("opening", "2025-01-13", article("opening-a", "2025-01-13", full=True))
    section = Section(event_pages, (told, Thread("", "", None, None, ()), ("sources/example-courier/",), NO_TIES))
    printed = print_section(THEME, MASTHEAD, text_of, section)
    files = files_of(printed)

    assert [file.path for file in files] == [
        "events/opening/index.html",
        "articles/opening-a/index.html",
        "events/opening/event.json",
    ]
    assert b"".join(file.content for file in files) == printed.ink.read()
    assert all(blake2b(file.content, digest_size=16).hexdigest() == file.fingerprint for file in files)
    assert b"<p>The whole text of opening-a.</p>" in files[1].content


def text_of(told: Article) -> str:
    return f"The whole text of {told.stem}."
