"""The templates themselves: lines that fit a screen, and nothing that no page uses."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from macros.catalogue.catalogue import Catalogue
from macros.website import template_helpers
from macros.website.frame.repository import Repository
from tests.conftest import PROJECT

TEMPLATES = PROJECT / "macros" / "website" / "templates"
OVERRIDES = PROJECT / "docs" / "overrides"
WIDEST = 120


def sources() -> list[Path]:
    return [*TEMPLATES.rglob("*.jinja"), *OVERRIDES.rglob("*.html"), OVERRIDES / "sitemap.xml"]


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_every_line_fits_a_screen(path: Path):
    wide = [
        number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > WIDEST
    ]
    assert wide == []


@functools.cache
def parsed() -> dict[str, nodes.Template]:
    parser = Environment()
    return {
        path.relative_to(TEMPLATES).as_posix(): parser.parse(path.read_text(encoding="utf-8"))
        for path in TEMPLATES.rglob("*.jinja")
    }


def test_every_partial_is_used():
    used = {name for tree in parsed().values() for name in find_referenced_templates(tree)}
    partials = {name for name in parsed() if name.startswith("partials/")}
    assert partials
    assert partials - used == set()


def test_every_macro_is_used():
    """By its own file, or as a part of the partial that another imports."""
    templates = parsed()
    taken = {part for name, tree in templates.items() for part in taken_by(tree) if part[0] != name}
    unused = []
    for name, tree in templates.items():
        called = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        unused += [
            f"{name}: {macro.name}"
            for macro in tree.find_all(nodes.Macro)
            if macro.name not in called and (name, macro.name) not in taken
        ]
    assert unused == []


def taken_by(user: nodes.Template) -> set[tuple[str, str]]:
    """The macros that a template takes from partials, each with its partial."""
    found = set()
    for taken in user.find_all(nodes.FromImport):
        assert isinstance(taken.template, nodes.Const)
        found |= {(taken.template.value, name if isinstance(name, str) else name[0]) for name in taken.names}
    targets = {imported.target: imported.template for imported in user.find_all(nodes.Import)}
    for node in user.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and isinstance(template := targets.get(node.node.name), nodes.Const):
            found.add((template.value, node.attr))
    return found


def test_no_partial_is_imported_with_the_page_it_is_printed_on():
    """That would run it anew for every page; what a macro needs is handed to it."""
    for name, tree in parsed().items():
        assert not any(node.with_context for node in tree.find_all(nodes.Import)), name
        assert not any(node.with_context for node in tree.find_all(nodes.FromImport)), name


def test_templates_import_only_what_they_name():
    for name, tree in parsed().items():
        loaded = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        for node in tree.find_all(nodes.Import):
            assert node.target in loaded, f"{name}: {node.target}"
        for taken in tree.find_all(nodes.FromImport):
            assert {name if isinstance(name, str) else name[1] for name in taken.names} <= loaded, name


def test_everything_that_is_offered_to_templates_is_used(catalogue: Catalogue):
    plain, offered = Environment(), Environment()
    template_helpers.bind(offered, catalogue, "vi", Repository("", "main"))
    trees = parsed().values()
    names = {node.name for tree in trees for node in tree.find_all(nodes.Name)}
    filters = {node.name for tree in trees for node in tree.find_all(nodes.Filter)}
    assert offered.globals.keys() - plain.globals.keys() <= names
    assert offered.filters.keys() - plain.filters.keys() <= filters
