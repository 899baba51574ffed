"""Write the workbooks for reporting: ``python scripts/forms.py``. See macros/contribute/workbook/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import as_of
from macros.base.system.files import write_whole
from macros.base.system.refusals import ends_in_words
from macros.base.system.terminal import speak_utf8
from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.rows import reporting_agencies
from macros.contribute.workbook.write import workbook
from macros.records.check.problem import errors
from macros.records.check.rules import check


@ends_in_words
def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Tạo biểu Excel cho từng cơ quan / write each agency's workbook")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    arguments = parser.parse_args()
    dataset, problems = check(arguments.root)
    if found := errors(problems):
        print("\n".join(problem.text() for problem in found), file=sys.stderr)
        return 1
    records = Catalogue(dataset, as_of())
    folder = arguments.root / "forms"
    agencies = reporting_agencies(records)
    for agency in agencies:
        write_whole(folder / f"{agency.id}.xlsx", workbook(records, agency))
    print(f"Đã tạo {len(agencies)} biểu trong forms/, tính đến {records.as_of.isoformat()}.")
    print(f"Wrote {len(agencies)} workbooks to forms/, as of {records.as_of.isoformat()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
