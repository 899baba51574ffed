"""Build the site: ``python scripts/build.py [--target site]``. The steps are in macros/publish/publish.py."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import hold_clock
from macros.base.system import progress
from macros.base.system.terminal import end_when_told, speak_utf8
from macros.publish.failures import NotPublished
from macros.publish.publish import STEPS, build


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Dựng trang / build the site")
    parser.add_argument("--target", type=Path, default=ROOT / "site", help="thư mục kết quả / published folder")
    arguments = parser.parse_args()
    start = time.perf_counter()
    end_when_told()
    try:
        day = hold_clock().isoformat()
        with progress.shown(STEPS):
            pages = build(ROOT, arguments.target.resolve())
    except (NotPublished, ValueError) as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # and SIGTERM
        print("Đã dừng; trang cũ vẫn nguyên. / Stopped; the published site is as it was.", file=sys.stderr)
        return 130
    seconds = time.perf_counter() - start
    print(
        f"Đã dựng {pages} trang vào {arguments.target.name}/ trong {seconds:.1f} giây, "
        f"tính đến {day}.\n"
        f"Built {pages} pages into {arguments.target.name}/ in {seconds:.1f} s, as of {day}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
