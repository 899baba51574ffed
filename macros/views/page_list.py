"""Which pages the records make, in a language: path, template, title, description. Pure; nothing is rendered here.

Two adapters use it: :mod:`macros.website.adapter.hooks` for MkDocs, and a writer of stubs for engines without hooks.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from macros.base.dates import PartialDate
from macros.base.escape import escape
from macros.base.formats import date_text, number_text
from macros.base.languages import Lang
from macros.base.words import count_text, texts
from macros.catalogue.catalogue import Catalogue
from macros.views.addresses import FOLDERS
from macros.views.labels import agreement_title, group_title
from macros.views.reports.counts import periods
from macros.views.reports.sentences import period_text

# Kinds whose index page is another's.
WITHOUT_INDEX: Final = frozenset({"plan", "task-group", "changes-year", "in-force-year", "record-form"})
# Pages that repeat in part what others say, so that searching them would find everything many times.
UNSEARCHED: Final = frozenset({"changes-year", "in-force-year", "record-form", "report"})
# Index pages long enough for a table of contents.
WITH_CONTENTS: Final = frozenset(
    {"fields", "trade-agreements", "conflicts", "indicators", "data-quality", "organisations", "open-data"}
)
# Index pages that stand in a section of the navigation, whose other pages the side bar has to show.
IN_SECTION: Final = frozenset(
    {
        "documents",
        "issuers",
        "organisations",
        "trade-agreements",
        "activities",
        "indicators",
        "glossary",
        "conflicts",
        "data-quality",
        "timeline",
        "reports",
        "review",
        "open-data",
        "changes",
        "in-force",
    }
)


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page.

    ``path`` is the Markdown source path; ``template`` and ``record`` say what the page shows.
    """

    path: str
    template: str
    record: str
    title: str
    description: str

    @property
    def url(self) -> str:
        """The address below the site's root of this language."""
        return self.path.removesuffix("index.md") if self.path.endswith("/index.md") else f"{self.path[:-3]}/"

    def meta(self) -> dict[str, Any]:
        """The front matter.

        Titles and descriptions are data; they are entity-encoded, because front matter reaches Jinja and the theme.
        """
        hidden = [] if self.template in IN_SECTION else ["navigation"]
        hide = [*hidden, "toc"] if self.record == "" and self.template not in WITH_CONTENTS else hidden
        meta = {"title": str(escape(self.title)), "description": str(escape(self.description)), "hide": hide}
        return meta | ({"search": {"exclude": True}} if self.template in UNSEARCHED else {})

    def stub(self) -> str:
        """The Markdown source: front matter and one macro call."""
        front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in self.meta().items())
        return f'---\n{front}---\n{{{{ show("{self.template}", "{self.record}") }}}}\n'


@functools.lru_cache(maxsize=2)
def pages(catalogue: Catalogue, lang: Lang) -> tuple[Page, ...]:
    """All generated pages of a language, in a stable order; the same paths in both languages. Kept for all who ask."""
    return (
        *_indexes(lang),
        *_relations(catalogue, lang),
        *_work(catalogue, lang),
        *_years(catalogue, lang),
        *_reports(catalogue, lang),
        *_contribute(lang),
        _licences(lang),
    )


def _licences(lang: Lang) -> Page:
    words = texts(lang)["licences"]
    return Page("licences.md", "licences", "", words["index_title"], words["index_lead"])


def _contribute(lang: Lang) -> Iterator[Page]:
    """The web forms with their index, and the table of fields."""
    t = texts(lang)
    words = t["webform"]
    yield Page("contribute/record/index.md", "record-forms", "", words["index_title"], words["index_description"])
    for name, form in words["forms"].items():
        description = words["description"].format(title=form["title"])
        yield Page(f"contribute/record/{name}.md", "record-form", name, form["title"], description)
    fields = t["field_table"]
    yield Page("contribute/fields.md", "fields", "", fields["index_title"], fields["index_description"])


def _indexes(lang: Lang) -> Iterator[Page]:
    t = texts(lang)
    for kind, folder in FOLDERS.items():
        if kind not in WITHOUT_INDEX:
            yield Page(f"{folder}/index.md", folder, "", t[kind]["index_title"], t[kind]["index_lead"])


def _page(lang: Lang, kind: str, record: str, heading: str, /, **values: str) -> Page:
    """A record's page; its description is the kind's sentence with these values."""
    t = texts(lang)
    words = t["task"]["group_description"] if kind == "task-group" else t[kind]["description"]
    return Page(f"{FOLDERS[kind]}/{record}.md", kind, record, heading, words.format(**values))


def _named(lang: Lang, kind: str, item: Any, /, **values: str) -> Page:
    """The page of a record that has a name."""
    name = item.record.name[lang]
    return _page(lang, kind, item.id, name, name=name, **values)


def _counts(lang: Lang, **numbers: int) -> dict[str, str]:
    """``partners="3 partners"`` and so on; what an agency leads and coordinates are tasks."""
    words = {"leads": "tasks", "coordinates": "tasks"}
    return {
        name: count_text(words.get(name, name), number, lang, number_text(number, lang))
        for name, number in numbers.items()
    }


def _relations(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """With whom: countries, partners, agreements, organisations."""
    for country in catalogue.countries.values():
        partners, agreements, tasks = len(country.partners), len(country.agreements), len(country.tasks)
        counts = _counts(lang, partners=partners, agreements=agreements, tasks=tasks)
        yield _named(lang, "country", country, **counts)
    for partner in catalogue.partners.values():
        counts = _counts(lang, agreements=len(partner.agreements), in_force=partner.in_force)
        yield _named(lang, "partner", partner, country=partner.country.name[lang], **counts)
    for agreement in catalogue.agreements.values():
        title = agreement_title(agreement, lang)
        yield _page(lang, "agreement", agreement.id, title, title=title, country=agreement.country.name[lang])
    for organisation in catalogue.organisations.values():
        yield _named(lang, "organisation", organisation)


def _work(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """What for, by whom, by what right: sectors, agencies, tasks, documents."""
    for sector in catalogue.sectors.values():
        yield _named(lang, "sector", sector, **_counts(lang, partners=len(sector.partners), tasks=len(sector.tasks)))
    for agency in catalogue.agencies.values():
        counts = _counts(lang, leads=len(agency.leads), coordinates=len(agency.coordinates))
        yield _named(lang, "agency", agency, **counts)
    for task in catalogue.tasks.values():
        title, number = task.record.title[lang], task.record.number
        yield _page(lang, "task", task.id, title, number=number, plan=task.plan.name[lang], title=title)
    for item in catalogue.plan_items.values():
        yield _named(lang, "plan", item, **_counts(lang, tasks=len(item.tasks)))
    for group in catalogue.groups.values():
        values = {"number": group.record.number, "name": group.record.name[lang]}
        title = group_title(group, lang)
        counts = _counts(lang, tasks=len(group.tasks))
        yield _page(lang, "task-group", group.id, title, plan=group.plan.name[lang], **values, **counts)
    for document in catalogue.documents.values():
        title, number = document.record.title[lang], document.record.number or ""
        yield _page(lang, "document", document.id, title, title=title, number=number)


def _years(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """What was in force at the end of each year, and what changed in each."""
    for end in catalogue.year_ends.values():
        words = texts(lang)["in-force"]
        values = {"date": date_text(PartialDate(end.year, 12, 31), lang), "n": number_text(len(end.in_force), lang)}
        title, description = (words[key].format(**values) for key in ("year_title", "year_description"))
        yield Page(f"in-force/{end.year}.md", "in-force-year", str(end.year), title, description)
    for year in catalogue.history.by_year:
        words = texts(lang)["changes"]
        title, description = (words[key].format(year=year) for key in ("year_title", "year_description"))
        yield Page(f"changes/{year}.md", "changes-year", str(year), title, description)


def _reports(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """What happened in a year or quarter."""
    for period in periods(catalogue):
        shown = period_text(period, lang)
        title = texts(lang)["report"]["title"].format(period=shown)
        yield _page(lang, "report", period.id, title, period=shown)
