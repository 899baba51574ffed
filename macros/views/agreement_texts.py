"""Texts that belong to an agreement, in order: its own, its renewals and amendments, and those that it is tied to.

A text that nobody can read leaves a gap that is told, and so does a text of which nobody has recorded anything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.catalogue.joins.chains import Relation, relations
from macros.records.model import AgreementText, TextAccess

Access = Literal[TextAccess, "unsigned", "unrecorded"]

# Updates that come with a text of their own.
_WITH_TEXT: Final = frozenset({"renewed", "extended", "amended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainText:
    """A text of a chain.

    Attributes:
        date: the day of its signing or announcement, where that is known.
        event: the kind of event that brought it, a key of the interface's ``timeline.kinds``.
        agreement: the agreement that it is of.
        relations: what that agreement does to earlier ones; only told at its own text.
        access: whether it can be read.
        text: the place where it can be read.
    """

    date: PartialDate | None
    event: str
    agreement: AgreementItem
    relations: tuple[Relation, ...] = ()
    access: Access = "unrecorded"
    text: AgreementText | None = None


def chain_texts(item: AgreementItem, records: Catalogue) -> list[ChainText]:
    """Return the texts of an agreement and of those that belong with it, oldest first; undated ones come last.

    Args:
        item: the agreement.
        records: the catalogue that it is of.
    """
    # One that was retired is in no chain.
    together = {member.id: member for member in records.chains.get(item.id, (item,))}
    found = [text for member in together.values() for text in _texts(member, together, records.as_of)]
    return sorted(found, key=lambda text: dt.date.max if text.date is None else text.date.first_day)


def _texts(member: AgreementItem, together: dict[str, AgreementItem], as_of: dt.date) -> Iterator[ChainText]:
    coming, text = member.status == "announced", member.record.text
    yield ChainText(
        date=member.record.announced if coming else member.record.signed,
        event="announced" if coming else "signed",
        agreement=member,
        relations=tuple(relations(member, together)),
        access=text.access if text is not None else "unsigned" if coming else "unrecorded",
        text=text,
    )
    later = [("renewed", renewal.date) for renewal in member.record.renewed]
    later += [(update.event, update.date) for update in member.updates if update.event in _WITH_TEXT]
    for event, date in later:
        if date.first_day <= as_of:
            yield ChainText(date=date, event=event, agreement=member)
