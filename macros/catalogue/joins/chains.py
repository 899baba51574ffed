"""Agreements that belong together: each replaces, amends, carries out or falls under another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from macros.catalogue.items import AgreementItem
from macros.records.model import RELATIONS

Relation = tuple[str, AgreementItem]
"""The relation of an agreement to an earlier one (a field of :data:`macros.records.model.RELATIONS`), and that one."""


def relations(item: AgreementItem, agreements: Mapping[str, AgreementItem]) -> Iterator[Relation]:
    """Yield what an agreement does to earlier ones. One that an update says was replaced by it is superseded.

    Args:
        item: the agreement.
        agreements: all agreements by id; one of a later day may be missing.
    """
    for relation in RELATIONS:
        names = list(getattr(item.record, relation))
        if relation == "supersedes":
            names += [other.id for other in agreements.values() if _replaced_by(other, item.id)]
        for name in dict.fromkeys(names):
            if name in agreements:
                yield relation, agreements[name]


def chains(agreements: Mapping[str, AgreementItem]) -> dict[str, tuple[AgreementItem, ...]]:
    """Return, by the id of each agreement, those that it belongs with, itself included, in the order of the mapping."""
    near: dict[str, set[str]] = defaultdict(set)
    for item in agreements.values():
        named = {name for relation in RELATIONS for name in getattr(item.record, relation)}
        for name in named | {update.by for update in item.updates if update.by is not None}:
            if name in agreements:
                near[item.id].add(name)
                near[name].add(item.id)
    order = {name: place for place, name in enumerate(agreements)}
    found: dict[str, tuple[AgreementItem, ...]] = {}
    for name in agreements:
        if name not in found:
            together = sorted(_reached(name, near), key=order.__getitem__)
            found |= dict.fromkeys(together, tuple(agreements[other] for other in together))
    return found


def _reached(start: str, near: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = near.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _replaced_by(item: AgreementItem, name: str) -> bool:
    return any(update.by == name for update in item.updates)
