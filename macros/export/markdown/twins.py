"""Markdown twins: every record page as a Markdown file beside it (``partners/kawasaki/index.md``).

Made from the page as built, so that it says the same. Read by language models and by people who keep notes. What the
page repeats for eyes (breadcrumbs, maps, the foot) is left out; links are absolute, because such files are passed on.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Final

from macros.base.formats import day_text
from macros.base.languages import LANGS, Lang
from macros.base.system import cache_table, code
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE_SHORT, LICENCE_URL
from macros.export.markdown.article import article, source_of_article
from macros.export.markdown.blocks import blocks
from macros.export.markdown.escaping import escaped, heading
from macros.export.markdown.links import folders
from macros.views import addresses
from macros.views.page import Page
from macros.views.page_list import pages

# Rooms whose code a page's Markdown is made by.
_ROOMS: Final = ("base", "views", "export")


def write(catalogue: Catalogue, target: Path, changed: Container[str] | None = None, part: slice = slice(None)) -> None:
    """Write the twin of every record page below ``target``, the root of a built site.

    Args:
        catalogue: the joined records.
        target: the root of a built site.
        changed: the pages to do it for, by their path below the root; all if not given.
        part: which of all pages to look at.
    """
    licence = f"[{LICENCE_SHORT}]({LICENCE_URL})"
    with cache_table.opened("twins", code.digest(*_ROOMS), *code.versions("lxml")) as kept:
        for lang in LANGS:
            words = texts(lang)["page_foot"]["twin"]
            as_of = day_text(catalogue.as_of, lang)
            for page in pages(catalogue, lang)[part]:
                path = addresses.in_language(page.url, lang)
                _moved(catalogue, page, target, lang)
                if not page.record or (changed is not None and f"{path}index.html" not in changed):
                    continue
                body = _body((target / path / "index.html").read_bytes(), page.title, addresses.absolute(path), kept)
                foot = words.format(address=addresses.absolute(path), date=as_of, licence=licence)
                (target / path / addresses.TWIN).write_bytes(f"{body}\n---\n\n{foot}\n".encode())


def _body(source: bytes, title: str, address: str, kept: cache_table.Table) -> str:
    """Return a page as :func:`markdown` does, made once for each article."""
    said = source_of_article(source)
    return kept.text(lambda: _of_article(said, title, address), said, title.encode(), address.encode())


def _moved(catalogue: Catalogue, page: Page, target: Path, lang: Lang) -> None:
    """Write, at each former address of a record's page, where its twin is."""
    for former in catalogue.former_of(page.template, page.record):
        words = texts(lang)["moved"]
        place = target / addresses.in_language(addresses.page(page.template, former), lang) / addresses.TWIN
        address = addresses.absolute(f"{page.url}{addresses.TWIN}", lang)
        text = words["text"].format(name=page.title)
        said = f"{escaped(text)} [{words['link']}]({address})"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes("\n\n".join([heading(1, escaped(page.title).strip()), said, ""]).encode())


def markdown(source: bytes, title: str, address: str) -> str:
    """Return a built page as Markdown (CommonMark with tables): its title, and what its article says.

    Args:
        source: the page's HTML in UTF-8.
        title: its title.
        address: its absolute address, which relative links are resolved by; ends with a slash.
    """
    return _of_article(source_of_article(source), title, address)


def _of_article(source: bytes, title: str, address: str) -> str:
    said = blocks(article(source), folders(address))
    return "\n\n".join([heading(1, escaped(title).strip()), *said]) + "\n"
