"""Terms of the term base: the one form that texts use for a thing, and the forms that they avoid."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.base.languages import Lang
from macros.records.model.parts import Identified, Text
from macros.records.model.scalars import Line


class PreferredTerm(Identified):
    """The preferred form of a term, a name or a spelling in one language.

    Attributes:
        lang: the language of the forms.
        preferred: the form to use.
        avoid: the forms that the check warns of, as whole words, in upper and lower case as written.
        apart_from: longer forms within which an avoided one is right (``Bắc Mỹ``).
        note: a remark for translators.
    """

    lang: Lang
    preferred: Line
    avoid: Annotated[tuple[Line, ...], Field(min_length=1)]
    apart_from: tuple[Line, ...] = ()
    note: Text | None = None
