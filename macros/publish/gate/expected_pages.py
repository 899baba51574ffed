"""Pages that a site must have, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.base.languages import LANGS
from macros.base.system.leftovers import is_leftover
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate.page import NOT_FOUND, BuiltPage
from macros.views.addresses import in_language, other_language
from macros.views.cards import cards
from macros.views.moved import moved_pages
from macros.views.page_list import pages


def faults(built: Mapping[str, BuiltPage], catalogue: Catalogue, root: Path) -> Iterator[str]:
    """Yield each page that is missing, that nothing makes, or that stands in one language only.

    Expected are the pages of the records, those at their former addresses, cards, those written by hand, and the one
    for missing addresses.
    """
    expected = set()
    for lang in LANGS:
        written = root / "docs" / lang
        files = [f"{page.url}index.html" for page in pages(catalogue, lang)]
        pages_by_hand = [path for path in written.rglob("*.md") if not is_leftover(path, written)]
        files += [_address(path.relative_to(written)) for path in pages_by_hand]
        files += [f"{page.url}index.html" for page in moved_pages(catalogue, lang)]
        files += [f"{card.url}index.html" for card in cards(catalogue)]
        expected |= {in_language(file, lang) for file in (*files, NOT_FOUND)}
    for path in sorted(expected - built.keys()):
        yield f"{path}: thiếu trang / missing page"
    for path in sorted(built.keys() - expected):
        yield f"{path}: trang thừa / a page that nothing makes"
    for path in sorted({*built} ^ {other_language(path) for path in built}):
        yield f"{path}: chỉ có ở một ngôn ngữ / in one language only"


def _address(source: Path) -> str:
    folder = source.with_suffix("") if source.stem != "index" else source.parent
    return "index.html" if folder == Path() else f"{folder.as_posix()}/index.html"
