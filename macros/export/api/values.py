"""The parts that the API's records are made of. Each reads itself from what the catalogue holds.

A field's type says where its value comes from and what it refers to: :class:`Ref` names the list that an id belongs
to, and fields of a :class:`Joined` type are read from the joined record instead of the record as written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from macros.base.dates import PartialDate, Precision
from macros.records import model
from macros.views.addresses import FOLDERS


class Out(BaseModel):
    """What the API prints; read from the attributes of a record.

    ``page`` is the kind of page that a record has, empty where it has none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)
    page: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an id: it is that of a record in this list."""

    to: str


@dataclass(frozen=True, slots=True)
class Words:
    """Marks a code: its words are in this part of the interface, ``reviews.results``."""

    part: str


class Day:
    """Marks a text that is a calendar day, ``2023-08-03``."""


class Joined:
    """Marks a field that follows from other records, though the record may have one of the same name."""


@dataclass(frozen=True, slots=True)
class Back:
    """Marks ids of the records that refer to this one; tables hold them on their own side."""

    to: str


class Text(Out):
    """A text in both languages; the English of an update may still be missing."""

    vi: str
    en: str | None

    @model_validator(mode="before")
    @classmethod
    def _same_in_both(cls, value: Any) -> Any:
        return {"vi": value, "en": value} if isinstance(value, str) else value

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" and self.en is not None else self.vi


class Url(Out):
    """Addresses of a record's page, relative to the site's root."""

    vi: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


class Moment(Out):
    """A date with its precision: ``{"value": "2015-02", "precision": "month"}``."""

    value: str
    precision: Precision

    @model_validator(mode="before")
    @classmethod
    def _of_date(cls, value: Any) -> Any:
        if isinstance(value, PartialDate):
            return {"value": str(value), "precision": value.precision}
        if isinstance(value, model.Renewal):
            return {"value": str(value.date), "precision": value.date.precision, "kind": value.kind}
        return value


class Source(Out):
    """Where a fact stands."""

    document: Annotated[str, Ref("documents")]
    locator: str
    note: Text | None


def _identify(value: Any) -> Any:
    """A record's id; an id as it is."""
    return getattr(value, "id", value)


def _code(value: Any) -> Any:
    return str(_identify(value)).upper()


def _sorted_ids(items: Any) -> Any:
    return sorted(_identify(item) for item in items)


def _name(value: Any) -> Any:
    """The name of an alias; a name as it is."""
    return getattr(value, "name", value)


Code = Annotated[str, BeforeValidator(_code), Ref("countries")]
Name = Annotated[str, BeforeValidator(_name)]
AgencyId = Annotated[str, Ref("agencies")]
DocumentId = Annotated[str, Ref("documents")]
GroupId = Annotated[str, Ref("task-groups")]
OrganisationId = Annotated[str, Ref("organisations")]
PartnerId = Annotated[str, BeforeValidator(_identify), Ref("partners")]
PlanId = Annotated[str, Ref("plans")]
SectorId = Annotated[str, Ref("sectors")]
TaskId = Annotated[str, Ref("tasks")]

_ids = BeforeValidator(_sorted_ids)
JoinedSectors = Annotated[list[SectorId], _ids, Joined()]
JoinedTasks = Annotated[list[TaskId], _ids, Joined()]
Activities = Annotated[list[str], _ids, Joined(), Back("activities")]
Agreements = Annotated[list[str], _ids, Joined(), Back("agreements")]
Conflicts = Annotated[list[str], _ids, Joined(), Back("conflicts")]
Partners = Annotated[list[str], _ids, Joined(), Back("partners")]
Tasks = Annotated[list[str], _ids, Joined(), Back("tasks")]


def read(kind: type[Out], item: Any, **own: Any) -> Out:
    """A record of the API.

    Args:
        kind: which.
        item: the record, or the record joined with what belongs to it.
        own: fields that need more than their type says.
    """
    record = getattr(item, "record", item)
    values: dict[str, Any] = dict(own)
    for name, field in kind.model_fields.items():
        if name not in values and name != "url":
            joined = any(isinstance(mark, Joined) for mark in field.metadata) or not hasattr(record, name)
            values[name] = getattr(item if joined else record, name)
    if "url" in kind.model_fields and kind.page:
        values["url"] = url(kind.page, record.id)
    return kind.model_validate(values)


def url(page: str, name: str) -> Mapping[str, str]:
    """Where a record's page lies; a trade agreement is a section of the page of all."""
    path = f"{FOLDERS[page]}/#{name}" if page in _SECTIONS else f"{FOLDERS[page]}/{name}/"
    return {"vi": path, "en": f"en/{path}"}


_SECTIONS: Final = frozenset({"trade-agreement"})
