"""Briefs as Word documents, from the template that officials edit."""

from __future__ import annotations

import functools

from macros.base.languages import Lang
from macros.base.words import texts
from macros.export.docx.properties import Properties
from macros.export.docx.template import FOLDER, Template
from macros.views.briefs.brief import Brief
from macros.views.briefs.wording import Wording


@functools.cache
def brief_template(lang: Lang) -> Template[Brief]:
    """Return the template of a language, compiled once.

    Raises:
        TemplateRefused: it cannot be used.
    """
    return Template(FOLDER / f"brief.{lang}.docx", Brief)


def brief_document(brief: Brief, wording: Wording) -> bytes:
    """Return a brief as a .docx file; the same bytes for the same values."""
    words = texts(wording.lang)
    title = words["brief"]["file_title"].format(name=brief.name)
    properties = Properties(title, words["site"]["name"], wording.records.as_of, wording.lang)
    return brief_template(wording.lang).filled(brief, properties)
