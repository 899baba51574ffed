"""Breadcrumbs: the way from the home page to a page, for readers and for programs that read pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import PLURAL, SINGULAR
from macros.views import addresses
from macros.views.labels import short_label
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class Step:
    """A page on the way: its name, and its address below the language's root (empty for the home page)."""

    name: str
    address: str


def trail(page: Page, catalogue: Catalogue, lang: Lang) -> tuple[Step, ...]:
    """Return the way to a generated page, from the home page to itself."""
    return (_home(lang), *_above(page, catalogue, lang), Step(_name(page, catalogue, lang), page.url))


def trail_of_written(title: str, address: str, lang: Lang) -> tuple[Step, ...]:
    """Return the way to a page that is written by hand, from the home page to itself; empty for the home page.

    Args:
        title: the page's title.
        address: its address below the language's root.
        lang: the language.
    """
    if not address:
        return ()
    guides = addresses.index("contribute")
    guide = address.startswith(guides) and address != guides
    return (_home(lang), *([_contribute(lang)] if guide else []), Step(title, address))


def _home(lang: Lang) -> Step:
    return Step(texts(lang)["crumbs"]["home"], "")


def _contribute(lang: Lang) -> Step:
    return Step(texts(lang)["links"]["contribute"], addresses.index("contribute"))


def _list(kind: str, lang: Lang) -> Step:
    """The list of a kind of record, or the page that leads to all years."""
    described = SINGULAR.get(kind)
    if described is not None and described.listed_at:
        kind = PLURAL[described.listed_at].singular
    words = texts(lang)[kind.removesuffix("-year")] if kind != "record-form" else texts(lang)["webform"]
    return Step(words["index_title"], addresses.index(kind))


def _above(page: Page, catalogue: Catalogue, lang: Lang) -> Iterator[Step]:
    """The pages between the home page and a page."""
    match page.template:
        case "issuers":
            yield _list("document", lang)
        case "licences":
            yield Step(texts(lang)["licences"]["about"], addresses.index("about"))
        case "record-forms" | "fields":
            yield _contribute(lang)
        case "record-form":
            yield _contribute(lang)
            yield _list("record-form", lang)
        case kind if page.record:
            yield _list(kind, lang)
            yield from _holders(kind, page.record, catalogue, lang)


def _holders(kind: str, name: str, catalogue: Catalogue, lang: Lang) -> Iterator[Step]:
    """The pages of the records that a record belongs to."""
    items = catalogue.of_kind(kind)
    match kind:
        case "partner":
            holder, record = "country", items[name].country
        case "agreement":
            holder, record = "partner", items[name].partner
        case "task":
            holder, record = "task-group", items[name].group
        case _:
            return
    yield Step(record.name[lang], addresses.page(holder, record.id))


def _name(page: Page, catalogue: Catalogue, lang: Lang) -> str:
    """The name of a page at the end of its trail: years by their number, records by their short label."""
    if page.template in {"changes-year", "in-force-year"}:
        return page.record
    if page.record and page.template in SINGULAR:
        return short_label(page.template, catalogue.of_kind(page.template)[page.record], lang)
    return page.title
