"""From data to a published folder: check, build both languages side by side, export, verify, and only then replace."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path
from typing import Final

from macros.base.clock import as_of
from macros.base.languages import LANGS
from macros.base.system import cache, cache_table, processes, progress
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.export.docx.template_list import check_templates
from macros.publish.exports import exports
from macros.publish.failures import NotPublished, said_to_people
from macros.publish.gate.gate import page_names, read_pages, verify
from macros.publish.languages import languages
from macros.publish.swap import put_in_place, workspace
from macros.records.check.problem import Problem
from macros.records.check.rules import check
from macros.records.dataset import Dataset, checked
from macros.records.history import git
from macros.views.page_list import pages
from macros.website.project_records import accept

STEPS: Final = 6
"""Steps of a build, as :mod:`macros.base.system.progress` counts them."""
# Number of parts in which the gate reads the pages.
_PARTS: Final = 6
# Number of faults of a built site that are named.
_NAMED: Final = 50


def build(root: Path, target: Path) -> int:
    """Build the site of the project at ``root`` and put it in place of ``target``.

    Args:
        root: the project's folder.
        target: the published folder; replaced as a whole, or left as it was.

    Returns:
        The number of pages.

    Raises:
        NotPublished: the data or a Word template has errors, a build failed, or the built site does not hold.
    """
    with said_to_people():
        progress.step("Kiểm tra dữ liệu, đọc lịch sử / Checking the data, reading the history")
        # In processes of their own: reading takes several times the memory of what is read, which would stay.
        (dataset, problems), history = processes.run(
            [functools.partial(_checked, root), functools.partial(git.read, root)]
        )
        accept(problems)
        check_templates()
        progress.step("Nối các bản ghi / Joining the records")
        catalogue = catalogue_of(root, dataset, as_of(), history)
        # Read and listed here once, before the processes part.
        for lang in LANGS:
            texts(lang)
            pages(catalogue, lang)
        return _build(root, target, catalogue)


def _checked(root: Path) -> tuple[Dataset, list[Problem]]:
    dataset, problems = check(root)
    return checked(dataset), problems


def _build(root: Path, target: Path, catalogue: Catalogue) -> int:
    with workspace(target) as work:
        site = work / "site"
        progress.step("Dựng trang / Building pages")
        languages(root, work, catalogue)
        shutil.move(work / "vi", site)
        shutil.move(work / "en", site / "en")
        progress.step("Ghi tệp dữ liệu, đọc lại các trang / Writing data files, reading the pages again")
        # Exports first, for they take longest; so the last processes end at about the same time.
        names = page_names(site)
        works = exports(catalogue, site)
        reading = [functools.partial(read_pages, site, names[part::_PARTS]) for part in range(_PARTS)]
        built = {
            name: page for found in processes.run([*works, *reading])[len(works) :] for name, page in found.items()
        }
        progress.step("Soát toàn trang / Verifying the whole site")
        if wrong := verify(site, catalogue, root, built):
            listing = "\n".join(wrong[:_NAMED])
            raise NotPublished(f"{listing}\nTrang dựng ra chưa đạt. / The built site does not hold: {len(wrong)}.")
        progress.step("Thay trang cũ / Putting it in place")
        put_in_place(site, target, work)
    cache.sweep()
    cache_table.sweep()
    return len(built)
