"""Chromium and a folder over http, for tests and screenshots. Nothing here reaches beyond this machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")

OWN = ("http://127.0.0.1:", "file:", "data:", "blob:", "about:")

# Chromium looks up its maker's hosts at every start unless told not to; the resolver rule leaves it no other host.
ARGUMENTS = (
    "--no-sandbox",  # root, as in a container, may not start it otherwise; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def find_chromium() -> str | None:
    """Give the path of this machine's Chromium, if it has one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def can_drive() -> bool:
    """Tell whether Playwright's driver, a program that comes with it, starts on this machine."""
    return (
        subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False).returncode
        == 0
    )


@contextmanager
def open_browser(chromium: str) -> Iterator[Browser]:
    """Start the machine's own Chromium, in a profile of its own, and end it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def listen(page: Page) -> list[str]:
    """Give a list that fills with what goes wrong on a page: other hosts asked, failed loads, script errors."""
    complaints: list[str] = []

    def note(words: str, *, wrong: bool = True) -> None:
        if wrong:
            complaints.append(words)

    page.on("request", lambda request: note(f"asked {request.url}", wrong=not request.url.startswith(OWN)))
    page.on("requestfailed", lambda request: note(f"failed {request.url} {request.failure}", wrong=_failed(request)))
    page.on("response", lambda answer: note(f"{answer.status} {answer.url}", wrong=answer.status >= 400))
    page.on("pageerror", lambda error: note(f"error {error}"))
    return complaints


def _failed(request: Request) -> bool:
    """Tell a load that failed from one that the next page, or the end of the test, cut short."""
    cut_short = ("ERR_ABORTED", "ERR_SOCKET_NOT_CONNECTED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
    return request.url.startswith(OWN) and not str(request.failure).endswith(cut_short)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address, ending in '/'."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the test output to the tests."""

    def copyfile(self, *files: Any) -> None:
        """Send a file; a browser that has gone on to another page takes no more of it."""
        with suppress(ConnectionError):
            super().copyfile(*files)
