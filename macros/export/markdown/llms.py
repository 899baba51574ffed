"""``llms.txt`` and ``en/llms.txt`` (llmstxt.org): a guide to the site and its facts, for language models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from macros.base.formats import day_text
from macros.base.languages import LANGS, Lang
from macros.base.system.files import file_names
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE_SHORT, LICENCE_URL
from macros.export.markdown.escaping import escaped
from macros.views import addresses
from macros.views.cards import cards
from macros.views.moved import moved_pages
from macros.views.page_list import pages

FILE: Final = "llms.txt"
_TITLE: Final = "//meta[@property = 'og:title']/@content"
_DESCRIPTION: Final = "//meta[@name = 'description']/@content"


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the file of each language below ``target``, the root of a built site."""
    for lang in LANGS:
        lines = [line for part in _parts(catalogue, target, lang) for line in (*part, "")]
        (target / addresses.root(lang) / FILE).write_text("\n".join(lines), encoding="utf-8")


def _parts(catalogue: Catalogue, target: Path, lang: Lang) -> Iterator[list[str]]:
    words = texts(lang)
    own = words["llms"]
    as_of = day_text(catalogue.as_of, lang)
    yield [f"# {words['site']['name']}"]
    yield [f"> {words['site']['description']}"]
    yield [own["state"].format(date=as_of, licence=f"[{LICENCE_SHORT}]({LICENCE_URL})")]
    yield [words["foot"]["unofficial"]]
    example = next(page.url for page in pages(catalogue, lang) if page.record)
    yield [own["twins"].format(example=_address(addresses.in_language(f"{example}{addresses.TWIN}", lang)))]
    yield [f"## {own['lists']}"]
    yield list(_lists(catalogue, lang))
    yield [f"## {own['data']}"]
    yield list(_data(catalogue, lang))
    yield [f"## {own['pages']}"]
    yield list(_written(catalogue, target, lang))


def _lists(catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    for page in pages(catalogue, lang):
        if page.record:
            continue
        line = _link(page.title, addresses.in_language(page.url, lang), page.description)
        own = page.kind and page.url == addresses.index(page.kind)
        path = addresses.list_json(page.kind) if own else None
        yield f"{line} [JSON]({_address(path)})" if path else line


def _data(catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    """Yield the files that hold everything, and one of the papers; each build writes all of them."""
    files = {
        "index": addresses.API_INDEX,
        "openapi": addresses.OPENAPI,
        "workbook": addresses.workbook(lang),
        "package": addresses.data_package(lang),
        "archive": addresses.archive(lang),
        "database": addresses.database(lang),
        "points": addresses.PARTNER_POINTS,
        "catalog": addresses.CATALOG,
        "changes": addresses.CHANGES,
        "feed": addresses.feed("", "", lang),
        "news": addresses.news_feed(lang),
        "calendar": addresses.calendar("", "", lang),
        "brief": next((addresses.brief("partner", name, lang) for name in catalogue.partners), None),
    }
    words = texts(lang)["llms"]["files"]
    for name, path in files.items():
        if path is not None:
            yield _link(path, path, words[name])


def _written(catalogue: Catalogue, target: Path, lang: Lang) -> Iterator[str]:
    """Yield the pages written by hand, by the titles and descriptions in their heads."""
    root = target / addresses.root(lang)
    made = {"index.html", *(f"{page.url}index.html" for page in pages(catalogue, lang))}
    made |= {f"{page.url}index.html" for page in moved_pages(catalogue, lang)}
    made |= {f"{card.url}index.html" for card in cards(catalogue)}
    for name in file_names(root, "index.html"):
        if name in made or addresses.language(addresses.in_language(name, lang)) != lang:
            continue
        head = etree.fromstring((root / name).read_bytes().partition(b"</head>")[0], etree.HTMLParser(encoding="utf-8"))
        (title,), (description,) = head.xpath(_TITLE), head.xpath(_DESCRIPTION)
        yield _link(title, addresses.in_language(name.removesuffix("index.html"), lang), description)


def _link(title: str, path: str, description: str) -> str:
    return f"- [{escaped(title)}]({_address(path)}): {escaped(description)}"


def _address(path: str) -> str:
    return addresses.absolute(path)
