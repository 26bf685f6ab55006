"""A search without a server: the index is part of the site, its page alone may run scripts."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build import make_site, preview, release
from generator.cli import main
from generator.config import load_config
from generator.executors import InPlace
from generator.pages.model import File, file_of
from generator.pages.search_index import make_index
from tests.golden import NOW, SITES


def page(words: str, *, found: bool = True) -> str:
    mark = " data-pagefind-body" if found else ""
    return f"<!doctype html><html lang=en><title>x</title><main{mark}><h1>{words}</h1><p>{words}</main>"


def pages(*names: str) -> dict[str, File]:
    return {f"events/{name}/index.html": file_of(f"events/{name}/index.html", page(name)) for name in names}


def contents(files: tuple[File, ...]) -> dict[str, bytes]:
    return {file.path: file.content for file in files}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SITES / "harbour/content", tmp_path / "content")
    config = (SITES / "harbour/config.yaml").read_text("utf-8")
    (tmp_path / "config.yaml").write_text(f"{config}\nsearch: true\n", "utf-8")
    return tmp_path


def made(root: Path) -> Mapping[str, File]:
    return make_site(load_config(root)[0], InPlace(), now=NOW).files


def test_the_same_pages_in_any_order_give_the_same_bytes() -> None:
    names = [f"harbour-{number}" for number in range(40)]

    assert contents(make_index(pages(*names))) == contents(make_index(pages(*reversed(names))))


def test_settings_in_the_environment_and_in_the_folder_shape_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = contents(make_index(pages("bridge")))
    (tmp_path / "pagefind.yml").write_text("force_language: fr\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(os.environ, "PAGEFIND_FORCE_LANGUAGE", "fr")

    assert contents(make_index(pages("bridge"))) == plain


def test_a_page_that_does_not_ask_for_it_is_not_found() -> None:
    hidden = file_of("list/index.html", page("bridge", found=False))

    index = make_index({**pages("ferry"), "list/index.html": hidden})
    assert contents(index) == contents(make_index(pages("ferry")))


def test_a_site_without_such_a_page_has_no_index() -> None:
    assert make_index({"list/index.html": file_of("list/index.html", page("bridge", found=False))}) == ()


def test_the_index_holds_what_a_search_asks_for_and_no_interface() -> None:
    names = {re.sub(r"[0-9a-f]{6,}", "HASH", file.path) for file in make_index(pages("bridge"))}

    assert names == {
        "search/pagefind/pagefind.js",
        "search/pagefind/pagefind-worker.js",
        "search/pagefind/pagefind-entry.json",
        "search/pagefind/pagefind.en_HASH.pf_meta",
        "search/pagefind/fragment/en_HASH.pf_fragment",
        "search/pagefind/index/en_HASH.pf_index",
        "search/pagefind/wasm.en.pagefind",
        "search/pagefind/wasm.unknown.pagefind",
    }


def test_the_search_page_alone_may_run_scripts_and_only_the_site_s_own(root: Path) -> None:
    policies = {
        path: re.findall(r'Content-Security-Policy" content="([^"]*)"', file.content.decode())
        for path, file in made(root).items()
        if path.endswith(".html")
    }

    assert all(policy[0].startswith("default-src 'none'; ") for policy in policies.values())
    assert {path for path, policy in policies.items() if "script-src" in policy[0]} == {"search/index.html"}
    assert "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src" in policies["search/index.html"][0]


def test_who_asks_for_no_search_gets_no_script() -> None:
    files = make_site(load_config(SITES / "harbour")[0], InPlace(), now=NOW).files

    assert not [path for path in files if path.startswith("search/") or path.endswith(".js")]
    assert b'href="search/' not in files["index.html"].content


def test_a_release_has_the_index_and_a_preview_does_without(root: Path) -> None:
    config, _ = load_config(root)
    site = make_site(config, InPlace(), now=NOW)

    release(config, site)
    assert (config.output / "search/pagefind/pagefind.js").is_file()
    preview(config, site)
    assert not (config.output / "search/pagefind").exists()
    assert (config.output / "search/index.html").is_file()


def test_a_build_says_how_to_get_what_makes_the_index(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.build.is_installed", lambda: False)
    line = (root / "config.yaml").read_text("utf-8").splitlines().index("search: true") + 1

    assert main(["build", "-r", str(root)]) == 1
    assert f"config.yaml:{line}: search: Pagefind, which makes the index, is missing" in capsys.readouterr().err
    assert not (root / "site").exists()
    assert not (root / "content/ledger").exists()


def test_where_the_index_fails_nothing_is_published(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")

    assert main(["build", "-r", str(root)]) == 1
    assert "search: Pagefind gave no index" in capsys.readouterr().err
    assert not (root / "site").exists()
    assert not (root / "content/ledger").exists()


@pytest.mark.slow
def test_after_an_edit_the_site_is_what_a_clean_build_makes(root: Path) -> None:
    with (root / "config.yaml").open("a", encoding="utf-8") as config:
        config.write("gzip: true\n")
    assert main(["build", "-q", "-r", str(root)]) == 0
    article = root / "content/articles/2026-01-13-bridge-opens.md"
    article.write_text(f"{article.read_text('utf-8')}\nA brass band played.\n", "utf-8")
    assert main(["build", "-q", "-r", str(root)]) == 0
    warm = tree(root / "site")

    shutil.rmtree(root / ".dateline")
    assert main(["build", "-q", "-r", str(root), "-d", str(root / "clean")]) == 0
    assert tree(root / "clean") == warm
    assert "search/pagefind/pagefind.js.gz" in warm


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
