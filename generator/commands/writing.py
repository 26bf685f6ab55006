"""`dateline new` and `dateline review`: files in the editor's hand, begun or marked by the machine."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path

from generator.build import Draft, make_draft
from generator.commands.building import hold
from generator.commands.opening import open_config, open_workshop, read_clock
from generator.commands.telling import counted, tell
from generator.config import Config
from generator.errors import DigestError, Fault, nearest
from generator.files import relative, write_whole
from generator.model import Event, When
from generator.pages.theme import built_in_names, own_version
from generator.text import strict_yaml
from generator.text.days import edtf
from generator.text.front_matter import with_line
from generator.text.guesses import did_you_mean
from generator.text.slugs import slugify


def new(options: argparse.Namespace) -> int:
    """Begin a file: an article, the editor's word on an event, or an own version of a template."""
    config, _ = open_config(options)
    if options.what == "article":
        path, text = _new_article(config, options.title, options.date)
    elif options.what == "template":
        path, text = config.templates / options.title, _own_template(options.title)
    else:
        path, text = _new_event(config, options)
    name = relative(config.root, path)
    if path.exists():
        raise DigestError(Fault(name, 0, "is there already (open it in your editor)"))
    write_whole(path, text.encode())
    tell(f"{name}: fill it in.")
    return 0


def review(options: argparse.Namespace) -> int:
    """Note that an editor has read an event, with the articles that it has now."""
    config, _ = open_config(options)
    day = read_clock(options.clock)[:10]
    with hold(config):
        event, _title = _event(config, options.event, options)
        path = config.content / "events" / f"{event.id}.md"
        by = options.by or config.masthead.author
        marked = {"on": day, **({"by": by} if by else {}), "articles": event.mark}
        words = ", ".join(f"{key}: {_quoted(value)}" for key, value in marked.items())
        name = relative(config.root, path)
        try:
            before = path.read_text("utf-8") if path.exists() else ""
            write_whole(path, with_line(before, "reviewed", f"reviewed: {{{words}}}").encode())
        except OSError as error:
            told = f"cannot be marked: {error.strerror} (allow it, or make room)"
            raise DigestError(Fault(name, 0, told)) from None
        except (UnicodeDecodeError, strict_yaml.YamlError) as error:
            raise DigestError(Fault(name, 0, f"cannot be marked: {error} (mend the file first)")) from None
    tell(f"{name}: read {f'by {by} ' if by else ''}on {day}, {counted(len(event.articles), 'article')}.")
    return 0


def _new_article(config: Config, title: str, date: str) -> tuple[Path, str]:
    try:
        day = edtf(date) if date else ""
    except ValueError as error:
        raise DigestError(Fault("--date", 0, str(error))) from None
    head = {"title": title, **({"date": day} if day else {}), "draft": "true"}
    stem = slugify(f"{day}-{title}" if When(day, "editor").precision == "day" else title)
    return config.content / "articles" / f"{stem}.md", f"---\n{strict_yaml.dump(head)}---\n\nWrite the article here.\n"


_ENGLISH = "words/en.yaml"
_DATES = re.compile(r"^# Dates.*\ndates:\n(?: .*\n)+", re.MULTILINE)
_WORDS = re.compile(r"words/[A-Za-z0-9-]+\.yaml").fullmatch


def _own_template(name: str) -> str:
    if name not in built_in_names():
        if _WORDS(name):  # a language that is new begins with the words of one that is there, but for its dates
            return _DATES.sub("", own_version(_ENGLISH).decode())
        raise DigestError(Fault(name, 0, f"is no file of the theme{nearest(name, built_in_names())}"))
    return own_version(name).decode()


def _new_event(config: Config, options: argparse.Namespace) -> tuple[Path, str]:
    """Give the file of an event as the machine tells it, in comments, or of a new one with a name of its own.

    What the editor has not written is not the editor's word: an untouched file changes nothing.
    """
    if not options.event:
        head = _head({"title": options.title})
        return config.content / "events" / f"{slugify(options.title)}.md", f"---\n{head}add: []\n---\n"
    event, title = _event(config, options.event, options)
    day = event.when.value if event.when else ""
    head = _head({"title": options.title})
    known = _head({"title": "" if options.title else title, "date": day, "place": event.place})
    told = [f"# {line}\n" for line in known.splitlines()]
    members = [f"#  {article.stem}\n" for article in event.articles]
    comments = "".join([*told, "# add: [], remove: [], merge: []; its articles now:\n", *members])
    return config.content / "events" / f"{event.id}.md", f"---\n{head}{comments}---\n"


def _head(values: Mapping[str, str]) -> str:
    known = {key: value for key, value in values.items() if value}
    return strict_yaml.dump(known) if known else ""


def _event(config: Config, event_id: str, options: argparse.Namespace) -> tuple[Event, str]:
    """Give an event by its id, with its headline, whether it is told or held back."""
    draft = _draft(config, options)
    for entry in draft.digest.entries:
        if entry.event.id == event_id:
            return entry.event, entry.headline.text
    for event in draft.held_back:
        if event.id == event_id:
            return event, event.articles[0].title
    ids = (*(entry.event.id for entry in draft.digest.entries), *(event.id for event in draft.held_back))
    shown = "'dateline list events' shows the ids" if ids else "there is none yet"
    raise DigestError(Fault(event_id, 0, f"is no event's id ({did_you_mean(event_id, ids) or shown})"))


def _draft(config: Config, options: argparse.Namespace) -> Draft:
    with open_workshop(config, options) as workshop:
        return make_draft(config, workshop.executor, now=read_clock(None))


def _quoted(value: str) -> str:
    return value if value.isalnum() else json.dumps(value, ensure_ascii=False)
