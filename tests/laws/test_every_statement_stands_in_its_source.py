"""Law 4, held from the outside: the site's own data against the articles' files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import make_draft, make_site
from generator.config import SUMMARISERS, load_config
from generator.events.entries import UnprovenError, prove
from generator.events.statements import same_words
from generator.executors import InPlace
from generator.model import Article, Citation, Report, Statement
from generator.text.characters import count_words
from tests.invented import corpus
from tests.laws.test_same_bytes import NOW, SETTINGS, lay


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), summariser=st.sampled_from(sorted(SUMMARISERS)))
def test_each_statement_is_found_in_the_paragraph_that_it_cites(
    tmp_path_factory: pytest.TempPathFactory, seed: int, summariser: str
) -> None:
    files = corpus(seed, 15)
    root = lay(
        tmp_path_factory.mktemp("digest"), {"config.yaml": f"{SETTINGS}summary: {{{summariser}: {{}}}}\n", **files}
    )
    config, _ = load_config(root)
    site = make_site(config, InPlace(), now=NOW)
    texts = {Path(path).stem: text.split("---\n")[2] for path, text in files.items()}

    events = [json.loads(file.content) for path, file in site.files.items() if path.endswith("event.json")]
    assert any(event["summary"] for event in events)
    for event in events:
        for statement in event["summary"]:
            cited = [texts[c["article"]].split("\n\n")[c["paragraph"] - 1] for c in statement["citations"]]
            assert statement["verbatim"] in cited[0]
            assert all(same_words(statement["verbatim"]) in same_words(paragraph) for paragraph in cited)


@pytest.mark.slow
@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_no_more_of_an_article_is_shown_than_the_excerpt_rule_allows(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    root = lay(tmp_path_factory.mktemp("digest"), {"config.yaml": SETTINGS, **corpus(seed, 15)})
    config, _ = load_config(root)
    digest = make_draft(config, InPlace(), now=NOW).digest

    for entry in digest.entries:
        for article in entry.event.articles:
            quoted = {
                statement.verbatim
                for statement in (*entry.statements, *(day.statement for day in entry.background))
                if article.stem in {citation.article for citation in statement.citations}
            }
            assert article.full or sum(map(count_words, quoted)) <= config.excerpt.budget(article)


REPORT = Report(
    Article("council", "council.md", "", "Council", None, None, 9),
    (
        (
            "However, the council met.",
            "The mayor, allegedly, left.",
            "Allegedly, the mayor left.",
            "No official said that it fell.",
        ),
    ),
)


@pytest.mark.parametrize(
    ("verbatim", "shown", "sentence", "fault"),
    [
        ("The mayor fell.", "The mayor fell.", 1, "does not say: 'The mayor fell.'"),
        ("However, the council met.", "However, the council met.", 2, "does not say"),
        ("However, the council met.", "However, the council met.", 99, "does not say"),
        ("However, the council met.", "The council met.", 1, "is shown for"),
        ("The mayor, allegedly, left.", "… The mayor left.", 2, "is shown for"),
        ("Allegedly, the mayor left.", "… the mayor left.", 3, "is shown for"),
        ("No official said that it fell.", "… it fell.", 4, "is shown for"),
        ("The mayor, allegedly, left.", "… allegedly, left.", 2, "is shown for"),
    ],
)
def test_a_statement_that_its_source_does_not_hold_is_refused(
    verbatim: str, shown: str, sentence: int, fault: str
) -> None:
    with pytest.raises(UnprovenError, match=fault):
        prove([Statement(verbatim, shown, (Citation("council", 1, sentence),))], [REPORT])


def test_a_sentence_may_be_shown_without_its_tie_to_the_one_before() -> None:
    prove([Statement("However, the council met.", "… The council met.", (Citation("council", 1, 1),))], [REPORT])
