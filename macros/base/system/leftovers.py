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
      \..*\.sw[a-z] | 4913 | \..*\.kate-swp      # Vim, nano; Vim's trial of a folder; Kate
    | .*~                                       # backups of Vim, Emacs, gedit
    | \.\#.* | \#.*\# | \.~lock\..*\#           # locks and rescued texts of Emacs, LibreOffice
    | ~\$.* | .*\.tmp                           # locks of Microsoft Office; what is being saved or synchronised
    | \.goutputstream-.* | .*___jb_(tmp|old)___ # gedit, JetBrains, while they save
    | .*\.sb-[0-9a-f]{8}-\w{6}                  # macOS, while it saves
    | .+\.(bak|orig|rej|save(\.[0-9]+)?)        # backups; what git, patch and nano put aside
    | .*\.(crdownload|part)                     # downloads under way
    | \.(idea|vscode|vs|zed|fleet|project|settings|ipynb_checkpoints)  # settings of editors
    | \.git(keep|ignore|attributes) | \.keep    # for git
    | \.DS_Store | \._.* | \.AppleDouble | \.localized | __MACOSX | Icon\r  # macOS
    | \.(Spotlight-V100|Trashes|fseventsd|TemporaryItems|DocumentRevisions-V100)
    | desktop\.ini | (eh)?thumbs\.db | .*:Zone\.Identifier | .*:encryptable    # Windows, also seen from Linux
    | \$RECYCLE\.BIN | System\ Volume\ Information
    | \.directory | \.nfs.* | \.fuse_hidden.* | \.Trash-.*  # KDE, network drives
    | \.st(folder|ignore|versions) | \.dropbox(\.cache|\.attr)? | \.sync  # programs that synchronise folders
    ) \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_leftover(path: PurePath | str, below: PurePath | str | None = None) -> bool:
    """Tell whether a file or folder was left by an editor or a system, by its name.

    Args:
        path: the file or folder.
        below: a folder above it: then it is a leftover, too, if a folder between the two is one.
    """
    found = PurePath(path)
    names = (found.name,) if below is None else found.relative_to(below).parts
    return any(_NAMES.match(name) is not None for name in names)
