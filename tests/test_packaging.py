"""What a wheel carries, and that a site can be made with nothing but it; what the pinned requirements say."""

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from generator import __version__

ROOT = Path(__file__).parents[1]
INGREDIENTS = ("generator", "templates", "pyproject.toml", "setup.py", "README.md", "LICENSE")
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout; gives what it printed."""
    done = subprocess.run(command, cwd=cwd, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network from a copy: setuptools would carry leftovers of build/ along."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"
    copy.mkdir()
    for name in INGREDIENTS:
        tree = (ROOT / name).is_dir()
        (shutil.copytree if tree else shutil.copy)(ROOT / name, copy / name)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", folder, copy, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; it sees the libraries of this one, but not the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv/bin/python"
    [packages] = (folder / "venv/lib").glob("python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))  # .pth files in there are not followed
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps")
    run(*pip, "--ignore-installed", wheel, cwd=folder)  # among the libraries stands the checkout's own record
    return folder


@pytest.mark.slow
def test_a_wheel_carries_every_file_of_the_generator_and_of_the_theme_and_no_other(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = {
        (Path(home) / path.relative_to(ROOT / folder)).as_posix()
        for folder, home in (("generator", "generator"), ("templates", "generator/theme"))
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == expected


@pytest.mark.slow
def test_what_is_installed_is_not_the_checkout(installed: Path) -> None:
    place = run(installed / "venv/bin/python", "-c", "import generator; print(generator.__file__)", cwd=installed)
    assert Path(place.strip()).is_relative_to(installed)
    assert run(installed / "venv/bin/dateline", "--version", cwd=installed) == f"dateline {__version__}\n"


@pytest.mark.slow
def test_a_wheel_starts_a_site_and_builds_it(installed: Path) -> None:
    dateline = installed / "venv/bin/dateline"
    run(dateline, "init", "digest", cwd=installed)
    run(dateline, "build", "-r", "digest", cwd=installed)
    assert "<!doctype html>" in (installed / "digest/site/index.html").read_text(encoding="utf-8").lower()
    assert list((installed / "digest").rglob("base.html")) == []  # the theme came from the package


@pytest.mark.slow
def test_every_library_finds_the_libraries_it_asks_for() -> None:
    assert run(sys.executable, "-m", "pip", "check", cwd=ROOT) == "No broken requirements found.\n"


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.stem)
def test_pins_are_hashed_and_name_no_place(path: Path) -> None:
    lines = [line for line in path.read_text().splitlines() if line and not line.lstrip().startswith("#")]
    pin, digest = re.compile(r"[a-z0-9-]+==[\w.]+ \\"), re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not pin.fullmatch(line) and not digest.fullmatch(line)] == []
    assert all(digest.fullmatch(after) for line, after in pairwise(lines) if pin.fullmatch(line))


def test_the_pins_of_a_site_are_what_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = (ROOT / "requirements/site.in").read_text().splitlines()
    declared = [*project["dependencies"], *project["optional-dependencies"]["html"]]
    assert sorted(line for line in asked if line[0] not in "#-") == sorted(declared)


def test_no_library_is_pinned_to_two_versions() -> None:
    pins = {line.split()[0] for path in REQUIREMENTS for line in path.read_text().splitlines() if "==" in line}
    names = [pin.split("==")[0] for pin in pins]
    assert sorted(names) == sorted(set(names))
