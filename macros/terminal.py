"""What commands need to speak both languages on any terminal."""

from __future__ import annotations

import io
import sys


def speak_utf8() -> None:
    """Print UTF-8 whatever the terminal's settings say (``LC_ALL=C``, a scheduler without any)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
