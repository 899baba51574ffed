"""Every package that the code imports is asked for by name, so that no other package's choice can take it away."""

from __future__ import annotations

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

from tests.conftest import PROJECT

OWN = {"macros", "scripts", "tests"}
PROVIDED_BY = metadata.packages_distributions()


def imported(*folders: str) -> set[str]:
    """The packages outside the standard library that the code below these folders imports, by their module's name."""
    found: set[str] = set()
    for path in [path for folder in folders for path in (PROJECT / folder).rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                found.add(node.module.partition(".")[0])
    return found - OWN - set(sys.stdlib_module_names)


def declared(path: Path) -> set[str]:
    names = re.findall(r"^([A-Za-z][\w.-]*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {normal(name) for name in names}


def normal(name: str) -> str:
    return re.sub(r"[._-]+", "-", name).lower()


BUILD = declared(PROJECT / "requirements" / "build.in")


@pytest.mark.parametrize("module", sorted(imported("macros")))
def test_what_building_imports_is_declared_for_building(module: str):
    assert {normal(name) for name in PROVIDED_BY[module]} & BUILD, f"{module} is not in requirements/build.in"


@pytest.mark.parametrize("module", sorted(imported("scripts", "tests")))
def test_what_tests_and_tools_import_is_declared(module: str):
    known = BUILD | declared(PROJECT / "requirements" / "test.in")
    assert {normal(name) for name in PROVIDED_BY[module]} & known, f"{module} is in no list of requirements/"
