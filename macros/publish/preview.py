"""The site while somebody works on it: after an edit, only what the edit may have changed is built again.

A generated page is built again when anything that it took from the records differs from the last time, by content
(:mod:`macros.catalogue.dependencies`); so does a page whose title or description differs. What all pages share (code,
templates, settings, the day, the titles of pages written by hand) is watched as a whole. Pages written by hand, the
search index and the site map are made each time. Exports and the gate follow when the pages can be seen already.

What stands in the folder then is what a build would have put there, byte for byte.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from macros.base.clock import as_of
from macros.base.languages import LANGS, Lang
from macros.base.system import processes
from macros.base.system.files import file_names
from macros.base.system.garbage import paused
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import traced
from macros.catalogue.digests import Digests
from macros.publish.exports import exports
from macros.publish.failures import said_to_people
from macros.publish.gate.gate import verify
from macros.publish.gate.page import BuiltPage, read_page
from macros.publish.languages import languages
from macros.records.dataset import Kept
from macros.views import addresses
from macros.views.page import Page
from macros.views.page_list import pages
from macros.website.adapter.handover import PageResult
from macros.website.project_records import read

# What every page depends on, besides the records and the settings of the environment.
SHARED: Final = ("macros", "docs/overrides", "mkdocs.yml", "mkdocs.en.yml", "CONTRIBUTING.md", "requirements")
_ENVIRONMENT: Final = ("SITE_URL", "REPO_URL", "REPO_BRANCH", "AS_OF", "SOURCE_DATE_EPOCH")
_HEAD: Final = re.compile(r"\A---\n.*?\n---\n|^# .*$", re.DOTALL | re.MULTILINE)


@dataclass
class _State:
    """What the pages in the folder were made of.

    ``made`` and ``keys`` are by language and source path, ``heads`` is the digest of :func:`written_heads`, ``own`` are
    the files that come with the pages: everything but exports.
    """

    catalogue: Catalogue | None = None
    digests: Digests | None = None
    made: dict[Lang, dict[str, PageResult]] = field(default_factory=dict)
    keys: dict[Lang, dict[str, bytes]] = field(default_factory=dict)
    heads: bytes = b""
    own: frozenset[str] = frozenset()


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
        self._state = _State()
        # Pages as the gate has read them, and those that changed since.
        self._read: dict[str, BuiltPage] = {}
        self._unread: set[str] = set()

    def update(self) -> int:
        """Bring the pages up to date.

        Returns:
            How many pages changed.

        Raises:
            NotPublished: the data has errors or a build failed; the pages are as they were.
        """
        with paused(), said_to_people():
            catalogue = read(self._root, self._kept)
            changed = self._pages(catalogue)
        found = {name for name in changed if name.endswith(".html")}
        self._unread |= found
        return len(found)

    def _pages(self, catalogue: Catalogue) -> set[str]:
        records, digests, heads = traced(catalogue), Digests(self._state.digests), written_heads(self._root)
        listed = {lang: pages(catalogue, lang) for lang in LANGS}
        if heads == self._state.heads:
            unchanged = {lang: self._unchanged(lang, listed[lang], records, digests) for lang in LANGS}
        else:
            unchanged = {lang: {} for lang in LANGS}
        with _work_folder(self._site) as work:
            made = languages(self._root, work, records, unchanged)
            shutil.move(work / "en", work / "vi" / "en")
            own = {
                *file_names(work / "vi"),
                *(f"{addresses.in_language(page.url, lang)}index.html" for lang in LANGS for page in listed[lang]),
            }
            changed = _bring(work / "vi", self._site)
        for lang in LANGS:
            made[lang] = unchanged[lang] | made[lang]
        before = self._state.keys
        keys = {
            lang: {
                page.path: before[lang][page.path]
                if page.path in unchanged[lang]
                else _key(page, made[lang][page.path], records, digests)
                for page in listed[lang]
            }
            for lang in LANGS
        }
        self._state = _State(catalogue, digests, made, keys, heads, frozenset(own))
        return changed

    def _unchanged(
        self, lang: Lang, listed: Iterable[Page], records: Catalogue, digests: Digests
    ) -> dict[str, PageResult]:
        """The pages that would come out as they are."""
        made, keys = self._state.made.get(lang, {}), self._state.keys.get(lang, {})
        return {
            page.path: made[page.path]
            for page in listed
            if page.path in made and _key(page, made[page.path], records, digests) == keys[page.path]
        }

    def settle(self) -> list[str]:
        """Bring up to date what is published besides pages, and ask the gate about the whole.

        Returns:
            What the gate would not let pass; the preview shows it nevertheless.

        Raises:
            NotPublished: an export failed.
        """
        with said_to_people():
            (read, wrong) = processes.run([self._settle])[0]
        self._read, self._unread = read, set()
        return list(wrong)

    def _settle(self) -> tuple[dict[str, BuiltPage], list[str]]:
        catalogue, own = self._state.catalogue, self._state.own
        assert catalogue is not None
        names = sorted(name for name in own if name.endswith(".html"))
        # Those of processes that were killed; an edit does not wait for it.
        for left in self._site.parent.glob("work-*"):
            shutil.rmtree(left, ignore_errors=True)
        with _work_folder(self._site) as work:
            for name in names:
                _link(self._site / name, work / "site" / name)
                twin = Path(name).with_name(addresses.TWIN).as_posix()
                if name not in self._unread and (self._site / twin).is_file():
                    _link(self._site / twin, work / "site" / twin)
            processes.run(exports(catalogue, work / "site", self._unread))
            exported = set(file_names(work / "site"))
            _bring(work / "site", self._site)
        for name in {*file_names(self._site)} - own - exported:
            _remove(self._site, name)
        pages = {
            name: self._read[name]
            if name in self._read and name not in self._unread
            else read_page(self._site / name, name)
            for name in names
        }
        return pages, verify(self._site, catalogue, self._root, pages)


def shared(root: Path) -> bytes:
    """A digest of what every page depends on; where it changes, a new preview has to begin."""
    made = hashlib.blake2b(as_of().isoformat().encode())
    for name in _ENVIRONMENT:
        made.update(f"{name}={os.environ.get(name)}\n".encode())
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, check=False)  # noqa: S607
    made.update(head.stdout)
    for part in SHARED:
        path = root / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                made.update(file.relative_to(root).as_posix().encode())
                made.update(file.read_bytes())
    return made.digest()


def written_heads(root: Path) -> bytes:
    """A digest of the front matter and the headings of pages written by hand: the navigation prints their titles."""
    made = hashlib.blake2b()
    for lang in LANGS:
        folder = root / "docs" / lang
        for file in sorted(folder.rglob("*.md")):
            heads = _HEAD.findall(file.read_text(encoding="utf-8"))
            made.update(repr((lang, file.relative_to(folder).as_posix(), heads)).encode())
    return made.digest()


def _key(page: Page, made: PageResult, records: Catalogue, digests: Digests) -> bytes:
    """A digest of all that a page was made of, or would be made of with other records."""
    found = hashlib.blake2b(repr(page).encode(), digest_size=16)
    for asked in made.asked:
        found.update(digests.of(records, asked))
    return found.digest()


@contextlib.contextmanager
def _work_folder(site: Path) -> Iterator[Path]:
    """A folder beside the site, removed whatever happens."""
    site.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="work-", dir=site.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _link(file: Path, name: Path) -> None:
    name.parent.mkdir(parents=True, exist_ok=True)
    os.link(file, name)


def _bring(work: Path, site: Path) -> set[str]:
    """Move what differs from the site into it, each file at once; the names of those."""
    changed = set()
    for name in file_names(work):
        new, old = work / name, site / name
        if old.is_file() and (new.samefile(old) or new.read_bytes() == old.read_bytes()):
            continue
        old.parent.mkdir(parents=True, exist_ok=True)
        new.replace(old)
        changed.add(name)
    return changed


def _remove(site: Path, name: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    path = site / name
    path.unlink()
    for folder in path.parents:
        if folder == site or any(folder.iterdir()):
            return
        folder.rmdir()
