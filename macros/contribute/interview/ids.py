"""Ids proposed for a new record and for those that it brings along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import Final

from macros.base.folding import slugify
from macros.catalogue.catalogue import Catalogue
from macros.contribute.interview.record import Values


def proposed(kind: str, path: str, values: Values, records: Catalogue) -> str:
    """Return an id made of the answers so far that no record of its kind has.

    Args:
        kind: the plural of the kind of record that is asked for.
        path: the field that takes the id: ``id``, or that of a record within (``documents.0.id``).
        values: the answers by the paths of their fields.
        records: the data.
    """
    own = _text(values, "id") or _OWN[kind](values, records)
    inner = path.partition(".")[0]
    text = _WITHIN[inner](own, values) if inner in _WITHIN else own
    taken = {name for of, name in records.id_places if of == (inner if inner in _WITHIN else kind)}
    numbered = (text if number == 1 else f"{text}-{number}" for number in count(1))
    return next(name for name in numbered if name not in taken)


def _text(values: Values, path: str) -> str:
    """Return an answer, or nothing where there is none yet."""
    return str(values.get(path, ""))


def _joined(*parts: str) -> str:
    return "-".join(part for part in parts if part)


def _agreement(values: Values, _records: Catalogue) -> str:
    """Return ``sakai-2009``: the partner and the year of signing, else of the announcement."""
    year = _text(values, "signed") or _text(values, "announced")
    return _joined(_text(values, "partner"), year[:4])


def _partner(values: Values, _records: Catalogue) -> str:
    """Return the English name."""
    return slugify(_text(values, "name.en"))


def _task(values: Values, records: Catalogue) -> str:
    """Return ``scheme-i-1``: the group, and the number as printed without the group's."""
    group = _text(values, "group")
    printed = records.groups[group].record.number if group else ""
    return f"{group}-{slugify(_text(values, 'number').removeprefix(printed))}"


def _update(values: Values, _records: Catalogue) -> str:
    """Return ``sakai-2009-renewed-2026``: the record, the event and its date."""
    return "-".join((_text(values, "record").partition("/")[2], _text(values, "event"), _text(values, "date")))


_OWN: Final[Mapping[str, Callable[[Values, Catalogue], str]]] = {
    "agreements": _agreement,
    "partners": _partner,
    "tasks": _task,
    "updates": _update,
}
# Records within another begin with its id.
_WITHIN: Final[Mapping[str, Callable[[str, Values], str]]] = {
    "agreements": lambda own, values: _joined(own, _text(values, "agreements.0.signed")[:4]),
    "documents": lambda own, values: f"{slugify(own)}-{_text(values, 'documents.0.kind')}",
}
