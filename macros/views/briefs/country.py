"""The facts of a brief on a country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from macros.catalogue.items import CountryItem, PartnerItem
from macros.views.briefs.checks import checks
from macros.views.briefs.facts import Fact, Facts, fact
from macros.views.briefs.partner import agreements_counted, aims, latest_first, newest_first
from macros.views.briefs.wording import Wording

# The order of kinds of organisation, those first that a visitor from the country deals with.
_RANKS: Final = {
    kind: rank
    for rank, kind in enumerate(("diplomatic-mission", "office-abroad", "friendship-body", "business-association"))
}


def country_facts(wording: Wording, item: CountryItem) -> Facts:
    """Return what is on record of a country."""
    conflicts = [
        *item.conflicts,
        *(found for partner in item.partners for found in partner.conflicts),
        *(found for agreement in item.agreements for found in agreement.conflicts),
        *(found for figure in item.indicators for found in figure.conflicts),
    ]
    own = {partner.id for partner in item.partners}
    bodies = sorted(item.organisations, key=lambda body: _RANKS.get(body.record.kind, len(_RANKS)))
    return Facts(
        about=list(_about(wording, item)),
        glance=list(_glance(wording, item)),
        agreements=latest_first(item.agreements),
        results=[wording.activity(found, own) for found in newest_first(item.activities)],
        wants=aims(wording, item),
        tasks=[wording.task(task) for task in item.tasks],
        bodies=[wording.organisation(body) for body in bodies] + [wording.figure(figure) for figure in item.indicators],
        checks=checks(wording, item, conflicts, item.tasks),
    )


def _about(wording: Wording, item: CountryItem) -> Iterator[Fact]:
    record, t, lang = item.record, wording.t, wording.lang
    yield fact(f"{t['fields']['region']}: {t['regions'][record.region]}.", record.sources)
    if item.part_of is not None:
        yield fact(f"{t['fields']['part_of']}: {item.part_of.name[lang]}.")
    if item.parts:
        yield fact(t["country"]["territories"].format(names=wording.names(item.parts)))
    for area in item.cooperation_of("context"):
        yield fact(area.record.text[lang], area.record.sources)


def _glance(wording: Wording, item: CountryItem) -> Iterator[Fact]:
    if item.partners:
        named = ", ".join(_with_since(wording, partner) for partner in item.partners)
        yield fact(wording.say("partners", n=wording.count("partners", len(item.partners)), names=named))
    yield fact(agreements_counted(wording, item.agreements, item.in_force))


def _with_since(wording: Wording, item: PartnerItem) -> str:
    """The name of a partner with the year of its first tie."""
    name = item.record.name[wording.lang]
    return name if item.since is None else f"{name} ({item.since.year})"
