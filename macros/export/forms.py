"""The Excel form of each agency that answers for tasks on the day of the build."""

from __future__ import annotations

from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.rows import reporting_agencies
from macros.contribute.workbook.write import workbook
from macros.views import addresses


def write(catalogue: Catalogue, site: Path) -> None:
    """Write the forms below the site's root; they are in Vietnamese, with a guide in both languages."""
    for agency in reporting_agencies(catalogue):
        path = site / addresses.form(agency.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(workbook(catalogue, agency))
