"""Enter a workbook that an agency filled in: ``python scripts/import_forms.py FILE``. See macros/workbook/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.check import check
from macros.dates import as_of
from macros.derive import Catalogue
from macros.problem import errors
from macros.terminal import speak_utf8
from macros.workbook.differences import told
from macros.workbook.enter import Refused, enter
from macros.workbook.messages import Unreadable
from macros.workbook.read import read

# Faults that are printed; thousands would bury the first.
PRINTED = 100


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Nhập biểu Excel của một cơ quan / enter an agency's workbook")
    parser.add_argument("file", type=Path, help="tệp .xlsx / the .xlsx file")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    arguments = parser.parse_args()
    dataset, problems = check(arguments.root)
    if wrong := errors(problems):
        return _refuse([problem.text() for problem in wrong])
    records = Catalogue(dataset, as_of())
    try:
        found = read(arguments.file, records)
        if found.faults:
            return _refuse([fault.text() for fault in found.faults])
        entered = enter(arguments.root, found, records)
    except Unreadable as reason:
        return _refuse([reason.fault.text()])
    except Refused as reason:
        return _refuse([problem.text() for problem in reason.problems])
    print("\n".join(told(found, entered, records.as_of)))
    return 0


def _refuse(faults: list[str]) -> int:
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
