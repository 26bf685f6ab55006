from hypothesis import example, given
from hypothesis import strategies as st

from generator.articles.manuscript import is_untouched, markdown, write_manuscript
from generator.model import Paragraph
from generator.text import strict_yaml
from generator.text.characters import one_line
from generator.text.markdown import paragraphs_of

words = st.text(min_size=1).map(one_line).filter(bool)


@given(words)
@example("# no heading")
@example("1. no list")
@example("1) no list")
@example("- no item")
@example("a *b* _c_ `d` [e](http://f) <g> &amp; ~~h~~ \\ ![i](j)")
@example("---")
@example("| a | b |")
@example("[x]: http://y")
@example("+")
@example("```")
def test_whatever_a_paragraph_says_markdown_reads_back_the_same_words(text: str) -> None:
    assert paragraphs_of(markdown([Paragraph(text)])) == (Paragraph(text),)


def test_headings_items_and_prose_read_back_as_what_they_are() -> None:
    paragraphs = (
        Paragraph('"It" ends *today*.', "standfirst"),
        Paragraph("It begins."),
        Paragraph("A heading", "heading"),
        Paragraph("one", "item"),
        Paragraph("two", "item"),
        Paragraph("It ends."),
    )
    assert (
        markdown(paragraphs) == '**"It" ends \\*today\\*.**\n\nIt begins.\n\n## A heading\n\n- one\n- two\n\nIt ends.\n'
    )
    assert paragraphs_of(markdown(paragraphs)) == paragraphs


@given(words, words)
def test_an_article_is_known_as_untouched_until_a_character_changes(title: str, body: str) -> None:
    data = write_manuscript({"title": title}, [Paragraph(body)], page="a.txt", sha256="0" * 64)
    assert is_untouched(data)
    assert not is_untouched(data + b"x")
    assert not is_untouched(data.replace(b"title:", b"title: A", 1))


@given(words)
def test_a_title_of_any_characters_reads_back_from_the_front_matter(title: str) -> None:
    data = write_manuscript({"title": title}, [Paragraph("x")], page="a.txt", sha256="0" * 64).decode()
    assert strict_yaml.parse(data.split("---\n")[1]).values["title"] == title


def test_only_fields_with_a_value_are_written_in_the_order_of_the_manual() -> None:
    data = write_manuscript({"lang": "en", "title": "T", "source": ""}, [Paragraph("x")], page="p", sha256="s").decode()
    assert data.startswith("---\ntitle: T\nlang: en\nimported:\n  from: p\n  sha256: s\n  text: ")
