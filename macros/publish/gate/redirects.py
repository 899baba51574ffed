"""Pages that lead on by themselves: only those at former addresses of records may, and in one form only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate import stand_ins
from macros.publish.gate.page import BuiltPage
from macros.records.kinds import KINDS
from macros.views import addresses
from macros.views.moved import MovedPage, moved_pages


def faults(built: Mapping[str, BuiltPage], catalogue: Catalogue) -> Iterator[str]:
    """Yield each redirect that is missing or not of the form allowed, and each other page that leads on by itself."""
    moved = expected(catalogue)
    for path, page in built.items():
        if path in moved:
            yield from (f"{path}: {fault}" for fault in _faults(page, moved[path]))
        elif page.refresh:
            yield f"{path}: trang tự chuyển đi / a page that leads on by itself: {page.refresh}"
    yield from _anchors(built, catalogue)


def expected(catalogue: Catalogue) -> dict[str, MovedPage]:
    """Return the former addresses of pages in both languages, by the path of the page there."""
    return {
        f"{addresses.in_language(page.url, lang)}index.html": page
        for lang in LANGS
        for page in moved_pages(catalogue, lang)
    }


def _anchors(built: Mapping[str, BuiltPage], catalogue: Catalogue) -> Iterator[str]:
    """Yield each record without a page of its own that its list does not have at an anchor that it had before."""
    for kind in (kind.singular for kind in KINDS if kind.shown in {"section", "row"}):
        for lang in LANGS:
            path = f"{addresses.in_language(addresses.index(kind), lang)}index.html"
            found = built[path].anchors if path in built else frozenset()
            for former in catalogue.former_ids[kind]:
                if former not in found:
                    yield f"{path}: thiếu điểm neo cũ / no anchor of before: {former}"


def _faults(page: BuiltPage, moved: MovedPage) -> Iterator[str]:
    if page.refresh != (needed := f"0; url={moved.link}"):
        yield f"chuyển tới / leads to {page.refresh!r}, cần / expected {needed!r}"
    yield from stand_ins.faults(page, moved.target)
