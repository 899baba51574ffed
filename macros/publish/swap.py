"""The work folder of a build, and the exchange of the published folder for the built one: whole, or not at all.

While a build runs, ``.site.lock`` and a folder ``.site.work-…`` lie beside the published folder ``site``. The lock is
the system's, so it ends with the process however that ends; the file only says who holds it. A killed build leaves its
work folder; the next build removes it.
"""

from __future__ import annotations

import contextlib
import ctypes
import datetime as dt
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

# A file that every version of the site has had, and hardly any other folder.
MARK: Final = Path("api", "v1", "index.json")

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2  # Linux: renameat2; RENAME_SWAP of macOS' renamex_np has the same number


class InTheWay(Exception):
    """The build cannot begin: another is under way, or the target is not a site. The message says which."""


@contextlib.contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """Lock the target and give a work folder beside it, on the same file system; removed whatever happens.

    Raises:
        InTheWay: another build holds the target, or it is a folder of somebody else.
        OSError: the folder around the target cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _lock(target):
        _recover(target)
        if target.exists() and not (target / MARK).is_file() and not (target.is_dir() and not any(target.iterdir())):
            raise InTheWay(
                f"{target} không phải một trang đã dựng; hãy chọn thư mục khác. / "
                f"{target} is not a built site; choose another folder."
            )
        work = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


@contextlib.contextmanager
def _lock(target: Path) -> Iterator[None]:
    """Hold the lock of the target, which ends with this process."""
    path = target.parent / f".{target.name}.lock"
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "?"
            raise InTheWay(
                f"Một lần dựng khác đang chạy (tiến trình {holder}); hãy đợi xong rồi chạy lại. / "
                f"Another build is under way (process {holder}); run this again when it is done."
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}, {dt.datetime.now().astimezone():%Y-%m-%d %H:%M:%S%z}\n")
        file.flush()
        yield


def _prefix(target: Path) -> str:
    return f".{target.name}.work-"


def _recover(target: Path) -> None:
    """Put back the site that a killed build had moved away, and remove what killed builds left."""
    for left in sorted(target.parent.glob(f"{_prefix(target)}*")):
        if (left / "old").is_dir() and not target.exists():
            (left / "old").rename(target)
        shutil.rmtree(left, ignore_errors=True)


def put_in_place(site: Path, target: Path, work: Path) -> None:
    """Put a built site in the place of the target.

    The two are exchanged in one step where the system can do that (Linux, macOS). Elsewhere the old one is moved into
    the work folder first; a process killed just then leaves no site, and the next build puts the old one back.
    """
    if not target.exists():
        site.rename(target)
        return
    if _exchange(site, target):
        return
    old = work / "old"
    target.rename(old)
    try:
        site.rename(target)
    except OSError:
        old.rename(target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Give each of two folders the name of the other in one step, and return True; False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(os.fsencode(one), os.fsencode(other), _RENAME_EXCHANGE)
    else:
        return False
    code = ctypes.get_errno()
    if failed and code not in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        raise OSError(code, os.strerror(code), str(other))
    return not failed
