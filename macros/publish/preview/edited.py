"""What an edit touched: the records that read otherwise than before, each with the page to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.catalogue.catalogue import Catalogue
from macros.records.history.concerns import subject
from macros.records.history.old_files import Key
from macros.records.kinds import PLURAL
from macros.records.model import Identified
from macros.views.change_log.names import Names


def edited(before: Catalogue, after: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield each record that is new, gone or reads otherwise.

    Args:
        before: the records before the edit.
        after: the records as they are.

    Yields:
        The record as ``kind/id`` and the address of its page in Vietnamese, below the site's root: of an update or a
        conflict, that of the record that it is about; empty where there is none any longer.
    """
    names = Names(after, "vi")
    old, new = _by_key(before), _by_key(after)
    for key in dict.fromkeys([*new, *old]):
        if old.get(key) != new.get(key):
            record = new.get(key) or old[key]
            yield "/".join(key), names.address(*_subject(key, record))


def _by_key(records: Catalogue) -> Mapping[Key, Identified]:
    return {(PLURAL[kind].singular, record.id): record for kind, record in records.every_record()}


def _subject(key: Key, record: Identified) -> Key:
    stated = {field: value for field in ("record", "name") if (value := getattr(record, field, None)) is not None}
    return subject(key, stated)
