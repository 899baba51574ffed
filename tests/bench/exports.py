"""Seconds of each export, and of all as a build writes them, as JSON: ``python exports.py FOLDER``.

Run within a project whose site is built.
"""

from __future__ import annotations

import json
import os
import sys
import time
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from macros.base.system import processes
from macros.publish.exports import EXPORTS, exports
from macros.website.project_records import read


def main() -> None:
    """Write every export below the folder, and print how long each took."""
    root, folder = Path.cwd(), Path(sys.argv[1])
    catalogue = read(root)
    site = _pages(folder / "one by one")
    seconds = {}
    # What lies ready to be written would be written meanwhile.
    os.sync()
    for export in chain(*EXPORTS):
        start = time.perf_counter()
        export.write(catalogue, site)
        seconds[export.__name__.rpartition(".")[2]] = time.perf_counter() - start
    works = exports(catalogue, _pages(folder / "side by side"))
    os.sync()
    start = time.perf_counter()
    processes.run(works)
    print(json.dumps({**seconds, "all": time.perf_counter() - start}))


def _pages(site: Path) -> Path:
    """A folder with the built pages alone, as exports find them."""
    for page in Path("site").rglob("*.html"):
        place = site / page.relative_to("site")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.hardlink_to(page)
    return site


if __name__ == "__main__":
    main()
