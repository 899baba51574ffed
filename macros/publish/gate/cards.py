"""Cards, which other sites show in a frame: each leads to its record's page, and is in no search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate import stand_ins
from macros.publish.gate.page import BuiltPage
from macros.views import addresses
from macros.views.cards import cards


def faults(built: Mapping[str, BuiltPage], catalogue: Catalogue) -> Iterator[str]:
    """Yield what is wrong with each card that is there; one that is missing is a fault of the expected pages."""
    for card in cards(catalogue):
        for lang in LANGS:
            path = f"{addresses.in_language(card.url, lang)}index.html"
            if path in built:
                yield from (f"{path}: {fault}" for fault in stand_ins.faults(built[path], card.page))
