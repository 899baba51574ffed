"""What stands at the foot of every page: edit, report an error, the same facts as files, how to cite, the licence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from macros import citation
from macros.about_page import About
from macros.derive import Catalogue
from macros.export import addresses
from macros.export.about import LICENCE_SHORT, LICENCE_URL
from macros.model import KINDS
from macros.pages import FOLDERS
from macros.problem import Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the foot; ``words`` is its key in the interface's ``page_foot``, ``type`` the media type of a file."""

    words: str
    address: str
    type: str = ""


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
        tuple(link for link in _links(about, place, repository) if link.address),
        place,
        citation.plain(about, as_of),
        tuple(citation.bibtex(about, catalogue.as_of)),
    )


def _links(about: About, place: Place | None, repository: Repository) -> Iterator[Link]:
    if place is not None:
        yield Link("edit", repository.edit(place.file, place.line))
    elif about.generated is None:
        yield Link("edit_page", repository.edit(about.file))
    elif FOLDERS.get(about.kind) in KINDS:
        yield Link("edit_list", repository.edit(Path("data", FOLDERS[about.kind]).with_suffix(".yaml").as_posix()))
    yield Link("report", repository.report(about))
    if about.record:
        yield Link("markdown", addresses.TWIN, "text/markdown")
