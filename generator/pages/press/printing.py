"""Print a page: its template, its data, and what frames all pages of its folder."""

from __future__ import annotations

from functools import partial

import jinja2
from markupsafe import Markup

from generator.errors import Fault
from generator.pages.addresses import absolute, link
from generator.pages.model import Masthead, Page
from generator.pages.press.environment import environment_of
from generator.pages.press.faults import fault_of, turn_of
from generator.pages.theme import Theme
from generator.text.characters import direction


class Press:
    """Prints the pages of one site. What is the same on all pages of a folder is printed once, as their `frame`."""

    def __init__(self, theme: Theme, masthead: Masthead) -> None:
        self.theme = theme
        self.masthead = masthead
        self._environment = environment_of(theme, masthead.phrases)
        self._link = partial(link, masthead.base_url, masthead.links)
        self._shared = {
            "masthead": masthead,
            "direction": direction(masthead.language),
            "absolute": partial(absolute, masthead.base_url),
        }
        self._templates: dict[str, jinja2.Template] = {}
        self._frames: dict[str, object] = {}

    def print_page(self, page: Page, full_text: str) -> tuple[str, tuple[Fault, ...]]:
        """Give a page's HTML, empty where its template is at fault, and the faults; `full_text` is HTML."""
        try:
            return self._print(page, full_text), ()
        except jinja2.TemplateNotFound as error:  # an OSError too: a template names one that is not there
            return "", (fault_of(self.theme, page.template, error),)
        except (UnicodeDecodeError, OSError):
            return "", ()  # told by check_theme
        except RecursionError as error:
            mend = "a template that includes or extends itself (take the line out)"
            return "", (Fault(*turn_of(self.theme, page.template, error), mend),)
        except Exception as error:  # noqa: BLE001 - a template may do anything wrong; the editor is told what and where
            return "", (fault_of(self.theme, page.template, error),)

    def _print(self, page: Page, full_text: str) -> str:
        template = self._template(page.template)
        values = {
            **self._environment.globals,
            **self._shared,
            "page": page,
            "view": page.view,
            "full_text": Markup(full_text),  # noqa: S704 - html_of escapes
            "link": partial(self._link, page.address),
            "show": self._template("partials/macros.html").module,
            "frame": self._frame(page.address),
        }
        try:  # what `template.render` does, without copying the values twice: 6 µs a page
            return "".join(template.root_render_func(template.new_context(values, shared=True)))
        except Exception:  # noqa: BLE001 - raised again, with the template's line
            self._environment.handle_exception()

    def _template(self, name: str) -> jinja2.Template:
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(name)
        return self._templates[name]

    def _frame(self, address: str) -> object:
        """Give what frames the pages of a folder; a page of the first floor has a frame of its own."""
        folder = address[: address.rfind("/", 0, -1) + 1]
        # No page stands there, so that no link leads to where it stands: it is the same from every page of the folder.
        here = f"{folder}\0/" if folder else address
        if here not in self._frames:
            values = {**self._shared, "here": here, "link": partial(self._link, here)}
            self._frames[here] = self._template("partials/frame.html").make_module(values)
        return self._frames[here]


_at_hand: dict[str, Press] = {}


def press_of(theme: Theme, masthead: Masthead) -> Press:
    """Give the press of a site, the same one as long as these two are the same."""
    press = _at_hand.get("last")
    if press is None or press.theme is not theme or press.masthead is not masthead:
        press = _at_hand["last"] = Press(theme, masthead)
    return press
