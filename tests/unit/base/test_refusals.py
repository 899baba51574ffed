"""Commands end in words where the day is none or a file cannot be written, and leave no half of one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from macros.base.clock import as_of
from macros.base.system.files import write_whole
from macros.base.system.refusals import ends_in_words


def test_a_day_that_is_none_is_told_in_both_languages(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setenv("AS_OF", "tomorrow")

    @ends_in_words
    def command() -> int:
        return as_of().day

    assert command() == 1
    said = capsys.readouterr().err
    assert "AS_OF='tomorrow' không phải ngày" in said
    assert "write it like 2026-11-21" in said


def test_a_file_that_is_refused_is_named_with_the_reason(capsys):
    @ends_in_words
    def command() -> int:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), "briefs/kawasaki-vi.docx")

    assert command() == 1
    vi, en = capsys.readouterr().err.splitlines()
    assert "không có quyền ghi (briefs/kawasaki-vi.docx)" in vi
    assert "there is no permission to write (briefs/kawasaki-vi.docx)" in en


def test_other_faults_stay_faults_of_the_program():
    @ends_in_words
    def command() -> int:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        command()


def test_what_a_command_answers_is_handed_on():
    assert ends_in_words(lambda: 130)() == 130


def test_a_file_is_written_whole_in_a_folder_that_is_made(tmp_path: Path):
    file = tmp_path / "briefs" / "a.docx"
    for content in (b"first", b"2"):
        write_whole(file, content)
        assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "a.docx"
    file.write_bytes(b"before")

    def half(path: Path, content: bytes) -> int:
        with path.open("wb") as opened:
            opened.write(content[:3])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_whole(file, b"afterwards")
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]
