"""What is wrong with a template, with its file and line."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

import jinja2

from generator.errors import Fault
from generator.pages.phrasebook import Phrasebook
from generator.pages.press.environment import environment_of
from generator.pages.theme import Theme

# Jinja names a value by its class, with all its modules: a themer knows it without them.
_INNER_NAME = re.compile(r"generator\.[\w.]*\.(\w+) object")


def check_theme(phrases: Phrasebook, theme: Theme) -> tuple[Fault, ...]:
    """Give the faults of templates that do not compile, whether a page uses them or not."""
    faults: list[Fault] = []
    for name in theme.templates:
        try:
            environment_of(theme, phrases).get_template(name)
        except jinja2.TemplateError as error:
            faults.append(fault_of(theme, name, error))
        except (UnicodeDecodeError, OSError) as error:
            faults.append(Fault(_shown(theme, name), 0, f"cannot be read as UTF-8 text ({error})"))
    return tuple(faults)


def fault_of(theme: Theme, template: str, error: Exception) -> Fault:
    """Give what an error in a template means to its author."""
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


def turn_of(theme: Theme, template: str, error: Exception) -> tuple[str, int]:
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
