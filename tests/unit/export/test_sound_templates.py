"""Word templates that were in order are not opened again until they or the code change."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.base.system import cache, code
from macros.export.docx import sound_templates, template_list
from macros.export.docx.template_faults import Fault, Place, TemplateRefused


@pytest.fixture(autouse=True)
def looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The times at which templates were opened; each entry is the digest of the code at that time."""
    times: list[str] = []
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    monkeypatch.setattr(code, "digest", lambda *_rooms: "one")
    monkeypatch.setattr(template_list, "check_templates", lambda: times.append(code.digest()))
    return times


def test_templates_in_order_are_opened_once(looked: list[str]):
    assert [sound_templates.template_faults() for _ in range(3)] == [[], [], []]
    assert looked == ["one"]


def test_after_a_change_they_are_opened_again(looked: list[str], monkeypatch: pytest.MonkeyPatch):
    sound_templates.template_faults()
    monkeypatch.setattr(code, "digest", lambda *_rooms: "two")
    assert sound_templates.template_faults() == []
    assert looked == ["one", "two"]


def test_faults_are_told_each_time(monkeypatch: pytest.MonkeyPatch):
    fault = Fault("syntax", Place("brief.vi.docx"), "{{ name")

    def refuse() -> None:
        raise TemplateRefused([fault])

    monkeypatch.setattr(template_list, "check_templates", refuse)
    assert [sound_templates.template_faults() for _ in range(2)] == [[fault], [fault]]
