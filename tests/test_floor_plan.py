"""The house, top to bottom: a room imports only from lower floors, wings never from each other, nothing in a circle."""

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]

FLOORS: tuple[set[str], ...] = (
    {"__main__"},
    {"cli"},
    {"commands"},
    {"build"},
    {"config", "checks"},
    {"articles", "events", "pages"},
    {"pools", "executors", "watch", "serve"},
    {"seal"},
    {"codec", "edition", "files", "lock", "memory"},
    {"blob"},
    {"text"},
    {"model"},
    {"errors"},
)

# Each library has one home, so that it can be replaced there (and is loaded only by a run that goes there).
HOMES: Mapping[str, tuple[str, ...]] = {
    "babel": ("generator.pages.locales", "generator.pages.plurals"),
    "feedgen": ("generator.pages.feeds",),
    "jinja2": ("generator.pages.press",),
    "lxml": (
        "generator.pages.feeds",
        "generator.articles.formats.html",
        "generator.articles.formats.feed",
        "generator.checks",
    ),
    "markdown_it": ("generator.text.markdown",),
    "markupsafe": ("generator.pages",),
    "trafilatura": ("generator.articles.formats.html",),
    "watchdog": ("generator.watch",),
    "yaml": ("generator.text.strict_yaml",),
}


def read_house() -> dict[str, str]:
    """Give the source of every module of the generator by its dotted name."""
    modules = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return modules


def imports_of(source: str, modules: Mapping[str, str]) -> Iterator[str]:
    """Give the dotted name of each module that a source imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                yield inner if inner in modules else module


def floor_of(module: str) -> int | None:
    """Give the floor of a module, 0 at the top; None is a room that the plan does not know."""
    room = module.split(".")[1]
    return next((floor for floor, rooms in enumerate(FLOORS) if room in rooms), None)


def climbs(modules: Mapping[str, str]) -> list[str]:
    """Give each import that goes up, or to another room of the same floor."""
    return [
        f"{module} imports {target}"
        for module, target in edges(modules)
        if module.split(".")[1] != target.split(".")[1] and (floor_of(module) or 0) >= (floor_of(target) or 0)
    ]


def edges(modules: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give each import of one room's module by another; `generator` itself only holds the version."""
    return [
        (module, target)
        for module, source in modules.items()
        for target in imports_of(source, modules)
        if module != "generator" and target.startswith("generator.")
    ]


def circle(modules: Mapping[str, str]) -> list[str]:
    """Give the modules of a circle of imports, if there is one."""
    graph = TopologicalSorter[str]()
    for module, target in edges(modules):
        graph.add(module, target)
    try:
        graph.prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def strays(modules: Mapping[str, str]) -> list[str]:
    """Give each import of a library outside its home."""
    found = []
    for module, source in modules.items():
        for target in imports_of(source, modules):
            library = target.split(".")[0]
            at_home = any(f"{module}.".startswith(f"{home}.") for home in HOMES.get(library, ()))
            if library not in {*sys.stdlib_module_names, "generator"} and not at_home:
                found.append(f"{module} imports {target}")
    return found


def test_every_room_stands_on_a_floor() -> None:
    assert [module for module in read_house() if module != "generator" and floor_of(module) is None] == []


def test_no_room_imports_from_its_own_floor_or_a_higher_one() -> None:
    assert climbs(read_house()) == []


def test_no_imports_run_in_a_circle() -> None:
    assert circle(read_house()) == []


def test_every_library_is_imported_at_its_home_alone() -> None:
    assert strays(read_house()) == []


def test_the_plan_sees_a_wing_that_imports_another() -> None:
    modules = {"generator.pages.render": "", "generator.events.find": "def f():\n  from generator.pages import render"}
    assert climbs(modules) == ["generator.events.find imports generator.pages.render"]


def test_the_plan_sees_a_climb_and_a_relative_import() -> None:
    modules = {"generator.cli": "from generator import build", "generator.build": "import generator.cli"}
    assert climbs(modules) == ["generator.build imports generator.cli"]
    assert strays({"generator.cli": "from . import build"}) == ["generator.cli imports ."]


def test_the_plan_sees_a_circle_inside_a_wing() -> None:
    modules = {
        "generator.events.find": "from generator.events.copies import fold",
        "generator.events.copies": "from generator.events.find import find_events",
    }
    assert set(circle(modules)) == set(modules)


def test_the_plan_sees_a_library_away_from_home_and_an_unknown_one() -> None:
    modules = {"generator.build": "import jinja2.ext", "generator.pages.press": "import jinja2, numpy"}
    assert strays(modules) == ["generator.build imports jinja2.ext", "generator.pages.press imports numpy"]
