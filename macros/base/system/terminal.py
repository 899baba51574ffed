"""What commands need to speak both languages on any terminal."""

from __future__ import annotations

import io
import os
import sys


def speak_utf8() -> None:
    """Use UTF-8 whatever the terminal's settings say (``LC_ALL=C``, a scheduler without any).

    Where Python has taken another encoding for names of files, the command begins anew, in Python's UTF-8 mode.
    """
    if sys.getfilesystemencoding().lower() != "utf-8" and not sys.flags.utf8_mode:
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 (no shell is meant)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
