"""Pages at the former addresses of records, which lead on to where the record is now, without a script.

They are for those who come by an old link: in no list, in neither site map, and not in the search.
"""

from __future__ import annotations

from pathlib import Path

from macros.views.moved import moved_pages
from macros.website.adapter.content_policy import protect
from macros.website.printer import Printer


def write(printer: Printer, site: Path) -> None:
    """Write the pages of a language below its built root."""
    for page in moved_pages(printer.records, printer.lang):
        path = site / page.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(protect(printer.moved(page)), encoding="utf-8")
