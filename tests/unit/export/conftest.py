"""Files that the exporters write for the invented city."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.publish.exports import EXPORTS
from tests.conftest import ENVIRONMENT


@pytest.fixture(scope="package", autouse=True)
def environment() -> Iterator[None]:
    """The address and the time of the build that tests name."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        yield


@pytest.fixture(scope="package")
def exported(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A folder with the API, the tables, the database, the archive and the catalogue."""
    target = tmp_path_factory.mktemp("exported")
    for export in EXPORTS[0]:
        export.write(catalogue, target)
    return target
