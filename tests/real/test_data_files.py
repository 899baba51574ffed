"""No data file shows an error in an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.writing.canonical import data_files
from tests.conftest import PROJECT
from tests.editors import errors_in_editors

every_file = pytest.mark.parametrize(
    ("kind", "depth", "path"), data_files(PROJECT), ids=lambda value: getattr(value, "stem", None)
)


@every_file
def test_an_editor_finds_no_error(kind: str, depth: int, path: Path):  # noqa: ARG001
    assert errors_in_editors(path.read_text(encoding="utf-8"), kind) == []
