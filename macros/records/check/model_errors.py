"""Errors of the models (pydantic's) as problems in the words of :mod:`macros.records.check.messages`."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, TypeAlias

from pydantic import BaseModel, ValidationError

from macros.records import yaml_source
from macros.records.check.messages import REFERENCE_EXAMPLE
from macros.records.check.problem import Problem, shorten
from macros.records.kinds import IN_FILES
from macros.records.model import AS_PRINTED, FILE_NAME, IN_BOTH_LANGUAGES, SHA256
from macros.records.model.identifiers import GEONAMES, SUBDIVISION, WIKIDATA

Path: TypeAlias = tuple[str | int, ...]

# Names of the forms of a value in pydantic's paths, which are no steps into a record.
_FORMS: Final = frozenset({AS_PRINTED, IN_BOTH_LANGUAGES})
_SHAPES: Final = {
    "string_type": ("chữ", "text"),
    "model_type": ("một nhóm “mục: giá trị”", "a group of “key: value” lines"),
    "dict_type": ("một nhóm “mục: giá trị”", "a group of “key: value” lines"),
    "tuple_type": ("một danh sách", "a list"),
}
_RULES: Final = {
    "date": "date",
    "flag": "true-or-false",
    "whole_number": "whole-number",
    "decimal_number": "number",
    "successor_date": "successor-date",
    "agency_end": "agency-end",
    "activity_alone": "activity-alone",
    "reported_unknown": "reported-unknown",
    "reserved_id": "reserved-id",
    "no_identifier": "no-identifier",
    "term_until": "term",
    "term_years": "term",
    "term_open": "term",
    "place_name": "place-name",
    "update_event": "update",
    "update_status": "update",
    "event_fields": "event-fields",
    "replaced_by": "replaced-by",
    "text_published": "text-published",
    "text_unpublished": "text-unpublished",
    "literal_error": "not-allowed",
    "string_too_short": "empty-text",
    "string_too_long": "too-long",
    "too_long": "too-long",
    "greater_than_equal": "number-range",
    "less_than_equal": "number-range",
    "too_short": "source-missing",
}
_OWN_PATTERNS: Final = {
    FILE_NAME: "text-file-name",
    SHA256: "sha256",
    WIKIDATA: "identifier-form",
    GEONAMES: "identifier-form",
    SUBDIVISION: "identifier-form",
}
_LANGUAGES: Final = {"vi": ("tiếng Việt", "Vietnamese"), "en": ("tiếng Anh", "English")}


def not_a_record(node: yaml_source.Node) -> Problem:
    """Return the problem with an item of a file that is no mapping."""
    return Problem(node.place, "wrong-shape", field="id", details=_expected("model_type"))


def explain(error: ValidationError, kind: str, node: yaml_source.Mapping) -> list[Problem]:
    """Return the problems with a record.

    Args:
        error: the error that its model raised.
        kind: the plural of its kind.
        node: the record as it stands in the file.
    """
    details = error.errors()
    # A list whose only item is wrong also counts as too short; the mistake in the item says enough.
    holders = {other["loc"][:length] for other in details for length in range(len(other["loc"]))}
    told = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in holders]
    own_id = node.items.get("id")
    record = f"{kind}/{own_id.value if isinstance(own_id, yaml_source.Scalar) else ''}"
    return [_problem(node, kind, record, dict(detail)) for detail in told]


def _problem(node: yaml_source.Mapping, kind: str, record: str, error: Mapping[str, Any]) -> Problem:
    path: Path = tuple(step for step in error["loc"] if step not in _FORMS)
    found = str(error["input"]) if isinstance(error["input"], str | int | Decimal) else ""
    problem = Problem(yaml_source.place_of(node, path), "", record, ".".join(map(str, path)), shorten(found))
    error_type, context = error["type"], error.get("ctx", {})
    if error_type == "missing":
        return _missing(problem, path)
    if error_type == "extra_forbidden":
        return _unknown_field(replace(problem, place=yaml_source.key_place(node, path)), kind, path)
    if error_type in _SHAPES:
        return replace(problem, rule="wrong-shape", found="", details=_expected(error_type))
    if error_type == "string_pattern_mismatch":
        return replace(problem, rule=_pattern_rule(str(path[-1]), context["pattern"]), allowed=REFERENCE_EXAMPLE)
    rule = "two-values" if error_type == "too_short" and path[-1] == "values" else _RULES[error_type]
    return _with_limits(replace(problem, rule=rule), error_type, context, found)


def _expected(error_type: str) -> tuple[tuple[str, str], ...]:
    vi, en = _SHAPES[error_type]
    return (("expected_vi", vi), ("expected_en", en))


def _missing(problem: Problem, path: Path) -> Problem:
    field = str(path[-1])
    if field not in _LANGUAGES:
        return replace(problem, rule="missing-field", found="")
    vi, en = _LANGUAGES[field]
    details = (("language_vi", vi), ("language_en", en), ("parent", ".".join(map(str, path[:-1]))))
    return replace(problem, rule="both-languages", field=field, found="", details=details)


def _unknown_field(problem: Problem, kind: str, path: Path) -> Problem:
    allowed = sorted(_fields(IN_FILES[kind], path[:-1]))
    near = difflib.get_close_matches(str(path[-1])[:80], allowed, n=1)
    listed = ", ".join([*near, *(name for name in allowed if name not in near)])
    return replace(problem, rule="unknown-field", found=shorten(str(path[-1])), allowed=listed)


def _fields(model: type[BaseModel], path: Path) -> set[str]:
    """Return the fields that the model at ``path`` within ``model`` allows."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _inner(model.model_fields[step].annotation) or model
    return set(model.model_fields)


def _inner(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Source, ...]`` or ``Text | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := _inner(argument)) is not None:
            return found
    return None


def _pattern_rule(field: str, pattern: str) -> str:
    if pattern.startswith("^https"):
        return "https-link"
    if pattern == "^[a-z]{2}$":
        return "country-code"
    if pattern in _OWN_PATTERNS:
        return _OWN_PATTERNS[pattern]
    return "record-reference" if field == "record" else "id-format"


def _with_limits(problem: Problem, error_type: str, context: Mapping[str, Any], found: str) -> Problem:
    """Return the problem with the values or the size that the rule allows."""
    if error_type == "literal_error":
        return replace(problem, allowed=context["expected"].replace("'", "").replace(" or ", ", "))
    if error_type in {"string_too_long", "too_long"}:
        return replace(problem, found=str(len(found)), allowed=str(context["max_length"]))
    if error_type == "greater_than_equal":
        return replace(problem, allowed=f"≥ {context['ge']}")
    if error_type == "less_than_equal":
        return replace(problem, allowed=f"≤ {context['le']}")
    return problem
