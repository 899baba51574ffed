"""Build the site: ``python scripts/build.py [--target site]``. What it does is in macros/publish.py."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.dates import as_of
from macros.publish import NotPublished, build


def main() -> int:
    parser = argparse.ArgumentParser(description="Dựng trang / build the site")
    parser.add_argument("--target", type=Path, default=ROOT / "site", help="thư mục kết quả / published folder")
    arguments = parser.parse_args()
    start = time.perf_counter()
    try:
        pages = build(ROOT, arguments.target.resolve())
    except NotPublished as reason:
        print(reason, file=sys.stderr)
        return 1
    seconds = time.perf_counter() - start
    print(
        f"Đã dựng {pages} trang vào {arguments.target.name}/ trong {seconds:.1f} giây, "
        f"tính đến {as_of().isoformat()}.\n"
        f"Built {pages} pages into {arguments.target.name}/ in {seconds:.1f} s, as of {as_of().isoformat()}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
