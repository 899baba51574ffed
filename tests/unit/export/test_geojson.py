"""The partners as GeoJSON, read by a public library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geojson
import pytest

from macros.catalogue.catalogue import Catalogue
from macros.views import addresses


@pytest.fixture(scope="module")
def points(exported: Path) -> Any:
    return geojson.loads((exported / addresses.PARTNER_POINTS).read_text(encoding="utf-8"))


def test_it_is_valid(points: Any):
    assert isinstance(points, geojson.FeatureCollection)
    assert points.is_valid, points.errors()
    assert {type(feature) for feature in points["features"]} == {geojson.Feature}
    # The standard knows no other reference system and has names of its own for nothing else.
    assert "crs" not in points


def test_every_partner_is_a_feature_and_lies_where_the_gazetteer_has_it(points: Any, catalogue: Catalogue):
    features = {feature["id"]: feature for feature in points["features"]}
    assert list(features) == sorted(catalogue.partners)
    places = {place.id: place for place in catalogue.places if place.role == "partner"}
    for name, feature in features.items():
        place = places.get(name)
        where = None if place is None else [float(place.longitude), float(place.latitude)]
        assert (feature["geometry"] and feature["geometry"]["coordinates"]) == where, name
    assert any(feature["geometry"] is None for feature in features.values())


def test_the_box_holds_all_points_and_no_more(points: Any):
    west, south, east, north = points["bbox"]
    found = [feature["geometry"]["coordinates"] for feature in points["features"] if feature["geometry"]]
    assert {west, east} == {min(x for x, _ in found), max(x for x, _ in found)}
    assert {south, north} == {min(y for _, y in found), max(y for _, y in found)}


def test_a_feature_says_what_the_api_says_of_its_partner(points: Any, exported: Path, catalogue: Catalogue):
    for record in json.loads((exported / addresses.api_file("partners")).read_text(encoding="utf-8")):
        if record["retired"]:
            continue
        (feature,) = [one for one in points["features"] if one["id"] == record["id"]]
        said = feature["properties"]
        assert {name: said[name] for name in ("id", "name", "kind", "country", "url")} == {
            name: record[name] for name in ("id", "name", "kind", "country", "url")
        }
        assert (said["name_vi"], said["name_en"]) == (record["name"]["vi"], record["name"]["en"])
        assert said["agreements"] == len(record["agreements"])
        assert said["in_force"] == catalogue.partners[record["id"]].in_force
        assert said["since"] == (record["since"] and record["since"]["value"])
