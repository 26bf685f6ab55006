"""Render the sections of a site: their pages printed, their files as they are, all bytes of a section in one piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from generator.blob import Blob
from generator.errors import Fault
from generator.executors import Executor, at_hand
from generator.model import Article
from generator.pages.addresses import file_path
from generator.pages.model import File, Masthead, Page, Printed, Section, file_of
from generator.pages.phrasebook import Phrasebook
from generator.pages.theme import Theme
from generator.text.markdown import html_of

Bodies = Callable[[Article], str]


def render(
    sections: Iterable[Section], theme: Theme, masthead: Masthead, bodies: Bodies, executor: Executor
) -> tuple[tuple[File, ...], tuple[Fault, ...]]:
    """Give the files of each section, and each fault of the templates once; `bodies` gives an article's Markdown."""
    faults = [
        fault for broken in executor.map(partial(broken_templates, masthead.phrases), [theme]) for fault in broken
    ]
    sections = tuple(sections)
    work = partial(print_section, theme, masthead, bodies), partial(print_passing, theme, masthead, bodies)
    prints = list(executor.map(work[0], [section for section in sections if section.kept]))
    prints += executor.map(work[1], [section for section in sections if not section.kept])
    faults += [fault for printed in prints for fault in printed.faults]
    files = tuple([file for part in executor.map(files_of, prints) for file in part])
    return files, tuple(dict.fromkeys(faults))


@at_hand
def files_of(printed: Printed) -> tuple[File, ...]:
    """Give the files of a section, which share its ink."""
    return tuple([File(path, mark, size, printed.ink, start) for path, mark, size, start in printed.files])


def broken_templates(phrases: Phrasebook, theme: Theme) -> tuple[Fault, ...]:
    """Give the faults of templates that do not compile, whether a page uses them or not."""
    from generator.pages.press.faults import check_theme  # noqa: PLC0415 - Jinja2 takes 100 ms to load

    return check_theme(phrases, theme)


def print_section(theme: Theme, masthead: Masthead, bodies: Bodies, section: Section) -> Printed:
    """Make a section's pages and files."""
    files: list[tuple[str, str, int, int]] = []
    faults: list[Fault] = []
    ink: list[bytes] = []
    start = 0
    for made in section.make(masthead, *section.parts):
        if isinstance(made, Page):
            file, wrong = _printed(theme, masthead, bodies, made)
            faults += wrong
        else:
            file = made
        files.append((file.path, file.fingerprint, file.size, start))
        ink.append(file.content)
        start += file.size
    return Printed(tuple(files), tuple(faults), Blob(b"".join(ink)))


@at_hand
def print_passing(theme: Theme, masthead: Masthead, bodies: Bodies, section: Section) -> Printed:
    """Make a section of which no bytes are held: they are made again when somebody asks for them."""
    printed = print_section(theme, masthead, bodies, section)
    printed.ink.lay_down(partial(_made_again, theme, masthead, bodies, section))
    return printed


def _made_again(theme: Theme, masthead: Masthead, bodies: Bodies, section: Section, start: int, end: int) -> bytes:
    return print_section(theme, masthead, bodies, section).ink.read(start, end)


def _printed(theme: Theme, masthead: Masthead, bodies: Bodies, page: Page) -> tuple[File, tuple[Fault, ...]]:
    from generator.pages.press.printing import press_of  # noqa: PLC0415 - a build that remembers every page loads no Jinja2

    full_text = html_of(bodies(page.full_text)) if page.full_text else ""
    html, faults = press_of(theme, masthead).print_page(page, full_text)
    return file_of(file_path(page.address), html), faults
