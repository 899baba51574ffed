"""Enter a workbook from an agency: ``python scripts/import_forms.py FILE``. See macros/contribute/workbook/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import as_of
from macros.base.system import progress
from macros.base.system.refusals import ends_in_words
from macros.base.system.terminal import speak_utf8
from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.faults import Unreadable
from macros.contribute.workbook.import_reports import Refused, enter
from macros.contribute.workbook.read import read
from macros.contribute.workbook.summary import told
from macros.records.check.problem import errors
from macros.records.check.rules import check

# Faults that are printed; thousands would bury the first.
PRINTED = 100


@ends_in_words
def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Nhập biểu Excel của một cơ quan / enter an agency's workbook")
    parser.add_argument("file", type=Path, help="tệp .xlsx / the .xlsx file")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    arguments = parser.parse_args()
    with progress.shown(3):
        return _enter(arguments.root, arguments.file)


def _enter(root: Path, file: Path) -> int:
    """Enter the reports of a workbook; return the exit status."""
    progress.step("Kiểm tra dữ liệu / Checking the data")
    dataset, problems = check(root)
    if wrong := errors(problems):
        return _refuse([problem.text() for problem in wrong])
    records = Catalogue(dataset, as_of())
    try:
        progress.step("Đọc biểu Excel / Reading the workbook")
        found = read(file, records)
        if found.faults:
            return _refuse([fault.text() for fault in found.faults])
        progress.step("Ghi vào dữ liệu / Entering the reports")
        entered = enter(root, found, records)
    except Unreadable as reason:
        return _refuse([reason.fault.text()])
    except Refused as reason:
        return _refuse([problem.text() for problem in reason.problems])
    progress.end()
    print("\n".join(told(found, entered, records.as_of)))
    return 0


def _refuse(faults: list[str]) -> int:
    """Print the first faults and their number; return the exit status."""
    progress.end()
    print("\n".join(faults[:PRINTED]), file=sys.stderr)
    more = len(faults) - PRINTED
    if more > 0:
        print(f"… và {more} lỗi nữa. / … and {more} more.", file=sys.stderr)
    noun = "error" if len(faults) == 1 else "errors"
    print(
        f"{len(faults)} lỗi; chưa ghi gì vào dữ liệu. / {len(faults)} {noun}; nothing was entered into the data.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
