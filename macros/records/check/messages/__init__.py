"""Every rule of the check with its message: what was found, what is allowed, and how to correct it.

Vietnamese first, English second. ``{found}``, ``{allowed}``, ``{field}`` and named details are filled in.
"""

from collections.abc import Mapping
from typing import Final

from macros.records.check.messages.all_records import ALL_RECORDS
from macros.records.check.messages.files import FILES
from macros.records.check.messages.message import Message
from macros.records.check.messages.one_record import ONE_RECORD
from macros.records.check.messages.project import PROJECT

__all__ = ["GROUPS", "MESSAGES", "REFERENCE_EXAMPLE", "Message"]

# By what they are about.
GROUPS: Final[Mapping[str, Mapping[str, Message]]] = {
    "files": FILES,
    "one_record": ONE_RECORD,
    "all_records": ALL_RECORDS,
    "project": PROJECT,
}
MESSAGES: Final[Mapping[str, Message]] = {**FILES, **ONE_RECORD, **ALL_RECORDS, **PROJECT}

# A reference to a record as it should be written.
REFERENCE_EXAMPLE: Final = "agreement/kawasaki-2007"
