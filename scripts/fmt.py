"""Put data files into canonical order and style: ``python scripts/fmt.py [FILE…]``. See macros/records/writing/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.records.writing.canonical import ContentWouldChange, canonical, data_files
from macros.records.yaml_source import read_records


def main() -> int:
    parser = argparse.ArgumentParser(description="Sắp xếp tệp dữ liệu / put data files into canonical order and style")
    parser.add_argument("files", nargs="*", type=Path, help="mặc định mọi tệp trong data/ / all of data/ by default")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    parser.add_argument("--check", action="store_true", help="chỉ nói tệp nào sẽ đổi / only say which would change")
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    wanted = {path.resolve() for path in arguments.files}
    changed, wrong = [], 0
    for kind, depth, path in data_files(root):
        if wanted and path.resolve() not in wanted:
            continue
        shown = path.relative_to(root).as_posix()
        problems = read_records(path, shown)[1]
        if not problems:
            text = path.read_text(encoding="utf-8")
            try:
                made, problems = canonical(text, kind, depth, shown)
            except ContentWouldChange:
                wrong += 1
                print(
                    f"{shown}: không sắp xếp được mà không làm đổi nội dung; tệp giữ nguyên.\n"
                    f"{shown}: cannot be put in order without changing what it says; left as it was.",
                    file=sys.stderr,
                )
                continue
        if problems:
            wrong += 1
            print("\n".join(problem.text() for problem in problems), file=sys.stderr)
        elif made != text:
            changed.append(shown)
            if not arguments.check:
                path.write_text(made, encoding="utf-8")
    print(*changed, sep="\n")
    print(f"{len(changed)} tệp đổi, {wrong} tệp có lỗi. / {len(changed)} files changed, {wrong} with errors.")
    return 1 if wrong or (arguments.check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
