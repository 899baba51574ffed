"""The register of tasks, in the order of the plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from macros.base.collation import collation_key
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import TaskItem
from macros.records.model import Agency
from macros.views.registers.chips import Chips
from macros.views.registers.definition import NONE, Definition
from macros.views.registers.facets import Facets, year
from macros.views.registers.names import former_names, other_language
from macros.views.registers.ranks import day
from macros.views.vocabularies import interface_words

# The key of tasks that a plan gives to all relevant agencies.
_ALL_RELEVANT: Final = "all-relevant"


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    t, facets, chips = interface_words(records, lang), Facets(records, lang), Chips(records, lang)
    items = tuple(task for plan in records.plans.values() for task in plan.tasks)
    position = {item.id: index for index, item in enumerate(items)}
    plans = {plan.id: plan.name[lang] for plan in records.plan_records.values()}
    agencies = facets.named(records.agency_records) | {
        _ALL_RELEVANT: t["values"]["all_relevant"],
        NONE: t["values"]["no_lead"],
    }
    statuses = list(t["task_status"])

    def first(found: Sequence[Agency]) -> Any:
        return collation_key(found[0].name[lang], lang) if found else None

    def words(item: TaskItem) -> Iterator[str]:
        for agency in dict.fromkeys((*item.lead, *item.lead_today, *item.coordinating, *item.coordinating_today)):
            yield from (*agency.abbreviations, *other_language(agency.name, lang), *former_names(agency.former_names))

    return Definition(
        items=items,
        chips=(
            *chips.statuses("task_status"),
            chips.years_since("due_since", "due", records.as_of.year, lambda item: year(item.due), undated=False),
            chips.option("agency", NONE, lambda item: not item.lead_named),
        ),
        facets={
            "status": facets.fixed("status", "task_status", lambda item: [item.status]),
            "standing": facets.fixed("standing", "standings", lambda item: [item.standing]),
            "agency": facets.own("agency", _leads, agencies),
            "plan": facets.own("plan", lambda item: [item.plan.id], plans),
            "sector": facets.sector(lambda item: [sector.id for sector in item.sectors]),
            "country": facets.country(lambda item: [country.id for country in item.countries]),
            "region": facets.fixed("region", "regions", lambda item: [country.region for country in item.countries]),
        },
        ranges={"due": facets.years("due", year=lambda item: year(item.due))},
        columns={
            "plan": lambda item: position[item.id],
            "task": lambda item: collation_key(item.record.title[lang], lang),
            "lead": lambda item: first(item.lead_today or item.lead),
            "due": lambda item: day(item.due),
            "status": lambda item: statuses.index(item.status),
        },
        words=words,
    )


def _leads(item: TaskItem) -> Iterator[str]:
    """The keys of the bodies that lead a task, by its plan or today."""
    yield from dict.fromkeys(agency.id for agency in (*item.lead, *item.lead_today))
    if item.record.lead_all_relevant:
        yield _ALL_RELEVANT
    if not item.lead_named:
        yield NONE
