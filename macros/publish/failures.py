"""Failures of a build, explained to people in both languages."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Final

from macros.base.system import processes
from macros.base.system.refusals import reasons
from macros.export.docx.template_faults import TemplateRefused
from macros.publish.swap import InTheWay
from macros.website.project_records import BrokenData

_SYSTEM_ERROR: Final = re.compile(r"^\w*Error: \[Errno (\d+)\] (.{1,500}?)(?:: '(.*)')?$", re.MULTILINE)


class NotPublished(Exception):
    """The site was not built; the published folder is what it was. The message says why, for people."""


@contextlib.contextmanager
def said_to_people() -> Iterator[None]:
    """Raise whatever stops a build as :class:`NotPublished`."""
    try:
        yield
    except processes.Failed as failed:
        # Between us and the system may be code that turns its refusals into something else.
        if (refused := system_error(failed.printed)) is not None:
            raise NotPublished(explain(refused)) from None
        raise NotPublished(f"{failed.printed}\n{failed}".strip()) from None
    except (BrokenData, InTheWay, TemplateRefused) as reason:
        raise NotPublished(str(reason)) from reason
    except OSError as error:
        raise NotPublished(explain(error)) from error


def explain(error: OSError) -> str:
    """Return one line for people about what the system refused."""
    vi, en = reasons(error)
    return f"Không dựng được: {vi}; trang cũ vẫn nguyên. / Nothing was built: {en}; the published site is as it was."


def system_error(output: str) -> OSError | None:
    """Return the error of the system in the traceback that a command printed; None where there is none."""
    found = _SYSTEM_ERROR.findall(output)
    return OSError(int(found[-1][0]), found[-1][1], found[-1][2] or None) if found else None
