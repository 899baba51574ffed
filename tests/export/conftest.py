"""What all exporters write for the real data, without its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.derive import Catalogue
from macros.publish import EXPORTS
from tests.conftest import ENVIRONMENT


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A folder with every exported file."""
    target = tmp_path_factory.mktemp("exported")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        for export in EXPORTS:
            export.write(catalogue, target)
    return target
