"""Law 4, held from the outside: the site's own data against the articles' files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import make_draft, make_site
from generator.config import SUMMARISERS, load_config
from generator.errors import DigestError
from generator.events.entries import prove
from generator.executors import InPlace
from generator.model import Citation, Paragraph, Statement
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
            assert any(statement["verbatim"] in paragraph for paragraph in cited)


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
                for statement in entry.statements
                if article.stem in {citation.article for citation in statement.citations}
            }
            assert article.full or sum(map(count_words, quoted)) <= config.excerpt.budget(article)


def test_a_statement_that_its_source_does_not_hold_fails_the_build_by_name() -> None:
    invented = Statement("The bridge fell.", "The bridge fell.", (Citation("council", 1, 1),))

    with pytest.raises(DigestError, match=r"council paragraph 1: does not say: 'The bridge fell\.'"):
        prove([invented], {"council": (Paragraph("The bridge opened."),)})
