from __future__ import annotations

import importlib.metadata

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.website.frame import licences
from macros.website.frame.licences import UnknownLicence, works


def test_every_library_in_the_theme_has_a_licence(catalogue: Catalogue):
    named = {work.name for work in works(catalogue, "en") if work.use == "bundled"}
    assert named == licences.bundled()
    assert {"lunr", "rxjs", "clipboard"} <= named


def test_no_licence_is_kept_for_what_the_theme_no_longer_carries():
    assert licences.BUNDLED.keys() == licences.bundled()


def test_a_library_that_is_not_known_stops_the_build(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(licences, "bundled", lambda: frozenset({"lunr", "left-pad"}))
    with pytest.raises(UnknownLicence, match="left-pad"):
        works(catalogue, "en")


def test_versions_and_licences_are_those_installed(catalogue: Catalogue):
    found = {work.name: work for work in works(catalogue, "en")}
    assert found["Material for MkDocs"].version == importlib.metadata.version("mkdocs-material")
    assert (found["Material for MkDocs"].licence, found["landcheck"].licence) == ("MIT", "MIT")


def test_gazetteers_that_coordinates_come_from_are_named_in_the_language(catalogue: Catalogue):
    named = {work.name: work.licence for work in works(catalogue, "vi") if work.use == "coordinates"}
    assert named == {"GeoNames": "CC-BY-4.0"}
