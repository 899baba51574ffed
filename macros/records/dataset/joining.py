"""Records that are written in one place and belong in another."""

from __future__ import annotations

from macros.records import yaml_source
from macros.records.dataset.entries import Dataset, Entry
from macros.records.kinds import KINDS, SINGULAR
from macros.records.model import AddedAgreement, Agreement, Identified, Partner


def join_brought(dataset: Dataset) -> None:
    """Move the records that others bring along to those of their kind, as if they had been written there."""
    for holder in KINDS:
        for key, kind in holder.brought.items():
            joined = dataset.entries[SINGULAR[kind].plural]
            entries = dataset.entries[holder.plural]
            for place, entry in enumerate(entries):
                if records := getattr(entry.record, key):
                    nodes = yaml_source.items_at(entry.node, key)
                    joined += [Entry(record, node) for record, node in zip(records, nodes, strict=True)]
                    entries[place] = Entry(entry.record.model_copy(update={key: ()}), entry.node)


def retire_nested(dataset: Dataset) -> None:
    """Retire what belongs to a retired record for the same reason, unless it was retired for another."""
    for kind in KINDS:
        entries = dataset.entries.get(kind.plural, []) if kind.nested else []
        for place, entry in enumerate(entries):
            if entry.record.retired is not None:
                within = {
                    field: tuple(_retired_with(record, entry.record) for record in getattr(entry.record, field))
                    for field in kind.nested
                }
                entries[place] = Entry(entry.record.model_copy(update=within), entry.node)


def _retired_with(record: Identified, holder: Identified) -> Identified:
    return record if record.retired is not None else record.model_copy(update={"retired": holder.retired})


def join_agreements(dataset: Dataset) -> None:
    """Move the agreements in files of their own to their partners, as if they had been written there.

    Their nodes keep their places. Agreements without such a partner stay where they are, for the check to report.
    """
    added: dict[str, list[Entry[AddedAgreement]]] = {}
    for entry in dataset.of("agreements", AddedAgreement):
        added.setdefault(entry.record.partner, []).append(entry)
    partners = dataset.of("partners", Partner)
    for place, partner in enumerate(partners):
        if found := added.pop(partner.record.id, None):
            partners[place] = _with_agreements(partner, found)
    dataset.entries["agreements"] = [entry for found in added.values() for entry in found]


def _with_agreements(partner: Entry[Partner], added: list[Entry[AddedAgreement]]) -> Entry[Partner]:
    agreements = [
        Agreement.model_construct(**{name: getattr(entry.record, name) for name in Agreement.model_fields})
        for entry in added
    ]
    assert isinstance(partner.node, yaml_source.Mapping)
    nodes = [*yaml_source.items_at(partner.node, "agreements"), *(entry.node for entry in added)]
    items = {**partner.node.items, "agreements": yaml_source.Sequence(partner.place, nodes)}
    record = partner.record.model_copy(update={"agreements": (*partner.record.agreements, *agreements)})
    return Entry(record, yaml_source.Mapping(partner.node.place, items, partner.node.keys))
