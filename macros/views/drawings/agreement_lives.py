"""What a strip of agreements draws of each: its label, its status, and the dates of its beginning and end."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from macros.base.dates import PartialDate
from macros.base.formats import date_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.agreement_life import beginning
from macros.catalogue.items import AgreementItem
from macros.catalogue.status import AgreementStatus
from macros.views.labels import agreement_title

Look = Literal["sure", "about", "unstated"]
# Updates that make an agreement hold on.
_SIGNED_AGAIN: Final = frozenset({"renewed", "extended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """An agreement with its dates.

    Attributes:
        label: what names it among those of one drawing.
        title: its title with its status, and its end where there is one.
        begins: the signing, or what stands for it; ``None`` where nothing tells it.
        ends: the end that follows from its term or from an update.
        endless: true for an agreement that holds until it is ended, and was not.
        announced: the day on which it was announced.
        renewed: the further signings.
    """

    id: str
    label: str
    title: str
    status: AgreementStatus
    begins: PartialDate | None
    ends: PartialDate | None
    endless: bool
    announced: PartialDate | None = None
    renewed: tuple[dt.date, ...] = ()

    @property
    def only_date(self) -> dt.date | None:
        """The day that is all that is known where no time can be drawn: of its announcement, else of its end."""
        known = self.announced if self.status == "announced" else self.ends
        return None if known is None else known.first_day

    @property
    def days(self) -> Iterator[dt.date]:
        """The days that the axis has to hold."""
        for date in (self.begins, self.ends, self.announced):
            if date is not None:
                yield from (date.first_day, date.last_day)
        yield from self.renewed


def lives(agreements: Sequence[AgreementItem], as_of: dt.date, lang: Lang, *, partners: bool = True) -> list[Life]:
    """Return what a strip draws of some agreements, in their order.

    Args:
        agreements: the agreements.
        as_of: the day of the records; further signings of later days are left out.
        lang: the language of labels and titles.
        partners: true where they are of several partners, whose names then begin the labels.
    """
    instruments = Counter((item.partner.id, item.instrument) for item in agreements)
    of_partner = Counter(item.partner.id for item in agreements)

    def label(item: AgreementItem) -> str:
        name, instrument = item.partner.name[lang], item.instrument[lang]
        alike = instruments[item.partner.id, item.instrument] > 1
        year = _year(item, lang) if alike else ""
        if not partners:
            return f"{instrument}{year}"
        return name if of_partner[item.partner.id] == 1 else f"{name}{year or f': {instrument}'}"

    return [_life(item, as_of, lang, label(item)) for item in agreements]


def _life(item: AgreementItem, as_of: dt.date, lang: Lang, label: str) -> Life:
    again = [renewal.date for renewal in item.record.renewed]
    again += [update.date for update in item.updates if update.event in _SIGNED_AGAIN]
    return Life(
        id=item.id,
        label=label,
        title=_title(item, lang),
        status=item.status,
        begins=beginning(item.record, item.updates),
        ends=item.expires,
        endless=item.expires is None and item.record.term.kind == "indefinite" and item.status != "announced",
        announced=item.record.announced,
        renewed=tuple(sorted(date.first_day for date in again if date.first_day <= as_of)),
    )


def _year(item: AgreementItem, lang: Lang) -> str:
    """The year that tells an agreement from others: of its signing or announcement, else of its end."""
    began = item.record.signed or item.record.announced
    if began is not None:
        return f", {began.year}"
    until = texts(lang)["agreement_strip"]["until"]
    return "" if item.expires is None else f", {until.format(date=item.expires.year)}"


def _title(item: AgreementItem, lang: Lang) -> str:
    """The title with the status, and the end: ``Agreement with Genoa (2019) – Expired, until 2022``."""
    t = texts(lang)
    status = t["agreement_status"][item.status]
    if item.expires is None:
        end = t["agreement_strip"]["arrow" if item.record.term.kind == "indefinite" else "unstated"]
    else:
        end = t["agreement_strip"]["until"].format(date=date_text(item.expires, lang))
    return f"{agreement_title(item, lang)} – {status}, {end}"


def stretches(life: Life, as_of: dt.date) -> list[tuple[Look, dt.date, dt.date]]:
    """Return the times that a bar covers, each with how sure it is; none where only a point can be drawn.

    Args:
        life: the agreement.
        as_of: the day up to which a bar of unstated end reaches.
    """
    begins, ends = life.begins, life.ends
    if life.status == "announced":
        return []
    if begins is None:
        # Nothing tells its beginning, but that it holds today is told.
        if ends is not None and ends.last_day > as_of:
            return _until(as_of, as_of, ends.first_day, ends.last_day)
        return [("sure", as_of, dt.date.max)] if life.endless else []
    if ends is not None:
        return _until(begins.first_day, begins.last_day, ends.first_day, ends.last_day)
    if life.endless:
        return _until(begins.first_day, begins.last_day, dt.date.max, dt.date.max)
    return [("unstated", begins.first_day, max(as_of, begins.first_day))]


def _until(rise: dt.date, begun: dt.date, falls: dt.date, over: dt.date) -> list[tuple[Look, dt.date, dt.date]]:
    """The beginning, which lies between two days, what is certain, and the end between two days."""
    begun = min(begun, falls)
    found: list[tuple[Look, dt.date, dt.date]] = [
        ("about", rise, begun),
        ("sure", begun, falls),
        ("about", falls, over),
    ]
    return [(look, since, until) for look, since, until in found if since < until] or [("sure", rise, over)]
