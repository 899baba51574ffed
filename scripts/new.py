"""Add a record by answering questions: ``python scripts/new.py agreement``. See macros/contribute/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import as_of
from macros.catalogue.catalogue import Catalogue
from macros.contribute.forms.form import FORMS
from macros.contribute.interview import Interview
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.writing.candidate import problems_with, put
from macros.records.writing.yaml_text import yaml_file


def interview(root: Path, kind: str) -> int:
    dataset, problems = check(root)
    if errors(problems):
        print("Dữ liệu đang có lỗi; hãy chạy make check trước. / The data has errors; run make check first.")
        return 1
    questions = Interview(kind, Catalogue(dataset, as_of()), input, print)
    questions.run()
    while True:
        file, text = questions.file(), yaml_file(questions.form.kind, [questions.record()])
        found = [problem for problem in problems_with(root, file, text) if problem.place.file == file]
        print(f"\n{file}\n\n{text}")
        for problem in found:
            print(problem.text())
        if not errors(found):
            break
        print("\nHãy sửa các mục trên. / Put these fields right.")
        if not questions.again(errors(found)):
            return 1
    path = root / file
    if path.exists():
        print(f"Tệp đã có, không ghi đè. / The file is there already and was left alone: {file}")
        return 1
    if input("Ghi tệp này? / Write this file? [c/k] ").strip().lower() not in {"c", "có", "y", "yes"}:
        print("Không ghi gì. / Nothing was written.")
        return 1
    put(root, file, text)
    print(f"Đã ghi {file}. / Wrote {file}.")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Thêm một bản ghi / add a record")
    parser.add_argument("kind", choices=list(FORMS), help="loại / kind")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    arguments = parser.parse_args()
    try:
        return interview(arguments.root, arguments.kind)
    except (KeyboardInterrupt, EOFError):
        print("\nDừng; không ghi gì. / Stopped; nothing was written.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
