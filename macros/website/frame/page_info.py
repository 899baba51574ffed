"""A page as its head, its foot and its citation speak of it: title, address, record, the way to it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from macros.base.languages import Lang
from macros.views import addresses
from macros.views.page import Page

_CRUMBS: Final = re.compile(r'<nav class="crumbs".*?</nav>', re.DOTALL)
# A step as templates/partials/parts.jinja prints it: a link, or the page's own name.
_STEP: Final = re.compile(r'<li><(?:a href="([^"]*)"|span[^>]*)>(.*?)</(?:a|span)></li>')
# Where nothing is published: a site without SITE_URL is built for the local server.
_LOCAL: Final = {"127.0.0.1", "localhost", "[::1]", ""}


@dataclass(frozen=True, slots=True)
class Step:
    """A page on the way from the home page, and its absolute address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class About:
    """A page.

    ``site`` is the absolute address of the site's root, with a slash at the end; ``path`` the address below the root
    of the language; ``file`` the page's own source in the repository; ``generated`` what a page that records make
    shows, None for one written by hand; ``trail`` its breadcrumbs from the home page to itself, empty on the home page.
    """

    lang: Lang
    site: str
    path: str
    title: str
    description: str
    file: str
    generated: Page | None
    trail: tuple[Step, ...]

    @property
    def address(self) -> str:
        return f"{self.site}{addresses.in_language(self.path, self.lang)}"

    @property
    def published(self) -> bool:
        """Whether the address is one that others can open."""
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
        """How the page is named in reports and citations: ``partner/kawasaki``, ``background/goals``, ``home``."""
        return f"{self.kind}/{self.record}" if self.record else self.path.rstrip("/") or "home"

    def to(self, file: str | None) -> str:
        """The way from the page to a file below the site's root; empty for a file that there is not."""
        depth = addresses.in_language(self.path, self.lang).count("/")
        return "" if file is None else addresses.up(depth) + file


def trail(content: str, address: str) -> tuple[Step, ...]:
    """The breadcrumbs that a page prints, so that what is told to machines is what readers see.

    Args:
        content: the page's content as HTML.
        address: the page's absolute address.
    """
    found = _CRUMBS.search(content)
    if found is None:
        return ()
    return tuple(
        Step(" ".join(html.unescape(name).split()), urljoin(address, html.unescape(way)))
        for way, name in _STEP.findall(found[0])
    )
