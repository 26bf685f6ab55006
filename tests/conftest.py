"""What many tests start from: a small project, a folder over http, a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from generator.text import strict_yaml
from tests.browser.harness import can_drive, find_chromium, open_browser, served

# A busy machine is no fault: what a property test checks is the property, never the time.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")

CONFIG = {
    "base_url": "https://digest.example/",
    "title": "Talks and Treaties",
    "description": "Who met whom, and what they said of it.",
    "language": "en",
}


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Make a project folder: `project(articles={stem: {header..., "body": text}}, config={...}, files={path: text})`.

    Called again, it adds to the folder or overwrites. A `config` value of None leaves the key out.
    """

    def make(
        articles: Mapping[str, Mapping[str, Any]] | None = None,
        config: Mapping[str, Any] | None = None,
        files: Mapping[str, str] | None = None,
    ) -> Path:
        settings = {key: value for key, value in {**CONFIG, **(config or {})}.items() if value is not None}
        texts = {f"content/articles/{stem}.md": _article(**article) for stem, article in (articles or {}).items()}
        for path, text in {"config.yaml": strict_yaml.dump(settings), **texts, **(files or {})}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return tmp_path

    return make


def _article(*, body: str = "", **header: Any) -> str:
    return f"---\n{strict_yaml.dump(header)}---\n{body}\n"


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve folders over http: `serve(folder)` gives the address, ending in '/'."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; a machine without it skips the test."""
    found = find_chromium()
    if found is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    if not can_drive():
        pytest.skip("Playwright's driver does not start on this machine (apt-get install libatomic1)")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with open_browser(chromium) as browser:
        yield browser
