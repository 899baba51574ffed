"""Site maps: that of each language lists its pages, at the addresses that they state; no redirects, no cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from macros.base.languages import LANGS
from macros.publish.gate.formats import broken
from macros.publish.gate.page import NOT_FOUND, BuiltPage
from macros.views.addresses import in_language, is_card


def faults(site: Path, built: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Yield each page that states another address than the site map, and what a site map lacks or has too much."""
    root = min(_listed(site / "sitemap.xml"), key=len, default="")  # the home page
    for lang in LANGS:
        name = in_language("sitemap.xml", lang)
        if not (listed := _listed(site / name)):
            continue
        addresses = set()
        for path, page in built.items():
            if page.lang != lang or path.endswith(NOT_FOUND) or page.refresh or is_card(path):
                continue
            address = root + path.removesuffix("index.html")
            addresses.add(address)
            if page.canonical not in {"", address}:
                yield f"{path}: địa chỉ ghi là / says its address is {page.canonical}, cần / expected {address}"
        for address in sorted(listed ^ addresses):
            yield f"{name}: {'thừa / not a page' if address in listed else 'thiếu / missing'}: {address}"


def _listed(file: Path) -> set[str]:
    """Return the addresses in a site map; none of one that is missing or broken, which is a fault of files."""
    if not file.is_file() or broken(file) is not None:
        return set()
    return {str(url) for url in etree.parse(file).xpath("//*[local-name()='loc']/text()")}
