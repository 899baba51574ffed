"""Agreements and tasks as works and actions of schema.org.

An agreement is a work and not legislation: whether it binds anybody is for its text to say.
"""

from __future__ import annotations

from typing import Final

from macros.catalogue.items import AgreementItem, TaskItem
from macros.views.labels import agreement_title
from macros.website.frame.linked_data import places
from macros.website.frame.linked_data.bodies import agency_reference
from macros.website.frame.linked_data.node import Node, Site

# What schema.org calls how an action stands; of the other statuses it has none.
_STATUSES: Final = {
    "not-started": "PotentialActionStatus",
    "in-progress": "ActiveActionStatus",
    "partly-done": "ActiveActionStatus",
    "done": "CompletedActionStatus",
}


def agreement(item: AgreementItem, site: Site) -> Node:
    """Return an agreement with who signed it, when, and its end."""
    record = item.record
    subject = None if record.subject is None else record.subject[site.lang]
    return {
        "@type": "CreativeWork",
        "name": agreement_title(item, site.lang),
        "genre": item.instrument[site.lang],
        "abstract": subject,
        "dateCreated": None if record.signed is None else str(record.signed),
        "expires": None if item.expires is None else str(item.expires),
        "locationCreated": _place(item, site),
        "contributor": [
            agency_reference(item.signatory, site),
            *({"@type": "Person", "name": person.name} for person in record.signatories),
        ],
        "about": places.partner_reference(item.partner, site),
        "inLanguage": list(record.languages),
        "spatialCoverage": places.country_reference(item.country, site),
        "isBasedOn": [
            {"@type": "CreativeWork", "@id": site.identifier("document", source.document)} for source in record.sources
        ],
        "sameAs": None if record.text is None else record.text.url,
    }


def _place(item: AgreementItem, site: Site) -> Node | None:
    place = item.record.place
    return None if place is None else {"@type": "Place", "name": place[site.lang]}


def task(item: TaskItem, site: Site) -> Node:
    """Return a task as a plan for an action: who answers for it, by when, how it stands."""
    record = item.record
    status = _STATUSES.get(item.status)
    plan = {"@type": "CreativeWork", "@id": site.identifier("document", item.plan.document)}
    return {
        "@type": "PlanAction",
        "name": record.title[site.lang],
        "identifier": record.number,
        "agent": [agency_reference(agency, site) for agency in item.lead_today],
        "participant": [agency_reference(agency, site) for agency in item.coordinating_today],
        "scheduledTime": None if item.due is None else str(item.due),
        "actionStatus": None if status is None else f"https://schema.org/{status}",
        "object": plan,
    }
