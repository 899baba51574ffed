"""Texts of the pages that contributors use: forms, specimens, fields and messages of the check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from macros.base.escape import preformatted
from macros.base.languages import Lang
from macros.base.system.files import PROJECT
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.forms.for_browser import messages
from macros.contribute.handbook.check_messages import Row, check_messages
from macros.contribute.handbook.examples import Example, examples
from macros.contribute.handbook.field_table import Table, field_tables
from macros.contribute.handbook.specimens import specimens


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the form for corrections: its place in the answer, and the height of its field in lines."""

    name: str
    rank: str
    rows: int
    required: bool = True


CORRECTION: Final = (
    Asked("field", "01", 1),
    Asked("now", "02", 3, required=False),
    Asked("should", "03", 3),
    Asked("source", "04", 3),
)


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the list of forms and the texts around them."""
    forms = Forms(records, lang)
    environment.globals |= {
        "forms": forms.names(),
        "correction_fields": CORRECTION,
        "messages": forms.messages,
        "specimen": forms.specimen,
        "field_tables": forms.field_tables,
        "check_messages": forms.check_messages,
        "examples": forms.examples,
    }


class Forms:
    """Texts for contributors in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def names(self) -> list[str]:
        return list(texts(self._lang)["webform"]["forms"])

    def messages(self, *rules: str) -> str:
        """Return the messages of these rules of the check as JSON, for the form's script."""
        return messages(rules, self._lang)

    def specimen(self, kind: str) -> Markup:
        """Return the specimen of a kind of record, as it may be copied."""
        return preformatted(specimens(PROJECT)[kind])

    def field_tables(self) -> list[Table]:
        return field_tables(self._records, self._lang)

    def examples(self, form: str) -> list[Example]:
        """Return edits of the repository that show what a form asks for."""
        return examples(form, self._lang)

    def check_messages(self) -> list[Row]:
        """Return every message of the check with an example."""
        return check_messages(self._lang)
