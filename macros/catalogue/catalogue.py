"""The catalogue: all records joined and counted, as of a day.

Nothing that is here is typed in ``data/``. Statuses, counts and the way back from a record to those that name it follow
from the records and the day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from macros.base.dates import PartialDate
from macros.catalogue import counts
from macros.catalogue.counts import SigningYear, TallyRow
from macros.catalogue.cutoff import until
from macros.catalogue.in_use import in_use
from macros.catalogue.items import CountryItem
from macros.catalogue.joined import Joined
from macros.catalogue.status import AgreementStatus
from macros.catalogue.task_status import TaskStatus
from macros.catalogue.year_ends import YearEnd, year_ends
from macros.records.check.problem import Place
from macros.records.dataset import Dataset
from macros.records.history.changes import History
from macros.records.kinds import KINDS, PLURAL
from macros.records.model import Document, Identified, Region, Sector, Tally


class Catalogue(Joined):
    """Records joined as of one day, with the numbers that follow from them and the history of the records."""

    def __init__(
        self, dataset: Dataset, as_of: dt.date, history: History | None = None, known: dt.date | None = None
    ) -> None:
        """Prepare to join a data set; nothing is joined before it is asked for.

        Args:
            dataset: records that have passed the check.
            as_of: the day that statuses are judged by.
            history: the changes of the records, where they are known.
            known: the day that the records speak of, where they are judged by an earlier one.
        """
        super().__init__(in_use(dataset), as_of, as_of if known is None else max(known, as_of))
        self._all = dataset
        self._every: dict[str, Mapping[str, Any]] = {}
        self.history = history or History(missing="no-git")

    def on(self, day: dt.date) -> Catalogue:
        """Return the catalogue of an earlier day: cut off at it, and judged by it with what is known here."""
        if day == self.as_of:
            return self
        return Catalogue(until(self._all, day), day, history=self.history, known=self.known)

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """Return the joined records of a kind (its singular) by id, those in use before those that were retired.

        Everything else here is of records in use only.
        """
        if self._all is self._dataset:
            return super().of_kind(kind)
        if kind not in self._every:
            items = self._with_retired.of_kind(kind).items()
            retired = {name: item for name, item in items if item.record.retired is not None}
            self._every[kind] = {**super().of_kind(kind), **retired}
        return self._every[kind]

    def every_record(self) -> Iterator[tuple[str, Identified]]:
        """Yield the plural of the kind and each record as its file has it, retired and nested ones too."""
        return self._all.records()

    @property
    def document_records(self) -> dict[str, Document]:
        """Documents by id, retired ones included, for what was retired may cite them."""
        return self._with_retired.document_records

    @cached_property
    def _with_retired(self) -> Joined:
        return Joined(self._all, self.as_of, self.known)

    @cached_property
    def kept_since(self) -> dt.date:
        """The day of the first count of the records: since then the data is kept, before it nobody could report."""
        tallies = self._dataset.of("tallies", Tally)
        return min((entry.record.date.first_day for entry in tallies), default=self.as_of)

    @cached_property
    def reports_read(self) -> PartialDate | None:
        """The latest day on which a public report was read for the records; ``None`` where none was."""
        days = [document.read for document in self.document_records.values() if document.read is not None]
        return max(days, key=lambda day: day.last_day, default=None)

    @cached_property
    def year_ends(self) -> dict[int, YearEnd]:
        """Agreements at the end of each year that is over, by the year, oldest first."""
        return {end.year: end for end in year_ends(self.agreements.values(), self.as_of, self.known)}

    @cached_property
    def id_places(self) -> dict[tuple[str, str], Place]:
        """The place of each id, by the name of its list and the id; a former id is where its record is."""
        places = {(kind, name): place for kind, name, place in self._all.named()}
        for kind, record in self._all.records():
            places |= dict.fromkeys(((kind, former) for former in record.former_ids), places[kind, record.id])
        return places

    @cached_property
    def former_ids(self) -> dict[str, dict[str, str]]:
        """The id of the record that each former id leads to, by the singular of its kind and the former id."""
        found: dict[str, dict[str, str]] = {kind.singular: {} for kind in KINDS}
        for kind, record in self._all.records():
            found[PLURAL[kind].singular] |= dict.fromkeys(record.former_ids, record.id)
        return found

    def former_of(self, kind: str, name: str) -> tuple[str, ...]:
        """Return the ids that a record had before; none where there is no such kind or record."""
        item = self.of_kind(kind).get(name)
        return () if item is None else tuple(item.record.former_ids)

    @cached_property
    def tally(self) -> list[TallyRow]:
        """The number of records of each kind, and of the citations that they carry."""
        return counts.tally(self._dataset)

    @cached_property
    def english_pending(self) -> int:
        """The number of updates that wait for their English."""
        return sum(update.record.note.en is None for update in self.updates)

    @cached_property
    def agreement_counts(self) -> dict[AgreementStatus, int]:
        """The number of agreements of each status."""
        return counts.agreement_counts(self.agreements.values())

    @cached_property
    def agreements_by_year(self) -> list[SigningYear]:
        """The number of agreements signed in each year that has any, oldest first; undated ones last."""
        return counts.agreements_by_year(self.agreements.values())

    @cached_property
    def task_counts(self) -> dict[TaskStatus, int]:
        """The number of tasks of each status."""
        return counts.task_counts(self.tasks.values())

    @cached_property
    def tasks_reported(self) -> int:
        """The number of tasks that somebody has reported on."""
        return counts.tasks_reported(self.tasks.values())

    @cached_property
    def leading_agencies(self) -> int:
        """The number of agencies that lead at least one task."""
        return counts.leading_agencies(self.agencies.values())

    @cached_property
    def partners_by_region(self) -> dict[Region, int]:
        """The number of partners of each region."""
        return counts.partners_by_region(self.partners.values(), self.terms["regions"])

    @cached_property
    def matrix(self) -> list[tuple[CountryItem, list[tuple[Sector, int]]]]:
        """The number of areas of cooperation of each country in each sector."""
        return counts.matrix(self.countries.values(), self.sector_records.values())
