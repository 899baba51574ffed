"""Agencies of the city and organisations as bodies of schema.org."""

from __future__ import annotations

from typing import Final

from macros.records import model
from macros.website.frame.linked_data.node import Node, Site

_AGENCY_TYPES: Final[dict[model.AgencyKind, str]] = {
    "city-department": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "local-government": "GovernmentOrganization",
    "central-agency": "GovernmentOrganization",
    "armed-forces": "GovernmentOrganization",
    "former": "GovernmentOrganization",
    "company": "Corporation",
    "media": "NewsMediaOrganization",
    "university": "CollegeOrUniversity",
}
_ORGANISATION_TYPES: Final[dict[model.OrganisationKind, str]] = {
    "diplomatic-mission": "GovernmentOrganization",
    "development-agency": "GovernmentOrganization",
    "ngo": "NGO",
    "university": "CollegeOrUniversity",
    "company": "Corporation",
}


def agency(record: model.Agency, site: Site) -> Node:
    """Return an agency with all its names."""
    return {
        "@type": _agency_type(record),
        **site.names(record.name, *record.abbreviations, *record.aliases, former=record.former_names),
    }


def agency_reference(record: model.Agency, site: Site) -> Node:
    """Return an agency as other things name it: by its identifier and name."""
    identifier = site.identifier("agency", record.id)
    return {"@type": _agency_type(record), "@id": identifier, "name": record.name[site.lang]}


def _agency_type(record: model.Agency) -> str:
    return _AGENCY_TYPES.get(record.kind, "Organization")


def organisation(record: model.Organisation, site: Site) -> Node:
    """Return an organisation with all its names and its description."""
    return {
        "@type": _ORGANISATION_TYPES.get(record.kind, "Organization"),
        **site.names(record.name, record.abbreviation, *record.aliases, former=record.former_names),
        "description": record.description[site.lang],
    }
