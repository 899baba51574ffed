"""The gate before publishing: whatever the build did, this reads what came out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from macros.base.languages import LANGS
from macros.base.system.files import PROJECT, file_names
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate.budgets import over
from macros.publish.gate.file import broken, known_scripts
from macros.publish.gate.page import NOT_FOUND, BuiltPage, read_page
from macros.views.addresses import API_INDEX, in_language, in_languages, other_language
from macros.views.page_list import pages
from macros.website.search_index import ENTRIES, SETTINGS


def page_names(site: Path) -> list[str]:
    """The paths of all pages below the root of a built site."""
    return file_names(site, ".html")


def read_pages(site: Path, names: Iterable[str]) -> dict[str, BuiltPage]:
    """Pages of a built site by their paths below its root."""
    return {name: read_page(site / name, name) for name in names}


def verify(
    site: Path, catalogue: Catalogue, root: Path = PROJECT, built: dict[str, BuiltPage] | None = None
) -> list[str]:
    """Everything wrong with a built site.

    Args:
        site: the built folder.
        catalogue: the records that it was built from.
        root: the project, for its hand-written pages and scripts.
        built: the pages as :func:`read_pages` has read them, where that is done.

    Returns:
        Each fault as ``path: what`` in Vietnamese / English; empty when the site may go out.
    """
    if built is None:
        built = read_pages(site, page_names(site))
    found = [fault for page in built.values() for fault in page.wrong]
    found += _expected(built, catalogue, root)
    found += _links(site, built)
    found += _files(site, root)
    found += _sitemaps(site, built)
    found += _search(site, built, catalogue)
    found += over(site, built.values())
    return sorted(found)


def _expected(built: dict[str, BuiltPage], catalogue: Catalogue, root: Path) -> Iterator[str]:
    """There are the pages of the records, those written by hand and the one for missing addresses, and no others."""
    expected = set()
    for lang in LANGS:
        written = root / "docs" / lang
        files = [f"{page.url}index.html" for page in pages(catalogue, lang)]
        files += [_address(path.relative_to(written)) for path in written.rglob("*.md")]
        expected |= {in_language(file, lang) for file in (*files, NOT_FOUND)}
    for path in sorted(expected - built.keys()):
        yield f"{path}: thiếu trang / missing page"
    for path in sorted(built.keys() - expected):
        yield f"{path}: trang thừa / a page that nothing makes"
    for path in sorted({*built} ^ {other_language(path) for path in built}):
        yield f"{path}: chỉ có ở một ngôn ngữ / in one language only"


def _address(source: Path) -> str:
    folder = source.with_suffix("") if source.stem != "index" else source.parent
    return "index.html" if folder == Path() else f"{folder.as_posix()}/index.html"


def _links(site: Path, built: dict[str, BuiltPage]) -> Iterator[str]:
    """Every address within the site leads to a file, and its fragment to an anchor."""
    faults: dict[str, str] = {}
    for path, page in built.items():
        for lead in page.leads:
            if lead not in faults:
                faults[lead] = _fault(site, built, *lead.partition("#")[::2])
            if faults[lead]:
                yield f"{path}: {faults[lead]} {lead}"


def _fault(site: Path, built: dict[str, BuiltPage], file: str, fragment: str) -> str:
    """What is wrong with a link to a file and an anchor in it, or nothing."""
    if not (site / file).is_file():
        return "liên kết hỏng / broken link"
    if fragment and file in built and fragment not in built[file].anchors:
        return "không có điểm neo / no such anchor"
    return ""


def _files(site: Path, root: Path) -> Iterator[str]:
    """Every file is whole, and every script is the theme's or ours."""
    scripts = known_scripts(root)
    for name in file_names(site):
        if name.endswith(".html"):
            continue
        if (site / name).is_symlink():
            yield f"{name}: liên kết tệp / a link to a file"
        elif (reason := broken(site / name)) is not None:
            yield f"{name}: {reason}"
        elif name.endswith((".js", ".mjs")) and sha256((site / name).read_bytes()).hexdigest() not in scripts:
            yield f"{name}: mã lạ / a script that is neither the theme's nor ours"
    for name in (API_INDEX, *in_languages("sitemap.xml").values()):
        if not (site / name).is_file():
            yield f"{name}: thiếu / missing"


def _sitemaps(site: Path, built: dict[str, BuiltPage]) -> Iterator[str]:
    """The site map of each language lists its pages, at the addresses that published pages state."""
    root = min(_listed(site / "sitemap.xml"), key=len, default="")  # the home page
    for lang in LANGS:
        name = in_language("sitemap.xml", lang)
        if not (listed := _listed(site / name)):
            continue
        addresses = set()
        for path, page in built.items():
            if page.lang != lang or path.endswith(NOT_FOUND):
                continue
            address = root + path.removesuffix("index.html")
            addresses.add(address)
            if page.canonical not in {"", address}:
                yield f"{path}: địa chỉ ghi là / says its address is {page.canonical}, cần / expected {address}"
        for address in sorted(listed ^ addresses):
            yield f"{name}: {'thừa / not a page' if address in listed else 'thiếu / missing'}: {address}"


def _listed(file: Path) -> set[str]:
    """The addresses in a site map; none in one that is missing or broken, which others tell."""
    if not file.is_file() or broken(file) is not None:
        return set()
    return {str(url) for url in etree.parse(file).xpath("//*[local-name()='loc']/text()")}


def _search(site: Path, built: dict[str, BuiltPage], catalogue: Catalogue) -> Iterator[str]:
    """The search knows every page of the records in its language, and leads to anchors that are there."""
    for lang in LANGS:
        name, settings = (in_language(f"search/{file}", lang) for file in (ENTRIES, SETTINGS))
        file = site / name
        missing = [one for one in (settings, name) if not (site / one).is_file()]
        yield from (f"{one}: thiếu / missing" for one in missing)
        if name in missing or broken(file) is not None:
            continue
        known = set()
        for entry in json.loads(file.read_text(encoding="utf-8")):
            address, _, fragment = entry["location"].partition("#")
            page = built.get(in_language(f"{unquote(address)}index.html", lang))
            known.add(unquote(address))
            if page is None or (fragment and unquote(fragment) not in page.anchors):
                yield f"{name}: dẫn tới chỗ không có / leads nowhere: {entry['location']}"
        for generated in pages(catalogue, lang):
            if "search" not in generated.meta() and generated.url not in known:
                yield f"{name}: không tìm được trang / does not know {generated.url}"
