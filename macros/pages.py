"""Which pages the records make, in a language: path, template, title, description. Pure; nothing is rendered here.

Two adapters use it: :mod:`macros.hooks` for MkDocs, and a writer of stubs for engines without hooks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from macros.derive import AgreementItem, Catalogue
from macros.escape import escape
from macros.interface import count_text, texts
from macros.text import Lang, date_text, number_text

# Each kind of record page: the folder that is its address, and the template.
FOLDERS: Final = {
    "country": "countries",
    "partner": "partners",
    "agreement": "agreements",
    "sector": "sectors",
    "agency": "agencies",
    "task": "tasks",
    "task-group": "task-groups",
    "document": "documents",
}


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

    def stub(self) -> str:
        """The Markdown source: front matter and one macro call.

        Titles and descriptions are data; they are entity-encoded, because front matter reaches Jinja and the theme.
        """
        title, description = (
            json.dumps(str(escape(text)), ensure_ascii=False) for text in (self.title, self.description)
        )
        hide = "navigation, toc" if self.record == "" else "navigation"
        return (
            f"---\ntitle: {title}\ndescription: {description}\nhide: [{hide}]\n---\n"
            f'{{{{ show("{self.template}", "{self.record}") }}}}\n'
        )


def agreement_title(item: AgreementItem, lang: Lang) -> str:
    """``Memorandum of understanding with Yokohama (9 April 2013)``."""
    t = texts(lang)
    values = {"instrument": t["instruments"][item.record.instrument], "partner": item.partner.name[lang]}
    if item.record.signed is not None:
        return str(t["agreement"]["title"].format(**values, date=date_text(item.record.signed, lang)))
    if item.expires is not None:
        return str(t["agreement"]["title_until"].format(**values, date=date_text(item.expires, lang)))
    return str(t["agreement"]["title_undated"].format(**values))


def pages(catalogue: Catalogue, lang: Lang) -> list[Page]:
    """All generated pages of a language, in a stable order; the same paths in both languages."""
    return [*_indexes(lang), *_records(catalogue, lang)]


def _indexes(lang: Lang) -> Iterator[Page]:
    t = texts(lang)
    for kind, folder in FOLDERS.items():
        if kind == "task-group":
            continue
        words = t[kind]
        description = words.get("description") if kind == "document" else words["index_lead"]
        yield Page(f"{folder}/index.md", folder, "", words["index_title"], description)


def _records(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    t = texts(lang)

    def count(kind: str, number: int) -> str:
        return count_text(kind, number, lang, number_text(number, lang))

    def page(kind: str, record: str, heading: str, /, **values: str) -> Page:
        key = "group_description" if kind == "task-group" else "description"
        words = t["task" if kind == "task-group" else kind]
        return Page(f"{FOLDERS[kind]}/{record}.md", kind, record, heading, words[key].format(**values))

    for country in catalogue.countries.values():
        name = country.record.name[lang]
        counts = {
            "partners": count("partners", len(country.partners)),
            "agreements": count("agreements", len(country.agreements)),
            "tasks": count("tasks", len(country.tasks)),
        }
        yield page("country", country.id, name, name=name, **counts)
    for partner in catalogue.partners.values():
        yield page(
            "partner",
            partner.id,
            partner.record.name[lang],
            name=partner.record.name[lang],
            country=partner.country.name[lang],
            agreements=count("agreements", len(partner.agreements)),
            in_force=count("in_force", partner.in_force),
        )
    for agreement in catalogue.agreements.values():
        yield page(
            "agreement",
            agreement.id,
            agreement_title(agreement, lang),
            title=agreement_title(agreement, lang),
            country=agreement.country.name[lang],
        )
    for sector in catalogue.sectors.values():
        name = sector.record.name[lang]
        partners, tasks = count("partners", len(sector.partners)), count("tasks", len(sector.tasks))
        yield page("sector", sector.id, name, name=name, partners=partners, tasks=tasks)
    for agency in catalogue.agencies.values():
        name = agency.record.name[lang]
        leads, coordinates = count("tasks", len(agency.leads)), count("tasks", len(agency.coordinates))
        yield page("agency", agency.id, name, name=name, leads=leads, coordinates=coordinates)
    for task in catalogue.tasks.values():
        title = task.record.title[lang]
        yield page("task", task.id, title, number=task.record.number, plan=task.plan.name[lang], title=title)
    for group in catalogue.groups.values():
        number, name = group.record.number, group.record.name[lang]
        yield page(
            "task-group",
            group.id,
            t["task"]["group_title"].format(number=number, name=name),
            number=number,
            name=name,
            plan=group.plan.name[lang],
            tasks=count("tasks", len(group.tasks)),
        )
