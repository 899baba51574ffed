"""The interface's words with those of the vocabularies of the data among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue


def interface_words(records: Catalogue, lang: Lang) -> Mapping[str, Any]:
    """Return the texts of a language with the words for values of vocabularies.

    ``partner_kinds`` and its like have the words for one thing, ``partner_kinds_groups`` those over several.
    """
    listed = {
        name.replace("-", "_") + ending: {value: text[lang] for value, text in terms.items()}
        for ending, vocabularies in (("", records.terms), ("_groups", records.headings))
        for name, terms in vocabularies.items()
    }
    return {**texts(lang), **listed}
