"""Ask every address that the records name, and report those that lead nowhere: ``python scripts/links.py [FILE]``.

Without FILE, the report is printed. The exit status is 0 whatever is found; only broken data are an error.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.system.terminal import speak_utf8
from macros.contribute.dead_links import dead, links, report
from macros.records.check.problem import errors
from macros.records.check.rules import check


def main() -> int:
    speak_utf8()
    dataset, problems = check(ROOT)
    if errors(problems):
        print("Dữ liệu có lỗi: hãy chạy make check. / The data has errors: run make check.", file=sys.stderr)
        return 1
    listed = links(dataset)
    found = dead(listed)
    print(f"{len(listed)} địa chỉ, {len(found)} không trả lời. / {len(listed)} addresses, {len(found)} do not answer.")
    if not found:
        return 0
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(report(found), encoding="utf-8")
    else:
        print(report(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
