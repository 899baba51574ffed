"""Seconds of each export, as JSON; run within a project whose site is built: ``python exports.py FOLDER``."""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from macros.check import check
from macros.dates import as_of
from macros.derive import Catalogue
from macros.publish import EXPORTS


def main() -> None:
    """Write every export into the folder, which holds the built pages, and print how long each took."""
    catalogue = Catalogue(check(Path.cwd())[0], as_of())
    site = Path(sys.argv[1])
    shutil.copytree("site", site, ignore=lambda _, names: [name for name in names if name in {"api", "data"}])
    seconds = {}
    for export in EXPORTS:
        start = time.perf_counter()
        export.write(catalogue, site)
        seconds[export.__name__.rpartition(".")[2]] = time.perf_counter() - start
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
