"""Countries and partner localities as places of schema.org."""

from __future__ import annotations

from typing import Final

from macros.catalogue.catalogue import Catalogue
from macros.records import model
from macros.website.frame.linked_data.node import Node, Site, same_as, without_empty

_PARTNER_TYPES: Final[dict[model.PartnerKind, str]] = {"city": "City", "state": "State"}


def country(record: model.Country, site: Site, catalogue: Catalogue) -> Node:
    """Return a country, or a special territory within one."""
    code = {"@type": "PropertyValue", "propertyID": "ISO 3166-1 alpha-2", "value": record.id.upper()}
    node: Node = {
        "@type": _country_type(record),
        **site.names(record.name, *record.aliases, former=record.former_names),
        "identifier": code,
        "sameAs": same_as(record.identifiers),
    }
    if record.part_of is not None:
        node["containedInPlace"] = country_reference(catalogue.country_records[record.part_of], site)
    return node


def country_reference(record: model.Country, site: Site) -> Node:
    """Return a country as other places name it: by its identifier and name."""
    identifier = site.identifier("country", record.id)
    return {"@type": _country_type(record), "@id": identifier, "name": record.name[site.lang]}


def _country_type(record: model.Country) -> str:
    return "Country" if record.part_of is None else "AdministrativeArea"


def partner(record: model.Partner, site: Site, catalogue: Catalogue) -> Node:
    """Return a partner locality with its country and its position."""
    holder = country_reference(catalogue.country_records[record.territory or record.country], site)
    if record.within is not None:
        holder = {"@type": "AdministrativeArea", "name": record.within[site.lang], "containedInPlace": holder}
    return {
        "@type": _PARTNER_TYPES.get(record.kind, "AdministrativeArea"),
        **site.names(record.name, *(alias.name for alias in record.aliases), former=record.former_names),
        "containedInPlace": holder,
        "sameAs": same_as(record.identifiers),
        "geo": position(record.id, site, catalogue),
    }


def partner_reference(record: model.Partner, site: Site) -> Node:
    """Return a partner as other things name it: by its identifier and name."""
    kind = _PARTNER_TYPES.get(record.kind, "AdministrativeArea")
    return {"@type": kind, "@id": site.identifier("partner", record.id), "name": record.name[site.lang]}


def position(name: str, site: Site, catalogue: Catalogue) -> Node | None:
    """Return the coordinates of a place in decimal degrees; None where no gazetteer gave them."""
    place = next((place for place in catalogue.places if place.id == name), None)
    if place is None:
        return None
    return without_empty(
        {
            "@type": "GeoCoordinates",
            "latitude": float(place.latitude),
            "longitude": float(place.longitude),
            "description": None if place.note is None else place.note[site.lang],
        }
    )
