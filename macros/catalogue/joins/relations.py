"""Partners with their agreements, organisations, and the activities with both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from macros.catalogue.agreement_life import as_told, replacements
from macros.catalogue.items import ActivityItem, AgreementItem, OrganisationItem, PartnerItem, ReportedAgreementItem
from macros.catalogue.joins.by_key import by_key
from macros.catalogue.lookups import Lookups
from macros.catalogue.status import expiry, judged, past
from macros.catalogue.status_ahead import agreement_changes
from macros.records.dataset import Entry
from macros.records.model import Activity, Organisation, Partner, ReportedAgreement, Update


def activities(lookups: Lookups) -> dict[str, ActivityItem]:
    """Join activities with the partners and organisations that took part, and the countries that they name."""
    return {
        entry.record.id: ActivityItem(
            record=entry.record,
            partners=tuple(lookups.partners[name] for name in entry.record.partners),
            organisations=tuple(lookups.organisations[name] for name in entry.record.organisations),
            countries=lookups.countries_of(entry.record.countries),
            conflicts=lookups.conflicts_of("activity", entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.of("activities", Activity)
    }


def organisations(lookups: Lookups, activities: Mapping[str, ActivityItem]) -> dict[str, OrganisationItem]:
    """Join organisations with the activities that they took part in."""
    done = by_key(activities.values(), lambda item: item.record.organisations)
    return {
        entry.record.id: OrganisationItem(
            record=entry.record,
            country=lookups.countries[entry.record.country] if entry.record.country is not None else None,
            sectors=lookups.sectors_of(entry.record.sectors),
            activities=done[entry.record.id],
            conflicts=lookups.conflicts_of("organisation", entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.of("organisations", Organisation)
    }


def partners(
    lookups: Lookups, activities: Mapping[str, ActivityItem], as_of: dt.date, known: dt.date
) -> dict[str, PartnerItem]:
    """Join partners with their agreements, as those stand on a day, and with the activities that they took part in.

    Args:
        lookups: the records by id.
        activities: the joined activities.
        as_of: the day that agreements are judged by.
        known: the day that the records speak of (see :func:`macros.catalogue.status.judged`).
    """
    done = by_key(activities.values(), lambda item: item.record.partners)
    every = [item for entry in lookups.dataset.of("partners", Partner) for item in entry.record.agreements]
    replaced = replacements(every, lambda name: lookups.updates_of("agreement", name))
    merged = by_key(
        lookups.partners.values(),
        lambda partner: () if partner.merged_into is None else (partner.merged_into.partner,),
    )
    items = {}
    for entry in lookups.dataset.of("partners", Partner):
        partner = entry.record
        agreements = [
            _agreement(lookups, entry, index, replaced.get(agreement.id, ()), as_of, known)
            for index, agreement in enumerate(partner.agreements)
        ]
        items[partner.id] = PartnerItem(
            record=partner,
            through=None if partner.through is None else lookups.agencies[partner.through],
            took_over=_taken_over(partner.id, merged),
            country=lookups.countries[partner.country],
            agreements=tuple(sorted(agreements, key=_signing_order)),
            sectors=lookups.sectors_of(
                [*partner.sectors, *(sector for item in partner.agreements for sector in item.sectors)]
            ),
            activities=done[partner.id],
            conflicts=lookups.conflicts_of("partner", partner.id),
            place=entry.place,
        )
    return items


def _taken_over(name: str, merged: Mapping[str, tuple[Partner, ...]]) -> tuple[Partner, ...]:
    """Return the partners merged into one, each followed by those that had been merged into it before."""
    return tuple(found for partner in merged[name] for found in (partner, *_taken_over(partner.id, merged)))


def _agreement(
    lookups: Lookups, partner: Entry[Partner], index: int, replaced: tuple[Update, ...], as_of: dt.date, known: dt.date
) -> AgreementItem:
    written = partner.record.agreements[index]
    updates = lookups.updates_of("agreement", written.id)
    agreement = as_told(written, past(updates, as_of, known))
    decisive = (*updates, *replaced)
    status, unclear = judged(agreement, as_of, decisive, known)
    return AgreementItem(
        record=agreement,
        partner=partner.record,
        country=lookups.countries[partner.record.country],
        signatory=lookups.agencies[agreement.signatory],
        instrument=lookups.terms["instruments"][agreement.instrument],
        expires=expiry(agreement, past(decisive, as_of, known)),
        status=status,
        unclear=unclear,
        changes=agreement_changes(agreement, as_of, decisive),
        updates=updates,
        decisive=decisive,
        conflicts=lookups.conflicts_of("agreement", agreement.id),
        place=partner.place_of("agreements", index),
    )


def _signing_order(item: AgreementItem) -> dt.date:
    """Signing first; one whose signing date no source gives stands where it was announced or where its term ends."""
    date = item.first_known
    return date.first_day if date is not None else dt.date.max


def reported_agreements(lookups: Lookups) -> dict[str, ReportedAgreementItem]:
    """Join agreements that are only known to exist with the country and the instrument that their sources name."""
    return {
        entry.record.id: ReportedAgreementItem(
            record=entry.record,
            country=lookups.countries.get(entry.record.country or ""),
            instrument=lookups.terms["instruments"].get(entry.record.instrument or ""),
            conflicts=lookups.conflicts_of("reported-agreement", entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.of("reported-agreements", ReportedAgreement)
    }
