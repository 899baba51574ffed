"""Gaps of the register, with the sentence that answers first."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from macros.base.formats import date_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import once
from macros.records.model import Conflict
from macros.views.labels import label
from macros.views.register_gaps import RegisterGaps, register_gaps


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the gaps, which are counted when a page asks for them."""
    gaps = Gaps(records, lang)
    environment.globals |= {"register_gaps": gaps.found, "conflict_name": gaps.conflict_name}


@dataclass(frozen=True, slots=True)
class Found:
    """The gaps, and what the newest of them says in a sentence; empty where no total of agreements is stated."""

    gaps: RegisterGaps
    answer: str


class Gaps:
    """Gaps of the register in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang
        # Several pages show them, and counting them joins the records of many days.
        self._gaps = once(records, lambda: register_gaps(records))

    def found(self) -> Found:
        """Return the gaps of every day for which a total is stated."""
        gaps = self._gaps()
        return Found(gaps, self._answer(gaps))

    def _answer(self, gaps: RegisterGaps) -> str:
        gap, t = gaps.newest, texts(self._lang)
        if gap is None:
            return ""
        stated = t["qualifiers"][gap.figure.record.qualifier].format(value=number_text(gap.stated, self._lang))
        return str(
            t["gaps"]["answer" if gap.missing else "answer_full"].format(
                date=date_text(gap.figure.record.as_of, self._lang),
                stated=stated,
                held=number_text(gap.held.number, self._lang),
                missing=number_text(gap.missing, self._lang),
            )
        )

    def conflict_name(self, conflict: Conflict) -> str:
        """Return the record and the field that a conflict is about."""
        kind, _, name = conflict.record.partition("/")
        about = label(kind, self._records.of_kind(kind)[name], self._lang)
        return f"{about}: {texts(self._lang)['fields'][conflict.field]}"
