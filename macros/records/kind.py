"""The description of a kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from macros.records.model import Record

# Files of a kind: in data/<plural>.yaml and data/<plural>/, in the folder only, or within others.
Stored = Literal["file", "folder", "nested"]
# Place of a record on the site: a page of its own, a section or a row of a list, or the page of another record.
Shown = Literal["page", "section", "row", "elsewhere"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record.

    Attributes:
        singular: the name of one record: in ``record: partner/kawasaki``, in templates and in words of the interface.
        plural: the name of many: of the data file, the list of the API, and in messages of the check.
        model: the fields of a record.
        inner: the fields of a record that stands within another, if they differ.
        label: the field that readers know a record by.
        told_by: further fields that name a record that is no longer there.
        stored: the files that its records are written in.
        optional: true if its data file may be missing, for there may be no record of it.
        shown: the place where readers see them.
        folder: the folder of its list and of the pages of its records below the root of a language; by default the
            plural.
        listed_at: the folder of the list with its records, if the kind has no list of its own.
        rank: the position of its list among the lists of the site; 0 for kinds without one.
        contents: true if its list is long enough for a table of contents.
        feed: true if each record has a feed of its changes.
        calendar: true if each record has a calendar of its dates.
        published: true if the API and the tables have a list of its records.
        nested: the fields that hold records which belong to this one, each with the singular of their kind.
        brought: the fields that hold records which are only written there and join the others of their kind.
        gathered: true if records of one id, in several files, make one record together.
        remembered: true if its changes are part of the history.
        relays: true if a change of a record that names this one also concerns the records that this one names.
        disputed: true if a conflict can be about it.
        weight: the rank of its pages in the search, against others that match as well.
    """

    singular: str
    plural: str
    model: type[Record]
    inner: type[Record] | None = None
    label: str = "name"
    told_by: tuple[str, ...] = ()
    stored: Stored = "file"
    optional: bool = False
    shown: Shown = "elsewhere"
    folder: str = ""
    listed_at: str = ""
    rank: int = 0
    contents: bool = False
    feed: bool = False
    calendar: bool = False
    published: bool = True
    nested: Mapping[str, str] = field(default_factory=dict)
    brought: Mapping[str, str] = field(default_factory=dict)
    gathered: bool = False
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
    def about_another(self) -> bool:
        """True if each of its records is about another, which it names as ``record: kind/id``."""
        return "record" in self.model.model_fields

    @property
    def attribute(self) -> str:
        """Its name among the attributes of the catalogue."""
        return self.plural.replace("-", "_")
