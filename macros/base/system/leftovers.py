"""Files that editors and systems leave beside those that people work on: swap files, locks, backups, views of folders.

They are no part of the project: whatever reads or publishes its folders passes over them.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

_NAMES: Final = re.compile(
    r"""
    \A (?:
      \..*\.sw[a-p] | \..*\.kate-swp            # Vim, nano; Kate
    | .*~                                       # backups of Vim, Emacs, gedit
    | \.\#.* | \#.*\# | \.~lock\..*\#           # locks and rescued texts of Emacs, LibreOffice
    | ~\$.*                                     # locks of Microsoft Office
    | \.goutputstream-.* | .*___jb_(tmp|old)___ # gedit, JetBrains, while they save
    | \.DS_Store | \._.* | \.AppleDouble        # macOS
    | desktop\.ini | (eh)?thumbs\.db            # Windows
    | \.directory | \.nfs.* | \.fuse_hidden.*   # KDE, network drives
    ) \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_leftover(path: PurePath | str) -> bool:
    """Tell whether a file or folder was left by an editor or a system, by its name."""
    return _NAMES.match(PurePath(path).name) is not None
