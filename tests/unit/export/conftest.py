"""What the exporters that read only records write for the real data."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.export import bundle
from macros.export.api import json_files
from macros.export.tables import csv_files, datapackage, workbook
from tests.conftest import ENVIRONMENT


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A folder with the API and the tables."""
    target = tmp_path_factory.mktemp("exported")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        for export in (json_files, csv_files, workbook, datapackage, bundle):
            export.write(catalogue, target)
    return target
