"""Describe a change: ``python scripts/describe.py --base main``. Without ``--output`` it prints the comment.

Builds the site of both states for one day and moment, with the code of each, and compares their pages.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import as_of, built_at
from macros.contribute.pull_request.comment import comment
from macros.contribute.pull_request.description import describe
from macros.contribute.pull_request.proposal import LARGEST, Pages
from macros.contribute.pull_request.site_comparison import compare_pages


def built(project: Path, target: Path) -> bool:
    """Build a project with its own code, its output in the log; return False where that fails."""
    command = [sys.executable, str(project / "scripts" / "build.py"), "--target", str(target)]
    return subprocess.run(command, cwd=project, stdout=sys.stderr, check=False).returncode == 0


def compared(base: Path, work: Path, site: Path | None) -> Pages | None:
    """Build both states and compare their pages; None where one could not be built."""
    head = site or work / "head"
    if not built(ROOT, head.resolve()) or not built(base, work / "site"):
        return None
    return compare_pages(work / "site", head)


def main() -> int:
    parser = argparse.ArgumentParser(description="Nói một thay đổi làm gì / say what a change does")
    parser.add_argument("--base", default="main", help="so với đâu / compared with which commit")
    parser.add_argument("--output", type=Path, help="ghi JSON vào đây / write JSON here")
    parser.add_argument("--site", type=Path, help="giữ trang dựng ra ở đây / keep the built site here")
    arguments = parser.parse_args()
    os.environ |= {"AS_OF": as_of().isoformat(), "SOURCE_DATE_EPOCH": str(int(built_at().timestamp()))}
    git = ["git", "-C", str(ROOT), "worktree"]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        base = work / "base"
        try:
            subprocess.run([*git, "add", "--quiet", "--detach", str(base), arguments.base], check=True)
        except subprocess.CalledProcessError:
            print(f"Không có {arguments.base} trong git. / git knows no {arguments.base}.", file=sys.stderr)
            return 1
        try:
            proposal = describe(base, ROOT, compared(base, work, arguments.site))
        finally:
            subprocess.run([*git, "remove", "--force", str(base)], check=True)
    if arguments.output is None:
        print(comment(proposal, "https://example.org/"))
        return 0
    text = proposal.model_dump_json(indent=1) + "\n"
    assert len(text.encode()) <= LARGEST
    arguments.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
