"""Output of both languages on any terminal, and the end of a command when somebody tells it to end."""

from __future__ import annotations

import io
import os
import signal
import sys
from types import FrameType


def speak_utf8() -> None:
    """Write UTF-8 to standard output and error, whatever the locale is (``LC_ALL=C``, none in a scheduler).

    If Python has chosen another encoding for file names, the command is started again in Python's UTF-8 mode.
    """
    if sys.getfilesystemencoding().lower() != "utf-8" and not sys.flags.utf8_mode:
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 (no shell is meant)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def end_when_told() -> None:
    """Take SIGTERM, by which schedulers and ``kill`` end a command, as Ctrl+C: nothing half done, and a last word."""
    signal.signal(signal.SIGTERM, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    # Once is enough; what follows is putting things in order.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt
