"""The words of the pages: which file says what, and what may stand in one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import make_site
from generator.cli import main
from generator.config import load_config
from generator.executors import InPlace, text_of
from generator.pages.languages import Opened, make_phrases, open_phrases
from generator.pages.press.sayings import Sayings
from generator.pages.render import print_section
from generator.pages.sheets import Sheet
from generator.pages.theme import BUILT_IN, open_theme
from generator.text import strict_yaml
from tests.pages.invented_digest import ENGLISH, MASTHEAD, THEME

Speak = Callable[..., Opened]
ENGLISH_TEXT = (BUILT_IN / "words/en.yaml").read_text("utf-8")


@pytest.fixture
def speak(tmp_path: Path) -> Speak:
    """Open a language with files of the digest's own: `speak("pl", pl="timeline: Oś czasu")`."""

    def opened(language: str, **files: str) -> Opened:
        (tmp_path / "templates/words").mkdir(parents=True)
        for name, text in files.items():
            (tmp_path / f"templates/words/{name}.yaml").write_text(text, "utf-8")
        return open_phrases(open_theme(tmp_path / "templates"), language, InPlace())

    return opened


def test_a_word_of_the_digests_own_takes_the_place_of_the_built_in_one(speak: Speak) -> None:
    opened = speak("en", en="timeline: What happened when")

    assert opened.phrases.say("timeline") == "What happened when"
    assert opened.phrases.say("about") == "About"
    assert opened.faults == ()


def test_what_a_new_language_does_not_say_is_said_in_english_and_told(speak: Speak) -> None:
    opened = speak("pl", pl="timeline: Oś czasu\narticles: {one: '{number} artykuł', other: '{number} artykułu'}")
    (fault,) = opened.faults

    assert opened.known
    assert (opened.phrases.say("timeline"), opened.phrases.say("about")) == ("Oś czasu", "About")
    assert str(fault).startswith("templates/words/pl.yaml: warning: pages say in English what has no words here: span")


def test_a_language_of_a_region_says_what_its_language_says(speak: Speak) -> None:
    opened = speak("en-GB", **{"en-GB": "settled: Closed"})

    assert (opened.phrases.say("settled"), opened.phrases.say("about")) == ("Closed", "About")
    assert opened.faults == ()


@pytest.mark.parametrize("language", ["sv", "../../etc/passwd", "x" * 500, "en\0", ""])
def test_a_language_that_nobody_speaks_yet_speaks_english(language: str, speak: Speak) -> None:
    opened = speak(language)

    assert not opened.known
    assert opened.phrases.count(2, "articles") == "2 articles"
    assert opened.phrases.date("day", "2015-12-03") == "3 December 2015"


PARTS = "of a day there are d, MMMM, MMM and y; a month has no d, a year no month"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("timelin: X", "1: 'timelin' is no phrase of the pages (did you mean 'timeline'?)"),
        ("# one\nabout: [a]", "2: about: is no phrase (write a text)"),
        ("about:", "1: about: is empty (write a text, or take the line out)"),
        ("contact: 'Mail {address}'", "1: contact: nothing is filled in at {address} (there is {contact})"),
        ("contact: Mail", "1: contact: lacks what is filled in at {contact}"),
        ("about: 'About {0}'", "1: about: nothing is filled in here (take the braces out)"),
        ("about: 'About {'", "1: about: has a brace that belongs to no name (take it out)"),
        ("articles: {one: '{number}'}", "1: articles: has a form for each kind of number (write {one: …, other: …})"),
        (
            "articles: {two: x, other: '{number}'}",
            "1: articles: 'two' is no kind of number in this language (write {one: …, other: …})",
        ),
        ("dates:\n  day: h a", f"2: dates: day: 'h a' asks for a, h ({PARTS})"),
        ("dates:\n  month: d", f"2: dates: month: 'd' asks for d ({PARTS})"),
        ("dates:\n  years: y", "2: dates: years: 'y' words no span (write for example 'd MMMM – d MMMM y')"),
        ("dates: y", "1: dates: is no mapping (write 'day: d MMMM y' lines below it)"),
        ("about: 'a", "1: a quote that is not closed (close it at the end of the value)"),
    ],
)
def test_what_no_page_can_say_is_a_fault_with_its_line_and_leaves_the_built_in_phrase(
    text: str, told: str, speak: Speak
) -> None:
    opened = speak("en", en=text)

    assert [str(fault) for fault in opened.faults] == [f"templates/words/en.yaml:{told}"]
    assert opened.phrases.phrases == ENGLISH.phrases
    assert opened.phrases.counted == ENGLISH.counted
    assert opened.phrases.calendar == ENGLISH.calendar


def test_a_language_without_plurals_needs_one_form(speak: Speak) -> None:
    opened = speak("ja", ja="articles: 記事{number}件")

    assert opened.phrases.count(1200, "articles") == "記事1,200件"
    assert opened.phrases.count(3, "events") == "3 events"
    assert [fault.weight for fault in opened.faults] == ["warning"]
    assert opened.phrases.date("day", "2015-12-03") == "2015年12月3日"


def test_numbers_take_the_form_and_the_digits_of_their_language(speak: Speak) -> None:
    forms = "few: '{number} مقالات', many: '{number} مقالة', other: '{number} مقالة كاملة'"
    opened = speak("ar-EG", ar=f"articles: {{zero: لا, one: واحدة, two: اثنتان, {forms}}}")

    told = [opened.phrases.count(number, "articles") for number in (0, 1, 2, 3, 11, 100, 1103)]
    assert told == ["لا", "واحدة", "اثنتان", "٣ مقالات", "١١ مقالة", "١٠٠ مقالة كاملة", "١,١٠٣ مقالات"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", ("3 декабря 2015\u202fг.", "декабрь", "2–13 мая 2015\u202fг.")),
        ("en-US", ("December 3, 2015", "December", "May 2–13, 2015")),
        ("en-GB", ("3 December 2015", "December", "2–13 May 2015")),
        ("de", ("3. Dezember 2015", "Dezember", "2.–13. Mai 2015")),
        ("ar", ("3 ديسمبر 2015", "ديسمبر", "2–13 مايو 2015")),
        ("ar-SY", ("٣ كانون الأول ٢٠١٥", "كانون الأول", "٢–١٣ أيار ٢٠١٥")),
        ("he", ("3 בדצמבר 2015", "דצמבר", "2–13 במאי 2015")),
        ("th", ("3 ธันวาคม ค.ศ. 2015", "ธันวาคม", "2–13 พฤษภาคม 2015")),
        ("fa", ("۳ دسامبر ۲۰۱۵", "دسامبر", "۲ تا ۱۳ مهٔ ۲۰۱۵")),
    ],
)
def test_dates_are_worded_as_their_language_words_them_whatever_was_asked_before(
    language: str, told: tuple[str, str, str], speak: Speak
) -> None:
    phrases = speak(language, **{language: "about: X"}).phrases

    assert (phrases.date("day", "2015-12-03"), phrases.month(12)) == told[:2]
    assert phrases.span("days", "2015-05-02", "2015-05-13") == told[2]


def test_a_phrase_in_a_template_is_escaped_with_what_is_filled_in() -> None:
    say = Sayings(ENGLISH)

    assert say.contact(contact="<a&b>") == "Contact: &lt;a&amp;b&gt;"
    assert say.more(number=1200) == "1,200 more"
    assert say.subscribe_short(subscribe="x/").startswith('<a href="x/">Feeds and data files</a>: new')
    assert "<code>null</code>" in say.data_lead


BUILT_IN_WORDS = {path.stem: path.read_text("utf-8") for path in sorted((BUILT_IN / "words").glob("*.yaml"))}
LANGUAGES = [tag for tag in BUILT_IN_WORDS if "-" not in tag]  # those of regions hold what they say otherwise


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_built_in_language_says_all_that_english_says_in_each_of_its_forms(language: str) -> None:
    opened = open_phrases(open_theme(Path("no folder")), language, InPlace())
    words = strict_yaml.parse(BUILT_IN_WORDS[language]).values
    categories = {*dict(opened.phrases.rules), "other"}

    assert opened.faults == ()
    assert words.keys() - {"dates"} == strict_yaml.parse(ENGLISH_TEXT).values.keys() - {"dates"}
    for key, value in words.items():
        if key in opened.phrases.counted:
            assert not isinstance(value, dict) or value.keys() == categories, key


# Comments, what templates fill in, and what programs read.
MACHINE_WORDS = re.compile(
    r"{#.*?#}|data-note=\"[^\"]*\"|{% block kind %}\w+|{%.*?%}|{{.*?}}|<(?:code|abbr)\b.*?</(?:code|abbr)>",
    flags=re.DOTALL,
)


def test_no_word_of_the_pages_stands_in_a_template() -> None:
    for path in sorted(BUILT_IN.rglob("*.html")):
        text = MACHINE_WORDS.sub("", path.read_text("utf-8"))
        told = re.findall(r">([^<]*[A-Za-z]{2}[^<]*)<|(?:aria-label|title|alt)=\"([^\"]*[A-Za-z]{2})", text)
        assert told == [], path.name


def test_every_phrase_is_said_somewhere_and_none_that_is_not_there() -> None:
    python = "\n".join(path.read_text("utf-8") for path in (BUILT_IN.parent / "generator").rglob("*.py"))
    pages = "\n".join(path.read_text("utf-8") for path in BUILT_IN.rglob("*.html"))
    said = {*re.findall(r"\bsay\.(\w+)", pages), *re.findall(r"(?:say|said)\((?:phrases, )?[\"'](\w+)[\"']", python)}
    counted = set(re.findall(r"\bcount\([^\"'\n]*[\"'](\w+)[\"']", python))
    # What is put together of a date's basis, a unit of time, a status.
    made_up = {key for key in ENGLISH.phrases if re.fullmatch(r"basis_\w+|\w+_head", key)}
    made_up |= {key for key in ENGLISH.counted if re.fullmatch(r"\w+_(later|earlier)", key)}
    named = set(re.findall(r"[\"'](\w+)[\"']", python))

    assert said - counted <= ENGLISH.phrases.keys() | ENGLISH.counted.keys()
    assert counted <= ENGLISH.counted.keys()
    assert (ENGLISH.phrases.keys() | ENGLISH.counted.keys()) - said - counted - made_up - named == set()


def test_a_digest_in_a_new_language_begins_with_the_words_of_english(project: Callable[..., Path]) -> None:
    root = project(config={"language": "sv"})

    assert main(["new", "template", "words/sv.yaml", "-r", str(root)]) == 0
    begun = (root / "templates/words/sv.yaml").read_text("utf-8").splitlines()
    left_out = [line for line in ENGLISH_TEXT.splitlines() if line not in begun]
    assert set(begun[1:]) <= set(ENGLISH_TEXT.splitlines())
    assert left_out[1:3] == ["dates:", "  day: d MMMM y"]
    assert all(line.startswith("  ") for line in left_out[2:])


def test_a_language_without_words_is_said_with_its_line(project: Callable[..., Path]) -> None:
    root = project(config={"language": "sv"})
    config, _ = load_config(root)
    site = make_site(config, InPlace(), now="2026-02-01T12:00:00Z")

    (fault,) = site.faults
    mend = "'dateline new template words/sv.yaml' begins them"
    assert (
        str(fault) == f"config.yaml:4: warning: language: there are no words in 'sv', so pages speak English ({mend})"
    )
    assert b'<html lang="sv" dir="ltr">' in site.files["index.html"].content


UNSEEN = re.compile(r"<(style|script|code|pre|abbr)\b.*?</\1>|<[^>]*>", flags=re.DOTALL)
NAMES_OF_FORMATS = {"RSS", "Atom", "JSON", "Feed", "CSV", "TimelineJS", "BibTeX", "CSL", "SHA"}
NAMES_OF_FORMATS |= {"https", "digest", "example", "feed", "xml", "atom", "json", "bridge", "events"}  # of addresses


def test_an_arabic_digest_says_nothing_of_its_own_in_english(project: Callable[..., Path]) -> None:
    body = "افتتح الجسر يوم الثلاثاء."
    article = {"title": "عنوان", "date": "2026-01-13", "source": "جريدة", "lang": "ar", "body": body}
    root = project({"bridge": article}, config={"language": "ar", "title": "ملف", "description": "وصف"})
    config, _ = load_config(root)
    files = make_site(config, InPlace(), now="2026-02-01T12:00:00Z").files

    for path, file in files.items():
        if path.endswith(".html"):
            shown = UNSEEN.sub(" ", file.content.decode())
            assert set(re.findall("[A-Za-z]{3,}", shown)) <= NAMES_OF_FORMATS, path
    assert "13 يناير 2026" in files["index.html"].content.decode()
    assert '<html lang="ar" dir="rtl">' in files["index.html"].content.decode()
    assert "المصادر:" in files["feed.xml"].content.decode()


def test_sources_are_numbered_in_the_digits_of_the_language(project: Callable[..., Path]) -> None:
    article = {
        "title": "Bridge opens",
        "date": "2026-01-13",
        "source": "Courier",
        "body": "The bridge opened on Tuesday.",
    }
    config, _ = load_config(project({"bridge": article}, config={"language": "ar-EG"}))
    files = make_site(config, InPlace(), now="2026-02-01T12:00:00Z").files
    (page,) = [file.content.decode() for path, file in files.items() if re.fullmatch("events/.+/index.html", path)]

    assert 'value="1" data-mark="١"' in page
    assert '<span class="unseen">المصدر</span> ١ <bdi>Courier</bdi>' in page


def test_marks_of_direction_are_paired_within_an_element_and_stand_in_no_attribute(
    project: Callable[..., Path],
) -> None:
    told = {"title": "Bridge opens", "date": "2026-01-13", "body": "The harbour bridge of Westhaven opened on Tuesday."}
    articles = {f"bridge-{name}": {**told, "source": name, "author": "B. Lee"} for name in ("post", "record", "herald")}
    root = project(articles, config={"language": "ar", "title": "Harbour", "author": "A. Editor"})
    config, _ = load_config(root)
    files = make_site(config, InPlace(), now="2026-02-01T12:00:00Z").files

    for path in [path for path in files if path.endswith(".html")]:
        html = files[path].content.decode()
        assert not [tag for tag in re.findall("<[^>]*>", html) if set(tag) & {"\u2068", "\u2069"}], path
        texts = re.split("<[^>]*>", html)
        assert not [text for text in texts if text.count("\u2068") != text.count("\u2069")], path


TEXTS = st.text(max_size=20) | st.text("{}[]()%'`dMyLGhE-– /numberct", max_size=25)
FORMS = st.dictionaries(st.sampled_from(["one", "other", "few", "day", "years", "month"]), TEXTS)
NAMES = st.sampled_from(["about", "contact", "articles", "no_page_help", "same_names", "dates", "odd"])


@given(st.dictionaries(NAMES, TEXTS | FORMS, max_size=4), st.sampled_from(["en", "ar", "xx"]))
def test_whatever_stands_in_a_file_of_words_something_can_be_said(words: dict[str, object], language: str) -> None:
    own = Sheet("own", language, json.dumps(words, ensure_ascii=False))
    phrases = make_phrases(language, (Sheet("en", "en", ENGLISH_TEXT), own)).phrases
    say = Sayings(phrases)

    assert all(phrases.count(number, "articles") is not None for number in (0, 1, 2, 5, 11, 1_000_000))
    assert phrases.date("month", "2015-02") is not None
    assert all(phrases.span(name, "2015-02-03", "2016-03-04") is not None for name in phrases.calendar.spans)
    assert say.same_names(number=3, names="{x}") is not None
    assert say.no_page_help(timeline="a", home="b") is not None


def test_the_words_stand_in_a_key_by_their_fingerprint_alone(speak: Speak) -> None:
    other = speak("en", en="timeline: What happened when").phrases
    keys = [text_of(partial(print_section, THEME, replace(MASTHEAD, phrases=each))) for each in (ENGLISH, other)]

    assert keys[0] != keys[1]
    assert ENGLISH.mark in keys[0]
    assert ENGLISH.say("colophon") not in keys[0]
