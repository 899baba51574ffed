"""Gather an edition of the built site's data set in edition/: ``python scripts/edition.py``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.system.refusals import ends_in_words
from macros.base.system.terminal import speak_utf8
from macros.export import edition
from macros.website.project_records import BrokenData, read


@ends_in_words
def main() -> int:
    speak_utf8()
    site, folder = ROOT / "site", ROOT / "edition"
    if not (site / "data").is_dir():
        print("Chưa dựng trang: hãy chạy make build. / Nothing was built: run make build.", file=sys.stderr)
        return 1
    try:
        catalogue = read(ROOT)
    except BrokenData as error:
        print(error, file=sys.stderr)
        return 1
    shutil.rmtree(folder, ignore_errors=True)
    before = next((made.committed for made in catalogue.history.editions), None)
    files = edition.write(catalogue, site, folder, before)
    tag = edition.tag_of(catalogue.as_of)
    (folder / "TAG").write_text(tag, encoding="utf-8")
    print(f"{tag}: {', '.join(path.name for path in files)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
