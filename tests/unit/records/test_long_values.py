"""A value of many characters is refused at once, in every field of every kind of record."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from macros.records.check.rules import check
from tests.conftest import SMALL

pytestmark = pytest.mark.slow

LENGTH = 20_000
VALUES = {
    "letters": "a" * LENGTH,
    "spaces": "a" + " " * LENGTH + "b",
    "breaks": "a" + " \\n" * (LENGTH // 2) + "b",
    "hyphens": "-" * LENGTH,
    "an id": "a-" * (LENGTH // 2) + "b",
    "a host": "https://" + "a." * (LENGTH // 2),
    "digits": "1" * LENGTH,
    "a date": "2026-" * (LENGTH // 5),
    "words": "ab " * (LENGTH // 3) + "c",
}


@pytest.mark.parametrize("file", sorted(path.name for path in (SMALL / "data").glob("*.yaml")))
def test_long_values_take_no_longer_than_their_length(file: str, small_root: Path):
    path = small_root / "data" / file
    text = path.read_text(encoding="utf-8")
    for name, value in VALUES.items():
        # Few values, so that the file is not refused for its size.
        lines = [
            re.sub(r"(: |- )[^\s{\[][^:]*$", rf'\g<1>"{value}"'.replace("\\n", "\\\\n"), line)
            for line in text.splitlines()
        ]
        for part in range(0, min(len(lines), 150), 50):
            mixed = [
                long if part <= n < part + 50 else short
                for n, (short, long) in enumerate(zip(text.splitlines(), lines, strict=True))
            ]
            path.write_text("\n".join(mixed) + "\n", encoding="utf-8")
            start = time.process_time()
            assert check(small_root)[1] != [] or mixed == text.splitlines()
            assert time.process_time() - start < 4, (name, part)


def test_a_long_key_is_refused_in_time(small_root: Path):
    path = small_root / "data" / "sectors.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"  {'a' * LENGTH}: x\n", encoding="utf-8")
    start = time.process_time()
    assert {problem.rule for problem in check(small_root)[1]} & {"unknown-field", "yaml-syntax"}
    assert time.process_time() - start < 4
