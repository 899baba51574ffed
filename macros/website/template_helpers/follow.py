"""What readers can follow, each with its feed and its calendar, for the page that lists it all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment

from macros.base.collation import collate
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import SINGULAR
from macros.views import addresses
from macros.views.labels import label

# The kinds in the order of readers: with whom, for what, by whom, what exactly.
KINDS: Final = ("country", "partner", "sector", "agency", "task")


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the groups; they are made when the page asks for them."""
    environment.globals["follow_groups"] = lambda: groups(records, lang)


@dataclass(frozen=True, slots=True)
class Followable:
    """A record that can be followed.

    Attributes:
        kind, id: the record.
        name: what readers call it; a task with its number.
        feed: its feed, below the site's root.
        calendar: its calendar; None where its kind has none.
    """

    kind: str
    id: str
    name: str
    feed: str | None
    calendar: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Records of a kind, or the tasks of a plan, under an anchor."""

    anchor: str
    title: str
    items: tuple[Followable, ...]


def groups(records: Catalogue, lang: Lang) -> list[Group]:
    """Return all that can be followed, by kind and by name; tasks by plan, in its order. Empty groups are left out."""
    found = [_of_kind(kind, records, lang) for kind in KINDS[:-1]]
    found += [
        Group(f"plan-{plan.id}", plan.record.name[lang], tuple(_one("task", task, lang) for task in plan.tasks))
        for plan in records.plans.values()
    ]
    return [group for group in found if group.items]


def _of_kind(kind: str, records: Catalogue, lang: Lang) -> Group:
    plural = SINGULAR[kind].plural
    items = [_one(kind, item, lang) for item in getattr(records, SINGULAR[kind].attribute).values()]
    return Group(plural, texts(lang)["kinds"][plural], tuple(collate(items, lambda one: one.name, lang)))


def _one(kind: str, item: Any, lang: Lang) -> Followable:
    name = label(kind, item, lang)
    if kind == "task":
        name = f"{item.record.number} {name}"
    feed, calendar = (address(kind, item.id, lang) for address in (addresses.feed, addresses.calendar))
    return Followable(kind, item.id, name, feed, calendar)
