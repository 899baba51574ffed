"""The search: it knows every page of the records in its language, and leads to anchors that are there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate.formats import broken
from macros.publish.gate.page import BuiltPage
from macros.views.addresses import in_language
from macros.views.page_list import pages
from macros.website.search.files import ENTRIES, SETTINGS


def faults(site: Path, built: Mapping[str, BuiltPage], catalogue: Catalogue) -> Iterator[str]:
    """Yield each missing file of the search, entry that leads nowhere, and page that is not found."""
    for lang in LANGS:
        name, settings = (in_language(f"search/{file}", lang) for file in (ENTRIES, SETTINGS))
        file = site / name
        missing = [one for one in (settings, name) if not (site / one).is_file()]
        yield from (f"{one}: thiếu / missing" for one in missing)
        if name in missing or broken(file) is not None:
            continue
        known = set()
        for entry in json.loads(file.read_text(encoding="utf-8")):
            place, _, fragment = entry["location"].partition("#")
            address = place.partition("?")[0]
            page = built.get(in_language(f"{unquote(address)}index.html", lang))
            known.add(unquote(address))
            if page is None or page.refresh or (fragment and unquote(fragment) not in page.anchors):
                yield f"{name}: dẫn tới chỗ không có / leads nowhere: {entry['location']}"
        for generated in pages(catalogue, lang):
            if "search" not in generated.meta() and generated.url not in known:
                yield f"{name}: không tìm được trang / does not know {generated.url}"
