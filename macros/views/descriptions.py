"""Values of the sentence that describes a record's page, for search engines and lists of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from macros.base.formats import count_text
from macros.base.languages import Lang
from macros.catalogue.items import AgencyItem, AgreementItem, CountryItem, GroupItem, PartnerItem, SectorItem, TaskItem
from macros.views.labels import label


def description_values(kind: str, item: Any, lang: Lang) -> dict[str, str]:
    """Return the values that the description of a record may name.

    These are its ``name`` and ``title``, its ``number`` where it has one, and what its kind adds: the records that it
    belongs to, and counts as ``3 partners``.

    Args:
        kind: the singular of its kind.
        item: the joined record.
        lang: the language.
    """
    called = label(kind, item, lang)
    values = {"name": called, "title": called, "number": str(getattr(item.record, "number", None) or "")}
    return values | (_FURTHER[kind](item, lang) if kind in _FURTHER else {})


def _country(item: CountryItem, lang: Lang) -> dict[str, str]:
    return _counts(lang, partners=len(item.partners), agreements=len(item.agreements), tasks=len(item.tasks))


def _partner(item: PartnerItem, lang: Lang) -> dict[str, str]:
    counts = _counts(lang, agreements=len(item.agreements), in_force=item.in_force)
    return counts | {"country": item.country.name[lang]}


def _agreement(item: AgreementItem, lang: Lang) -> dict[str, str]:
    return {"country": item.country.name[lang]}


def _sector(item: SectorItem, lang: Lang) -> dict[str, str]:
    return _counts(lang, partners=len(item.partners), tasks=len(item.tasks))


def _agency(item: AgencyItem, lang: Lang) -> dict[str, str]:
    return _counts(lang, leads=len(item.leads_today), coordinates=len(item.coordinates_today))


def _task(item: TaskItem, lang: Lang) -> dict[str, str]:
    return {"plan": item.plan.name[lang]}


def _group(item: GroupItem, lang: Lang) -> dict[str, str]:
    return _counts(lang, tasks=len(item.tasks)) | {"plan": item.plan.name[lang]}


def _counts(lang: Lang, **numbers: int) -> dict[str, str]:
    """Return ``partners="3 partners"`` and so on; what an agency leads and coordinates are tasks."""
    words = {"leads": "tasks", "coordinates": "tasks"}
    return {name: count_text(words.get(name, name), number, lang) for name, number in numbers.items()}


_FURTHER: Final[Mapping[str, Callable[[Any, Lang], dict[str, str]]]] = {
    "country": _country,
    "partner": _partner,
    "agreement": _agreement,
    "sector": _sector,
    "agency": _agency,
    "task": _task,
    "plan": lambda item, lang: _counts(lang, tasks=len(item.tasks)),
    "task-group": _group,
}
