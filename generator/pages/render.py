"""Render pages with Jinja2: everything escaped, nothing undefined, every fault with the template's file and line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import jinja2
from markupsafe import Markup

from generator.errors import Fault
from generator.executors import Executor
from generator.model import Article
from generator.pages.addresses import absolute, file_path, link
from generator.pages.model import File, Masthead, Page, file_of
from generator.pages.theme import Theme
from generator.text.characters import direction
from generator.text.markdown import html_of

# Jinja names a value by its class, with all its modules: a themer knows it without them.
_INNER_NAME = re.compile(r"generator\.[\w.]*\.(\w+) object")

Bodies = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's HTML, or what is wrong with its template."""

    html: str
    faults: tuple[Fault, ...] = ()


def render(
    pages: Iterable[Page], theme: Theme, masthead: Masthead, bodies: Bodies, executor: Executor
) -> tuple[tuple[File, ...], tuple[Fault, ...]]:
    """Give the file of each page, and each fault of the templates once; `bodies` gives an article's Markdown."""
    pages = list(pages)
    broken = _check(theme)
    rendered = list(executor.map(partial(render_page, theme, masthead, bodies), pages))
    files = tuple(file_of(file_path(page.address), result.html) for page, result in zip(pages, rendered, strict=True))
    return files, tuple(dict.fromkeys((*broken, *(fault for result in rendered for fault in result.faults))))


def render_page(theme: Theme, masthead: Masthead, bodies: Bodies, page: Page) -> Rendered:
    """Render one page."""
    full_text = Markup(html_of(bodies(page.full_text))) if page.full_text else ""  # noqa: S704 - html_of escapes
    try:
        html = (
            _environment(theme)
            .get_template(page.template)
            .render(
                page=page,
                view=page.view(masthead, *page.parts),
                full_text=full_text,
                masthead=masthead,
                direction=direction(masthead.language),
                link=partial(link, masthead.base_url, masthead.links, page.address),
                absolute=partial(absolute, masthead.base_url),
            )
        )
    except (UnicodeDecodeError, OSError):
        return Rendered("")  # told by _check
    except RecursionError as error:
        mend = "a template that includes or extends itself (take the line out)"
        return Rendered("", (Fault(*_turn(theme, page.template, error), mend),))
    except Exception as error:  # noqa: BLE001 - a template may do anything wrong; the editor is told what and where
        return Rendered("", (_fault(theme, page.template, error),))
    return Rendered(html)


def _check(theme: Theme) -> tuple[Fault, ...]:
    """Give the faults of templates that do not compile, whether a page uses them or not."""
    faults: list[Fault] = []
    for name in theme.templates:
        try:
            _environment(theme).get_template(name)
        except jinja2.TemplateError as error:
            faults.append(_fault(theme, name, error))
        except (UnicodeDecodeError, OSError) as error:
            faults.append(Fault(_shown(theme, name), 0, f"cannot be read as UTF-8 text ({error})"))
    return tuple(faults)


@lru_cache(maxsize=4)
def _environment(theme: Theme) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme.folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["html"] = _html
    return environment


def _html(text: str) -> Markup:
    """Mark what `html_of` made of the editor's Markdown as safe."""
    return Markup(text)  # noqa: S704 - html_of lets no HTML of the text through


def _fault(theme: Theme, template: str, error: Exception) -> Fault:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Fault(_shown(theme, error.name or template), error.lineno, f"does not compile: {error.message}")
    if isinstance(error, jinja2.TemplateNotFound):
        place = _place(theme, template, error)
        return Fault(*place, f"there is no template '{error.name}' (write it, or name one that is there)")
    where = "names something that is not there: " if isinstance(error, jinja2.UndefinedError) else ""
    words = _INNER_NAME.sub(r"\1", str(error)) or type(error).__name__
    return Fault(*_place(theme, template, error), f"{where}{words}")


def _place(theme: Theme, template: str, error: Exception) -> tuple[str, int]:
    """Give the template and line in which an error arose: Jinja2 puts them into the traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_template(theme, frame.filename)]
    if not frames:
        return _shown(theme, template), 0
    return _relative(theme, Path(frames[-1].filename)), frames[-1].lineno or 0


def _turn(theme: Theme, template: str, error: Exception) -> tuple[str, int]:
    """Give the template and line by which templates come back to where they were."""
    frames = [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__)
        if _is_template(theme, frame.filename)
    ]
    again = next((at for at, frame in enumerate(frames) if frame in frames[:at]), 0)
    if not again:
        return _shown(theme, template), 0
    return _relative(theme, Path(frames[again - 1][0])), frames[again - 1][1]


def _is_template(theme: Theme, filename: str) -> bool:
    return any(Path(filename).is_relative_to(folder) for folder in theme.folders) and filename.endswith(".html")


def _shown(theme: Theme, name: str) -> str:
    for folder in theme.folders:
        if (Path(folder) / name).is_file():
            return _relative(theme, Path(folder) / name)
    return f"templates/{name}"


def _relative(theme: Theme, path: Path) -> str:
    folder = next(Path(folder) for folder in theme.folders if path.is_relative_to(folder))
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"
