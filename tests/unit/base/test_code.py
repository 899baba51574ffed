"""What is kept between builds is named by all that it follows from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from macros.base.system import code


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(code, "PROJECT", tmp_path)
    code.digest.cache_clear()
    folder = tmp_path / "macros" / "base"
    folder.mkdir(parents=True)
    for name in ("words.yaml", "dates.py"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def _digest(*rooms: str) -> str:
    code.digest.cache_clear()
    return code.digest(*rooms)


@pytest.mark.parametrize("name", ["words.yaml", "dates.py", "templates/brief.docx", "new.py"])
def test_another_word_or_line_of_code_makes_another_digest(name: str, room: Path):
    before = _digest("base")
    (room / name).parent.mkdir(exist_ok=True)
    (room / name).write_text("other", encoding="utf-8")
    assert _digest("base") != before


def test_a_name_counts_as_well_as_what_it_names(room: Path):
    before = _digest("base")
    (room / "dates.py").rename(room / "days.py")
    assert _digest("base") != before


def test_compiled_code_and_other_rooms_do_not_count(room: Path):
    before = _digest("base")
    (room / "dates.pyc").write_bytes(b"compiled")
    (room.parent / "views").mkdir()
    (room.parent / "views" / "labels.py").write_text("labels", encoding="utf-8")
    assert _digest("base") == before
    assert _digest("base", "views") != before


def test_versions_are_those_that_are_installed():
    assert code.versions("pydantic")[0] == sys.version
    assert code.versions("pydantic")[1].split(".")[0].isdigit()
