"""The beginning of the home page: the last events, and words to try the search with."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.news import News, news

# Without an event for so long, the page says so.
_OLD: Final = dt.timedelta(days=90)


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the last events and the examples."""
    front = FrontPage(records, lang)
    environment.globals |= {"latest_news": front.latest_news, "search_examples": front.search_examples}


@dataclass(frozen=True, slots=True)
class Latest:
    """An event, and whether it is old for the newest one."""

    news: News
    old: bool


class FrontPage:
    """Parts of the home page that are chosen from all records."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def latest_news(self, number: int) -> list[Latest]:
        """Return the last events, newest first, at most so many."""
        as_of = self._records.as_of
        return [Latest(event, as_of - event.date.last_day > _OLD) for event in news(self._records)[:number]]

    def search_examples(self) -> list[str]:
        """Return words that find something: much-recorded things of several kinds, and a file format."""
        records, lang = self._records, self._lang
        partners = Counter(partner.id for item in records.activities.values() for partner in item.partners)
        sectors = Counter(sector.id for task in records.tasks.values() for sector in task.sectors)
        countries = Counter(item.country.id for item in records.agreements.values())
        return [
            *(records.partners[name].record.name[lang] for name, _ in partners.most_common(1)),
            *(records.countries[name].record.name[lang] for name, _ in countries.most_common(1)),
            *(records.sectors[name].record.name[lang] for name, _ in sectors.most_common(1)),
            str(texts(lang)["home"]["news"]["overdue"]),
            "Excel",
        ]
