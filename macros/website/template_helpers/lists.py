"""Records as pages list them: registers, groups, timelines, what expires soon, downloads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from jinja2 import Environment

from macros.base import spreadsheet
from macros.base.formats import day_text
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import ActivityItem, AgreementItem, DocumentItem
from macros.export.downloads import Downloads, downloads
from macros.records.model import Agreement, Partner, Sector, Source
from macros.views import timeline
from macros.views.agreement_texts import ChainText, chain_texts
from macros.views.grouping import Issuer, Year, areas_once, by_issuer, by_year
from macros.views.registers.register import Register, register
from macros.views.sector_work import leads, recent, under_way
from macros.views.source_numbers import SourceNumbers
from macros.views.task_groups import by_status
from macros.views.timeline import Stretch
from macros.website.frame.licences import Work, works


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the groupings as filters, and the lists that stand for themselves as globals."""
    lists = Lists(records, lang)
    environment.filters |= {
        "by_year": by_year,
        "by_stretch": lists.by_stretch,
        "by_issuer": lists.by_issuer,
        "areas_once": areas_once,
        "expiring": lists.expiring,
        "tasks_by_status": by_status,
        "leads": leads,
        "recent": recent,
        "under_way": under_way,
    }
    environment.globals |= {
        "register": lists.register,
        "guarded": spreadsheet.beginnings(),
        "timeline": lists.timeline,
        "partner_sources": lists.partner_sources,
        "sectors_of": lists.sectors_of,
        "chain_texts": lists.chain_texts,
        "horizon": lists.horizon(records.as_of),
        "downloads": lists.downloads,
        "works": lists.works,
        "source_numbers": SourceNumbers,
    }


class Lists:
    """Lists of records in one language, as of the day of the records."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def register(self, name: str) -> Register:
        return register(name, self._records, self._lang)

    def by_issuer(self, documents: Iterable[DocumentItem]) -> list[Issuer]:
        return by_issuer(documents, self._lang)

    def timeline(self, agreements: Iterable[AgreementItem], activities: Iterable[ActivityItem]) -> list[Year]:
        """Return signings, renewals, ends and activities by year."""
        return timeline.by_year(agreements, activities, self._records.as_of)

    def by_stretch(self, years: Iterable[Year]) -> list[Stretch]:
        """Return years of a timeline in stretches that can be folded."""
        return timeline.by_stretch(years, self._records.as_of)

    def expiring(self, agreements: Iterable[AgreementItem]) -> list[AgreementItem]:
        """Return the agreements that have not ended and end soon, soonest first."""
        return timeline.expiring(agreements, self._records.as_of)

    def horizon(self, day: dt.date) -> str:
        """Return the last day that counts as soon, seen from a day."""
        return day_text(timeline.horizon(day), self._lang)

    def downloads(self) -> Downloads:
        """Return the files of the data set."""
        return downloads(self._records, self._lang)

    def partner_sources(self, partner: Partner) -> tuple[Source, ...]:
        """Return the sources of a partner and of the beginning of its relation."""
        return partner.sources + (partner.established.sources if partner.established is not None else ())

    def chain_texts(self, item: AgreementItem) -> list[ChainText]:
        """Return the texts of an agreement and of those that it belongs with, oldest first."""
        return chain_texts(item, self._records)

    def sectors_of(self, agreement: Agreement) -> tuple[Sector, ...]:
        """Return the sectors that an agreement names."""
        return tuple(self._records.sector_records[name] for name in agreement.sectors)

    def works(self) -> list[Work]:
        """Return the works of others that the pages carry."""
        return works(self._records, self._lang)
