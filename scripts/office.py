"""Find LibreOffice for the tests of workbooks and documents, or install it; prints its path.

The tests use ``SOFFICE`` where it is set, and otherwise the system's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.system.terminal import speak_utf8

NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
# Calc for the workbooks, Writer for the report.
PACKAGES = ("libreoffice-calc", "libreoffice-writer", "fonts-liberation")


def find() -> str | None:
    """The path of LibreOffice, or nothing."""
    stated = os.environ.get("SOFFICE")
    if stated:
        return stated if Path(stated).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name)) is not None), None)


def install() -> None:
    """The system's packages where apt works, as root or by sudo without a password."""
    if not shutil.which("apt-get"):
        return
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and not shutil.which("sudo"):
        return
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
        subprocess.run([*as_root, "apt-get", *command], check=False)


def main() -> int:
    speak_utf8()
    if find() is None:
        install()
    path = find()
    if path is None:
        print(
            "Không có LibreOffice và không cài được. Hãy cài rồi đặt SOFFICE=đường dẫn. / "
            "There is no LibreOffice and it could not be installed. Install it and set SOFFICE=its path.",
            file=sys.stderr,
        )
        return 1
    print(f"LibreOffice: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
