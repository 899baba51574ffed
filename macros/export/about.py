"""What every published file says of itself: where it comes from and under which licence it may be used."""

from __future__ import annotations

import os
from typing import Final

from macros.base.languages import Lang

# The name of the workbook, the data package and the archive.
NAME: Final = "da-nang-external-relations"
LICENCE: Final = "CC-BY-4.0"
LICENCE_SHORT: Final = "CC BY 4.0"
LICENCE_NAME: Final = "Creative Commons Attribution 4.0 International"
LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"


def site_url() -> str:
    """Where the site is published, with a slash at the end: ``SITE_URL``, or the address of ``make serve``."""
    return os.environ.get("SITE_URL", "http://127.0.0.1:8000/").rstrip("/") + "/"


def data_folder(lang: Lang) -> str:
    """Where the tables of a language lie, below the site's root."""
    return "data" if lang == "vi" else "en/data"
