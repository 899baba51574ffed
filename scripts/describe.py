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
from macros.base.system.refusals import ends_in_words
from macros.contribute.pull_request.comment import comment
from macros.contribute.pull_request.description import describe
from macros.contribute.pull_request.inbox import told
from macros.contribute.pull_request.proposal import Pages, Workbook, fitted
from macros.contribute.pull_request.site_comparison import compare_pages
from macros.contribute.workbook.inbox import take_in


def built(project: Path, target: Path) -> bool:
    """Build a project with its own code, its output in the log; return False where that fails."""
    command = [sys.executable, str(project / "scripts" / "build.py"), "--target", str(target)]
    return subprocess.run(command, cwd=project, stdout=sys.stderr, check=False).returncode == 0


def compared(base: Path, work: Path, site: Path) -> tuple[Pages | None, bool]:
    """Build both states; return the comparison of their pages, None where one failed, and whether the new one stands.

    Args:
        base: the project as it is.
        work: a folder for the site of that.
        site: where the site of the proposed state goes.
    """
    stands = built(ROOT, site)
    if not stands or not built(base, work / "site"):
        return None, stands
    return compare_pages(work / "site", site), True


def entered(folder: Path) -> list[Workbook]:
    """Enter the workbooks of the inbox into this copy of the project, and put the files proposed into a folder too."""
    taken = take_in(ROOT, as_of())
    folder.mkdir(parents=True, exist_ok=True)
    for found in taken:
        if found.update is not None:
            (folder / found.update.name).write_text(found.text, encoding="utf-8")
    return told(taken)


def commit(name: str) -> str | None:
    """Return the commit that a branch or another name stands for; None where git knows no such name."""
    command = ["git", "-C", str(ROOT), "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout.strip() if found.returncode == 0 else None


@ends_in_words
def main() -> int:
    parser = argparse.ArgumentParser(description="Nói một thay đổi làm gì / say what a change does")
    parser.add_argument("--base", default="main", help="so với đâu / compared with which commit")
    parser.add_argument("--output", type=Path, help="ghi JSON vào đây / write JSON here")
    parser.add_argument("--inbox", type=Path, help="nhập biểu trong data/inbox, đề nghị tệp ở đây / propose files here")
    parser.add_argument("--site", type=Path, help="giữ trang dựng ra ở đây / keep the built site here")
    arguments = parser.parse_args()
    os.environ |= {"AS_OF": as_of().isoformat(), "SOURCE_DATE_EPOCH": str(int(built_at().timestamp()))}
    found = commit(arguments.base)
    if found is None:
        print(f"Không có {arguments.base} trong git. / git knows no {arguments.base}.", file=sys.stderr)
        return 1
    workbooks = [] if arguments.inbox is None else entered(arguments.inbox)
    git = ["git", "-C", str(ROOT), "worktree"]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        base = work / "base"
        subprocess.run([*git, "add", "--quiet", "--detach", str(base), found], check=True)
        try:
            pages, stands = compared(base, work, (arguments.site or work / "head").resolve())
            proposal = describe(base, ROOT, pages).model_copy(update={"workbooks": workbooks})
        finally:
            subprocess.run([*git, "remove", "--force", str(base)], check=True)
    if arguments.output is None:
        print(comment(proposal, "https://example.org/"))
    else:
        arguments.output.write_text(fitted(proposal), encoding="utf-8")
    if not stands:
        print("Không dựng được trang với thay đổi này. / The site cannot be built with this change.", file=sys.stderr)
    return 0 if stands else 1


if __name__ == "__main__":
    sys.exit(main())
