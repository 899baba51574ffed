"""The draft of a report on a year or quarter as a Word document, from the template that officials edit.

It is marked as a draft on every page and says that nobody signed it: a report becomes one when its office signs it.
"""

from __future__ import annotations

import functools
from pathlib import Path

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.docx.properties import Properties
from macros.export.docx.template import FOLDER, Template
from macros.views import addresses
from macros.views.reports.counts import report
from macros.views.reports.draft import Draft
from macros.views.reports.draft_values import draft
from macros.views.reports.periods import periods
from macros.views.reports.report import Report
from macros.views.reports.sentences import period_text


@functools.cache
def report_template(lang: Lang) -> Template[Draft]:
    """Return the template of a language with its letterhead, compiled once.

    Raises:
        TemplateRefused: it cannot be used.
    """
    return Template(FOLDER / f"report.{lang}.docx", Draft, FOLDER / f"letterhead.{lang}.docx")


def report_document(made: Report, lang: Lang) -> bytes:
    """Return the report as a .docx file; ``en`` is a working translation."""
    words = texts(lang)
    title = words["report"]["file_title"].format(period=period_text(made.period, lang))
    return report_template(lang).filled(draft(made, lang), Properties(title, words["site"]["name"], made.until, lang))


def write(catalogue: Catalogue, site: Path) -> None:
    """Write the draft of each period that the site reports on, below the site's root."""
    for period in periods(catalogue):
        made = report(period, catalogue)
        for lang in LANGS:
            path = site / addresses.report_draft(period.id, lang)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(report_document(made, lang))
