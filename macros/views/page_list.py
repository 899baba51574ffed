"""The pages that the records make, in a language: a pure list, rendered by others.

Two adapters use it: :mod:`macros.website.adapter.hooks` for MkDocs, and a writer of stubs for engines without hooks.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, Final

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import Lang
from macros.base.words import count_text, texts
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import LISTED
from macros.views import addresses
from macros.views.labels import agreement_title, group_title, label
from macros.views.page import Page
from macros.views.reports.periods import periods
from macros.views.reports.sentences import period_text

# Lists that are no list of a kind of record, in the order of the navigation, and the kind of what they show.
_FURTHER: Final = {
    "quality": "quality",
    "issuer": "document",
    "timeline": "timeline",
    "report": "report",
    "review": "review",
    "data": "data",
    "changes": "changes",
    "in-force": "in-force",
}
# Lists with a tab of their own; all others stand in a section of the navigation.
_TABS: Final = frozenset({"country", "partner", "agreement", "task", "sector", "agency"})
# Lists long enough for a table of contents.
_WITH_CONTENTS: Final = frozenset({"trade-agreement", "conflict", "indicator", "organisation", "quality", "data"})
# Pages that repeat in part what others say, so that searching them would find everything many times.
_UNSEARCHED: Final = frozenset({"changes-year", "in-force-year", "record-form", "report"})


@functools.lru_cache(maxsize=2)
def pages(catalogue: Catalogue, lang: Lang) -> tuple[Page, ...]:
    """Return all generated pages of a language in a stable order; the paths are the same in both languages.

    The list is kept, for many ask for it.
    """
    return (
        *_lists(lang),
        *_relations(catalogue, lang),
        *_work(catalogue, lang),
        *_years(catalogue, lang),
        *_reports(catalogue, lang),
        *_contribute(lang),
        _licences(lang),
    )


def _lists(lang: Lang) -> Iterator[Page]:
    """The list of each kind that has one of its own, and further lists."""
    for kind in LISTED:
        if not kind.listed_at:
            yield _list(kind.singular, kind.singular, lang)
    for name, shown in _FURTHER.items():
        yield _list(name, shown, lang)


def _list(name: str, shown: str, lang: Lang) -> Page:
    address, words = addresses.index(name), texts(lang)[name]
    return Page(
        path=f"{address}index.md",
        template=address.rstrip("/"),
        record="",
        title=words["index_title"],
        description=words["index_lead"],
        lists=shown,
        sidebar=name not in _TABS,
        contents=name in _WITH_CONTENTS,
    )


def _relations(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """Pages of countries, partners, agreements and organisations."""
    for country in catalogue.countries.values():
        partners, agreements, tasks = len(country.partners), len(country.agreements), len(country.tasks)
        counts = _counts(lang, partners=partners, agreements=agreements, tasks=tasks)
        yield _named("country", country, lang, **counts)
    for partner in catalogue.partners.values():
        counts = _counts(lang, agreements=len(partner.agreements), in_force=partner.in_force)
        yield _named("partner", partner, lang, country=partner.country.name[lang], **counts)
    for agreement in catalogue.agreements.values():
        title = agreement_title(agreement, lang)
        yield _page("agreement", agreement.id, title, lang, title=title, country=agreement.country.name[lang])
    for organisation in catalogue.organisations.values():
        yield _named("organisation", organisation, lang)


def _work(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """Pages of sectors, agencies, tasks with their plans and groups, and documents."""
    for sector in catalogue.sectors.values():
        yield _named("sector", sector, lang, **_counts(lang, partners=len(sector.partners), tasks=len(sector.tasks)))
    for agency in catalogue.agencies.values():
        counts = _counts(lang, leads=len(agency.leads), coordinates=len(agency.coordinates))
        yield _named("agency", agency, lang, **counts)
    for task in catalogue.tasks.values():
        title, number = task.record.title[lang], task.record.number
        yield _page("task", task.id, title, lang, number=number, plan=task.plan.name[lang], title=title)
    for item in catalogue.plans.values():
        yield _named("plan", item, lang, **_counts(lang, tasks=len(item.tasks)))
    for group in catalogue.groups.values():
        values = {"number": group.record.number, "name": group.record.name[lang], "plan": group.plan.name[lang]}
        counts = _counts(lang, tasks=len(group.tasks))
        yield _page("task-group", group.id, group_title(group, lang), lang, **values, **counts)
    for document in catalogue.documents.values():
        title, number = document.record.title[lang], document.record.number or ""
        yield _page("document", document.id, title, lang, title=title, number=number)


def _named(kind: str, item: Any, lang: Lang, **values: str) -> Page:
    """The page of a record that has a name."""
    name = label(kind, item, lang)
    return _page(kind, item.id, name, lang, name=name, **values)


def _page(kind: str, record: str, heading: str, lang: Lang, /, **values: str) -> Page:
    """A record's page; its description is the sentence of its kind with these values."""
    t = texts(lang)
    words = t["task"]["group_description"] if kind == "task-group" else t[kind]["description"]
    return _shown(kind, record, heading, words.format(**values))


def _shown(kind: str, record: str, title: str, description: str) -> Page:
    return Page(
        _source(addresses.page(kind, record)), kind, record, title, description, searched=kind not in _UNSEARCHED
    )


def _source(address: str) -> str:
    """The path of the Markdown source that becomes a page at this address."""
    return f"{address.rstrip('/')}.md"


def _counts(lang: Lang, **numbers: int) -> dict[str, str]:
    """Return ``partners="3 partners"`` and so on; what an agency leads and coordinates are tasks."""
    words = {"leads": "tasks", "coordinates": "tasks"}
    return {
        name: count_text(words.get(name, name), number, lang, number_text(number, lang))
        for name, number in numbers.items()
    }


def _years(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """Pages of the agreements in force at the end of each year, and of the changes of each."""
    for end in catalogue.year_ends.values():
        words = texts(lang)["in-force"]
        values = {"date": date_text(PartialDate(end.year, 12, 31), lang), "n": number_text(len(end.in_force), lang)}
        title, description = (words[key].format(**values) for key in ("year_title", "year_description"))
        yield _shown("in-force-year", str(end.year), title, description)
    for year in catalogue.history.by_year:
        words = texts(lang)["changes"]
        title, description = (words[key].format(year=year) for key in ("year_title", "year_description"))
        yield _shown("changes-year", str(year), title, description)


def _reports(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """Reports on years and quarters."""
    for period in periods(catalogue):
        shown = period_text(period, lang)
        title = texts(lang)["report"]["title"].format(period=shown)
        yield _page("report", period.id, title, lang, period=shown)


def _contribute(lang: Lang) -> Iterator[Page]:
    """The web forms with their list, and the table of fields."""
    t = texts(lang)
    words, fields = t["webform"], t["field_table"]
    path = f"{addresses.index('record-form')}index.md"
    yield Page(path, "record-forms", "", words["index_title"], words["index_description"], contents=False)
    for name, form in words["forms"].items():
        yield _shown("record-form", name, form["title"], words["description"].format(title=form["title"]))
    yield Page(_source(addresses.index("fields")), "fields", "", fields["index_title"], fields["index_description"])


def _licences(lang: Lang) -> Page:
    words = texts(lang)["licences"]
    return Page(
        _source(addresses.index("licences")), "licences", "", words["index_title"], words["index_lead"], contents=False
    )
