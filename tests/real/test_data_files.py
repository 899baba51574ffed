"""Every data file is written as `make fmt` writes it, and shows no error in an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.schema import modeline
from macros.records.writing.canonical import canonical, data_files
from tests.conftest import PROJECT
from tests.editors import errors_in_editors

every_file = pytest.mark.parametrize(
    ("kind", "depth", "path"), data_files(PROJECT), ids=lambda value: getattr(value, "stem", None)
)


@every_file
def test_a_file_is_in_canonical_order_and_style(kind: str, depth: int, path: Path):
    text = path.read_text(encoding="utf-8")
    assert canonical(text, kind, depth, "x")[0] == text, "run make fmt"


@every_file
def test_an_editor_finds_the_schema_and_no_error(kind: str, depth: int, path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith(modeline(kind, depth) + "\n")
    assert errors_in_editors(text, kind) == []
