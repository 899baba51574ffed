"""A build depends on the commit, ``AS_OF`` and ``SOURCE_DATE_EPOCH``, and on nothing else. ``make reproducible`` does
the same with the real data and other Pythons."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from scripts.reproducible import SETTINGS, contents
from tests.conftest import ENVIRONMENT, copy_project


def test_folder_time_zone_language_and_hash_seed_do_not_matter(tmp_path: Path):
    built = []
    for name, settings in zip(("a", "Một thư mục khác"), SETTINGS, strict=True):
        root = copy_project(tmp_path / name)
        environment = {**os.environ, **ENVIRONMENT, **settings}
        command = [sys.executable, str(root / "scripts" / "build.py")]
        result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        built.append(contents(root / "site"))
    first, second = built
    assert len(first) > 500
    assert [name for name, _ in sorted(first.items() ^ second.items())] == []
