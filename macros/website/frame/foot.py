"""The foot of a page: links to edit, report, download and subscribe, the citation and the licence."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE_SHORT, LICENCE_URL
from macros.records.check.problem import Place
from macros.records.kinds import SINGULAR
from macros.views import addresses
from macros.views.cards import WIDTH, height
from macros.website.frame import citation
from macros.website.frame.page_info import About
from macros.website.frame.repository import Repository

# Templates that show the log of changes.
_OF_CHANGES: Final = {"changes", "changes-year"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the foot.

    Attributes:
        words: the key of its words in the interface's ``page_foot``.
        address: its address; a link without one is left out.
        type: the media type, for a file.
        of: the name of the record that a file is about, where that is not the page's own.
    """

    words: str
    address: str
    type: str = ""
    of: str = ""

    @property
    def edits(self) -> bool:
        """True where it opens a file for editing."""
        return self.words.startswith("edit")


@dataclass(frozen=True, slots=True)
class CardCode:
    """The code with which another site shows the card of a page.

    Attributes:
        link: the way from the page to the card.
        address: the card's absolute address.
        title: the name of the frame, as an attribute of the code has it.
        height, width: the size of the frame in pixels.
    """

    link: str
    address: str
    title: str
    height: int
    width: int = WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot of a page.

    Attributes:
        links: those that the page has.
        place: the place of its record in the data; None where it shows none, or many.
        plain: its citation as text.
        bibtex: its citation as the lines of a BibTeX entry.
        edition: the latest edition of the data as text; empty where there is none.
        release: the address of its release; empty where there is none to link to.
        card: the code of its card; None where it has none.
        licence_name, licence_url: the licence of the data.
    """

    links: tuple[Link, ...]
    place: Place | None
    plain: str
    bibtex: tuple[str, ...]
    edition: str
    release: str
    card: CardCode | None
    licence_name: str = LICENCE_SHORT
    licence_url: str = LICENCE_URL


def foot(about: About, catalogue: Catalogue, repository: Repository, as_of: str) -> Foot:
    """Return the foot of a page.

    Args:
        about: the page.
        catalogue: the joined records.
        repository: that of the project.
        as_of: the date that statuses are judged by, as the page's language writes it.
    """
    item = catalogue.of_kind(about.kind).get(about.record)
    links = [_edit(about, item, repository), Link("report", repository.report(about)), *_files(about)]
    if catalogue.history.states(about.kind, about.record):
        links.append(Link("history", about.to(addresses.record_history(about.kind, about.record)), "application/json"))
    if about.kind or not about.path:
        links += _subscriptions(about, item)
    latest = next(iter(catalogue.history.editions), None)
    release = "" if latest is None else repository.release(latest.tag)
    return Foot(
        links=tuple(link for link in links if link.address),
        place=item.place if item is not None else None,
        plain=citation.plain(about, as_of),
        bibtex=tuple(citation.bibtex(about, catalogue.as_of, latest, release)),
        edition="" if latest is None else citation.edition(about, latest),
        release=release,
        card=_card(about, item),
    )


def _card(about: About, item: Any) -> CardCode | None:
    if about.card is None:
        return None
    title = f"{about.title} – {texts(about.lang)['site']['name']}"
    return CardCode(about.root + about.card, about.absolute(about.card), html.escape(title), height(item.agreements))


def _edit(about: About, item: Any, repository: Repository) -> Link:
    """The link to the source of a page: its record's lines, its own file, or the file of all records that it lists."""
    if item is not None:
        return Link("edit", repository.edit(item.place.file, item.place.line))
    if about.generated is None:
        return Link("edit_page", repository.edit(about.file))
    kind = SINGULAR.get(about.kind)
    if kind is None or kind.stored != "file":
        return Link("edit_list", "")
    return Link("edit_list", repository.edit(f"data/{kind.plural}.yaml"))


def _files(about: About) -> Iterator[Link]:
    """The links to the same facts as files."""
    if about.kind in _OF_CHANGES:
        json: str | None = addresses.CHANGES
    elif about.record:
        json = addresses.record_json(about.kind, about.record)
    else:
        json = addresses.list_json(about.kind)
    yield Link("json", about.to(json), "application/json")
    yield Link("csv", about.to(addresses.table(about.kind, about.lang)), "text/csv")
    if about.record:
        yield Link("markdown", addresses.TWIN, "text/markdown")


def _subscriptions(about: About, item: Any) -> Iterator[Link]:
    """The feed and the calendar of a record; of its partner or country where it has none of its own; else of all."""
    holders = [(kind, getattr(item, kind, None)) for kind in ("partner", "country")]
    kind_of, holder = next(((kind, record) for kind, record in holders if record is not None), ("", None))
    for words, address, kind in (
        ("feed", addresses.feed, "application/atom+xml"),
        ("calendar", addresses.calendar, "text/calendar"),
    ):
        if about.record and (own := address(about.kind, about.record, about.lang)):
            yield Link(words, about.to(own), kind)
        elif holder is not None and (of_holder := address(kind_of, holder.id, about.lang)):
            yield Link(words, about.to(of_holder), kind, holder.name[about.lang])
        else:
            yield Link(f"{words}_all", about.to(address("", "", about.lang)), kind)
