"""Kinds of record, one description each. Every other part of the project asks here instead of keeping a table.

A new kind takes an entry in :data:`KINDS`, a model, a template where it has a page, and words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

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
    Record,
    Sector,
    Tally,
    Task,
    TradeAgreement,
    Update,
    references,
)

# Where records of a kind are written: in data/<plural>.yaml and data/<plural>/, in the folder only, or within others.
Stored = Literal["file", "folder", "nested"]
# Where readers see a record: on a page of its own, in a section of a list, as a row of a list, or with another record.
Shown = Literal["page", "section", "row", "elsewhere"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record.

    Attributes:
        singular: its name in ``record: partner/kawasaki``, in templates and in the words of the interface.
        plural: its name as a data file, as a list of the API and in messages of the check.
        model: what a record holds.
        inner: what it holds where it stands within another record, if that differs.
        label: the field that readers know a record by.
        told_by: further fields that name a record that is no longer there.
        stored: where its records are written.
        shown: where readers see them.
        folder: the address of its list below the language's root, and of the pages of its records; the plural where
            it is not given.
        listed_at: the folder of the list that has its records, where the kind has no list of its own.
        rank: the place of its list among the lists of the site; 0 for kinds without one.
        feed: whether the changes of each record have a feed.
        calendar: whether the dates of each record have a calendar.
        published: whether the API and the tables have a list of it.
        nested: the fields that hold records which belong to this one, each with the singular of their kind.
        brought: the fields that hold records which are only written there and join the others of their kind.
        remembered: whether its changes are part of the history.
        relays: whether a change of a record that names this one also concerns what this one names.
        disputed: whether a conflict can be about it.
        weight: how its pages rank in the search against others that match as well.
    """

    singular: str
    plural: str
    model: type[Record]
    inner: type[Record] | None = None
    label: str = "name"
    told_by: tuple[str, ...] = ()
    stored: Stored = "file"
    shown: Shown = "elsewhere"
    folder: str = ""
    listed_at: str = ""
    rank: int = 0
    feed: bool = False
    calendar: bool = False
    published: bool = True
    nested: Mapping[str, str] = field(default_factory=dict)
    brought: Mapping[str, str] = field(default_factory=dict)
    remembered: bool = True
    relays: bool = False
    disputed: bool = False
    weight: float = 0.6

    @property
    def address(self) -> str:
        """The folder of its pages below the language's root, without a slash."""
        return self.folder or self.plural

    @property
    def files(self) -> str:
        """The data files that its records stand in, below the project's folder."""
        return f"data/{self.plural}/*.yaml" if self.stored == "folder" else f"data/{self.plural}.yaml"

    @property
    def within(self) -> Mapping[str, str]:
        """The fields that hold whole records, each with the singular of their kind."""
        return {**self.nested, **self.brought}

    @property
    def attribute(self) -> str:
        """Its name among the attributes of the catalogue."""
        return self.plural.replace("-", "_")


# In the order in which files are read, records are listed and changes of one commit are told.
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
        told_by=("partner", "instrument", "signed"),
        stored="folder",
        shown="page",
        brought={"documents": "document"},
        disputed=True,
        weight=0.9,
    ),
    Kind(
        singular="activity", rank=12, plural="activities", model=Activity, label="text", shown="section", disputed=True
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
        disputed=True,
        weight=0.95,
    ),
    Kind(
        singular="indicator",
        rank=13,
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
    Kind(singular="conflict", rank=15, plural="conflicts", model=Conflict, label="field", shown="section", weight=0.4),
    Kind(singular="place", plural="places", model=Place, listed_at="partners"),
    Kind(
        singular="update",
        plural="updates",
        model=Update,
        label="note",
        told_by=("event", "date", "status", "until"),
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
    Kind(singular="tally", plural="tallies", model=Tally, label="date", published=False, remembered=False),
)

SINGULAR: Final[Mapping[str, Kind]] = {kind.singular: kind for kind in KINDS}
"""Each kind by the name of one record."""

PLURAL: Final[Mapping[str, Kind]] = {kind.plural: kind for kind in KINDS}
"""Each kind by the name of its list."""

LISTED: Final = tuple(sorted((kind for kind in KINDS if kind.rank), key=lambda kind: kind.rank))
"""The kinds with pages or a list of their own, in the order in which the site lists them."""

IN_FILES: Final[Mapping[str, type[Record]]] = {kind.plural: kind.model for kind in KINDS if kind.stored != "nested"}
"""Each kind of data file and the model of its records."""

HOLDERS: Final[Mapping[str, tuple[Kind, ...]]] = {
    kind.singular: tuple(holder for holder in KINDS if kind.singular in holder.within.values()) for kind in KINDS
}
"""The kinds within whose records those of a kind may stand, by the singular of that kind."""

BELONGING: Final = frozenset(singular for holder in KINDS for singular in holder.nested.values())
"""The kinds whose records, where they stand within another, name it as their holder."""

DISPUTED: Final = tuple(kind.singular for kind in KINDS if kind.disputed)
"""The kinds that a conflict can be about."""

REFERENCES: Final[Mapping[str, Kind]] = {
    name: SINGULAR[singular] for kind in KINDS for name, singular in references(kind.model)
}
"""The kind of record that a field names, by the field; a field means the same in every record that has it."""
