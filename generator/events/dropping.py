"""Take out the statements that the editor does not want, and tell which would take whose place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.errors import Fault
from generator.events.on_demand import OnDemand
from generator.events.statements import same_words, shown
from generator.model import Citation, Editorial, Report, Statement

Summariser = Callable[[Sequence[Report]], tuple[Statement, ...]]


def without(reports: Sequence[Report], openings: Iterable[str]) -> tuple[Report, ...]:
    """Give reports without the sentences that begin with any of these words; their places stay, empty."""
    begins = tuple(filter(None, map(_bare, openings)))
    return tuple(Report(each.article, OnDemand(partial(_kept, begins), each.sentences)) for each in reports)


def drop_faults(word: Editorial, reports: Iterable[Report]) -> Iterator[Fault]:
    """Give a warning for each opening of the editor's with which no sentence of these reports begins.

    A sentence goes with its article: an error would hold a withdrawal back, and what is withdrawn stay in view.
    """
    left = {opening: _bare(opening) for opening in word.drop}
    for sentence in (sentence for report in reports for sentences in report.sentences for sentence in sentences):
        if not left:
            return
        left = {opening: bare for opening, bare in left.items() if not _begins(sentence, (bare,))}
    for opening in left:
        mend = "copy the first words of a statement from its page; if its article is gone, delete these"
        told = f"drop: no sentence begins with '{opening}' ({mend})"
        yield Fault(word.path, word.lines.get("drop", 0), told, "warning")


def next_in_line(
    summarise: Summariser, reports: Sequence[Report], statements: Iterable[Statement]
) -> tuple[tuple[Statement, tuple[Statement, ...]], ...]:
    """Give, beside each statement, those that would come in if the editor dropped it."""
    statements = tuple(statements)
    known = {each.verbatim for each in statements}
    return tuple(
        (each, tuple(other for other in summarise(_without_cited(reports, each)) if other.verbatim not in known))
        for each in statements
    )


def _without_cited(reports: Sequence[Report], statement: Statement) -> tuple[Report, ...]:
    cited: dict[str, list[Citation]] = {}
    for citation in statement.citations:
        cited.setdefault(citation.article, []).append(citation)
    return tuple(_blanked(report, cited) for report in reports)


def _blanked(report: Report, cited: Mapping[str, Sequence[Citation]]) -> Report:
    if report.article.stem not in cited:
        return report
    places = {(citation.paragraph, citation.sentence) for citation in cited[report.article.stem]}

    def kept(paragraph: int) -> tuple[str, ...]:
        sentences = report.sentences[paragraph]
        return tuple(
            "" if (paragraph + 1, number) in places else sentence for number, sentence in enumerate(sentences, 1)
        )

    return Report(report.article, OnDemand(kept, range(len(report.sentences))))


def _kept(begins: tuple[str, ...], sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if _begins(sentence, begins) else sentence for sentence in sentences)


def _begins(sentence: str, begins: tuple[str, ...]) -> bool:
    """Tell whether a sentence begins so, as its source has it or as a page shows it."""
    return bool(begins) and (same_words(sentence).startswith(begins) or _bare(shown(sentence)).startswith(begins))


def _bare(opening: str) -> str:
    """Give what counts of words copied from a page: neither their typography nor the ellipsis before them."""
    return same_words(opening.strip().removeprefix("…").removesuffix("…"))
