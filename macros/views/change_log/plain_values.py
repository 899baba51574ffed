"""Single values of data files, today's and old ones, as text; what has no words of its own stands for itself."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import LANGS, Lang
from macros.records.model import Text


def is_text(value: Any) -> bool:
    """Tell whether a value is a text in one or both languages, as data files write it."""
    return isinstance(value, dict) and bool(value) and set(value) <= set(LANGS)


def in_language(text: Any, lang: Lang) -> str:
    """Return a text in a language, or in the other where that is missing; other values as they are."""
    if isinstance(text, dict):
        found = text.get(lang) or text.get("vi") or text.get("en") or ""
        return found if isinstance(found, str) else raw(found)
    return text[lang] if isinstance(text, Text) else raw(text)


def date(text: str, lang: Lang) -> str:
    """Return a date as the language writes it; the text itself where it is none."""
    try:
        return date_text(PartialDate.parse(text), lang)
    except ValueError:
        return text


def number(text: str, lang: Lang) -> str:
    """Return a number as the language writes it; the text itself where it is none."""
    try:
        return number_text(Decimal(text), lang)
    except (InvalidOperation, ValueError):
        return text


def word(words: Mapping[str, Any], key: Any) -> str | None:
    """Return the word for a key of whatever type; ``None`` where there is none."""
    return str(words[key]) if isinstance(key, str) and key in words else None


def raw(value: Any) -> str:
    """Return a value without words of its own, part by part."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {raw(part)}" for name, part in value.items())
    if isinstance(value, list):
        return ", ".join(map(raw, value))
    return str(value)
