"""Cards: small pages about a partner or a country, which other sites show in a frame."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.views import addresses

# The width that a card is made for, and the height of one without agreements and of each that it names, in pixels. They
# are measured with room to spare; a card that is longer, as with large letters, scrolls.
WIDTH: Final = 360
_HEIGHT: Final = 330
_OF_EACH: Final = 62
# The most agreements that a card names.
SHOWN: Final = 5
# Those in force come first.
_ORDER: Final = {"in-force": 0, "announced": 1, "unknown": 2, "expired": 3}


@dataclass(frozen=True, slots=True)
class Card:
    """The card of a record.

    Attributes:
        kind: the singular of its kind.
        name: the id that its address has: that of the record, or one that it had before.
        id: the id of the record.
    """

    kind: str
    name: str
    id: str

    @property
    def url(self) -> str:
        """Its address below the root of its language."""
        return f"{addresses.card(self.kind, self.name)}"

    @property
    def page(self) -> str:
        """The address of the record's page below the root of its language."""
        return addresses.page(self.kind, self.id)


def cards(catalogue: Catalogue) -> Iterator[Card]:
    """Yield every card; one that is shown at a former address of its record goes on to be shown there."""
    for kind in addresses.CARDED:
        for name in catalogue.of_kind(kind):
            yield from (Card(kind, known_as, name) for known_as in (name, *catalogue.former_of(kind, name)))


def foremost(agreements: Iterable[AgreementItem]) -> list[AgreementItem]:
    """Return the agreements that a card names: those in force before others, the latest first."""

    def rank(item: AgreementItem) -> tuple[int, int]:
        known = item.first_known
        return _ORDER[item.status], 0 if known is None else -known.last_day.toordinal()

    return sorted(agreements, key=rank)[:SHOWN]


def height(agreements: Collection[AgreementItem]) -> int:
    """Return the height in pixels of a frame for the card of a record with these agreements."""
    return _HEIGHT + _OF_EACH * min(len(agreements), SHOWN)
