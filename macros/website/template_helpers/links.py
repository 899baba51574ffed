"""Addresses that templates cannot join from a folder and a name: records of any kind, feeds, files to edit."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from jinja2 import Environment

from macros.base.languages import Lang
from macros.records.check.problem import Place
from macros.views import addresses
from macros.website.frame.repository import Repository

# The media types of Word and Excel files.
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def bind(environment: Environment, lang: Lang, repository: Repository) -> None:
    """Offer the addresses; those of the repository are empty where it is not known."""
    links = Links(lang, repository)
    environment.filters |= {"file_name": file_name}
    environment.globals |= {
        "record_address": addresses.record,
        "text_file": addresses.text_file,
        "feed": links.feed,
        "report_draft": links.report_draft,
        "agency_form": addresses.form,
        "docx": DOCX,
        "xlsx": XLSX,
        "calendar": links.calendar,
        "news_feed": links.news_feed,
        "edit_url": links.edit,
        "repository": repository.address,
        "branch": repository.branch,
    }


class Links:
    """Addresses for pages of one language."""

    def __init__(self, lang: Lang, repository: Repository) -> None:
        self._lang: Lang = lang
        self._repository = repository

    def feed(self, kind: str = "", name: str = "") -> str | None:
        """Return the feed of a record below the site's root; that of all changes where no kind is given."""
        return addresses.feed(kind, name, self._lang)

    def report_draft(self, period: str) -> str:
        """Return the draft of a report as a Word file, below the site's root."""
        return addresses.report_draft(period, self._lang)

    def calendar(self, kind: str = "", name: str = "") -> str | None:
        """Return the calendar of a record below the site's root; that of all dates where no kind is given."""
        return addresses.calendar(kind, name, self._lang)

    def news_feed(self) -> str:
        """Return the feed of what happened in the world, below the site's root."""
        return addresses.news_feed(self._lang)

    def edit(self, place: Place) -> str:
        """Return the address at which the repository opens a record for editing."""
        return self._repository.edit(place.file, place.line)


def file_name(address: str) -> str:
    """Return the last part of an address."""
    return PurePosixPath(address).name
