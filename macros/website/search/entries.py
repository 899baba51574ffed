"""The entries of a page in the index of the search: the page itself, then its sections."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import SINGULAR
from macros.views.page import Page
from macros.website.search.names import page_names, section_names
from macros.website.search.sections import sections
from macros.website.search.shortcuts import page_words, parts
from macros.website.search.tags import tags

# The weight of pages written by hand, and of lists whose records have pages of their own.
_WRITTEN: Final = 1.0
_LIST: Final = 0.6
# The weight of records that were retired: found by those who look for them, after all others.
_RETIRED: Final = 0.2
# Elements, by class, that repeat on the pages of a kind what the pages of other records say.
_REPEATED: Final[Mapping[str, frozenset[str]]] = {"sector": frozenset({"cooperation", "activities"})}


class Entry(TypedDict, total=False):
    """One entry of the index.

    The theme knows all properties but two: ``names`` are further names of the record that the entry is (a section
    without it has a heading, not a name), ``later`` the days from which its last tag reads otherwise.
    """

    location: str
    title: str
    text: str
    boost: float
    names: list[str]
    tags: list[str]
    later: list[tuple[str, str]]


def entries(
    catalogue: Catalogue, page: Page | None, url: str, titles: Sequence[str], content: str, lang: Lang
) -> list[Entry]:
    """Return the entries of a page: itself first, then its sections that say something, then shortcuts to it.

    Args:
        catalogue: the joined records.
        page: the generated page, or None for one written by hand.
        url: its address below the root of its language.
        titles: its title as plain text, and what else it is called, as in the navigation.
        content: its content as HTML.
        lang: its language.
    """
    boost = weight(page)
    records = section_names(catalogue, page)
    own, *others = sections(content, _REPEATED.get(page.template, frozenset()) if page else frozenset())
    names = [name for name in (*titles[1:], *_called(catalogue, page, url), *page_words(url)) if name]
    first = _entry(url, titles[0], own.blocks, boost, names or None)
    first["tags"], later = tags(catalogue, page, lang)
    if later:
        first["later"] = later
    found = [first]
    for section in others:
        if section.blocks:
            called = records.get(section.anchor, [])
            listed = called if called or section.is_record else None
            found.append(_entry(f"{url}#{section.anchor}", section.heading, section.blocks, boost, listed))
    for location, title, text, words in parts(url, lang):
        shortcut = _entry(location, title, [text], _WRITTEN, words)
        shortcut["tags"] = [texts(lang)["search"]["kinds"]["shortcut"]]
        found.append(shortcut)
    return found


def weight(page: Page | None) -> float:
    """Return the factor by which a page's matches count; lists count less than what they list."""
    if page is None:
        return _WRITTEN
    kind = SINGULAR.get(page.kind)
    if page.retired:
        return _RETIRED
    return kind.weight if kind is not None and (page.record or kind.shown != "page") else _LIST


def _called(catalogue: Catalogue, page: Page | None, url: str) -> list[str]:
    """The further names of a page: those of its record; a page without one is also called by its address."""
    if page is not None and page.record:
        return page_names(catalogue, page)
    return [url.rstrip("/").split("/")[-1].replace("-", " ")]


def _entry(location: str, title: str, blocks: Sequence[str], boost: float, names: list[str] | None) -> Entry:
    text = "".join(f"<p>{_escaped(block)}</p>" for block in blocks)
    entry = Entry(location=location, title=_escaped(title), text=text)
    if boost != 1:
        entry["boost"] = boost
    if names is not None:
        entry["names"] = names
    return entry


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
