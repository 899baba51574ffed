"""The gate before publishing, which reads the built site and trusts nothing that the build says of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from macros.base.system import cache_table, code, progress
from macros.base.system.files import PROJECT, file_names
from macros.base.system.garbage import paused
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate import budgets, cards, expected_pages, files, links, redirects, search, sitemaps, texts
from macros.publish.gate.page import BuiltPage, page_of

# Rooms whose code says what is wrong with a page, and what it holds.
_ROOMS: Final = ("base", "views", "website", "publish")


def page_names(site: Path) -> list[str]:
    """Return the paths of all pages below the root of a built site."""
    return file_names(site, ".html")


def read_pages(site: Path, names: Collection[str]) -> dict[str, BuiltPage]:
    """Read pages of a built site; they are returned by their paths below its root.

    What was found in a page follows from its bytes, so a page that reads as before is not read again.
    """
    progress.expect(len(names))
    found = {}
    # The elements of a page leave nothing behind that only the garbage collector could free.
    with paused(), cache_table.opened("gate", code.digest(*_ROOMS), *code.versions("lxml")) as kept:
        for name in names:
            found[name] = _read(site, name, kept)
            progress.done()
    return found


def _read(site: Path, name: str, kept: cache_table.Table) -> BuiltPage:
    data, read = (site / name).read_bytes(), []

    def made() -> str:
        read.append(page_of(data, name))
        return read[0].to_text()

    text = kept.text(made, name.encode(), data)
    return read[0] if read else BuiltPage.from_text(text)


def verify(
    site: Path, catalogue: Catalogue, root: Path = PROJECT, built: dict[str, BuiltPage] | None = None
) -> list[str]:
    """Find everything wrong with a built site.

    Args:
        site: the built folder.
        catalogue: the records that it was built from.
        root: the project, for its hand-written pages and scripts.
        built: the pages as :func:`read_pages` has read them, where that is done.

    Returns:
        Each fault as ``path: what`` in Vietnamese / English, sorted; empty when the site may go out.
    """
    if built is None:
        built = read_pages(site, page_names(site))
    found = [fault for page in built.values() for fault in page.wrong]
    found += expected_pages.faults(built, catalogue, root)
    found += redirects.faults(built, catalogue)
    found += cards.faults(built, catalogue)
    found += links.faults(site, built)
    found += files.faults(site, root)
    found += texts.faults(site, catalogue)
    found += sitemaps.faults(site, built)
    found += search.faults(site, built, catalogue)
    found += budgets.faults(site, built.values())
    return sorted(found)
