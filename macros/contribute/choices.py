"""Choices where a field names a record: ids from the data with the names that readers know, below headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from macros.base.collation import collate
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import PLURAL, SINGULAR
from macros.views.labels import label

# The value that asks for a new document instead of one of the library.
NEW: Final = "new"
# The kinds of record that a reader may want corrected, in the order of the form.
CORRECTABLE: Final = ("partner", "agreement", "task", "country", "agency", "organisation")


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen.

    Attributes:
        value: the value that a record gets.
        label: its name for readers.
        group: the heading that it stands below, if any.
        of: what it belongs to: of a group of tasks, its plan and number; of a task, the agencies that answer for it
            today; in a correction, the place of the record.
    """

    value: str
    label: str
    group: str = ""
    of: str = ""


def choices(kind: str, records: Catalogue, lang: Lang) -> tuple[Option, ...]:
    """Return the records of a kind, in the order in which a reader of the language looks for them.

    Args:
        kind: the plural of the kind.
        records: the data.
        lang: the language of names and headings, and of the alphabet.
    """
    found = _GROUPED[kind](records, lang) if kind in _GROUPED else _by_name(kind, records, lang)
    return tuple(found)


def correctable(records: Catalogue, lang: Lang) -> tuple[Option, ...]:
    """Return the records that a reader may want corrected, by kind, each with its place as an edit link has it."""
    kinds = texts(lang)["kinds"]
    return tuple(
        Option(f"{kind}/{item.id}", _name(kind, item, lang), kinds[SINGULAR[kind].plural], _line(item))
        for kind in CORRECTABLE
        for item in _sorted(kind, records.of_kind(kind).values(), lang)
    )


def by_heading(options: Iterable[Option]) -> list[tuple[str, list[Option]]]:
    """Return the options below their headings, in the order of the first of each."""
    found: dict[str, list[Option]] = {}
    for option in options:
        found.setdefault(option.group, []).append(option)
    return list(found.items())


def _name(kind: str, item: Any, lang: Lang) -> str:
    """Return the label of a record, after its number where it has one."""
    number = getattr(getattr(item, "record", item), "number", None)
    return f"{number} – {label(kind, item, lang)}" if number else label(kind, item, lang)


def _sorted(kind: str, items: Iterable[Any], lang: Lang) -> list[Any]:
    return collate(items, lambda item: _name(kind, item, lang), lang)


def _line(item: Any) -> str:
    return f"{item.place.file}#L{item.place.line}"


def _by_name(kind: str, records: Catalogue, lang: Lang) -> Iterator[Option]:
    singular = PLURAL[kind].singular
    # Records by themselves where the catalogue has them, so that a page does not depend on all that belongs to each.
    alone = getattr(records, f"{singular}_records", None)
    items = records.of_kind(singular) if alone is None else alone
    in_use = (item for item in items.values() if getattr(item, "record", item).retired is None)
    for item in _sorted(singular, in_use, lang):
        yield Option(item.id, _name(singular, item, lang))


def _agreements(records: Catalogue, lang: Lang) -> Iterator[Option]:
    items = collate(records.agreements.values(), lambda item: item.partner.name[lang], lang)
    for item in collate(items, lambda item: item.country.name[lang], lang):
        yield Option(item.id, _name("agreement", item, lang), item.country.name[lang])


def _partners(records: Catalogue, lang: Lang) -> Iterator[Option]:
    items = _sorted("partner", records.partners.values(), lang)
    for item in collate(items, lambda item: item.country.name[lang], lang):
        yield Option(item.id, _name("partner", item, lang), item.country.name[lang])


def _tasks(records: Catalogue, lang: Lang) -> Iterator[Option]:
    for item in records.tasks.values():
        heading = f"{item.plan.name[lang]}: {item.group.name[lang]}"
        answering = " ".join(dict.fromkeys(agency.id for agency in (*item.lead_today, *item.coordinating_today)))
        yield Option(item.id, _name("task", item, lang), heading, answering)


def _groups(records: Catalogue, lang: Lang) -> Iterator[Option]:
    for item in records.groups.values():
        plan_and_number = f"{item.plan.id} {item.record.number}"
        yield Option(item.id, _name("task-group", item, lang), item.plan.name[lang], plan_and_number)


def _documents(records: Catalogue, lang: Lang) -> Iterator[Option]:
    yield Option(NEW, texts(lang)["webform"]["new_document"])
    for kind, heading in records.terms["document-kinds"].items():
        for item in records.documents.values():
            if item.record.kind == kind:
                yield Option(item.id, _name("document", item, lang), heading[lang])


# Kinds with headings of their own.
_GROUPED: Final[Mapping[str, Callable[[Catalogue, Lang], Iterator[Option]]]] = {
    "agreements": _agreements,
    "partners": _partners,
    "tasks": _tasks,
    "groups": _groups,
    "documents": _documents,
}
