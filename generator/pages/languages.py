"""Open the words of a language: one file a language, the digest's own over the built-in, English behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from generator.errors import Fault, unread
from generator.executors import Executor, InPlace
from generator.pages.phrasebook import Phrasebook
from generator.pages.sheets import OTHER, Sheet, forms_of, sound_dates, sound_phrases
from generator.pages.theme import BUILT_IN, WORDS, Theme, open_theme
from generator.text import strict_yaml
from generator.text.strict_yaml import Block, Value

ENGLISH = "en"
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*").fullmatch
# So many missing phrases are named; a new language begins with none.
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Opened:
    """The words of a digest and what is wrong with their files. Not `known`: there is no file of that language."""

    phrases: Phrasebook
    faults: tuple[Fault, ...]
    known: bool


def open_phrases(theme: Theme, language: str, executor: Executor) -> Opened:
    """Give the words in which a theme speaks a language."""
    sheets, faults = _read_sheets(theme, language)
    (opened,) = executor.map(partial(make_phrases, language), [sheets])
    return Opened(opened.phrases, (*faults, *opened.faults), opened.known)


def english() -> Phrasebook:
    """Give the words of the built-in English, in which the editor is spoken to."""
    return open_phrases(open_theme(BUILT_IN), ENGLISH, InPlace()).phrases


def _read_sheets(theme: Theme, language: str) -> tuple[tuple[Sheet, ...], tuple[Fault, ...]]:
    """Read the files of a language, those that count above others last: English, `pt`, `pt-BR`, the digest's own."""
    tags = dict.fromkeys([ENGLISH, language.split("-", maxsplit=1)[0], language] if _TAG(language) else [ENGLISH])
    sheets: list[Sheet] = []
    faults: list[Fault] = []
    for tag in tags:
        for folder in map(Path, reversed(theme.folders)):
            path = folder / f"{WORDS}{tag}.yaml"
            name = f"{folder.name}/{WORDS}{tag}.yaml"
            try:
                sheets.append(Sheet(name, tag, path.read_bytes().decode("utf-8-sig")))
            except FileNotFoundError:
                continue
            except OSError as error:
                faults.append(unread(name, error))
            except UnicodeDecodeError as error:
                line = error.object.count(b"\n", 0, error.start) + 1
                faults.append(Fault(name, line, "is not UTF-8 (save the file as UTF-8)"))
    return tuple(sheets), tuple(faults)


def make_phrases(language: str, sheets: tuple[Sheet, ...]) -> Opened:
    """Make a phrasebook of files of words, of which the first is the built-in English and later ones count more."""
    from generator.pages.locales import customs_of, rules_of  # noqa: PLC0415 - Babel takes 25 ms, for what is then remembered

    english = strict_yaml.parse(sheets[0].text).values
    known = any(_speaks(sheet, language) for sheet in sheets)
    spoken = language if known else ENGLISH
    told: dict[str, Value] = {}
    said: dict[str, Value] = {}  # in the very language
    dates: dict[str, str] = {}
    faults: list[Fault] = []
    for sheet in sheets:
        block, wrong = _parsed(sheet)
        sound, more = sound_phrases(sheet, block, english, [*dict(rules_of(sheet.language)), OTHER])
        faults += [*wrong, *more]
        told |= sound
        if _speaks(sheet, spoken):
            said |= sound
            own, more = sound_dates(sheet, block, partial(customs_of, spoken))
            dates |= own
            faults += more
    if missing := [key for key in told if key not in said]:
        faults.append(_silence(sheets[-1], missing))
    customs = customs_of(spoken, dates)
    texts = "\0".join([language, *[sheet.text for sheet in sheets]])
    phrases = Phrasebook(
        language=language,
        phrases={key: value for key, value in told.items() if isinstance(value, str)},
        counted={key: forms_of(value) for key, value in told.items() if isinstance(value, dict)},
        rules=customs.rules,
        digits=customs.digits,
        thousands=customs.thousands,
        calendar=customs.calendar,
        mark=blake2b(texts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
    )
    return Opened(phrases, tuple(faults), known)


def _speaks(sheet: Sheet, language: str) -> bool:
    """Tell whether a file is in a language: `pt.yaml` and `pt-BR.yaml` are in `pt-BR`."""
    return f"{language}-".lower().startswith(f"{sheet.language}-".lower())


def _parsed(sheet: Sheet) -> tuple[Block, list[Fault]]:
    try:
        return strict_yaml.parse(sheet.text), []
    except strict_yaml.YamlError as error:
        return Block({}), [Fault(sheet.name, error.line, error.message)]


def _silence(sheet: Sheet, missing: Sequence[str]) -> Fault:
    named = ", ".join(missing[:_NAMED]) + (f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else "")
    return Fault(sheet.name, 0, f"pages say in English what has no words here: {named} (write them)", "warning")
