"""A file system of one's own that can be made full, where this machine lets one be mounted."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Disk:
    """A file system in memory, mounted at ``folder``."""

    def __init__(self, folder: Path, rights: list[str]) -> None:
        self.folder = folder
        self._rights = rights

    def change(self, options: str) -> None:
        """Mount it again with these options."""
        subprocess.run([*self._rights, "mount", "-o", f"remount,{options}", str(self.folder)], check=True)

    def fill(self) -> None:
        """Leave room for less than a build writes: half a megabyte."""
        used = os.statvfs(self.folder)
        self.change(f"size={(used.f_blocks - used.f_bfree) * used.f_frsize + 512 * 1024}")

    def use_up_files(self) -> None:
        """Leave room for twenty more files."""
        used = os.statvfs(self.folder)
        self.change(f"nr_inodes={used.f_files - used.f_ffree + 20}")


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk | None]:
    """Mount a file system below a folder; give None where this machine does not let us."""
    place = folder / "disk"
    place.mkdir()
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    owner = f"uid={os.geteuid()},gid={os.getegid()},mode=755"
    command = [*rights, "mount", "-t", "tmpfs", "-o", f"size=600m,{owner}", "tmpfs", str(place)]
    if shutil.which(command[0]) is None or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield Disk(place, rights)
    finally:
        subprocess.run([*rights, "umount", "--lazy", str(place)], check=True)
