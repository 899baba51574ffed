"""Templates compiled once: used again wherever the project lies, and done without where nothing can be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from macros.website import template_cache


def rendered(source: str) -> str:
    environment = Environment(
        loader=DictLoader({"page": source}), bytecode_cache=template_cache.compiled_templates(), autoescape=True
    )
    return environment.get_template("page").render()


def test_a_template_is_compiled_once_and_again_when_its_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "kept")
    assert rendered("{{ 1 + 1 }}") == "2"
    (compiled,) = (tmp_path / "kept").iterdir()
    before = compiled.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", None)
        assert rendered("{{ 1 + 1 }}") == "2"
    assert rendered("{{ 1 + 2 }}") == "3"
    assert [path.read_bytes() != before for path in (tmp_path / "kept").iterdir()] == [True]


def test_pages_are_printed_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(Path, "mkdir", refused)
    assert rendered("{{ 1 + 1 }}") == "2"
    assert not (tmp_path / "kept").exists()
