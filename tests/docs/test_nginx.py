"""The recipe for a server of one's own, tried with a real nginx."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from generator.cli import main
from tests.golden import SITES

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
RECIPES = (ROOT / "docs/publishing.md").read_text("utf-8")
FRAME = """
daemon off; master_process off; pid {room}/pid; error_log {room}/error.log;
events {{ }}
http {{
    include {types};
    access_log off;
    client_body_temp_path {room}/body; proxy_temp_path {room}/proxy; fastcgi_temp_path {room}/fastcgi;
    uwsgi_temp_path {room}/uwsgi; scgi_temp_path {room}/scgi;
    {server}
}}
"""


def find_nginx() -> tuple[str, Path]:
    """Give nginx and its list of media types: this machine's, or what tests/docs/get_nginx has fetched."""
    fetched = ROOT / ".venv/nginx"
    for program, types in (
        (shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"), Path("/etc/nginx/mime.types")),
        (str(fetched / "usr/sbin/nginx"), fetched / "etc/nginx/mime.types"),
    ):
        if program and Path(program).is_file() and types.is_file():
            return program, types
    pytest.skip("no nginx on this machine (tests/docs/get_nginx fetches Debian's)")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve a site by the recipe's server block, but for its place and port; it ends with the tests."""
    program, types = find_nginx()
    room = tmp_path_factory.mktemp("server")
    shutil.copytree(SITES / "harbour/content", room / "content")
    config = (SITES / "harbour/config.yaml").read_text("utf-8").replace("/harbour/", "/")
    (room / "config.yaml").write_text(f"{config}\ngzip: true\n", "utf-8")
    assert main(["build", "-q", "-r", str(room)]) == 0
    (block,) = re.findall(r"^```nginx\n(.*?)^```$", RECIPES, re.MULTILINE | re.DOTALL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    server = block.replace("listen 80;", f"listen 127.0.0.1:{number};")
    server = server.replace("root /var/www/digest;", f"root {room}/site;")
    assert server.count(str(number)) == server.count(str(room)) == 1
    (room / "nginx.conf").write_text(FRAME.format(room=room, types=types, server=server), "utf-8")
    command = [program, "-p", str(room), "-c", str(room / "nginx.conf"), "-e", str(room / "error.log")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            wait_for(number, process)
            yield number
        finally:
            process.terminate()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, process.stderr and process.stderr.read()
        with socket.socket() as connection:
            if connection.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def ask(port: int, address: str, headers: Mapping[str, str] | None = None) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", address, headers=dict(headers or {}))
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def test_a_page_has_a_clean_address(port: int) -> None:
    answer, content = ask(port, "/timeline/")
    assert (answer.status, answer.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert b"<h1" in content

    answer, _ = ask(port, "/timeline")
    assert (answer.status, answer.getheader("Location")) == (301, "/timeline/")


def test_an_address_in_another_script_is_found(port: int) -> None:
    _, home = ask(port, "/")
    (address,) = set(re.findall(r'href="(events/2025-06-01-[^"]*)"', home.decode()))

    assert ask(port, f"/{address}")[0].status == 200


@pytest.mark.parametrize("address", ["/nothing/", "/events/nothing/", "/nothing.html"])
def test_what_is_not_there_gets_the_page_that_says_so(port: int, address: str) -> None:
    answer, content = ask(port, address)

    assert answer.status == 404
    assert b"There is no such page" in content


@pytest.mark.parametrize("address", ["/.dateline-manifest", "/_headers", "/.nojekyll"])
def test_what_is_for_hosts_is_not_for_readers(port: int, address: str) -> None:
    assert ask(port, address)[0].status == 404


@pytest.mark.parametrize("address", ["/", "/feed.xml", "/assets/style.css"])
def test_what_has_not_changed_is_not_sent_again(port: int, address: str) -> None:
    first, content = ask(port, address)
    assert content
    for header, known in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        again, nothing = ask(port, address, {header: first.getheader(known) or ""})
        assert (again.status, nothing) == (304, b"")


@pytest.mark.parametrize("address", ["/", "/feed.xml", "/feed.json", "/assets/style.css"])
def test_a_file_is_sent_as_it_was_packed(port: int, address: str) -> None:
    answer, packed = ask(port, address, {"Accept-Encoding": "gzip"})
    _, plain = ask(port, address)

    assert (answer.getheader("Content-Encoding"), answer.getheader("Vary")) == ("gzip", "Accept-Encoding")
    assert answer.getheader("Content-Length") == str(len(packed))  # what is packed on the way has no length yet
    assert gzip.decompress(packed) == plain
    if address == "/":
        assert answer.getheader("Content-Type") == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/feed.xml", "application/rss+xml"),
        ("/atom.xml", "application/atom+xml"),
        ("/feed.json", "application/feed+json"),
        ("/assets/style.css", "text/css"),
        ("/assets/icon.svg", "image/svg+xml"),
    ],
)
def test_a_file_is_sent_as_what_it_is(port: int, address: str, kind: str) -> None:
    answer, _ = ask(port, address)

    assert (answer.getheader("Content-Type") or "").partition(";")[0] == kind
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Content-Security-Policy") == "frame-ancestors 'none'"
