"""A file that may be added is checked with all data, and written as a whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from macros.records.writing.candidate import problems_with, put
from tests.edits import edit, replaced

FILE = "data/sectors/logistics.yaml"
TEXT = """- id: logistics
  name: {vi: Hậu cần, en: Logistics}
  description: {vi: Kho và vận tải, en: Warehouses and transport}
  sources: [{document: scheme, locator: trang 1}]
"""


def files(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (TEXT, []),
        (replaced(TEXT, "document: scheme", "document: shceme"), ["unknown-reference"]),
        (replaced(TEXT, "id: logistics", "id: tourism"), ["duplicate-id"]),
        ("- id: [", ["yaml-syntax"]),
    ],
)
def test_a_file_is_checked_with_all_others_and_nothing_changes(text: str, rules: list[str], small_root: Path):
    before = files(small_root)
    problems = problems_with(small_root, FILE, text)
    assert [problem.rule for problem in problems] == rules
    assert all(problem.place.file in {FILE, "data/sectors.yaml"} for problem in problems)
    assert files(small_root) == before


def test_the_texts_of_agreements_are_there_for_the_check(small_root: Path):
    text = small_root / "docs" / "vi" / "texts" / "sakai-2009.txt"
    text.parent.mkdir(parents=True, exist_ok=True)
    text.write_text("x", encoding="utf-8")
    digest = hashlib.sha256(b"x").hexdigest()
    of_it = f"      text:\n        access: published\n        file: sakai-2009.txt\n        sha256: {digest}\n"
    edit(small_root / "data" / "partners.yaml", "      sources:\n", f"{of_it}      sources:\n")
    assert problems_with(small_root, FILE, TEXT) == []


def test_a_file_takes_the_place_of_one_that_is_there(small_root: Path):
    put(small_root, FILE, "- id: old\n")
    assert problems_with(small_root, FILE, TEXT) == []
    put(small_root, FILE, TEXT)
    assert files(small_root)[FILE] == TEXT


def test_where_writing_fails_the_old_file_stays_and_nothing_is_left_behind(
    small_root: Path, monkeypatch: pytest.MonkeyPatch
):
    put(small_root, FILE, "- id: old\n")
    before = files(small_root)

    def half(path: Path, text: str, encoding: str) -> None:
        with path.open("w", encoding=encoding) as file:
            file.write(text[: len(text) // 2])
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "write_text", half)
    with pytest.raises(OSError, match="full"):
        put(small_root, FILE, TEXT)
    assert files(small_root) == before
