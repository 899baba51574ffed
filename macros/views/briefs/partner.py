"""The facts of a brief on a partner."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator

from macros.base.dates import PartialDate
from macros.base.folding import fold
from macros.catalogue.items import ActivityItem, AgreementItem, CountryItem, OrganisationItem, PartnerItem, TaskItem
from macros.views.briefs.checks import checks
from macros.views.briefs.facts import Fact, Facts, fact
from macros.views.briefs.wording import Wording


def partner_facts(wording: Wording, item: PartnerItem) -> Facts:
    """Return what is on record of a partner, and of its country as far as it concerns the partner."""
    country = wording.records.countries[item.country.id]
    tasks = tasks_naming(country, (item.record.name.vi, item.record.name.en))
    conflicts = [*item.conflicts, *(found for agreement in item.agreements for found in agreement.conflicts)]
    return Facts(
        about=list(_about(wording, item)),
        glance=list(_glance(wording, item)),
        agreements=latest_first(item.agreements),
        results=[wording.activity(found) for found in newest_first(item.activities)],
        wants=aims(wording, country),
        tasks=[wording.task(task) for task in tasks],
        bodies=[wording.organisation(body) for body in _bodies(wording, item, country)]
        + [wording.figure(figure) for figure in country.indicators],
        checks=checks(wording, item, conflicts, tasks),
    )


def aims(wording: Wording, country: CountryItem) -> list[Fact]:
    """Return what the city wants with a country, priorities first."""
    return [
        fact(area.record.text[wording.lang], area.record.sources)
        for kind in ("priority", "other", "general")
        for area in country.cooperation_of(kind)
    ]


def tasks_naming(country: CountryItem, names: Iterable[str]) -> list[TaskItem]:
    """Return the tasks that name a country, those first whose text has one of the names of a partner."""
    folded = [fold(name) for name in names]

    def named(task: TaskItem) -> bool:
        text = _folded(f"{task.record.title.vi} {task.record.summary.vi} {task.record.summary.en}")
        return any(name in text for name in folded)

    return sorted(country.tasks, key=lambda task: not named(task))


# The partners of a country ask for the same tasks, in both languages.
_folded = functools.cache(fold)


def newest_first(activities: Iterable[ActivityItem]) -> list[ActivityItem]:
    """Return activities, the newest first and undated ones last."""
    return sorted(activities, key=lambda item: _day(item.record.date), reverse=True)


def latest_first(agreements: Iterable[AgreementItem]) -> list[AgreementItem]:
    """Return agreements, those that are in force or may be before those that are over, the latest first."""
    latest = sorted(agreements, key=lambda item: _day(item.first_known), reverse=True)
    return sorted(latest, key=lambda item: item.status == "expired")


def _day(date: PartialDate | None) -> dt.date:
    return dt.date.min if date is None else date.last_day


def _about(wording: Wording, item: PartnerItem) -> Iterator[Fact]:
    record, t, lang = item.record, wording.t, wording.lang
    places = [t["partner_kinds"][record.kind]]
    places += [record.within[lang]] if record.within is not None else []
    yield fact(", ".join([*places, item.country.name[lang]]) + ".", record.sources)
    names = [former.name[lang] for former in record.former_names] + [alias.name for alias in record.aliases]
    if names:
        yield fact(f"{t['fields']['aliases']}: {', '.join(names)}.")
    if item.sectors:
        yield fact(f"{t['fields']['sectors']}: {wording.names(item.sectors)}.")
    if item.through is not None:
        yield fact(f"{t['fields']['through']}: {item.through.name[lang]}.")
    if record.merged_into is not None:
        into = wording.records.of_kind("partner")[record.merged_into.partner].record.name[lang]
        merged = t["partner"]["merged"].format(date=wording.date(record.merged_into.date))
        yield fact(f"{merged} {into}.", record.merged_into.sources)
    if record.note is not None:
        yield fact(record.note[lang])


def _glance(wording: Wording, item: PartnerItem) -> Iterator[Fact]:
    established = item.record.established
    if item.since is not None:
        why = wording.t["partner"]["since_document" if established is not None else "since_signed"]
        sources = established.sources if established is not None else ()
        yield fact(wording.say("since", date=wording.date(item.since), why=why), sources)
    yield fact(agreements_counted(wording, item.agreements, item.in_force))


def agreements_counted(wording: Wording, agreements: tuple[AgreementItem, ...], in_force: int) -> str:
    """Return the number of agreements and of those in force."""
    counted = wording.count("agreements", len(agreements))
    return wording.say("agreements", n=counted, in_force=wording.count("in_force", in_force))


def _bodies(wording: Wording, item: PartnerItem, country: CountryItem) -> list[OrganisationItem]:
    """The missions of the country, then the organisations that took part in what was done with the partner."""
    missions = [body for body in country.organisations if body.record.kind == "diplomatic-mission"]
    named = {body.id for activity in item.activities for body in activity.organisations}
    others = named - {body.id for body in missions}
    return [*missions, *(body for name, body in wording.records.organisations.items() if name in others)]
