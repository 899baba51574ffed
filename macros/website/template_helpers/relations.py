"""Pages about countries and partners: what is latest, what is missing, and the files to take along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from macros.base.languages import Lang
from macros.base.vietnamese import vietnamese
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import ActivityItem, AgreementItem, CooperationItem, CountryItem, PartnerItem
from macros.views import addresses, relations, timeline
from macros.views.cards import foremost
from macros.views.decades import Latest, latest_and_decades
from macros.website.template_helpers.links import DOCX

# The activities and events that stand unfolded.
ACTIVITIES: Final = 5
EVENTS: Final = 10


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the lists, and the filters for single texts."""
    found = Relations(records, lang)
    environment.filters |= {"area_title": found.area_title, "beginning": found.beginning, "vietnamese": vietnamese}
    environment.globals |= {
        "latest_activities": found.latest_activities,
        "latest_events": found.latest_events,
        "latest_year": found.latest_year,
        "chain": found.chain,
        "agreements_of": found.agreements_of,
        "missing_sentence": found.missing_sentence,
        "takeaways": found.takeaways,
        "foremost": foremost,
    }


@dataclass(frozen=True, slots=True)
class Takeaway:
    """A file or feed about a record: the key of its words in ``takeaways``, its address, its media type."""

    words: str
    address: str
    type: str


class Relations:
    """Lists and texts in one language, as of the day of the records."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def latest_activities(self, activities: Iterable[ActivityItem]) -> Latest:
        return latest_and_decades(activities, lambda item: item.record.date, ACTIVITIES)

    def latest_events(self, agreements: Iterable[AgreementItem], activities: Iterable[ActivityItem]) -> Latest:
        """Return what happened to agreements, and the activities, as one list."""
        events = timeline.events(agreements, activities, self._records.as_of)
        return latest_and_decades(events, lambda event: event.date, EVENTS)

    def latest_year(self, activities: Iterable[ActivityItem]) -> int | None:
        """Return the year of the latest activity that a source dates."""
        return max((item.year for item in activities if item.year is not None), default=None)

    def agreements_of(self, partners: Iterable[PartnerItem]) -> list[AgreementItem]:
        """Return the agreements of partners, in the order of these."""
        return [agreement for partner in partners for agreement in partner.agreements]

    def chain(self, item: AgreementItem) -> tuple[AgreementItem, ...]:
        """Return an agreement with those that it replaces, amends, carries out or falls under, or that do so to it."""
        return self._records.chains.get(item.id, (item,))

    def area_title(self, item: CooperationItem) -> str:
        return relations.area_title(item.record, self._lang)

    def beginning(self, item: ActivityItem) -> str:
        return relations.beginning(item, self._lang)

    def missing_sentence(self, item: CountryItem) -> str:
        return relations.missing_sentence(item, self._lang)

    def takeaways(self, kind: str, name: str) -> list[Takeaway]:
        """Return the files about a record that are published, by their addresses below the site's root."""
        retired = self._records.of_kind(kind)[name].record.retired is not None
        offered = (
            ("brief", None if retired else addresses.brief(kind, name, self._lang), DOCX),
            ("excel", addresses.workbook(self._lang), ""),
            ("feed", addresses.feed(kind, name, self._lang), "application/atom+xml"),
            ("calendar", addresses.calendar(kind, name, self._lang), "text/calendar"),
        )
        return [Takeaway(words, address, media) for words, address, media in offered if address]
