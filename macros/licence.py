"""The licence of the data, named and linked the same way in every page and file."""

from __future__ import annotations

from typing import Final

NAME: Final = "CC BY 4.0"
URL: Final = "https://creativecommons.org/licenses/by/4.0/"
