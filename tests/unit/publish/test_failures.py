"""Failures of a build: one line for people, in both languages."""

from __future__ import annotations

import errno
import os

import pytest

from macros.base.system.processes import Failed
from macros.publish.failures import NotPublished, explain, said_to_people, system_error
from macros.publish.swap import InTheWay
from macros.website.project_records import BrokenData

TRACEBACK = """Traceback (most recent call last):
  File "x.py", line 1, in <module>
OSError: [Errno 28] No space left on device: 'a/b.html'
"""


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy", "the disk is full"),
        (errno.EACCES, "không có quyền ghi", "there is no permission to write"),
        (errno.ENOTDIR, os.strerror(errno.ENOTDIR), os.strerror(errno.ENOTDIR)),
    ],
)
def test_what_the_system_refused_is_named_with_its_file(code: int, vi: str, en: str):
    said = explain(OSError(code, os.strerror(code), "a/b.html"))
    assert len(said.splitlines()) == 1
    assert f"{vi} (a/b.html)" in said.partition(" / ")[0]
    assert f"{en} (a/b.html)" in said.partition(" / ")[2]


def test_a_refusal_is_found_in_what_a_process_printed():
    found = system_error(TRACEBACK)
    assert found is not None
    assert (found.errno, found.filename) == (errno.ENOSPC, "a/b.html")
    assert system_error("ValueError: [Errno] nothing") is None


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (BrokenData("Dữ liệu có 1 lỗi / 1 error"), "Dữ liệu có 1 lỗi / 1 error"),
        (InTheWay("x / y"), "x / y"),
        (Failed("MkDocs dừng / stopped", "WARNING - a link\n"), "WARNING - a link\n\nMkDocs dừng / stopped"),
        (Failed("x / y", TRACEBACK), "the disk is full (a/b.html)"),
        (PermissionError(errno.EACCES, "Permission denied", "site"), "there is no permission to write (site)"),
    ],
)
def test_whatever_stops_a_build_is_said(reason: Exception, said: str):
    with pytest.raises(NotPublished) as stopped, said_to_people():
        raise reason
    assert said in str(stopped.value)
    assert "Traceback" not in str(stopped.value)


def test_a_mistake_of_ours_is_not_hidden():
    with pytest.raises(ZeroDivisionError), said_to_people():
        raise ZeroDivisionError
