"""Verify a built site before it is published: ``python scripts/verify.py [site]``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import day_of
from macros.base.system import progress
from macros.base.system.terminal import speak_utf8
from macros.catalogue.of_day import catalogue_of
from macros.publish.gate.gate import verify
from macros.records.check.rules import check


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Soát trang đã dựng / verify a built site")
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site", help="thư mục đã dựng / built folder")
    site = parser.parse_args().site.resolve()
    try:
        index = json.loads((site / "api" / "v1" / "index.json").read_text(encoding="utf-8"))
        as_of = day_of(index["as_of"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"{site} không phải một trang đã dựng / is not a built site: {error}", file=sys.stderr)
        return 1
    with progress.shown(2):
        progress.step("Đọc dữ liệu / Reading the data")
        catalogue = catalogue_of(ROOT, check(ROOT)[0], as_of)
        progress.step("Soát các trang / Verifying the pages")
        wrong = verify(site, catalogue, ROOT)
    for fault in wrong:
        print(fault, file=sys.stderr)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"Tính đến {as_of}: {pages} trang, {len(wrong)} điều chưa đạt.")
    print(f"As of {as_of}: {pages} pages, {len(wrong)} faults.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
