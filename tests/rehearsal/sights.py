"""The city as a reader sees it: pages as text, the API, feeds and other files. Built as a site, or made one by one."""

from __future__ import annotations

import functools
import html
import json
import re
from pathlib import Path
from typing import Any, Final, Protocol

from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.export.api import changes, json_files
from macros.export.feeds import atom, icalendars
from macros.views import addresses
from macros.views.page_list import pages
from macros.website.adapter import redirects
from macros.website.frame.page_info import About
from macros.website.printer import Printer

# Elements within a sentence; any other begins a new word.
_WITHIN: Final = re.compile(r"</?(?:a|abbr|b|bdi|code|em|i|small|span|strong|sup|time|wbr)\b[^>]*>")
_UNSEEN: Final = re.compile(r"<(script|style|template)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_ARTICLE: Final = re.compile(r"<article\b.*</article>", re.DOTALL)


class Sights(Protocol):
    """Whatever is published."""

    def html(self, lang: Lang, address: str) -> str | None:
        """Return the page at an address below the root of its language; None where there is none."""

    def file(self, path: str) -> str | None:
        """Return a file by its path below the site's root; None where there is none."""


class Built:
    """A site as it was built."""

    def __init__(self, site: Path) -> None:
        self._site = site

    def html(self, lang: Lang, address: str) -> str | None:
        page = self.file(f"{addresses.in_language(address, lang)}index.html")
        found = None if page is None else _ARTICLE.search(page)
        return page if found is None else found[0]

    def file(self, path: str) -> str | None:
        found = self._site / path
        return found.read_text(encoding="utf-8") if found.is_file() else None


class MadeSingly:
    """Pages as the templates print them, made when somebody looks; files as the exports write them."""

    def __init__(self, records: Catalogue, folder: Path) -> None:
        """Prepare to make pages and files.

        Args:
            records: the joined records.
            folder: an empty folder for files.
        """
        self._records = records
        self._folder = folder
        self._printers = {lang: Printer(records, lang, "https://github.com/example/danang") for lang in LANGS}

    def html(self, lang: Lang, address: str) -> str | None:
        printer = self._printers[lang]
        if not address:
            return printer.show("home")
        page = next((page for page in pages(self._records, lang) if page.url == address), None)
        if page is None:
            return None
        body = printer.show(page.template, page.record, address.count("/"))
        about = About(
            lang=lang,
            site=addresses.site_url(),
            path=address,
            title=page.title,
            description=page.description,
            file="",
            generated=page,
        )
        return f"<h1>{html.escape(page.title)}</h1>\n{body}\n{printer.foot(about)}"

    def file(self, path: str) -> str | None:
        found = self._files / path
        return found.read_text(encoding="utf-8") if found.is_file() else None

    @functools.cached_property
    def _files(self) -> Path:
        for export in (changes, json_files, atom, icalendars):
            export.write(self._records, self._folder)
        for lang, printer in self._printers.items():
            redirects.write(printer, self._folder / addresses.root(lang))
        return self._folder


def text_of(markup: str) -> str:
    """Return what a page says, on one line."""
    shown = _UNSEEN.sub(" ", markup)
    shown = re.sub(r"<[^>]+>", " ", _WITHIN.sub("", shown))
    return plain(html.unescape(shown))


def page_text(sights: Sights, lang: Lang, address: str) -> str:
    """Return what a page says; that there is none, where there is none."""
    markup = sights.html(lang, address)
    return f"(no page {address})" if markup is None else text_of(markup)


def plain(text: str) -> str:
    """Return a text with single spaces, as a reader sees it."""
    return " ".join(text.split())


def unfolded(calendar: str) -> str:
    """Return a calendar with its folded lines joined."""
    return re.sub(r"\r?\n[ \t]", "", calendar)


def api_list(sights: Sights, name: str) -> list[dict[str, Any]]:
    """Return a list of the API by its name."""
    text = sights.file(addresses.api_file(name))
    assert text is not None, name
    found = json.loads(text)
    records: list[dict[str, Any]] = found if isinstance(found, list) else found["records"]
    return records
