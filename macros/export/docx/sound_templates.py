"""The Word templates as `make check` looks at them: what was in order stays so until they or the code change."""

from __future__ import annotations

import importlib
from typing import Final

from macros.base.system import cache, code
from macros.export.docx.template_faults import Fault, TemplateRefused

# Of the project, what templates and their values are made of; of others, what reads and fills them in.
_ROOMS: Final = ("base", "records", "catalogue", "views", "export")
_LIBRARIES: Final = ("docxtpl", "jinja2", "lxml", "python-docx")


def template_faults() -> list[Fault]:
    """Return the faults of all templates.

    Where they were in order before, none is opened, nor is what opens them loaded: a quarter of a check's time.
    """
    try:
        cache.text(_looked_at, "templates", code.digest(*_ROOMS), *code.versions(*_LIBRARIES))
    except TemplateRefused as refused:
        return list(refused.faults)
    return []


def _looked_at() -> str:
    importlib.import_module("macros.export.docx.template_list").check_templates()
    return "in order"
