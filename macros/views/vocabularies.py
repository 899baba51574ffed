"""The interface's words with those of the vocabularies of the data among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue


def interface_words(records: Catalogue, lang: Lang) -> Mapping[str, Any]:
    """Return the texts of a language, and under ``partner_kinds`` and its like the words for values of vocabularies."""
    listed = {
        name.replace("-", "_"): {value: text[lang] for value, text in terms.items()}
        for name, terms in records.terms.items()
    }
    return {**texts(lang), **listed}
