"""Packages installed, actions run and files shipped: pinned, hashed, accounted for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT

LISTS = sorted((PROJECT / "requirements").glob("*.txt"))
WORKFLOWS = sorted((PROJECT / ".github").rglob("*.yml"))


def requirements(path: Path) -> list[str]:
    """The lines of a list as pip reads them."""
    text = re.sub(r"^\s*#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [line for line in re.sub(r"\s*\\\n\s*", " ", text).splitlines() if line.strip()]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_package_is_pinned_and_hashed_and_comes_from_no_address_of_its_own(path: Path):
    found = requirements(path)
    assert found
    for line in found:
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*==[\w.!+-]+( --hash=sha256:[0-9a-f]{64})+( *#.*)?", line), line
    assert not re.search(r"https?://|git\+|file:/|--(extra-)?index-url|--find-links", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_list_is_made_from_what_was_asked_for(path: Path):
    pinned = {line.partition("==")[0] for line in requirements(path)}
    asked = path.with_suffix(".in").read_text(encoding="utf-8")
    for line in re.findall(r"^([A-Za-z][\w.-]*)", asked, re.MULTILINE):
        assert re.sub(r"[._-]+", "-", line).lower() in pinned, line


def uses(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["uses"]] if isinstance(node.get("uses"), str) else []
        return own + [name for value in node.values() for name in uses(value)]
    return [name for value in node for name in uses(value)] if isinstance(node, list) else []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_actions_are_named_by_commit_with_their_version_beside(path: Path):
    text = path.read_text(encoding="utf-8")
    for name in uses(yaml.safe_load(text)):
        if not name.startswith("./"):
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", name), name
            assert re.search(rf"{re.escape(name)} +# v\d", text), name


def test_vulnerabilities_are_looked_for_in_what_is_installed_each_week_and_when_it_changes():
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "audit.yml").read_text(encoding="utf-8"))
    triggers = workflow[True]  # YAML reads the key "on" so
    assert triggers["schedule"]
    assert triggers["pull_request"]["paths"] == ["requirements/**"]
    recipe = (PROJECT / "Makefile").read_text(encoding="utf-8").partition("\naudit:")[2].partition("\n\n")[0]
    for path in LISTS:
        assert path.stem in recipe, path.name
