"""What can be chosen from the data where a field names a record: ids with names, below headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from macros.base.collation import collate
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.labels import agreement_title

# The value that asks for a new document instead of one of the library.
NEW: Final = "new"


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen; ``group`` is a heading that it stands below, ``of`` what it depends on."""

    value: str
    label: str
    group: str = ""
    of: str = ""


def choices(kind: str, records: Catalogue, lang: Lang) -> tuple[Option, ...]:
    """The records of a kind, as a reader of the language looks for them."""
    own: dict[str, Callable[[Catalogue, Lang], Iterable[Option]]] = {
        "agreements": _agreements,
        "partners": _partners,
        "tasks": _tasks,
        "groups": _groups,
        "documents": _documents,
    }
    if kind in own:
        return tuple(own[kind](records, lang))
    named: dict[str, Mapping[str, Any]] = {
        "agencies": records.agency_records,
        "countries": records.country_records,
        "sectors": records.sector_records,
        "organisations": {name: item.record for name, item in records.organisations.items()},
        "plans": records.plan_records,
    }
    found = collate(named[kind].values(), lambda record: record.name[lang], lang)
    return tuple(Option(record.id, record.name[lang]) for record in found)


def _agreements(records: Catalogue, lang: Lang) -> Iterator[Option]:
    items = collate(records.agreements.values(), lambda item: item.partner.name[lang], lang)
    for item in collate(items, lambda item: item.country.name[lang], lang):
        yield Option(item.id, agreement_title(item, lang), item.country.name[lang])


def _partners(records: Catalogue, lang: Lang) -> Iterator[Option]:
    items = collate(records.partners.values(), lambda item: item.record.name[lang], lang)
    for item in collate(items, lambda item: item.country.name[lang], lang):
        yield Option(item.id, item.record.name[lang], item.country.name[lang])


def _tasks(records: Catalogue, lang: Lang) -> Iterator[Option]:
    for item in records.tasks.values():
        heading = f"{item.plan.name[lang]}: {item.group.name[lang]}"
        yield Option(item.id, f"{item.record.number} – {item.record.title[lang]}", heading)


def _groups(records: Catalogue, lang: Lang) -> Iterator[Option]:
    for item in records.groups.values():
        label = f"{item.record.number} – {item.record.name[lang]}"
        yield Option(item.id, label, item.plan.name[lang], f"{item.plan.id} {item.record.number}")


def _documents(records: Catalogue, lang: Lang) -> Iterator[Option]:
    words = texts(lang)
    yield Option(NEW, words["webform"]["new_document"])
    for kind, heading in words["document_kinds"].items():
        for item in records.documents.values():
            if item.record.kind == kind:
                number = f"{item.record.number} – " if item.record.number else ""
                yield Option(item.id, f"{number}{item.record.title[lang]}", heading)


def correctable(records: Catalogue, lang: Lang) -> tuple[Option, ...]:
    """The records that a reader may want corrected, by kind; ``of`` is where each is written, as in an edit link."""
    kinds = texts(lang)["kinds"]
    found: dict[tuple[str, str], tuple[Mapping[str, Any], Callable[[Any], str]]] = {
        ("partner", kinds["partners"]): (records.partners, lambda item: item.record.name[lang]),
        ("agreement", kinds["agreements"]): (records.agreements, lambda item: agreement_title(item, lang)),
        ("task", kinds["tasks"]): (
            records.tasks,
            lambda item: f"{item.record.number} – {item.record.title[lang]}",
        ),
        ("country", kinds["countries"]): (records.countries, lambda item: item.record.name[lang]),
        ("agency", kinds["agencies"]): (records.agencies, lambda item: item.record.name[lang]),
        ("organisation", kinds["organisations"]): (records.organisations, lambda item: item.record.name[lang]),
    }
    return tuple(
        Option(f"{kind}/{item.id}", name(item), heading, f"{item.place.file}#L{item.place.line}")
        for (kind, heading), (items, name) in found.items()
        for item in collate(items.values(), name, lang)
    )


def by_heading(options: Iterable[Option]) -> list[tuple[str, list[Option]]]:
    """The options below their headings, in the order of the first of each."""
    found: dict[str, list[Option]] = {}
    for option in options:
        found.setdefault(option.group, []).append(option)
    return list(found.items())
