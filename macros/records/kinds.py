"""All kinds of record. Every other part of the project asks here and keeps no table of its own.

A new kind takes an entry in :data:`KINDS`, a model, a template where it has a page, and words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.records.kind import Kind
from macros.records.model import (
    Activity,
    AddedAgreement,
    Agency,
    Agreement,
    Conflict,
    Cooperation,
    Country,
    Document,
    GlossaryEntry,
    Group,
    Indicator,
    Organisation,
    Partner,
    Place,
    Plan,
    PreferredTerm,
    Record,
    ReportedAgreement,
    Sector,
    Tally,
    Task,
    TradeAgreement,
    Update,
    Vocabulary,
    dates,
    references,
)

# The order in which files are read, records listed, and changes within one commit told.
KINDS: Final = (
    Kind(
        singular="country",
        rank=1,
        plural="countries",
        model=Country,
        shown="page",
        feed=True,
        calendar=True,
        disputed=True,
        weight=1.3,
    ),
    Kind(singular="sector", rank=4, plural="sectors", model=Sector, shown="page", feed=True, weight=1.2),
    Kind(
        singular="agency",
        rank=5,
        plural="agencies",
        model=Agency,
        shown="page",
        feed=True,
        calendar=True,
        disputed=True,
        weight=1.25,
    ),
    Kind(
        singular="document",
        rank=9,
        plural="documents",
        model=Document,
        label="title",
        shown="page",
        disputed=True,
        weight=1.1,
    ),
    Kind(
        singular="plan",
        rank=7,
        plural="plans",
        model=Plan,
        shown="page",
        listed_at="tasks",
        nested={"groups": "task-group"},
        weight=1.1,
    ),
    Kind(
        singular="partner",
        rank=2,
        plural="partners",
        model=Partner,
        shown="page",
        nested={"agreements": "agreement"},
        brought={"documents": "document"},
        feed=True,
        calendar=True,
        relays=True,
        disputed=True,
        weight=1.25,
    ),
    Kind(
        singular="agreement",
        rank=3,
        plural="agreements",
        model=AddedAgreement,
        inner=Agreement,
        told_by=("partner", "instrument", "signed", "announced"),
        stored="folder",
        shown="page",
        brought={"documents": "document"},
        disputed=True,
        weight=0.9,
    ),
    Kind(
        singular="activity",
        rank=12,
        plural="activities",
        model=Activity,
        label="text",
        shown="section",
        disputed=True,
        weight=0.5,
    ),
    Kind(
        singular="cooperation",
        plural="cooperation",
        model=Cooperation,
        label="text",
        listed_at="countries",
        disputed=True,
    ),
    Kind(
        singular="organisation",
        rank=10,
        contents=True,
        plural="organisations",
        model=Organisation,
        shown="page",
        relays=True,
        disputed=True,
        weight=1.15,
    ),
    Kind(
        singular="trade-agreement",
        rank=11,
        contents=True,
        plural="trade-agreements",
        model=TradeAgreement,
        shown="section",
        disputed=True,
    ),
    Kind(
        singular="task",
        rank=6,
        plural="tasks",
        model=Task,
        label="title",
        told_by=("number",),
        shown="page",
        brought={"documents": "document"},
        feed=True,
        calendar=True,
        disputed=True,
        weight=0.95,
    ),
    Kind(
        singular="indicator",
        rank=13,
        contents=True,
        plural="indicators",
        model=Indicator,
        label="label",
        shown="section",
        disputed=True,
    ),
    Kind(
        singular="glossary",
        rank=14,
        plural="glossary",
        model=GlossaryEntry,
        label="abbreviation",
        shown="row",
        weight=0.5,
    ),
    Kind(
        singular="conflict",
        rank=15,
        contents=True,
        plural="conflicts",
        model=Conflict,
        label="field",
        shown="section",
        weight=0.4,
    ),
    Kind(
        singular="reported-agreement",
        rank=16,
        plural="reported-agreements",
        model=ReportedAgreement,
        label="partner_name",
        told_by=("country", "year", "instrument"),
        optional=True,
        shown="section",
        folder="register-gaps",
        listed_at="register-gaps",
        disputed=True,
        weight=0.5,
    ),
    Kind(singular="place", plural="places", model=Place, listed_at="partners"),
    Kind(
        singular="update",
        plural="updates",
        model=Update,
        label="note",
        told_by=("event", "date", "status", "until", "due"),
        stored="folder",
        listed_at="tasks",
        published=False,
    ),
    Kind(
        singular="task-group",
        rank=8,
        plural="groups",
        model=Group,
        told_by=("number",),
        stored="nested",
        shown="page",
        folder="task-groups",
        listed_at="tasks",
        published=False,
        weight=1.0,
    ),
    Kind(
        singular="vocabulary",
        plural="vocabularies",
        model=Vocabulary,
        listed_at="contribute/fields",
        gathered=True,
    ),
    Kind(
        singular="preferred-term",
        rank=18,
        plural="preferred-terms",
        model=PreferredTerm,
        label="preferred",
        folder="terms",
        optional=True,
        shown="row",
        weight=0.4,
    ),
    Kind(singular="tally", plural="tallies", model=Tally, label="date", published=False, remembered=False),
)

SINGULAR: Final[Mapping[str, Kind]] = {kind.singular: kind for kind in KINDS}
"""Each kind by its singular."""

PLURAL: Final[Mapping[str, Kind]] = {kind.plural: kind for kind in KINDS}
"""Each kind by its plural."""

LISTED: Final = tuple(sorted((kind for kind in KINDS if kind.rank), key=lambda kind: kind.rank))
"""The kinds with pages or a list of their own, in the order of the site."""

IN_FILES: Final[Mapping[str, type[Record]]] = {kind.plural: kind.model for kind in KINDS if kind.stored != "nested"}
"""The model of the records of each kind that has data files, by the plural of the kind."""

HOLDERS: Final[Mapping[str, tuple[Kind, ...]]] = {
    kind.singular: tuple(holder for holder in KINDS if kind.singular in holder.within.values()) for kind in KINDS
}
"""By the singular of a kind, the kinds within whose records its own may stand."""

BELONGING: Final = frozenset(singular for holder in KINDS for singular in holder.nested.values())
"""The singulars of the kinds whose records belong to the record that they stand within."""

DISPUTED: Final = tuple(kind.singular for kind in KINDS if kind.disputed)
"""The singulars of the kinds that a conflict can be about."""

REFERENCES: Final[Mapping[str, Kind]] = {
    name: SINGULAR[singular] for kind in KINDS for name, singular in references(kind.model)
}
"""The kind of record that a field names, by the field, which means the same in every record that has it."""

DATES: Final = frozenset(name for kind in KINDS for name in dates(kind.model))
"""The fields that hold dates, in records of any kind."""
