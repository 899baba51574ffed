"""The site while somebody works on it: after an edit, only what the edit may have changed is built again.

A generated page is built again when anything that it took from the records differs from the last time, by content
(:mod:`macros.catalogue.dependencies`); so does a page whose title or description differs. What all pages share (code,
templates, settings, the day, the titles of pages written by hand) is watched as a whole. Pages written by hand, the
search index and the site map are made each time. Exports and the gate follow when the pages can be seen already.

In the end, the folder holds what a build would have put there, byte for byte.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.base.languages import LANGS
from macros.base.system import processes, progress
from macros.base.system.files import file_names
from macros.base.system.garbage import paused
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import plain, traced
from macros.catalogue.digests import Digests
from macros.publish.exports import exports
from macros.publish.failures import said_to_people
from macros.publish.gate.gate import verify
from macros.publish.gate.page import BuiltPage, read_page
from macros.publish.languages import languages
from macros.publish.preview.edited import edited
from macros.publish.preview.folder import bring, link, remove, remove_work_folders, work_folder
from macros.publish.preview.inputs import written_heads
from macros.publish.preview.made_pages import MadePages, State
from macros.records.dataset import Kept
from macros.views import addresses
from macros.views.page_list import pages
from macros.website.project_records import read

STEPS: Final = 2
"""Steps of an update, as :mod:`macros.base.system.progress` counts them."""


@dataclass(frozen=True, slots=True)
class Update:
    """What an update of the preview did.

    Attributes:
        pages: the files of the pages that changed.
        records: the records that were edited (see :func:`macros.publish.preview.edited.edited`); none at first.
    """

    pages: frozenset[str]
    records: tuple[tuple[str, str], ...]


class Preview:
    """Keeps a built site up to date with a project."""

    def __init__(self, root: Path, site: Path) -> None:
        """Prepare for a project.

        Args:
            root: the project's folder.
            site: where its site is kept; whatever else is in there is removed.
        """
        self._root = root
        self._site = site
        self._kept: Kept = {}
        self._made = MadePages()
        # Files that come with the pages: everything but exports.
        self._own: set[str] = set()
        # Pages as the gate has read them, and those that changed since.
        self._read: dict[str, BuiltPage] = {}
        self._unread: set[str] = set()

    def update(self) -> Update:
        """Bring the pages up to date.

        Returns:
            What was edited since the last time, and what changed by it.

        Raises:
            NotPublished: the data has errors or a build failed; the pages are as they were.
        """
        with paused(), said_to_people():
            progress.step("Kiểm tra dữ liệu / Checking the data")
            before, catalogue = self._made.state, read(self._root, self._kept)
            progress.step("Dựng trang / Building pages")
            changed = self._build(catalogue)
        found = {name for name in changed if name.endswith(".html")}
        self._unread |= found
        records = () if before is None else tuple(edited(plain(before.records), catalogue))
        return Update(frozenset(found), records)

    def _build(self, catalogue: Catalogue) -> set[str]:
        """Build the pages that may have changed, and return the files that did."""
        before = self._made
        listed = {lang: pages(catalogue, lang) for lang in LANGS}
        digests = Digests(before.state.digests if before.state is not None else None)
        state = State(traced(catalogue), digests, written_heads(self._root), listed)
        unchanged = before.unchanged(state)
        with work_folder(self._site) as work:
            built = languages(self._root, work, state.records, unchanged)
            shutil.move(work / "en", work / "vi" / "en")
            own = {
                *file_names(work / "vi"),
                *(f"{addresses.in_language(page.url, lang)}index.html" for lang in LANGS for page in listed[lang]),
            }
            changed = bring(work / "vi", self._site)
        self._made, self._own = before.followed_by(state, unchanged, built), own
        return changed

    def settle(self) -> list[str]:
        """Bring up to date what is published besides pages, and ask the gate about the whole.

        Returns:
            Faults for which the gate would not publish the site; the preview shows it nevertheless.

        Raises:
            NotPublished: an export failed.
        """
        with said_to_people():
            ((found, wrong),) = processes.run([self._settle])
        self._read, self._unread = found, set()
        return list(wrong)

    def _settle(self) -> tuple[dict[str, BuiltPage], list[str]]:
        assert self._made.state is not None
        catalogue = plain(self._made.state.records)
        names = sorted(name for name in self._own if name.endswith(".html"))
        # Here and not before the next edit, which would wait for it.
        remove_work_folders(self._site)
        exported = self._export(catalogue, names)
        for name in {*file_names(self._site)} - self._own - exported:
            remove(self._site, name)
        known = self._read.keys() - self._unread
        found = {name: self._read[name] if name in known else read_page(self._site / name, name) for name in names}
        return found, verify(self._site, catalogue, self._root, found)

    def _export(self, catalogue: Catalogue, names: list[str]) -> set[str]:
        """Write the exports beside the pages, and return all their files."""
        with work_folder(self._site) as work:
            for name in names:
                link(self._site / name, work / "site" / name)
                twin = Path(name).with_name(addresses.TWIN).as_posix()
                if name not in self._unread and (self._site / twin).is_file():
                    link(self._site / twin, work / "site" / twin)
            processes.run(exports(catalogue, work / "site", self._unread))
            exported = set(file_names(work / "site"))
            bring(work / "site", self._site)
        return exported
