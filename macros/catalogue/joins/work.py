"""Plans with their groups and tasks, the agencies that carry them out, and the sectors that they serve."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from macros.catalogue.items import (
    ActivityItem,
    AgencyItem,
    AgreementItem,
    CooperationItem,
    GroupItem,
    IndicatorItem,
    OrganisationItem,
    PartnerItem,
    PlanItem,
    SectorItem,
    TaskItem,
)
from macros.catalogue.joins.answering import answering, is_over
from macros.catalogue.joins.by_key import by_key
from macros.catalogue.lookups import Lookups
from macros.catalogue.status_ahead import standing_changes, task_changes
from macros.catalogue.task_status import judged_task
from macros.records.model import Agency, Plan, Sector, Task, Update
from macros.records.task_events import in_order


def tasks(lookups: Lookups, as_of: dt.date) -> dict[str, TaskItem]:
    """Join tasks with the agencies, countries and sectors that they name, as they stand on a day."""
    groups = {group.id: group for plan in lookups.plans.values() for group in plan.groups}
    items = {}
    for entry in lookups.dataset.of("tasks", Task):
        task = entry.record
        updates = lookups.updates_of("task", task.id)
        judgement = judged_task(task, as_of, updates)
        items[task.id] = TaskItem(
            record=task,
            plan=lookups.plans[task.plan],
            group=groups[task.group],
            lead=lookups.agencies_of(task.lead),
            coordinating=lookups.agencies_of(task.coordinating),
            lead_today=answering(lookups.agencies, judgement.lead, as_of),
            coordinating_today=answering(lookups.agencies, task.coordinating, as_of),
            countries=lookups.countries_of(task.countries),
            sectors=lookups.sectors_of(task.sectors),
            due=judgement.due,
            due_history=_moves(updates, as_of),
            status=judgement.status,
            standing=judgement.standing,
            support=judgement.support,
            reason=judgement.reason,
            changes=task_changes(task, as_of, updates),
            standing_changes=standing_changes(task, as_of, updates),
            updates=updates,
            conflicts=lookups.conflicts_of("task", task.id),
            place=entry.place,
        )
    return items


def _moves(updates: Iterable[Update], as_of: dt.date) -> tuple[Update, ...]:
    """Return the changes of a deadline until a day, the earliest first."""
    moves = (update for update in updates if update.event == "due-changed" and update.date.first_day <= as_of)
    return tuple(in_order(moves))


def groups(lookups: Lookups, tasks: Mapping[str, TaskItem]) -> dict[str, GroupItem]:
    """Join the groups of all plans with their tasks."""
    tasks_of = by_key(tasks.values(), lambda item: (item.record.group,))
    return {
        group.id: GroupItem(
            record=group,
            plan=entry.record,
            tasks=tasks_of[group.id],
            sectors=lookups.sectors_of(group.sectors),
            place=entry.place_of("groups", index),
        )
        for entry in lookups.dataset.of("plans", Plan)
        for index, group in enumerate(entry.record.groups)
    }


def plans(lookups: Lookups, groups: Mapping[str, GroupItem]) -> dict[str, PlanItem]:
    """Join plans with their groups."""
    return {
        entry.record.id: PlanItem(
            record=entry.record,
            groups=tuple(groups[group.id] for group in entry.record.groups),
            place=entry.place,
        )
        for entry in lookups.dataset.of("plans", Plan)
    }


def agencies(
    lookups: Lookups, tasks: Mapping[str, TaskItem], agreements: Mapping[str, AgreementItem], as_of: dt.date
) -> dict[str, AgencyItem]:
    """Join agencies with the tasks that they lead or support, and with those that came to them by a day."""
    leads = by_key(tasks.values(), lambda item: item.record.lead)
    coordinates = by_key(tasks.values(), lambda item: item.record.coordinating)
    came_to_lead = by_key(tasks.values(), lambda item: _others(item.lead_today, item.lead))
    came_to_support = by_key(tasks.values(), lambda item: _others(item.coordinating_today, item.coordinating))
    signed = by_key(agreements.values(), lambda item: (item.record.signatory,))
    succeeding = {name: answering(lookups.agencies, [name], as_of) for name in lookups.agencies}
    before = by_key(lookups.agencies.values(), lambda agency: [step.agency for step in agency.successors])
    through = by_key(lookups.partners.values(), lambda partner: () if partner.through is None else (partner.through,))
    items = {}
    for entry in lookups.dataset.of("agencies", Agency):
        name = entry.record.id
        work = (*leads[name], *coordinates[name], *came_to_lead[name], *came_to_support[name])
        items[name] = AgencyItem(
            record=entry.record,
            through=through[name],
            leads=leads[name],
            coordinates=coordinates[name],
            inherited_leads=came_to_lead[name],
            inherited_coordinates=came_to_support[name],
            signed=signed[name],
            sectors=lookups.sectors_of(sector for task in work for sector in task.record.sectors),
            over=is_over(entry.record, as_of),
            answering=succeeding[name],
            predecessors=tuple(agency for agency in before[name] if is_over(agency, as_of)),
            place=entry.place,
        )
    return items


def _others(today: Iterable[Agency], printed: Iterable[Agency]) -> list[str]:
    named = {agency.id for agency in printed}
    return [agency.id for agency in today if agency.id not in named]


def sectors(
    lookups: Lookups,
    *,
    partners: Mapping[str, PartnerItem],
    tasks: Mapping[str, TaskItem],
    cooperation: Mapping[str, CooperationItem],
    activities: Mapping[str, ActivityItem],
    organisations: Mapping[str, OrganisationItem],
    indicators: Mapping[str, IndicatorItem],
) -> dict[str, SectorItem]:
    """Join sectors with everything that names them, and with the agencies of their tasks."""
    groups = (group for plan in lookups.plans.values() for group in plan.groups)
    groups_of = by_key(groups, lambda group: group.sectors)
    partners_of = by_key(partners.values(), lambda item: [sector.id for sector in item.sectors])
    tasks_of = by_key(tasks.values(), lambda item: item.record.sectors)
    cooperation_of = by_key(cooperation.values(), lambda item: item.record.sectors)
    activities_of = by_key(activities.values(), lambda item: item.record.sectors)
    organisations_of = by_key(organisations.values(), lambda item: item.record.sectors)
    indicators_of = by_key(indicators.values(), lambda item: item.record.sectors)
    items = {}
    for entry in lookups.dataset.of("sectors", Sector):
        name = entry.record.id
        leads = {agency.id: agency for task in tasks_of[name] for agency in task.lead_today}
        supports = {agency.id: agency for task in tasks_of[name] for agency in task.coordinating_today}
        items[name] = SectorItem(
            record=entry.record,
            partners=partners_of[name],
            tasks=tasks_of[name],
            lead_agencies=tuple(leads.values()),
            other_agencies=tuple(agency for agency in supports.values() if agency.id not in leads),
            groups=groups_of[name],
            cooperation=cooperation_of[name],
            activities=activities_of[name],
            organisations=organisations_of[name],
            indicators=indicators_of[name],
            place=entry.place,
        )
    return items
