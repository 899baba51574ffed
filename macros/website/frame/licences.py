"""Works of others that the pages carry, with their licences, as the installed packages state them.

The libraries in the theme's scripts are read from their source maps. A new version of the theme with another library
stops the build until that library's licence is entered here.
"""

from __future__ import annotations

import functools
import importlib.metadata
import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue

Use = Literal["theme", "bundled", "icons", "land", "coordinates"]
THEME: Final = "mkdocs-material"
LAND: Final = "landcheck"

# The texts of the licences.
TEXTS: Final = {
    "0BSD": "https://spdx.org/licenses/0BSD.html",
    "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "MPL-1.1": "https://spdx.org/licenses/MPL-1.1.html",
    "MIT": "https://spdx.org/licenses/MIT.html",
    "W3C": "https://www.w3.org/copyright/software-license-2023/",
}
# Libraries in the theme's files: the licence as their packages state it, and their home page.
BUNDLED: Final = {
    "clipboard": ("MIT", "https://clipboardjs.com"),
    "escape-html": ("MIT", "https://github.com/component/escape-html"),
    "focus-visible": ("W3C", "https://github.com/WICG/focus-visible"),
    "lunr": ("MIT", "https://lunrjs.com"),
    "lunr-languages": ("MPL-1.1", "https://github.com/MihaiValentin/lunr-languages"),
    "material-design-color": ("MIT", "https://github.com/mrmlnc/material-color"),
    "rxjs": ("Apache-2.0", "https://rxjs.dev"),
    "tslib": ("0BSD", "https://www.typescriptlang.org/"),
}
PUBLIC_DOMAIN: Final = "public-domain"
# Licences of gazetteers by their id among the documents, whose notes state the same.
GAZETTEERS: Final = {"geonames": "CC-BY-4.0", "world-factbook": PUBLIC_DOMAIN}
_PACKAGE: Final = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


class UnknownLicence(Exception):
    """The theme carries a work whose licence is not listed; the message names it."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work by others.

    Attributes:
        name: its name, in the language where it has one in each.
        use: the part of the pages that it is used for.
        licence: a key of :data:`TEXTS`, or :data:`PUBLIC_DOMAIN`; empty where it is not known.
        url: its home page.
        version: the installed version; empty where it is not known.
    """

    name: str
    use: Use
    licence: str
    url: str
    version: str = ""

    @property
    def licence_url(self) -> str:
        return TEXTS.get(self.licence, "")


def works(catalogue: Catalogue, lang: Lang) -> list[Work]:
    """Return all works by others that a page carries.

    Raises:
        UnknownLicence: the theme carries a library that is not listed.
    """
    theme, land = importlib.metadata.metadata(THEME), importlib.metadata.metadata(LAND)
    return [
        Work("Material for MkDocs", "theme", theme["License-Expression"], _source(THEME), theme["Version"]),
        *_libraries(),
        Work("Material Design Icons", "icons", "Apache-2.0", "https://pictogrammers.com/library/mdi/"),
        Work("Natural Earth", "land", PUBLIC_DOMAIN, "https://www.naturalearthdata.com/"),
        Work(LAND, "land", land["License-Expression"], _source(LAND), land["Version"]),
        *_gazetteers(catalogue, lang),
    ]


def _libraries() -> Iterator[Work]:
    """The libraries that the theme carries, by name."""
    for name in sorted(bundled()):
        if name not in BUNDLED:
            raise UnknownLicence(
                f"Giao diện có thêm {name}, chưa rõ giấy phép; hãy ghi vào macros/website/frame/licences.py. / "
                f"The theme carries {name}, whose licence is not known; add it to macros/website/frame/licences.py."
            )
        licence, url = BUNDLED[name]
        yield Work(name, "bundled", licence, url)


def _gazetteers(catalogue: Catalogue, lang: Lang) -> Iterator[Work]:
    """The gazetteers that coordinates come from."""
    for name in sorted({place.gazetteer for place in catalogue.places}):
        document = catalogue.documents[name].record
        title = (document.short or document.title)[lang]
        yield Work(title, "coordinates", GAZETTEERS.get(name, ""), document.url or "")


def _source(package: str) -> str:
    urls = dict(part.split(", ", 1) for part in importlib.metadata.metadata(package).get_all("Project-URL") or ())
    return str(urls.get("Documentation") or urls["Homepage"])


@functools.cache
def bundled() -> frozenset[str]:
    """Return the libraries in the theme's scripts and styles, as their source maps name them.

    Files of lunr-languages lie beside them as they are.
    """
    maps = theme_assets().rglob("*.map")
    sources = [source for path in maps for source in json.loads(path.read_text(encoding="utf-8"))["sources"]]
    named = {match[1] for source in sources if (match := _PACKAGE.search(source)) is not None}
    return frozenset(named | ({"lunr-languages"} if (theme_assets() / "javascripts" / "lunr").is_dir() else set()))


def theme_assets() -> Path:
    """Return the folder of the installed theme whose files every site gets."""
    found = importlib.util.find_spec("material")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "templates" / "assets"
