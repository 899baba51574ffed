"""What records said at different times: ``api/v1/history/…/{id}.json`` of each that changed since it was entered.

A record keeps its file at its former ids as well. Values are as in the data files, where every scalar is a text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.catalogue.catalogue import Catalogue
from macros.export.api.changes import RecordName
from macros.export.api.schemas import write_schema
from macros.export.api.values import ApiModel
from macros.export.licence import LICENCE, LICENCE_URL
from macros.records.kinds import KINDS
from macros.views import addresses


class DatedState(ApiModel):
    """What a record said from the end of a day in Vietnam until that of another; null for what it says now."""

    since: str
    until: str | None
    fields: dict[str, Any]


class States(ApiModel):
    """A record with all that it said, newest first. What is about it but stands apart, as reports, is not in here."""

    as_of: str
    licence: str
    licence_url: str
    record: RecordName
    states: list[DatedState]


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the files and their schema below ``target`` (the site's root)."""
    history = catalogue.history
    for kind in (kind for kind in KINDS if kind.published):
        for name, item in catalogue.of_kind(kind.singular).items():
            states = history.states(kind.singular, name)
            if not states:
                continue
            text = States(
                as_of=catalogue.as_of.isoformat(),
                licence=LICENCE,
                licence_url=LICENCE_URL,
                record=RecordName(kind=kind.singular, id=name),
                states=[
                    DatedState(
                        since=state.since.isoformat(),
                        until=None if state.until is None else state.until.isoformat(),
                        fields=dict(state.fields),
                    )
                    for state in states
                ],
            ).model_dump_json(indent=1)
            for known_as in (name, *item.record.former_ids):
                address = addresses.record_history(kind.singular, known_as)
                assert address is not None
                path = target / address
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text + "\n", encoding="utf-8")
    write_schema(target / addresses.api_schema(addresses.HISTORY), States.model_json_schema())
