"""``partners.geojson`` (RFC 7946): the partners as points, for programs that draw maps.

A feature has the partner's fields of the API that a map asks for. Its names stand apart from each other as well, since
such programs label points by a plain field. A partner that no gazetteer places has no geometry.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import PartnerItem
from macros.export.api.lists import records
from macros.export.json_file import write_json
from macros.export.licence import LICENCE, LICENCE_URL
from macros.views import addresses


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the file below ``target`` (the site's root)."""
    places = {place["partner"]: place for place in (record.model_dump() for record in records(catalogue)["places"])}
    features = [_feature(item, places.get(name)) for name, item in sorted(catalogue.partners.items())]
    content: dict[str, Any] = {
        "type": "FeatureCollection",
        "as_of": catalogue.as_of.isoformat(),
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        **_box(features),
        "features": features,
    }
    path = target / addresses.PARTNER_POINTS
    path.parent.mkdir(parents=True, exist_ok=True)
    write_json(path, content)


def _feature(item: PartnerItem, place: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return a partner as a feature, with its place as the API has it."""
    record = item.record
    return {
        "type": "Feature",
        "id": item.id,
        "geometry": None if place is None else {"type": "Point", "coordinates": _position(place)},
        "properties": {
            "id": item.id,
            "name": record.name.model_dump(),
            "name_vi": record.name.vi,
            "name_en": record.name.en,
            "kind": record.kind,
            "country": record.country.upper(),
            "since": None if item.since is None else str(item.since),
            "agreements": len(item.agreements),
            "in_force": item.in_force,
            "place_note": None if place is None else place["note"],
            "url": addresses.in_languages(addresses.page("partner", item.id)),
        },
    }


def _position(place: Mapping[str, Any]) -> list[float]:
    """Return a position in the order of the standard: east, then north."""
    return [place["longitude"], place["latitude"]]


def _box(features: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the bounding box, west, south, east, north; nothing where no partner has a place."""
    points = [feature["geometry"]["coordinates"] for feature in features if feature["geometry"]]
    if not points:
        return {}
    east, north = zip(*points, strict=True)
    return {"bbox": [min(east), min(north), max(east), max(north)]}
