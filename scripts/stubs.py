"""Write the site as a project for engines without hooks: ``python scripts/stubs.py FOLDER``.

FOLDER then holds, for each language, the hand-written pages, a stub for every generated one and a configuration:
``zensical build -f FOLDER/mkdocs.yml`` builds Vietnamese, ``-f FOLDER/mkdocs.en.yml`` English. Macros and data stay
where they are: ``PYTHONPATH`` has to name the project, ``AS_OF`` the day.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import hold_clock
from macros.base.languages import LANGS
from macros.base.system.terminal import speak_utf8
from macros.views.page_list import pages
from macros.website.project_records import BrokenData, read

CONFIGURATIONS: Final = {"vi": "mkdocs.yml", "en": "mkdocs.en.yml"}
# What the hook sets, and engines without it take from their configuration: below this setting of the headings.
_HEADINGS: Final = "      permalink: false\n"
_SLUGIFIER: Final = "      slugify: !!python/name:macros.base.folding.slugify\n"
# What engines without our hooks cannot use: the hooks, and overrides that print what hooks prepare.
_BLOCKS: Final = re.compile(r"^hooks:\n(?:[ ].*\n)+|^watch:\n(?:[ ].*\n)+|^  custom_dir:.*\n", re.MULTILINE)


def write(root: Path, target: Path) -> int:
    """Write the project at ``root`` below ``target``, and return the number of stubs.

    Raises:
        BrokenData: the check found errors.
    """
    records = read(root)
    stubs = 0
    for lang in LANGS:
        docs = target / "docs" / lang
        shutil.copytree(root / "docs" / lang, docs, dirs_exist_ok=True)
        for page in pages(records, lang):
            path = docs / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.stub(), encoding="utf-8")
            stubs += 1
        configuration = (root / CONFIGURATIONS[lang]).read_text(encoding="utf-8")
        own = _BLOCKS.sub("", configuration)
        if "INHERIT" not in own:
            assert _HEADINGS in own
            own = own.replace(_HEADINGS, _HEADINGS + _SLUGIFIER)
        (target / CONFIGURATIONS[lang]).write_text(own, encoding="utf-8")
    return stubs


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Ghi trang cho công cụ khác / write stubs for other engines")
    parser.add_argument("target", type=Path)
    target = parser.parse_args().target.resolve()
    try:
        day = hold_clock()
        stubs = write(ROOT, target)
    except (BrokenData, ValueError, OSError) as reason:
        print(reason, file=sys.stderr)
        return 1
    print(f"Đã ghi {stubs} trang, tính đến {day}. / Wrote {stubs} stubs, as of {day}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
