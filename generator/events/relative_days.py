"""Say which day a statement means by "on Tuesday", where it is another day than its event's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model import Event, Statement, When
from generator.text.expressions import Expression, find_expressions

_QUOTES = '"“”„«»「」『』'


def with_days(statement: Statement, event: Event) -> Statement:
    """Give a statement with the days that its words mean, as its first source wrote them, beside the event's own."""
    stem = statement.citations[0].article
    article = next(article for article in event.articles if article.stem == stem)
    written = article.published
    if written is None or written.precision != "day":
        return statement
    found = find_expressions(statement.text, written.first, lang=article.lang or "en")
    if not found:
        return statement
    days = {
        each.words: each.edtf
        for each in found
        if _is_relative(each)
        and not _is_within(each, event.when)
        and not _is_quoted(statement.text, each.start)
        and not any(_is_part(other, each) for other in found)
    }
    return replace(statement, days=tuple(days.items())) if days else statement


def _is_relative(expression: Expression) -> bool:
    """Tell "on Tuesday" and "last week" from "on 3 March", which every reader understands."""
    return not expression.explicit and not expression.about and not any(map(str.isdigit, expression.words))


def _is_quoted(text: str, at: int) -> bool:
    """Tell whether it stands in a quotation: "today" is the day on which it was said, and nobody tells which."""
    return sum(map(text[:at].count, _QUOTES)) % 2 == 1


def _is_part(expression: Expression, whole: Expression) -> bool:
    """Tell whether it says the same more exactly: "next week, on 29 April"."""
    days, others = (expression.first, expression.last), (whole.first, whole.last)
    return days != others and others[0] <= days[0] and days[1] <= others[1]


def _is_within(expression: Expression, when: When | None) -> bool:
    return when is not None and _overlap(expression.first, expression.last, when.first, when.last)


def _overlap(first: date, last: date, other_first: date, other_last: date) -> bool:
    return first <= other_last and other_first <= last
