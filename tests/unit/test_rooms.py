"""The house: a room imports only rooms above it, and no modules import each other in a circle."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

ROOMS = ["base", "records", "catalogue", "views", "contribute", "export", "website", "publish"]
MODULES = {
    ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((PROJECT / "macros").rglob("*.py"))
}


def imports(module: str, path: Path) -> Iterator[str]:
    """The project's modules that a module imports, those imported within functions included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by a relative name"
            for name in node.names:
                full = f"{node.module}.{name.name}"
                yield from [found for found in (full if full in MODULES else node.module,) if found in MODULES]
        elif isinstance(node, ast.Import):
            yield from [name.name for name in node.names if name.name in MODULES]


def room(module: str) -> int:
    return ROOMS.index(module.split(".")[1])


def test_the_rooms_are_those_of_the_design():
    folders = {path.name for path in (PROJECT / "macros").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(ROOMS)
    assert {path.name for path in (PROJECT / "macros").glob("*.py")} == {"__init__.py"}


@pytest.mark.parametrize("module", [name for name in MODULES if name != "macros"])
def test_a_module_imports_only_its_own_room_and_those_above(module: str):
    later = [name for name in imports(module, MODULES[module]) if name != "macros" and room(name) > room(module)]
    assert later == []


def test_no_modules_import_each_other_in_a_circle():
    # A package and what it re-exports are one.
    graph = {name: set(imports(name, path)) - {name} for name, path in MODULES.items()}
    for package in [name for name, path in MODULES.items() if path.name == "__init__.py"]:
        for inner in [name for name in MODULES if name.startswith(f"{package}.")]:
            graph[inner].discard(package)
    assert list(graphlib.TopologicalSorter(graph).static_order())


MAY_NOT_IMPORT = {room: {"mkdocs", "jinja2", "material"} for room in ("records", "catalogue", "views")}


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name.split(".")[1:2] and name.split(".")[1] in MAY_NOT_IMPORT]
)
def test_records_catalogue_and_views_know_neither_mkdocs_nor_jinja(module: str):
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} & MAY_NOT_IMPORT[module.split(".")[1]] == set()
