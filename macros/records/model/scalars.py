"""Types of single values. Each is read from the text in the file; a text of another shape is an error."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, GetPydanticSchema, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from macros.base.dates import DATE_PATTERN, FIRST_YEAR, LAST_YEAR, PartialDate

# Digits of a count. More are a typing error, and very long numbers are slow to convert.
LONGEST_NUMBER: Final = 9


def _read_date(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        try:
            return PartialDate.parse(value)
        except ValueError:
            pass
    raise PydanticCustomError("date", "not a date")


def _read_flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in {"true", "false"}:
        return value == "true"
    raise PydanticCustomError("flag", "not true or false")


def _read_number(value: Any) -> Any:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= LONGEST_NUMBER:
        return int(value)
    raise PydanticCustomError("whole_number", "not a whole number")


def _read_decimal(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}(\.\d{1,9})?", value, re.ASCII):
        return Decimal(value)
    raise PydanticCustomError("decimal_number", "not a number")


def _read_line(value: Any) -> Any:
    """Return a text as one line, with the line breaks of YAML's block style as spaces; refuse blank text."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        raise PydanticCustomError("string_too_short", "empty")
    # Not by a pattern: one that looks for spaces before a break looks again from each of many spaces.
    first, *further = value.split("\n")
    lines = [first.rstrip(" "), *(line.lstrip().rstrip(" ") for line in further)]
    return " ".join(filter(None, lines)).strip(" ")


Line = Annotated[str, StringConstraints(min_length=1, max_length=1000), BeforeValidator(_read_line)]
# The host is ASCII, so that a letter of another alphabet cannot pass for a Latin one. User names, ports and numeric
# addresses are refused.
HOST: Final = r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+([A-Za-z]{2,}|[Xx][Nn]--[A-Za-z0-9-]*[A-Za-z0-9])"
Url = Annotated[str, StringConstraints(pattern=rf"^https://{HOST}(/[^\s\\]*)?$", max_length=1000)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
Count = Annotated[int, BeforeValidator(_read_number), Field(ge=0)]
Year = Annotated[int, BeforeValidator(_read_number), Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Number = Annotated[
    Decimal,
    GetPydanticSchema(lambda _source, _handler: core_schema.no_info_plain_validator_function(_read_decimal)),
    WithJsonSchema({"type": "number"}),
]
Date = Annotated[
    PartialDate,
    GetPydanticSchema(lambda _source, _handler: core_schema.no_info_plain_validator_function(_read_date)),
    WithJsonSchema({"type": ["string", "integer"], "format": "partial-date", "pattern": DATE_PATTERN}),
]
# A page of the site that shows a record first, because its readers ask for it.
Headline = Literal["invest"]
# Precision of a number in its source.
Qualifier = Literal["exact", "about", "over", "nearly", "up-to"]
