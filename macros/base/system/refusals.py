"""Commands that end in words for people where the day is none or the system refuses a file."""

from __future__ import annotations

import errno
import functools
import sys
from collections.abc import Callable
from typing import Final

from macros.base.clock import NoDay

_REASONS: Final = {
    errno.ENOSPC: ("ổ đĩa đã đầy", "the disk is full"),
    errno.EDQUOT: ("đã hết dung lượng được cấp", "the disk quota is used up"),
    errno.EFBIG: ("tệp vượt giới hạn kích thước", "a file is larger than the system allows"),
    errno.EACCES: ("không có quyền ghi", "there is no permission to write"),
    errno.EPERM: ("không có quyền ghi", "there is no permission to write"),
    errno.EROFS: ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
}


def reasons(error: OSError) -> tuple[str, str]:
    """Return the reason of the system for refusing something, in Vietnamese and English, with the file where known."""
    said = error.strerror or str(error)
    vi, en = _REASONS.get(error.errno or 0, (said, said))
    where = f" ({error.filename})" if error.filename else ""
    return vi + where, en + where


def ends_in_words(main: Callable[[], int]) -> Callable[[], int]:
    """Make a command say in both languages, and return 1, where the day is none or the system refuses a file."""

    @functools.wraps(main)
    def command() -> int:
        try:
            return main()
        except NoDay as reason:
            print(reason, file=sys.stderr)
        except OSError as error:
            vi, en = reasons(error)
            print(f"Không đọc hoặc ghi được: {vi}. Nếu tệp đang mở trong Word, Excel, hãy đóng lại.", file=sys.stderr)
            print(f"Cannot be read or written: {en}. Close the file if Word or Excel has it open.", file=sys.stderr)
        return 1

    return command
