"""Records whose changes or dates can be followed: each has a feed or a calendar of its own, beside that of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.records.kind import Kind
from macros.records.kinds import KINDS
from macros.views.labels import label


class Followed(NamedTuple):
    """A record that can be followed by its kind, its id and its name; all empty for the whole site.

    ``first`` is the id by which programs know it, ``former`` are the ids at which it was followed before.
    """

    kind: str
    id: str
    name: str
    first: str = ""
    former: tuple[str, ...] = ()


def followed(catalogue: Catalogue, lang: Lang, offered: Callable[[Kind], bool]) -> Iterator[Followed]:
    """Yield the whole site, then each record of the kinds that are offered, in the order of kinds and files."""
    yield Followed("", "", "")
    for kind in filter(offered, KINDS):
        for name, item in catalogue.of_kind(kind.singular).items():
            record = item.record
            yield Followed(kind.singular, name, label(kind.singular, item, lang), record.first_id, record.former_ids)
