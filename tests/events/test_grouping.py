from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.events.grouping import closeness_of, group
from generator.events.linkage import join
from generator.model import Article, Terms, When
from generator.text.vectors import terms_of

FERRY = (
    "The ferry Aurora sank off Kalmsund on Monday after a fire in the engine room, and 41 passengers were saved.",
    "All 41 passengers of the Aurora were saved when the burning ferry sank near Kalmsund, the coast guard said.",
)
MAYOR = (
    "Mayor Ilse Brandt of Tarnow resigned on Friday over a contract for the city's new tram depot.",
    "A contract for a tram depot has cost Tarnow its mayor: Ilse Brandt resigned late on Friday.",
)
Told = tuple[Article, Terms]
SYLLABLES = ("ka", "lo", "mi", "nu", "re", "ta", "bar", "dun", "gel", "tov", "sis", "fer")


def article(stem: str, text: str, *, title: str = "", told: str = "", published: str = "", lang: str = "") -> Told:
    written = Article(
        *(stem, f"content/articles/{stem}.md", "", title),
        When(published, "page stamp") if published else None,
        When(told, "editor") if told else None,
        len(text.split()),
        lang=lang,
    )
    return written, terms_of(title, [text])


def groups_of(told: Sequence[Told], fixed: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    return group([article for article, _ in told], {article.stem: terms for article, terms in told}, fixed)


def invented(chance: random.Random) -> str:
    """Write sentences about people that nobody else tells of."""
    names = ["".join(chance.choices(SYLLABLES, k=5)).title() for _ in range(8)]
    return " ".join(f"On {name} the town of {name} was late for a {name}." for name in names)


def test_reports_of_one_event_are_one_group() -> None:
    texts = [*FERRY, *MAYOR]
    articles = [article(f"a{number}", text) for number, text in enumerate(texts)]
    assert groups_of(articles, {}) == (("a0", "a1"), ("a2", "a3"))


def test_the_five_pages_of_the_example_tell_of_four_events() -> None:
    days = {
        "000_fe8fde9b5cc73e70": ("In Moscow, Kerry calls for 'common ground' with Russia", "2015-12-15"),
        "001_cce7f1ca9dc3f8ab": ("Kerry, Putin hold talks on Syria issue", "2013-05-07"),
        "002_5a7585ef9d8ecff9": ("Russia, US call for common ground over various issues", "2015-12-15"),
        "003_50cfdfd88efb925b": ("US, Russia vow to boost cooperation", "2015-05-12"),
        "004_47427ce8c2fb7d6e": ("Kerry and Lavrov open Syria talks as countries trade barbs", "2016-02-11"),
    }
    raw = Path(__file__).parents[2] / "content" / "raw"
    articles = [
        article(stem, (raw / f"{stem}.txt").read_text(encoding="utf-8"), title=title, told=told)
        for stem, (title, told) in days.items()
    ]
    one, two, three, four, five = days
    assert groups_of(articles, {}) == ((one, three), (two,), (four,), (five,))


def test_the_days_told_of_part_what_the_words_do_not() -> None:
    text = "Ministers met in Kalmsund for talks on the fishing treaty and agreed to meet again"
    near = [article("a", f"{text}.", told="2019-03-04"), article("b", f"{text}, they said.", told="2019-03-05")]
    far = [
        article("a", f"{text} soon.", told="2019-03-04"),
        article("b", "Talks on a treaty, they said.", told="2021-03-05"),
    ]
    assert groups_of(near, {}) == (("a", "b"),)
    assert groups_of(far, {}) == (("a",), ("b",))


def test_two_short_texts_that_share_only_small_words_are_two_events() -> None:
    bridge = article("a", "The harbour bridge was closed after cracks were found.", told="2026-01-13")
    council = article("b", "The town council voted to raise the market fees.", told="2026-01-13")
    assert groups_of([bridge, council], {}) == (("a",), ("b",))


def test_what_is_placed_stays_and_a_new_report_joins_it() -> None:
    known = [article("a", FERRY[0]), article("b", MAYOR[0]), article("c", MAYOR[1])]
    fixed = {"a": "mayor", "b": "mayor", "c": "tram"}
    assert groups_of(known, fixed) == (("a", "b"), ("c",))
    assert ("a", "b", "new") in groups_of([*known, article("new", FERRY[1])], fixed)


def test_reports_in_two_languages_are_not_grouped_unaided() -> None:
    assert groups_of([article("a", FERRY[0], lang="en"), article("b", FERRY[0], lang="de")], {}) == (("a",), ("b",))
    assert groups_of([article("a", FERRY[0], lang="en"), article("b", FERRY[0], lang="en-US")], {}) == (("a", "b"),)


def test_short_items_of_one_town_stay_apart() -> None:
    quay = (
        "The quay at Tarnow was closed on Friday after a crane fell on it, the county said. Nobody was hurt. The quay "
    )
    quay += "loads 900 tons a day and will stay shut for a week."
    fares = (
        "The council of Tarnow raised bus fares by a tenth on Saturday, against the votes of the liberals. A month's "
    )
    fares += "ticket will cost 70 crowns from June, the treasurer said."
    items = [
        article("a", quay, title="Quay closed in Tarnow", published="2026-05-02"),
        article("b", fares, title="Council of Tarnow raises bus fares", published="2026-05-03"),
    ]
    assert groups_of(items, {}) == (("a",), ("b",))


def test_chinese_reports_are_grouped_too() -> None:
    texts = ("渡轮在卡尔姆松港口附近沉没乘客获救", "卡尔姆松港口附近渡轮沉没全部乘客获救", "市长因电车合同辞职")
    assert groups_of([article(f"a{number}", text) for number, text in enumerate(texts)], {}) == (("a0", "a1"), ("a2",))


def test_empty_articles_stay_alone() -> None:
    assert groups_of([article("a", ""), article("b", ""), article("c", "...")], {}) == (("a",), ("b",), ("c",))


def test_a_title_over_many_texts_joins_none_of_them() -> None:
    chance = random.Random(7)
    briefings = [
        article(f"b{number:03}", f"{invented(chance)[:250]}.", title="Morning Briefing With Ilse Brandt")
        for number in range(12)
    ]
    others = [article(f"x{number:03}", invented(chance)) for number in range(300)]
    together = [stems for stems in groups_of([*briefings, *others], {}) if sum(stem[0] == "b" for stem in stems) > 1]
    assert together == []


def test_unrelated_articles_move_nothing() -> None:
    chance = random.Random(3)
    told = [article(f"a{number}", text) for number, text in enumerate([*FERRY, *MAYOR])]
    others = [article(f"x{number:03}", invented(chance)) for number in range(500)]
    assert set(groups_of(told, {})) <= set(groups_of([*told, *others], {}))


def test_reports_without_a_day_meet_however_many_stand_between_them() -> None:
    chance = random.Random(5)
    others = [article(f"m{number:03}", invented(chance)) for number in range(600)]
    assert ("a", "z") in groups_of([article("a", FERRY[0]), *others, article("z", FERRY[1])], {})


def test_reports_a_year_apart_are_not_compared() -> None:
    chance = random.Random(5)
    days = [date(2019, 1, 1) + timedelta(days=number) for number in range(600)]
    others = [article(f"m{day}", invented(chance), told=day.isoformat()) for day in days]
    ferries = [article("a", FERRY[0], told="2019-01-01"), article("z", FERRY[0], told="2020-07-01")]
    assert {("a",), ("z",)} <= set(groups_of([*ferries, *others], {}))


class Counted(dict[str, Terms]):
    """Terms by stem that remember whose were asked for."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__({article.stem: terms for article, terms in told})
        self.asked: set[str] = set()

    def __getitem__(self, stem: str) -> Terms:
        self.asked.add(stem)
        return super().__getitem__(stem)


def test_one_new_report_asks_only_for_those_near_it() -> None:
    chance = random.Random(5)
    days = [date(2019, 1, 1) + timedelta(days=number) for number in range(1500)]
    known = [article(f"m{day}", invented(chance), told=day.isoformat()) for day in days]
    told = [article("a", FERRY[0], told="2019-06-01"), article("new", FERRY[1], told="2019-06-02"), *known]
    fixed = {one.stem: f"event {one.stem}" for one, _ in told if one.stem != "new"}
    terms = Counted(told)
    assert ("a", "new") in group([one for one, _ in told], terms, fixed)
    assert len(terms.asked) < 500
    assert not terms.asked & {f"m{day}" for day in days[600:]}


LETTERS = st.text("abcABC 外交。.", max_size=30)
DAYS = st.sampled_from(["", "2019", "2019-03", "2019-03-04", "2019-03-04/2019-04-01", "2021-01-01~"])


@settings(deadline=None)
@given(st.lists(st.tuples(LETTERS, DAYS), max_size=12), st.randoms(use_true_random=False), st.data())
def test_every_article_is_in_one_group_whatever_the_order(
    texts: list[tuple[str, str]], chance: random.Random, data: st.DataObject
) -> None:
    articles = [article(f"a{number:02}", text, told=day) for number, (text, day) in enumerate(texts)]
    fixed = {one.stem: label for one, _ in articles if (label := data.draw(st.sampled_from(["", "", "one", "two"])))}
    groups = groups_of(articles, fixed)
    assert sorted(stem for stems in groups for stem in stems) == [one.stem for one, _ in articles]
    for stems in groups:
        assert len({fixed[stem] for stem in stems if stem in fixed}) <= 1
    assert len({stems for stems in groups for stem in stems if fixed.get(stem) == "one"}) <= 1
    chance.shuffle(articles)
    assert groups_of(articles, fixed) == groups


@settings(deadline=None)
@given(st.lists(st.text(), max_size=6))
def test_any_text_can_be_grouped(texts: list[str]) -> None:
    articles = [article(f"a{number}", text, title=text[:5]) for number, text in enumerate(texts)]
    assert sum(map(len, groups_of(articles, {}))) == len(texts)


def test_groups_join_while_their_pairs_are_close_on_average() -> None:
    close = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8}
    assert join(["", "", "", ""], close, 0.2) == [[0, 1], [2, 3]]
    assert join(["", "", "", ""], close, 0.1) == [[0, 1, 2, 3]]


def test_a_label_begins_a_group_and_keeps_it_from_another() -> None:
    close = {(0, 1): 0.9, (1, 2): 0.4, (2, 3): 0.8}
    assert join(["here", "", "there", ""], close, 0.2) == [[0, 1], [2, 3]]
    assert join(["here", "", "there", "here"], close, 0.2) == [[0, 3, 1], [2]]


COPY = f"{FERRY[0]} {FERRY[1]} Divers are to look at the wreck on Wednesday, and the harbour stays closed until then."


def test_hundreds_of_copies_of_one_text_are_one_event_and_so_is_the_next() -> None:
    chance = random.Random(3)
    others = [article(f"x{number:03}", invented(chance), told="2026-01-14") for number in range(100)]
    copies = [article(f"c{number:03}", COPY, title="Ferry sinks", told="2026-01-14") for number in range(500)]
    late = article("late", COPY, title="Ferry sinks", told="2026-01-15")

    groups = groups_of([*copies, *others], {})
    settled = {stem: str(number) for number, stems in enumerate(groups) for stem in stems}

    assert max(groups, key=len) == tuple(one.stem for one, _ in copies)
    assert tuple(one.stem for one, _ in [*copies, late]) in groups_of([*copies, late, *others], settled)


def test_closeness_is_told_of_each_pair_of_which_one_is_asked_for() -> None:
    told = [
        *(article(f"a{number}", FERRY[0]) for number in range(3)),
        *(article(f"b{number}", MAYOR[0]) for number in range(2)),
    ]

    close = closeness_of({"a0", "a1", "a2"}, [one for one, _ in told], {one.stem: terms for one, terms in told})

    assert sorted(close) == [("a0", "a1"), ("a0", "a2"), ("a1", "a2")]
    assert min(close.values()) > 0.5


def test_the_same_words_years_apart_are_another_event() -> None:
    text = "Voters in Kalmsund elected a mayor on Sunday. {} won by {} votes, the clerk said, and takes office in May."
    told = [("2016-05-08", "Ilse Brandt", 912), ("2020-05-10", "Ada Holm", 477), ("2024-05-12", "Nils Falk", 1204)]
    articles = [article(day, text.format(name, votes), told=day, published=day) for day, name, votes in told]
    assert groups_of(articles, {}) == tuple((day,) for day, _, _ in told)


def test_the_stamps_of_pages_part_less_than_days_that_are_known() -> None:
    stamped = [article("a", FERRY[0], published="2019-03-04"), article("b", FERRY[0], published="2020-03-04")]
    stamped = [(replace(written, told=written.published), terms) for written, terms in stamped]
    assert groups_of(stamped, {}) == (("a", "b"),)
    known = [
        (replace(written, told=When(written.told.value, "dateline")), terms)
        for written, terms in stamped
        if written.told
    ]
    assert groups_of(known, {}) == (("a",), ("b",))


def retitled(text: str, chance: random.Random, copies: int) -> list[Told]:
    """Give copies of a text under titles of any of its words and others, cut at its end, on four days."""
    words = text.split()
    return [
        article(
            f"copy{at:03}",
            " ".join(words[: chance.randrange(40, len(words))]),
            title=" ".join(chance.sample(words, k=3) + chance.choices(SYLLABLES, k=4)),
            published=f"2026-01-1{at % 4}",
        )
        for at in range(copies)
    ]


def test_hundreds_of_copies_are_one_event_however_trimmed_and_retitled() -> None:
    chance = random.Random(3)
    copies = retitled(f"{FERRY[0]} {invented(chance)} {FERRY[1]}", chance, 240)
    others = [article(f"other{at:03}", invented(chance), published=f"2026-01-1{at % 4}") for at in range(60)]
    groups = groups_of([*copies, *others], {})
    assert tuple(f"copy{at:03}" for at in range(240)) in groups
    assert len(groups) == 61


def test_reports_by_a_form_are_no_copies_of_each_other() -> None:
    chance = random.Random(5)
    places = ["".join(chance.choices(SYLLABLES, k=4)).title() for _ in range(150)]
    reports = [
        article(
            f"quake{at:03}",
            f"A quake shook the ground near {place} at night, said the survey, which has an office there. People were "
            "asked to stay away from damaged buildings until engineers could look at them and no warning of a wave was "
            "given for any coast of the country.",
            title=f"Quake near {place}",
            published="2026-01-13",
        )
        for at, place in enumerate(dict.fromkeys(places))
    ]
    assert len(groups_of(reports, {})) > 100
