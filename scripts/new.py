"""Add a record by answering questions: ``python scripts/new.py agreement``. See macros/contribute/interview/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import as_of
from macros.base.system.refusals import ends_in_words
from macros.base.system.terminal import speak_utf8
from macros.catalogue.catalogue import Catalogue
from macros.contribute.forms.form import FORMS
from macros.contribute.interview.interview import Interview
from macros.contribute.interview.terminal import is_yes
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.writing.candidate import problems_with, put
from macros.records.writing.yaml_text import yaml_file


def add(root: Path, kind: str) -> int:
    """Ask for a record, and for what is wrong with it again, and write its file; return the exit status."""
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
    if (root / file).exists():
        print(f"Tệp đã có, không ghi đè. / The file is there already and was left alone: {file}")
        return 1
    if not is_yes(input("Ghi tệp này? / Write this file? [c/k] ")):
        print("Không ghi gì. / Nothing was written.")
        return 1
    put(root, file, text)
    print(f"Đã ghi {file}. / Wrote {file}.")
    return 0


@ends_in_words
def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Thêm một bản ghi / add a record")
    parser.add_argument("kind", choices=list(FORMS), help="loại / kind")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    arguments = parser.parse_args()
    try:
        return add(arguments.root, arguments.kind)
    except (KeyboardInterrupt, EOFError):
        print("\nDừng; không ghi gì. / Stopped; nothing was written.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
