"""The log of changes as ``api/v1/changes.json``, with its schema: changes of each record by commit, newest first.

``changes.jsonl`` has the same changes as JSON Lines, one a line, for programs that read as they go.
"""

from __future__ import annotations

from pathlib import Path

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.api.schemas import write_schema
from macros.export.api.values import ApiModel, Text, Url
from macros.export.licence import LICENCE, LICENCE_URL
from macros.records.history.changes import Action, Change, FieldChange, Missing
from macros.views import addresses
from macros.views.change_log.log import ChangeLog, shared_log


class RecordName(ApiModel):
    """A record by its kind and id."""

    kind: str
    id: str


class ChangedField(ApiModel):
    """A field with what it held, in words; null where it was not there."""

    field: str
    before: Text | None
    after: Text | None


class ChangeOfRecord(ApiModel):
    """The changes that one commit made to one record.

    ``about`` is the record that it concerns: an update is a record of its own and concerns a task or an agreement.
    ``date`` is the day in Vietnam, ``former_id`` the id that a renamed record had.
    """

    id: str
    commit: str
    time: str
    date: str
    action: Action
    record: RecordName
    about: RecordName
    former_id: str | None
    fields: list[ChangedField]
    text: Text
    url: Url | None


class Changes(ApiModel):
    """The log. Where ``complete`` is false, ``missing`` says why there is none, and nothing is listed."""

    as_of: str
    licence: str
    licence_url: str
    complete: bool
    missing: Missing | None
    changes: list[ChangeOfRecord]


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the log and its schema below ``target`` (the site's root)."""
    logs = shared_log(catalogue, LANGS[0]), shared_log(catalogue, LANGS[1])
    log = Changes(
        as_of=catalogue.as_of.isoformat(),
        licence=LICENCE,
        licence_url=LICENCE_URL,
        complete=catalogue.history.complete,
        missing=catalogue.history.missing,
        changes=[_change(change, *logs) for change in catalogue.history.changes],
    )
    path = target / addresses.CHANGES
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(log.model_dump_json(indent=1) + "\n", encoding="utf-8")
    write_schema(path.with_suffix(".schema.json"), Changes.model_json_schema())
    lines = "".join(f"{change.model_dump_json()}\n" for change in log.changes)
    (target / addresses.CHANGE_LINES).write_text(lines, encoding="utf-8")


def _change(change: Change, vi: ChangeLog, en: ChangeLog) -> ChangeOfRecord:
    entries = vi.entry(change), en.entry(change)
    kind, _, name = change.about.partition("/")
    address = entries[0].address
    return ChangeOfRecord(
        id=str(addresses.lasting_id(change.key)),
        commit=change.commit,
        time=change.time.isoformat().replace("+00:00", "Z"),
        date=str(entries[0].date),
        action=change.action,
        record=RecordName(kind=change.kind, id=change.id),
        about=RecordName(kind=kind, id=name),
        former_id=change.former,
        fields=[_field(change, field, vi, en) for field in change.fields],
        text=Text(vi=entries[0].sentence, en=entries[1].sentence),
        url=Url(**addresses.in_languages(address)) if address else None,
    )


def _field(change: Change, field: FieldChange, vi: ChangeLog, en: ChangeLog) -> ChangedField:
    before, after = (
        None if side is None else Text(vi=vi.value(change, field.field, side), en=en.value(change, field.field, side))
        for side in (field.before, field.after)
    )
    return ChangedField(field=field.field, before=before, after=after)
