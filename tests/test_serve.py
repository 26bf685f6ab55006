"""The preview over http: what it serves, to whom, and how it ends."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.errors import DigestError, Fault
from generator.serve.answers import content_type, find_answer
from generator.serve.live import Version, add_script
from generator.serve.server import Preview, open_preview

ROOT = Path(__file__).parents[1]
PAGE = "<!doctype html><html><head><title>Home</title></head><body><p>Home</p></body></html>"
FILES = {
    "index.html": PAGE,
    "404.html": "<body>There is no such page</body>",
    "timeline/index.html": "<body>Timeline</body>",
    "assets/style.css": "p { color: red }",
    "feed.xml": "<rss/>",
    ".dateline-manifest": "hidden",
    "events/2025-06-01-نتائج/index.html": "<body>نتائج</body>",
    "empty/notes.txt": "no index page here",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "site"


@pytest.fixture
def preview(site: Path) -> Iterator[Preview]:
    with open_preview(site, "/sub/", host="127.0.0.1", port=0) as preview:
        yield preview


Reply = tuple[int, http.client.HTTPMessage, str]


def ask(preview: Preview, path: str, *, method: str = "GET", **headers: str) -> Reply:
    connection = http.client.HTTPConnection(urlsplit(preview.address).netloc, timeout=20)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    with closing(connection), answer:
        return answer.status, answer.headers, answer.read().decode()


def listen(preview: Preview) -> Callable[[], dict[str, object]]:
    """Open the stream; gives a function that waits for its next state."""
    connection = http.client.HTTPConnection(urlsplit(preview.address).netloc, timeout=20)
    connection.request("GET", "/.dateline/events")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"].startswith("text/event-stream")

    def state() -> dict[str, object]:
        while not (line := answer.readline()).startswith(b"data: "):
            assert line, "the stream has ended"
        told: dict[str, object] = json.loads(line[6:])
        return told

    return state


def test_a_page_comes_with_the_script_and_the_file_stays_as_it_is(preview: Preview, site: Path) -> None:
    status, headers, text = ask(preview, "/")

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert headers["Cache-Control"] == "no-store"
    script = f'<script src="{preview.address}.dateline/live.js" data-page="'
    assert script in text
    assert text.endswith("defer></script>\n</body></html>")
    assert (site / "index.html").read_text() == PAGE
    assert ask(preview, "/.dateline/live.js")[1]["Content-Type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "status", "kind", "words"),
    [
        ("/timeline/", 200, "text/html; charset=utf-8", "Timeline"),
        ("/timeline/?a=b#c", 200, "text/html; charset=utf-8", "Timeline"),
        ("/sub/timeline/", 200, "text/html; charset=utf-8", "Timeline"),
        ("/events/2025-06-01-%D9%86%D8%AA%D8%A7%D8%A6%D8%AC/", 200, "text/html; charset=utf-8", "نتائج"),
        ("/assets/style.css?dateline=3", 200, "text/css; charset=utf-8", "color: red"),
        ("/feed.xml", 200, "application/xml; charset=utf-8", "<rss/>"),
        ("/nothing", 404, "text/html; charset=utf-8", "There is no such page"),
        ("/empty/", 404, "text/html; charset=utf-8", "There is no such page"),
        ("/assets/", 404, "text/html; charset=utf-8", "There is no such page"),
        ("/timeline/index.html/", 404, "text/html; charset=utf-8", "There is no such page"),
    ],
)
def test_an_address_gets_its_file(preview: Preview, path: str, status: int, kind: str, words: str) -> None:
    answer = ask(preview, path)

    assert (answer[0], answer[1]["Content-Type"]) == (status, kind)
    assert words in answer[2]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/timeline", "/timeline/"),
        ("/sub", "/sub/"),
        ("/sub/timeline?a=b", "/sub/timeline/?a=b"),
        ("/events/2025-06-01-%D9%86%D8%AA%D8%A7%D8%A6%D8%AC", "/events/2025-06-01-%D9%86%D8%AA%D8%A7%D8%A6%D8%AC/"),
    ],
)
def test_a_folder_without_its_slash_is_sent_there(preview: Preview, path: str, target: str) -> None:
    status, headers, _ = ask(preview, path)

    assert (status, headers["Location"]) == (302, target)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/timeline/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/sub/../../secret.txt",
        "//secret.txt",
        "/out.txt",
        "/out/secret.txt",
        "/alias.txt",
        "/.dateline-manifest",
        "/%2edateline-manifest",
        "/index.html%00.txt",
        "/%ff",
        "/pipe",
        "/" + "a" * 5000,
        "http://127.0.0.1/../secret.txt",
        "*",
    ],
)
def test_nothing_outside_and_nothing_hidden_is_served(preview: Preview, site: Path, path: str) -> None:
    (site / "out.txt").symlink_to(site.parent / "secret.txt")
    (site / "out").symlink_to(site.parent)
    (site / "alias.txt").symlink_to(site / ".dateline-manifest")
    os.mkfifo(site / "pipe")

    status, _, text = ask(preview, path)

    assert status == 404
    assert "secret" not in text
    assert "hidden" not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_only_looking_is_allowed(preview: Preview, method: str) -> None:
    status, headers, _ = ask(preview, "/", method=method)

    assert (status, headers["Allow"]) == (405, "GET, HEAD")


def test_a_head_is_a_get_without_its_body(preview: Preview) -> None:
    _, whole, text = ask(preview, "/")
    status, head, nothing = ask(preview, "/", method="HEAD")

    assert (status, nothing) == (200, "")
    assert head["Content-Length"] == whole["Content-Length"] == str(len(text.encode()))
    assert ask(preview, "/.dateline/events", method="HEAD")[0] == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "10.0.0.1", "", "localhost@evil.example", "[::1"],
)
def test_another_host_name_is_refused(preview: Preview, host: str) -> None:
    assert ask(preview, "/", Host=host)[0] == 403


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:9000", "[::1]:8000", "localhost."])
def test_the_names_of_this_machine_are_answered(preview: Preview, host: str) -> None:
    assert ask(preview, "/", Host=host)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}],
)
def test_the_stream_is_closed_to_other_sites(preview: Preview, headers: dict[str, str]) -> None:
    assert ask(preview, "/.dateline/events", **headers)[0] == 403


def test_the_stream_tells_states_and_a_latecomer_the_same(preview: Preview, site: Path) -> None:
    state = listen(preview)
    first = state()

    preview.show(site, "/", ["index.html", "assets/style.css"])
    page = state()
    assert page["page"] != first["page"]
    assert page["style"] == first["style"]

    preview.show(site, "/", ["assets/style.css"])
    style = state()
    assert style["page"] == page["page"]
    assert style["style"] != page["style"]

    preview.refuse([Fault("content/articles/bridge.md", 3, "date: 'Thursday' is no date (write 2016-02-11)")])
    fault = state()
    assert fault["faults"] == [["content/articles/bridge.md:3", "date: 'Thursday' is no date (write 2016-02-11)"]]
    assert listen(preview)() == fault

    preview.show(site, "/", [])
    assert state() == style


def test_a_page_names_the_edition_it_is_of(preview: Preview, site: Path) -> None:
    preview.show(site, "/", ["index.html"])

    assert f'data-page="{preview.version.page}"' in ask(preview, "/")[2]
    assert listen(preview)()["page"] == preview.version.page


def test_before_the_first_site_there_is_a_page_that_listens(tmp_path: Path) -> None:
    with open_preview(tmp_path / "none", "/", host="127.0.0.1", port=0) as preview:
        status, _, text = ask(preview, "/")

    assert status == 404
    assert "live.js" in text


def test_the_next_free_port_is_taken(site: Path) -> None:
    with (
        open_preview(site, "/", host="127.0.0.1", port=0) as one,
        open_preview(site, "/", host="127.0.0.1", port=urlsplit(one.address).port or 0) as other,
    ):
        assert (urlsplit(other.address).port or 0) > (urlsplit(one.address).port or 0)
        assert ask(other, "/")[0] == 200


def test_an_address_of_another_machine_is_a_fault(site: Path) -> None:
    with pytest.raises(DigestError, match="is no address of this machine"):  # noqa: SIM117
        with open_preview(site, "/", host="192.0.2.1", port=0):
            pass


def test_at_the_end_streams_threads_and_port_are_gone(site: Path) -> None:
    before = set(threading.enumerate())
    with open_preview(site, "/", host="127.0.0.1", port=0) as preview:
        port = urlsplit(preview.address).port or 0
        state = listen(preview)
        state()
        silent = socket.create_connection(("127.0.0.1", port))  # as a browser keeps one, to be quicker later

    with pytest.raises(AssertionError, match="the stream has ended"):
        state()
    with closing(silent), suppress(ConnectionResetError):  # the end comes in order, or as a reset
        assert silent.recv(1) == b""
    assert not set(threading.enumerate()) - before
    socket.create_server(("127.0.0.1", port)).close()


def test_a_browser_that_goes_is_passed_over(preview: Preview, site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (site / "large.bin").write_bytes(bytes(20_000_000))
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", urlsplit(preview.address).port or 0)) as connection:
            connection.sendall(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
            connection.recv(10)
    with socket.create_connection(("127.0.0.1", urlsplit(preview.address).port or 0)) as connection:
        connection.sendall(b"\x00\xff nonsense\r\n\r\n")
        connection.recv(1000)

    assert ask(preview, "/")[0] == 200
    assert capfd.readouterr().err == ""


POLICY = '<meta http-equiv="Content-Security-Policy" content="{}">'
LIVE, STREAM = "http://h/.dateline/live.js", "http://h/.dateline/events"
OURS = Version("1", "1")


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [
        (
            "default-src 'none'; style-src 'self'",
            f"default-src 'none'; style-src 'self'; script-src {LIVE}; connect-src {STREAM}",
        ),
        (
            "script-src 'none'; connect-src 'self'",
            f"script-src {LIVE}; connect-src 'self' {STREAM}",
        ),
        ("img-src 'self'", "img-src 'self'"),
    ],
)
def test_the_policy_of_a_page_lets_our_script_run_and_no_other(policy: str, allowed: str) -> None:
    page = add_script(POLICY.format(policy).encode(), "http://h", OURS).decode()

    assert page.startswith(POLICY.format(allowed.replace("'", "&#x27;")))


@given(st.binary(max_size=200), st.sampled_from([b"", b"<body>", POLICY.format("default-src x").encode()]))
def test_any_page_keeps_its_bytes_but_for_what_is_added(page: bytes, before: bytes) -> None:
    served = add_script(before + page + b"<p>end</p></body></html>", "http://h", OURS)

    assert page in served
    assert served.endswith(b"<p>end</p>" + served[served.rindex(b"<script") :])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.lists(st.sampled_from(["..", ".", "%2e", "%2f", "/", "\\", "out", "a", "\0"])).map("".join))
def test_no_address_whatever_leads_outside(site: Path, address: str) -> None:
    answer = find_answer(site, f"/{address}", "/sub/")

    assert answer.file is None or answer.file.resolve().is_relative_to(site.resolve())


def test_what_is_unknown_is_plain_bytes() -> None:
    assert [content_type(name) for name in ("a.PNG", "CNAME", "a.b.zip", "notes.txt")] == [
        "image/png",
        "application/octet-stream",
        "application/octet-stream",
        "text/plain; charset=utf-8",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "--port", "9000"], "--port, --host and --open go with --serve"),
        (["build", "--poll"], "--poll goes with --watch"),
        (["build", "--serve", "--dry-run"], "--serve shows what is written"),
        (["serve", "-p", "70000"], "'70000' is no port (write 1024 to 65535"),
    ],
)
def test_flags_that_do_not_go_together_are_wrong_usage(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)

    assert words in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("verb", [["serve"], ["build", "--serve"]])
def test_an_interrupt_ends_the_preview_at_once_and_frees_the_port(
    project: Callable[..., Path], verb: list[str], number: signal.Signals
) -> None:
    root = project({"bridge": {"title": "Bridge closed", "date": "2026-01-13", "body": "The bridge was closed."}})
    command = [sys.executable, "-m", "generator", *verb, "-r", str(root), "-p", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    with process.stderr as said:
        lines = iter(said.readline, "")
        address = next(line for line in lines if line.startswith("Preview: ")).split()[1]
        assert next(line for line in lines if "Ctrl-C ends it" in line)
        port = urlsplit(address).port or 0
        with socket.create_connection(("127.0.0.1", port)) as stream:
            stream.sendall(b"GET /.dateline/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert stream.recv(10)

            process.send_signal(number)

            assert process.wait(60) == 130
            assert said.read() == ""
    socket.create_server(("127.0.0.1", port)).close()
