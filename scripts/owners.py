"""Switch on the list of reviewers for this repository: ``python scripts/owners.py [@NAME]``.

Without a name, the owner of the repository on GitHub reviews everything. Run it once in a fork and commit the result.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.system.terminal import speak_utf8

OWNERS: Final = Path(".github") / "CODEOWNERS"
_ORIGIN: Final = re.compile(r"\A(?:https://github\.com/|git@github\.com:|ssh://git@github\.com/)([A-Za-z0-9-]{1,39})/")
# An account, or a team of an organisation.
_NAME: Final = re.compile(r"@[A-Za-z0-9-]{1,39}(/[A-Za-z0-9_.-]{1,100})?")
_PLACEHOLDERS: Final = re.compile(r"@(?:DATA|CODE)-REVIEWER")
_WAITING: Final = "#= "


def owner(root: Path) -> str | None:
    """Return the owner of a project's repository on GitHub, as git knows it; None where it is elsewhere."""
    command = ["git", "-C", str(root), "remote", "get-url", "origin"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    match = _ORIGIN.match(found.stdout)
    return f"@{match[1]}" if match else None


def switched_on(text: str, name: str) -> str:
    """Return the list with every waiting line in use, and a name in the place of each placeholder."""
    lines = text.splitlines(keepends=True)
    used = [
        _PLACEHOLDERS.sub(name, line.removeprefix(_WAITING)) if line.startswith(_WAITING) else line for line in lines
    ]
    return "".join(used)


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Bật danh sách người duyệt / switch on the list of reviewers")
    parser.add_argument("name", nargs="?", default="", help="@tài-khoản hoặc @tổ-chức/nhóm / @account or @org/team")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    arguments = parser.parse_args()
    name = arguments.name or owner(arguments.root)
    if name is None or not _NAME.fullmatch(name):
        print(
            "Cần một tài khoản hoặc nhóm trên GitHub: make owners OWNER=@ten / "
            "An account or team on GitHub is needed: make owners OWNER=@name",
            file=sys.stderr,
        )
        return 1
    file = arguments.root / OWNERS
    file.write_text(switched_on(file.read_text(encoding="utf-8"), name), encoding="utf-8")
    print(f"{OWNERS.as_posix()}: {name}. Hãy commit tệp này. / Commit this file.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
