"""A page as its head, its foot and its citation describe it: title, address, record, breadcrumbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from macros.base.languages import Lang
from macros.views import addresses
from macros.views.page import Page
from macros.views.trails import Step

# Hosts that others cannot reach: a site without SITE_URL is built for the local server.
_LOCAL: Final = {"127.0.0.1", "localhost", "::1", None}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A page.

    Attributes:
        lang: its language.
        site: the absolute address of the site's root, with a slash at the end.
        path: its address below the root of its language.
        title: its title as plain text.
        description: a sentence about it as plain text.
        file: its own source in the repository.
        generated: what the records make it show; None for a page written by hand.
        trail: its breadcrumbs from the home page to itself; empty for the home page.
    """

    lang: Lang
    site: str
    path: str
    title: str
    description: str
    file: str
    generated: Page | None
    trail: tuple[Step, ...] = ()

    def absolute(self, path: str) -> str:
        """Return the absolute address of a page of the same language, given below the root of the language."""
        return f"{self.site}{addresses.in_language(path, self.lang)}"

    @property
    def address(self) -> str:
        return self.absolute(self.path)

    @property
    def picture(self) -> str:
        """The absolute address of the picture that others show beside a link to the page."""
        return self.absolute(addresses.SHARE)

    @property
    def published(self) -> bool:
        """True where others can open the address."""
        return urlsplit(self.site).hostname not in _LOCAL

    @property
    def record(self) -> str:
        """The id of the record that the page shows; empty where it shows none, or many."""
        return self.generated.record if self.generated else ""

    @property
    def kind(self) -> str:
        """The kind of the records that the page shows; empty for a page about none in particular."""
        return self.generated.kind if self.generated else ""

    @property
    def name(self) -> str:
        """The page's name in reports and citations: ``partner/kawasaki``, ``background/goals``, ``home``."""
        return f"{self.kind}/{self.record}" if self.record else self.path.rstrip("/") or "home"

    @property
    def root(self) -> str:
        """The way from the page to the root of its language."""
        return addresses.up(self.path.count("/"))

    @property
    def card(self) -> str | None:
        """The address of its record's card below the root of its language; None where it has none."""
        return addresses.card(self.kind, self.record) if self.record else None

    def to(self, file: str | None) -> str:
        """Return the relative address of a file below the site's root; empty for None, a file that does not exist."""
        depth = addresses.in_language(self.path, self.lang).count("/")
        return "" if file is None else addresses.up(depth) + file
