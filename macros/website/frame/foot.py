"""What stands at the foot of every page: edit, report an error, the same facts as files, how to cite, the licence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlencode

from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE_SHORT, LICENCE_URL
from macros.records.check.problem import Place
from macros.records.kinds import SINGULAR
from macros.records.model import Country
from macros.views import addresses
from macros.website.frame import citation
from macros.website.frame.page_info import About

# Kinds of page that show the log of changes.
_OF_CHANGES: Final = {"changes", "changes-year"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the foot.

    ``words`` is its key in the interface's ``page_foot``, ``type`` the media type of a file, ``of`` what the file is
    about where that is not the page's own record.
    """

    words: str
    address: str
    type: str = ""
    of: str = ""

    @property
    def edits(self) -> bool:
        """Whether it opens a file for editing."""
        return self.words.startswith("edit")


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a page. ``place`` is where its record stands in the data; None where it shows none, or many."""

    links: tuple[Link, ...]
    place: Place | None
    plain: str
    bibtex: tuple[str, ...]
    licence_name: str = LICENCE_SHORT
    licence_url: str = LICENCE_URL


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the project is kept: an https address, empty where it is not known, and a branch."""

    address: str
    branch: str

    def edit(self, file: str, line: int | None = None) -> str:
        """Where a file opens for editing, at a line; empty where the repository is not known."""
        if not self.address:
            return ""
        at = "" if line is None else f"#L{line}"
        return f"{self.address}/edit/{quote(self.branch)}/{quote(file)}{at}"

    def report(self, about: About) -> str:
        """The form for corrections with the page filled in (``.github/ISSUE_TEMPLATE/correction.yml``)."""
        if not self.address:
            return ""
        filled = {"template": "correction.yml", "title": f"{about.name}: ", "page": about.address, "record": about.name}
        return f"{self.address}/issues/new?{urlencode(filled, quote_via=quote, safe='/:')}"


def foot(about: About, catalogue: Catalogue, repository: Repository, as_of: str) -> Foot:
    """The foot of a page.

    Args:
        about: the page.
        catalogue: the joined records.
        repository: where the project is kept.
        as_of: the date that statuses are judged by, as the page's language writes it.
    """
    item = catalogue.of_kind(about.kind).get(about.record)
    place: Place | None = item.place if item is not None else None
    return Foot(
        tuple(link for link in _links(about, item, repository) if link.address),
        place,
        citation.plain(about, as_of),
        tuple(citation.bibtex(about, catalogue.as_of)),
    )


def _links(about: About, item: Any, repository: Repository) -> Iterator[Link]:
    if item is not None:
        yield Link("edit", repository.edit(item.place.file, item.place.line))
    elif about.generated is None:
        yield Link("edit_page", repository.edit(about.file))
    elif about.kind in SINGULAR and SINGULAR[about.kind].stored == "file":
        yield Link("edit_list", repository.edit(f"data/{SINGULAR[about.kind].plural}.yaml"))
    yield Link("report", repository.report(about))
    yield Link("json", about.to(_json(about)), "application/json")
    yield Link("csv", about.to(addresses.table(about.kind, about.lang)), "text/csv")
    if about.record:
        yield Link("markdown", addresses.TWIN, "text/markdown")

    if about.kind or not about.path:
        yield from _subscriptions(about, item)


def _subscriptions(about: About, item: Any) -> Iterator[Link]:
    """The feed and the calendar of a record; of the country of one that has none of its own; else of everything."""
    country: Country | None = getattr(item, "country", None)
    for words, address, kind in (
        ("feed", addresses.feed, "application/atom+xml"),
        ("calendar", addresses.calendar, "text/calendar"),
    ):
        if about.record and (own := address(about.kind, about.record, about.lang)):
            yield Link(words, about.to(own), kind)
        elif country is not None and (of_country := address("country", country.id, about.lang)):
            yield Link(words, about.to(of_country), kind, country.name[about.lang])
        else:
            yield Link(f"{words}_all", about.to(address("", "", about.lang)), kind)


def _json(about: About) -> str | None:
    if about.kind in _OF_CHANGES:
        return addresses.CHANGES
    return addresses.record_json(about.kind, about.record) if about.record else addresses.list_json(about.kind)
