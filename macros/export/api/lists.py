"""The lists of the API from the joined records: most fields say themselves where they come from, the rest is here."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.catalogue.status import renewals
from macros.export.api import models as out
from macros.export.api.values import Out, read
from macros.records import model


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the API: the model of its records, what they are read from, and the fields that differ."""

    kind: type[Out]
    items: Callable[[Catalogue], Any]
    own: Callable[[Any, Catalogue], Mapping[str, Any]] = lambda _item, _catalogue: {}


def _agreement(item: AgreementItem, _catalogue: Catalogue) -> Mapping[str, Any]:
    return {
        "renewed": renewals(item.record),
        "expires": None if item.expires is None else item.expires.last_day.isoformat(),
        "expires_precision": None if item.expires is None else item.expires.precision,
    }


def _activity(item: Any, _catalogue: Catalogue) -> Mapping[str, Any]:
    return {
        "partner": next(iter(item.record.partners), None),
        "partners": item.record.partners,
        "organisations": item.record.organisations,
    }


def _plan(plan: model.Plan, _catalogue: Catalogue) -> Mapping[str, Any]:
    return {"groups": [read(out.Group, group) for group in plan.groups]}


def _place(place: model.Place, catalogue: Catalogue) -> Mapping[str, Any]:
    if place.name is not None:
        return {"partner": None}
    return {"partner": place.id, "name": catalogue.partners[place.id].record.name}


LISTINGS: Final[Mapping[str, Listing]] = {
    "activities": Listing(out.Activity, lambda c: c.activities.values(), _activity),
    "agencies": Listing(out.Agency, lambda c: c.agencies.values()),
    "agreements": Listing(out.Agreement, lambda c: c.agreements.values(), _agreement),
    "conflicts": Listing(out.Conflict, lambda c: c.conflicts),
    "cooperation": Listing(out.Cooperation, lambda c: c.cooperation.values()),
    "countries": Listing(out.Country, lambda c: c.countries.values()),
    "documents": Listing(out.Document, lambda c: c.documents.values()),
    "glossary": Listing(out.GlossaryEntry, lambda c: c.glossary),
    "indicators": Listing(out.Indicator, lambda c: c.indicators.values()),
    "organisations": Listing(out.Organisation, lambda c: c.organisations.values()),
    "partners": Listing(out.Partner, lambda c: c.partners.values()),
    "places": Listing(out.Place, lambda c: c.places, _place),
    "plans": Listing(out.Plan, lambda c: c.plans.values(), _plan),
    "sectors": Listing(out.Sector, lambda c: c.sectors.values()),
    "tasks": Listing(out.Task, lambda c: c.tasks.values()),
    "trade-agreements": Listing(out.TradeAgreement, lambda c: c.trade_agreements.values()),
}
"""Every list of the API by its file's name, in that order."""


@functools.lru_cache(maxsize=1)
def records(catalogue: Catalogue) -> dict[str, list[Any]]:
    """Every list of the API by file name; sorted by id. Kept for the exporters that come next."""
    return {
        name: sorted(
            (read(listing.kind, item, **listing.own(item, catalogue)) for item in listing.items(catalogue)),
            key=lambda record: record.id,
        )
        for name, listing in LISTINGS.items()
    }
