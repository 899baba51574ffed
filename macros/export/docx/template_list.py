"""The Word templates of the project, checked before anything is made from one."""

from __future__ import annotations

from macros.base.languages import LANGS
from macros.export.docx.brief_document import brief_template
from macros.export.docx.report_document import report_template
from macros.export.docx.template_faults import Fault, TemplateRefused


def template_faults() -> list[Fault]:
    """Return the faults of all templates; those that are in order stay compiled for whoever needs them."""
    found: list[Fault] = []
    for read in (brief_template, report_template):
        for lang in LANGS:
            try:
                read(lang)
            except TemplateRefused as refused:
                found += refused.faults
    return found


def check_templates() -> None:
    """Check all templates.

    Raises:
        TemplateRefused: some cannot be used; all reasons at once.
    """
    if faults := template_faults():
        raise TemplateRefused(faults)
