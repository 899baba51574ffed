"""`make new` asks, and writes only what passes the check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.records.check.rules import check
from tests.conftest import ENVIRONMENT, PROJECT
from tests.edits import replaced

pytestmark = pytest.mark.slow

# One answer a line; an empty one takes what is suggested, or leaves the field out.
AGREEMENT = """sakai
3
ủy ban
15/3/2026

years
5
Du lịch.
Tourism.
1
new
toàn văn
k
treaty

15/3/2026
Bản ghi nhớ
Memorandum





"""


def new(root: Path, kind: str, answers: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROJECT / "scripts" / "new.py"), kind, "--root", str(root)]
    return subprocess.run(
        command, input=answers, capture_output=True, text=True, check=False, env={**ENVIRONMENT, "PYTHONUTF8": "1"}
    )


def files(root: Path) -> set[Path]:
    return {path.relative_to(root) for path in root.rglob("*") if path.is_file()}


def test_answers_become_a_file_that_passes_the_check(small_root: Path):
    before = files(small_root)
    result = new(small_root, "agreement", AGREEMENT + "\nc\n")
    assert result.returncode == 0, result.stdout + result.stderr
    assert files(small_root) - before == {Path("data/agreements/sakai-2026.yaml")}
    dataset, problems = check(small_root)
    assert problems == []
    agreement = dataset.entries["partners"][0].record.agreements[1]
    assert (agreement.signatory, str(agreement.signed), agreement.sectors) == (
        "peoples-committee",
        "2026-03-15",
        ("tourism",),
    )
    assert dataset.entries["documents"][1].record.id == "sakai-2026-treaty"


def test_questions_are_in_vietnamese_first_with_lists_to_choose_from(small_root: Path):
    asked = new(small_root, "agreement", "").stdout
    assert asked.index("Đối tác / Partner") < asked.index("1. Sakai (sakai)")


def test_without_a_yes_nothing_is_written(small_root: Path):
    before = files(small_root)
    assert new(small_root, "agreement", AGREEMENT + "\nk\n").returncode == 1
    assert files(small_root) == before


def test_stopping_half_way_leaves_nothing(small_root: Path):
    before = files(small_root)
    result = new(small_root, "agreement", AGREEMENT[:40])
    assert result.returncode == 130
    assert "không ghi gì" in result.stdout
    assert "Traceback" not in result.stderr
    assert files(small_root) == before


def test_a_wrong_answer_is_told_in_the_words_of_the_check_and_asked_again(small_root: Path):
    answers = replaced(AGREEMENT, "15/3/2026\n\nyears", "30/2/2026\n15/3/2026\n\nyears")
    result = new(small_root, "agreement", answers + "\nc\n")
    assert "“2026-02-30” không phải ngày có thật. Hãy viết 2016-11-22, 2015-02 hoặc 2007." in result.stdout
    assert result.returncode == 0, result.stdout


def test_what_only_the_whole_shows_is_asked_again_before_anything_is_written(small_root: Path):
    answers = (
        "1\n1\nI.1\nMở lớp\nRun courses\nMở lớp hằng năm.\nRun courses every year.\n1\n"
        "\n\n\n\n\n\nscheme\nmục I.2\nk\n\n\nI.2\nc\n"
    )
    result = new(small_root, "task", answers)
    assert "số I.1 của kế hoạch này đã dùng tại" in result.stdout
    assert result.returncode == 0, result.stdout[-2500:]
    assert check(small_root)[1] == []


def test_a_review_and_progress_can_be_recorded(small_root: Path):
    review = "1\nreviewed\n10/2026\ncontinue\n2027\nĐã rà soát.\n\n\n\n\nc\n"
    result = new(small_root, "event", review)
    assert result.returncode == 0, result.stdout[-1500:]
    assert (small_root / "data" / "updates" / "2026-10-sakai-2009-reviewed.yaml").is_file()
    progress = "1\n2026-10-01\ndone\nĐã làm.\nDone.\n\n\n\nc\n"
    result = new(small_root, "progress", progress)
    assert result.returncode == 0, result.stdout[-1500:]
    assert [problem.rule for problem in check(small_root)[1]] == ["english-pending"]


def test_an_announcement_then_its_signing_can_be_recorded(small_root: Path):
    announced = replaced(AGREEMENT, "15/3/2026\n\nyears", "\n3/2026\nyears")
    result = new(small_root, "agreement", announced + "\nc\n")
    assert result.returncode == 0, result.stdout[-1500:]
    signed = "sakai-2026\nsigned\n20/4/2026\n20/4/2031\nĐã ký.\nSigned.\n\n\n\nc\n"
    result = new(small_root, "event", signed)
    assert result.returncode == 0, result.stdout[-1500:]
    assert check(small_root)[1] == []
