"""The licence that every published file names."""

from __future__ import annotations

from typing import Final

# Its identifier of SPDX, its name for readers, its full name.
LICENCE: Final = "CC-BY-4.0"
LICENCE_SHORT: Final = "CC BY 4.0"
LICENCE_NAME: Final = "Creative Commons Attribution 4.0 International"
LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
