"""Serve a folder to this machine's browser, and tell the browser when the site is another one."""

from __future__ import annotations

import errno
import ipaddress
import json
import os
import secrets
import selectors
import shutil
import socket
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from socketserver import TCPServer
from threading import Condition, Lock, Thread, current_thread
from typing import Any, cast
from urllib.parse import urlsplit

from generator.errors import DigestError, Fault
from generator.serve.answers import Answer, content_type, find_answer
from generator.serve.live import EVENTS, SCRIPT, SOURCE, Version, add_script

# How many ports are tried from the wished one on.
PORTS = 100
# A stream says something this often, so that one whose reader has gone is noticed. Seconds, as below.
BEAT = 15.0
# A connection on which nothing comes is given up.
PATIENCE = 30.0
# What an overlay can show; the terminal has the rest.
SHOWN_FAULTS = 20
MISSING = b"<!doctype html>\n<html lang=en>\n<title>Not found</title>\n<body>\n<p>There is no such page.</p>\n</body>\n"


@contextmanager
def open_preview(folder: Path, base_path: str, *, host: str, port: int) -> Iterator[Preview]:
    """Serve a folder until the block ends: on the port, or the next free one; 0 is any free one."""
    preview = Preview(folder, base_path)
    server = _bind(preview, host, port)
    preview.address = f"http://{_bracketed(host)}:{server.server_port}/"
    thread = Thread(target=server.serve_until_ended, name="preview", daemon=True)
    thread.start()
    try:
        yield preview
    finally:
        preview.close()
        server.end()
        thread.join()
        server.server_close()
        server.close_connections()


class Preview:
    """What is served now, and what is wrong with what is not: the state that streams tell and wait for.

    States are told, not events: a page that comes late, or again, learns the same as one that listened all the time.
    """

    def __init__(self, folder: Path, base_path: str) -> None:
        self.folder, self.base_path, self.address = folder, base_path, ""
        self.is_closed = False
        self._run = secrets.token_hex(4)  # pages of an earlier server are of another edition
        self._page = self._style = 0
        self._faults: tuple[Fault, ...] = ()
        self._changed = Condition()

    @property
    def version(self) -> Version:
        """The edition of the site."""
        return Version(f"{self._run}-{self._page}", f"{self._run}-{self._style}")

    def show(self, folder: Path, base_path: str, changed: Sequence[str]) -> None:
        """Take note that the site is sound, and which of its files have changed."""
        with self._changed:
            self.folder, self.base_path, self._faults = folder, base_path, ()
            if all(name.endswith(".css") for name in changed):
                self._style += bool(changed)
            else:
                self._page += 1
            self._changed.notify_all()

    def refuse(self, faults: Iterable[Fault]) -> None:
        """Take note of what keeps the site as it was."""
        with self._changed:
            self._faults = tuple(faults)
            self._changed.notify_all()

    def close(self) -> None:
        """End the streams."""
        with self._changed:
            self.is_closed = True
            self._changed.notify_all()

    def states(self) -> Iterator[str]:
        """Give the state as JSON, and again whenever it is another; empty where there is none for a while."""
        told = ""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self.is_closed or self._state() != told, BEAT)  # noqa: B023  # called at once
                state = self._state()
            if self.is_closed:
                return
            yield "" if state == told else state
            told = state

    def _state(self) -> str:
        faults = [(f"{fault.path}:{fault.line}" if fault.line else fault.path, fault.message) for fault in self._faults]
        state = {"page": self.version.page, "style": self.version.style, "faults": faults[:SHOWN_FAULTS]}
        return json.dumps({**state, "more": len(faults[SHOWN_FAULTS:])})


def _bind(preview: Preview, host: str, port: int) -> _Server:
    last = port if port == 0 else min(port + PORTS - 1, 65535)
    for wished in range(port, last + 1):
        try:
            return _Server(preview, host, wished)
        except socket.gaierror as error:
            raise DigestError(
                Fault("--host", 0, f"'{host}' is no address of this machine ({error.strerror})")
            ) from None
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise DigestError(Fault("--host", 0, f"'{host}' is no address of this machine")) from None
            if error.errno == errno.EACCES:
                mend = "choose one above 1023, for example -p 8000"
                raise DigestError(Fault("--port", 0, f"{wished} is not open to you ({mend})")) from None
            if error.errno != errno.EADDRINUSE:
                raise
    raise DigestError(Fault("--port", 0, f"{port} to {last} are all in use (choose another: -p 9000)"))


class _Server(ThreadingHTTPServer):
    """Knows its connections, so that it can end them: a browser keeps some open on which nothing comes."""

    # On Windows the same word means that two servers may share a port.
    allow_reuse_address = os.name != "nt"
    # What is ready is taken, and nothing is waited for.
    timeout = 0

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        self.preview, self.host = preview, host
        self.address_family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        self._lock = Lock()
        self._open: dict[Any, Thread] = {}
        self._ending, self._end = socket.socketpair()
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Bind, and leave out what the parent adds: it asks the network for the name of this machine."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.server_address[1]

    def serve_until_ended(self) -> None:
        """Take connections until `end`. An idle preview costs nothing: the parent's loop asks again and again."""
        with selectors.DefaultSelector() as ready:
            ready.register(self.socket, selectors.EVENT_READ)
            ready.register(self._ending, selectors.EVENT_READ)
            while all(key.fileobj is not self._ending for key, _ in ready.select()):
                self.handle_request()

    def end(self) -> None:
        """End the loop, at once."""
        self._end.send(b".")

    def server_close(self) -> None:
        """Give the port back."""
        super().server_close()
        self._ending.close()
        self._end.close()

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer one connection, in its thread."""
        with self._lock:
            self._open[request] = current_thread()
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._open.pop(request, None)

    def close_connections(self) -> None:
        """End every connection, and wait for its thread."""
        with self._lock:
            remaining = list(self._open.items())
        for connection, _ in remaining:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for _, thread in remaining:
            thread.join(1)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a browser that has gone; a mistake of ours is told."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server_version, sys_version = "Dateline", ""
    timeout = PATIENCE

    @property
    def _preview(self) -> Preview:
        return cast("_Server", self.server).preview

    def log_message(self, *_: object) -> None:
        """Keep the terminal to what is built."""

    def parse_request(self) -> bool:
        """Read a request, and refuse what no page of ours would ask."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host") or []
        if self.command not in {"GET", "HEAD"}:
            return self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "The preview only shows: GET and HEAD.")
        if len(hosts) != 1 or not _is_ours(hosts[0], cast("_Server", self.server).host):
            # Else a page of any site could read this one, by a name of its own that leads to this machine.
            return self._refuse(HTTPStatus.FORBIDDEN, "The preview answers to the name it was started with.")
        return True

    def do_GET(self) -> None:
        """Answer a request."""
        address = self._address()
        path = address.partition("?")[0]
        if path == EVENTS:
            self._stream()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", SOURCE.read_bytes())
        else:
            version = self._preview.version  # read before the file: at worst a page is loaded once too often
            self._answer(find_answer(self._preview.folder, address, self._preview.base_path), version)

    do_HEAD = do_GET  # noqa: N815  # the name by which the parent asks

    def _address(self) -> str:
        """Give path and query of what is asked, which may come as a whole url."""
        if not self.path.lower().startswith(("http://", "https://")):
            return self.path
        rest = self.path.partition("://")[2]
        return rest[len(rest.split("/")[0]) :] or "/"

    def _answer(self, answer: Answer, version: Version) -> None:
        if answer.status == 302:
            self._send(HTTPStatus.FOUND, "text/plain; charset=utf-8", b"", location=answer.location)
            return
        kind = content_type(answer.file.name) if answer.file else "text/html; charset=utf-8"
        try:
            if kind.startswith("text/html"):
                page = answer.file.read_bytes() if answer.file else MISSING
                self._send(HTTPStatus(answer.status), kind, add_script(page, self._origin(), version))
            elif answer.file:
                with answer.file.open("rb") as file:
                    self._send(HTTPStatus(answer.status), kind, file, length=os.fstat(file.fileno()).st_size)
        except (FileNotFoundError, PermissionError):
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"It cannot be read.\n")

    def _stream(self) -> None:
        """Tell the state of the site, and each new one, until either side goes."""
        origin = self.headers.get("Origin")
        if (origin or self._origin()) != self._origin() or self.headers.get("Sec-Fetch-Site") in {
            "cross-site",
            "same-site",
        }:
            self._refuse(HTTPStatus.FORBIDDEN, "The stream is for the preview's own pages.")
            return
        self._send(HTTPStatus.OK, "text/event-stream; charset=utf-8", b"retry: 500\n\n", length=None)
        if self.command == "HEAD":
            return
        for state in self._preview.states():
            self.wfile.write(f"data: {state}\n\n".encode() if state else b":\n\n")

    def _origin(self) -> str:
        return f"http://{self.headers['Host'].strip().lower()}"

    def _refuse(self, status: HTTPStatus, words: str) -> bool:
        self._send(status, "text/plain; charset=utf-8", f"{words}\n".encode())
        return False

    def _send(self, status: HTTPStatus, kind: str, body: Any, *, length: int | None = -1, location: str = "") -> None:
        """Send head and body (bytes, or an open file of a given length); a length of None is that of a stream."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(len(body) if length < 0 else length))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if location:
            self.send_header("Location", location)
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if self.command != "HEAD":
            shutil.copyfileobj(BytesIO(body) if isinstance(body, bytes) else body, self.wfile)


def _is_ours(name: str, host: str) -> bool:
    """Tell whether a `Host` header names this machine, as far as the server was opened to it."""
    try:
        asked = urlsplit(f"//{name.strip()}")
        _ = asked.port  # a ValueError where it is none
    except ValueError:
        return False
    known = (asked.hostname or "").rstrip(".")
    if "@" in name or any(
        not (letter.isalnum() and letter.isascii()) and letter not in "-._:[]%" for letter in name.strip()
    ):
        return False
    if known in {"localhost", "127.0.0.1", "::1", host.lower()}:
        return True
    return host in {"0.0.0.0", "::", ""} and (_is_number(known) or known == socket.gethostname().lower())  # noqa: S104  # told apart, not bound to


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
