"""A form with its controls, ready to be printed or asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.contribute.forms.controls import Part
from macros.contribute.forms.for_browser import RULES, characters, known, messages
from macros.contribute.forms.form import FORMS, Form
from macros.contribute.forms.from_schema import Controls
from macros.records.kinds import IN_FILES
from macros.records.schema import modeline, record_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A form ready to be printed.

    Attributes:
        form: its description.
        asked: its controls and sections.
        details: those that few sources tell, behind a fold of their own; none in most forms.
        further: those that wait behind the last fold.
        fixed: the rank and value of each field that is not asked for, as JSON.
        known: see :func:`macros.contribute.forms.for_browser.known`.
        messages: see :func:`macros.contribute.forms.for_browser.messages`.
        characters: see :func:`macros.contribute.forms.for_browser.characters`.
        modeline: the first line of the file that it makes, for editors.
    """

    form: Form
    asked: tuple[Part, ...]
    details: tuple[Part, ...]
    further: tuple[Part, ...]
    fixed: str
    known: str
    messages: str
    characters: str
    modeline: str


def prepare(name: str, records: Catalogue, lang: Lang) -> Prepared:
    """Prepare a form in a language, with the choices that the data offer.

    Raises:
        KeyError: there is no form of this name.
    """
    form = FORMS[name]
    owner = IN_FILES[form.kind]
    schema = record_schema(owner)
    controls = Controls(form, schema.get("$defs", {}), records, lang)
    rank = {key: f"{index:02}" for index, key in enumerate(schema["properties"])}
    return Prepared(
        form=form,
        asked=tuple(controls.of(owner, schema, form.asked)),
        details=tuple(controls.of(owner, schema, form.details)),
        further=tuple(controls.of(owner, schema, form.further)),
        fixed=json.dumps({key: [rank[key], value] for key, value in form.fixed.items()}),
        known=known(form, records),
        messages=messages(RULES, lang),
        characters=characters(),
        modeline=modeline(form.kind, depth=2),
    )
