"""Dates, numbers, amounts and terms, as the language of a page writes them."""

from __future__ import annotations

import datetime as dt

from jinja2 import Environment
from markupsafe import Markup

from macros.base.dates import PartialDate
from macros.base.escape import escape
from macros.base.formats import count_text, date_text, day_text, money_text, number_text, quantity_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.model import Amount, Indicator, Term
from macros.views.vocabularies import interface_words


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the filters for single values, the interface's words and the day that the records are judged by."""
    values = Values(lang)

    def english_locator(locator: str) -> str | None:
        return records.locators.english(locator) if lang == "en" else None

    environment.filters |= {
        "date": values.date,
        "day": values.day,
        "number": values.number,
        "money": values.money,
        "quantity": values.quantity,
        "term": values.term,
        "around": around,
        "english_locator": english_locator,
    }
    environment.globals |= {
        "t": interface_words(records, lang),
        "as_of": values.day(records.as_of),
        "count": values.count,
    }


class Values:
    """Values in the words of one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang

    def date(self, date: PartialDate) -> str:
        """Return a date, to the precision that it is known with."""
        return date_text(date, self._lang)

    def day(self, day: dt.date) -> str:
        return day_text(day, self._lang)

    def number(self, number: int) -> str:
        return number_text(number, self._lang)

    def money(self, amount: Amount) -> str:
        return money_text(amount.value, amount.currency, self._lang)

    def quantity(self, indicator: Indicator) -> str:
        """Return the value of an indicator with its unit."""
        return quantity_text(indicator.value, indicator.unit[self._lang], self._lang)

    def count(self, kind: str, number: int) -> str:
        """Return a number of things, such as ``3 agreements``; ``kind`` is a key of the interface's ``counts``."""
        return count_text(kind, number, self._lang)

    def term(self, term: Term) -> str:
        """Return the term of an agreement, as its source states it."""
        values = {
            "until": self.date(term.until) if term.until is not None else "",
            "years": self.count("years", term.years) if term.years is not None else "",
        }
        key = "until_years" if term.kind == "until" and term.years is not None else term.kind
        return str(texts(self._lang)["terms"][key].format(**values))


def around(text: str, part: Markup) -> Markup:
    """Return a text with markup in the place of ``{name}``; the text itself is escaped."""
    before, _, after = text.partition("{name}")
    return escape(before) + part + escape(after)
