"""Cards of partners and countries, which other sites show in a frame.

GitHub Pages sends no headers of one's own, so any site may frame them; they run nothing and hold nothing to press but
links. They are in no list, in neither site map, and not in the search.
"""

from __future__ import annotations

from pathlib import Path

from macros.views.cards import cards
from macros.website.adapter.content_policy import CARD_DIRECTIVES, protect
from macros.website.printer import Printer


def write(printer: Printer, site: Path) -> None:
    """Write the cards of a language below its built root."""
    for card in cards(printer.records):
        path = site / card.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(protect(printer.card(card), CARD_DIRECTIVES), encoding="utf-8")
