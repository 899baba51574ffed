"""Reading the file of a pull request out of the archive that GitHub keeps it in, trusting neither."""

from __future__ import annotations

import io
import zipfile
import zlib

from pydantic import ValidationError

from macros.contribute.pull_request.proposal import FILE, LARGEST, Proposal


class Unreadable(Exception):
    """The file cannot be used; the message says why."""


def unpack(archive: bytes) -> Proposal:
    """Read the file out of its archive.

    Raises:
        Unreadable: the archive is damaged or holds anything else, or the file cannot be used.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
            (entry,) = zipped.infolist()
            if entry.filename != FILE or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise Unreadable(f"the archive does not hold {FILE} as it should")
            with zipped.open(entry) as file:
                text = file.read(LARGEST + 1)
    except (ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as reason:
        raise Unreadable("the archive cannot be read") from reason
    return parse(text)


def parse(text: bytes) -> Proposal:
    """Read the file.

    Raises:
        Unreadable: it is too long, not JSON, or does not fit the models.
    """
    if len(text) > LARGEST:
        raise Unreadable(f"the file is longer than {LARGEST} bytes")
    try:
        return Proposal.model_validate_json(text)
    except ValidationError as reason:
        raise Unreadable(f"{reason.error_count()} values are not what they should be") from reason
