"""Addresses that pages of records had before, each with the page that is read there now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import KINDS
from macros.views import addresses
from macros.views.labels import label


@dataclass(frozen=True, slots=True)
class MovedPage:
    """The page of a record that had another id.

    Attributes:
        kind: the singular of its kind.
        former: the id that it had.
        id: the id that it has.
        title: what readers call it.
    """

    kind: str
    former: str
    id: str
    title: str

    @property
    def url(self) -> str:
        """Its former address below the root of its language."""
        return addresses.page(self.kind, self.former)

    @property
    def target(self) -> str:
        """Its address below the root of its language."""
        return addresses.page(self.kind, self.id)

    @property
    def link(self) -> str:
        """The way from its former address to its address."""
        return f"../{self.id}/"


def moved_pages(catalogue: Catalogue, lang: Lang) -> Iterator[MovedPage]:
    """Yield every former address of a record that has a page of its own, in the order of kinds and files."""
    for kind in (kind.singular for kind in KINDS if kind.shown == "page"):
        items = catalogue.of_kind(kind)
        for former, name in catalogue.former_ids[kind].items():
            yield MovedPage(kind, former, name, label(kind, items[name], lang))
