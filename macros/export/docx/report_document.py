"""A report as a document that the plan's lead completes, numbers and signs.

Says what :mod:`macros.views.reports.counts` computed.
"""

from __future__ import annotations

from typing import Final

from macros.base.formats import date_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.export.docx.agreements_chapter import write_agreements
from macros.export.docx.document import new_document, packed
from macros.export.docx.draft import Draft
from macros.export.docx.letterhead import Letterhead, add_letterhead
from macros.export.docx.signature_block import SignatureBlock, add_signature_block
from macros.export.docx.tasks_chapters import write_progress, write_silent, write_tasks
from macros.views.reports.report import Report
from macros.views.reports.sentences import covered, day_text, period_text, summary

# Who reports to whom: Decision 2887, article 2, clause 1.
ISSUER: Final = "foreign-affairs"
ABOVE: Final = "peoples-committee"


def report_document(report: Report, lang: Lang) -> bytes:
    """Return the report as a .docx file; ``en`` is a working translation."""
    words = texts(lang)
    title = words["report"]["file_title"].format(period=period_text(report.period, lang))
    draft = Draft(report, lang, new_document(title, words["site"]["name"], report.until, lang))
    add_letterhead(draft.document, _letterhead(draft))
    _write_basis(draft)
    draft.chapter("I", "summary")
    for sentence in summary(report, lang):
        draft.item(sentence)
    write_agreements(draft)
    write_tasks(draft)
    write_progress(draft)
    write_silent(draft)
    _write_end(draft)
    return packed(draft.document)


def _letterhead(draft: Draft) -> Letterhead:
    words, agencies = draft.words["document"], draft.report.records.agencies
    return Letterhead(
        above=agencies[ABOVE].record.name[draft.lang],
        issuer=agencies[ISSUER].record.name[draft.lang],
        motto=words["motto"],
        motto_words=words["motto_words"],
        number=words["number"],
        place_date=words["place_date"],
        kind=words["kind"],
        subject=words["subject"].format(period=period_text(draft.report.period, draft.lang)),
        translation=words["translation"],
    )


def _write_basis(draft: Draft) -> None:
    """Write which documents assigned the tasks, with number and date as the data has them."""
    report, lang = draft.report, draft.lang
    draft.paragraph(draft.words["document"]["basis"])
    for name in dict.fromkeys(row.plan.document for row in report.by_plan if row.plan is not None):
        record = report.records.documents[name].record
        parts = [record.title[lang]]
        if record.number is not None:
            parts.append(record.number)
        if record.dated is not None:
            parts.append(date_text(record.dated, lang))
        draft.item(", ".join(parts) + ".")
    draft.paragraph(covered(report, lang))


def _write_end(draft: Draft) -> None:
    """Write where the figures come from, and the signature block."""
    words = draft.words["document"]
    source = words["source"].format(site=draft.texts["site"]["name"], date=day_text(draft.report.until, draft.lang))
    draft.paragraph(source, italic=True, with_next=True)
    block = SignatureBlock(
        recipients=words["recipients"],
        listed=(words["recipient"], words["recipient"], words["archive"]),
        signatory=words["signatory"],
        signature=words["signature"],
        name=words["name"],
    )
    add_signature_block(draft.document, block)
