from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def changed_root(small_root: Path, tmp_path: Path) -> Path:
    """A second copy of the small data set, to change."""
    root = tmp_path / "changed"
    shutil.copytree(small_root / "data", root / "data")
    return root
