"""Check the data and the Word templates: ``python scripts/check.py [--format text|github]``.

Rules: macros/records/check/, macros/export/docx/template_faults.py.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import hold_clock
from macros.base.system.terminal import speak_utf8
from macros.export.docx.sound_templates import template_faults
from macros.records.check.problem import errors
from macros.records.check.rules import check, counts
from macros.records.check.style import edited_files, style


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Kiểm tra dữ liệu / check the data")
    parser.add_argument("--format", choices=("text", "github"), default="text")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    arguments = parser.parse_args()
    try:
        day = hold_clock().isoformat()
    except ValueError as reason:
        print(reason, file=sys.stderr)
        return 1
    dataset, problems = check(arguments.root)
    problems = sorted([*problems, *style(arguments.root, edited_files(arguments.root))])
    for problem in problems:
        print(problem.annotation() if arguments.format == "github" else problem.text())
    templates = template_faults()
    for fault in templates:
        print(fault.annotation() if arguments.format == "github" else fault.text())
    wrong = len(errors(problems)) + len(templates)
    warnings = len(problems) - len(errors(problems))
    total = ", ".join(f"{kind} {number}" for kind, number in counts(dataset).items())
    print(f"Tính đến {day}: {wrong} lỗi, {warnings} cảnh báo. ({total})")
    print(f"As of {day}: {wrong} errors, {warnings} warnings.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
