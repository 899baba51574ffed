"""From data to a published folder: check, build both languages side by side, export, verify, and only then replace."""

from __future__ import annotations

import contextlib
import functools
import importlib
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Final

from macros.base.clock import as_of
from macros.base.languages import LANGS, Lang
from macros.base.system import processes
from macros.base.system.garbage import paused
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.export import bundle
from macros.export.api import changes, json_files
from macros.export.feeds import atom, icalendars
from macros.export.markdown import llms, twins
from macros.export.tables import csv_files, datapackage, workbook
from macros.publish import reuse
from macros.publish.gate.gate import page_names, read_pages, verify
from macros.publish.reuse import Made
from macros.publish.swap import InTheWay, explain, put_in_place, system_error, workspace
from macros.records.check.problem import Problem, errors
from macros.records.check.rules import check
from macros.records.dataset import Dataset, Kept, checked
from macros.views.addresses import site_url
from macros.views.page_list import pages
from macros.website.project_records import hand_over

# What is published besides pages; each module writes its files below the site's root. Rows need nothing of each other
# and are written side by side; what stands in one is written in this order.
EXPORTS: Final = ((changes, atom, json_files, csv_files, workbook, datapackage, bundle), (twins,), (icalendars, llms))
# Into how many parts the pages are divided that the gate reads, and of how many pages twins are made in one go.
_PARTS: Final = 6
_TWINS: Final = 3000
CONFIGURATIONS: Final[dict[Lang, str]] = {"vi": "mkdocs.yml", "en": "mkdocs.en.yml"}


class NotPublished(Exception):
    """The site was not built; the published folder is what it was. The message says why, for people."""


def build(root: Path, target: Path) -> int:
    """Build the site of the project at ``root`` and put it in place of ``target``.

    Args:
        root: the project's folder.
        target: the published folder; replaced as a whole, or left as it was.

    Returns:
        The number of pages.

    Raises:
        NotPublished: the data has errors, a build failed, or the built site does not hold.
    """
    with said_to_people():
        # In a process of its own: reading takes several times the memory of what is read, which would stay.
        catalogue = joined(root, *processes.run([functools.partial(_checked, root)])[0])
        return _build(root, target, catalogue)


def _checked(root: Path) -> tuple[Dataset, list[Problem]]:
    dataset, problems = check(root)
    return checked(dataset), problems


def read(root: Path, kept: Kept) -> Catalogue:
    """Check the data and join the records in this process; what the check finds is printed.

    Args:
        root: the project's folder.
        kept: what files were read to before (see :func:`macros.records.dataset.read`).

    Raises:
        NotPublished: the data has errors.
    """
    return joined(root, *check(root, kept))


def joined(root: Path, dataset: Dataset, problems: Sequence[Problem]) -> Catalogue:
    """The joined records of checked data; what the check found is printed.

    Raises:
        NotPublished: the data has errors.
    """
    for problem in problems:
        print(problem.text(), file=sys.stderr)
    if found := errors(problems):
        raise NotPublished(
            f"Dữ liệu có {len(found)} lỗi, trang chưa được dựng. / The data has {len(found)} errors; nothing was built."
        )
    # Read here once, before the processes part.
    for lang in LANGS:
        texts(lang)
    return catalogue_of(root, dataset, as_of())


@contextlib.contextmanager
def said_to_people() -> Iterator[None]:
    """What stops a build, as :class:`NotPublished`."""
    try:
        yield
    except processes.Failed as failed:
        # Between us and the system may be code that turns its refusals into something else.
        if (refused := system_error(failed.printed)) is not None:
            raise NotPublished(explain(refused)) from None
        raise NotPublished(f"{failed.printed}\n{failed}".strip()) from None
    except InTheWay as reason:
        raise NotPublished(str(reason)) from reason
    except OSError as error:
        raise NotPublished(explain(error)) from error


def _build(root: Path, target: Path, catalogue: Catalogue) -> int:
    with workspace(target) as work:
        site = work / "site"
        languages(root, work, catalogue)
        shutil.move(work / "vi", site)
        shutil.move(work / "en", site / "en")
        # Exports first, for they take longest; so the last processes end at about the same time.
        names = page_names(site)
        works = exports(catalogue, site)
        reading = [functools.partial(read_pages, site, names[part::_PARTS]) for part in range(_PARTS)]
        built = {
            name: page for found in processes.run([*works, *reading])[len(works) :] for name, page in found.items()
        }
        if wrong := verify(site, catalogue, root, built):
            listing = "\n".join(wrong[:50])
            raise NotPublished(f"{listing}\nTrang dựng ra chưa đạt. / The built site does not hold: {len(wrong)}.")
        put_in_place(site, target, work)
    return len(built)


def exports(catalogue: Catalogue, site: Path, changed: Container[str] | None = None) -> list[Callable[[], None]]:
    """All exports, as work that can be done side by side.

    Args:
        catalogue: the joined records.
        site: the built pages, below which exports are written.
        changed: the pages to make twins of; all if not given, else the others have theirs.
    """
    works: list[Callable[[], None]] = []
    for modules in EXPORTS:
        if modules == (twins,):
            parts = 1 + sum(len(pages(catalogue, lang)) for lang in LANGS) // _TWINS
            works += (
                functools.partial(_twins, catalogue, site, changed, slice(part, None, parts)) for part in range(parts)
            )
        else:
            works.append(functools.partial(_export, modules, catalogue, site))
    return works


def _export(modules: Iterable[ModuleType], catalogue: Catalogue, site: Path) -> None:
    for module in modules:
        module.write(catalogue, site)


def _twins(catalogue: Catalogue, site: Path, changed: Container[str] | None, part: slice) -> None:
    with paused():
        twins.write(catalogue, site, changed, part)


def languages(
    root: Path, work: Path, catalogue: Catalogue, unchanged: Mapping[Lang, Mapping[str, Made]] | None = None
) -> dict[Lang, dict[str, Made]]:
    """Run MkDocs once per language, side by side, into ``work/vi`` and ``work/en``.

    Args:
        root: the project's folder.
        work: where the built pages go.
        catalogue: the records; both languages use them as they are here.
        unchanged: pages that need not be built, by language and source path.

    Returns:
        What was built, as far as it is noted (see :mod:`macros.publish.reuse`).
    """
    hand_over(catalogue)
    # Read here once, before the processes part.
    importlib.import_module("mkdocs.__main__")
    works = [functools.partial(_language, root, work, lang, (unchanged or {}).get(lang, {})) for lang in LANGS]
    return dict(zip(LANGS, processes.run(works), strict=True))


def _language(root: Path, work: Path, lang: Lang, unchanged: Mapping[str, Made]) -> dict[str, Made]:
    """Run MkDocs in this process, which does nothing else."""
    reuse.tell(unchanged)
    os.environ |= {
        "SITE_URL": site_url(),
        "SITE_URL_EN": f"{site_url()}en/",
        # Material announces its successor at every start; ARCHITECTURE.md says what is planned.
        "NO_MKDOCS_2_WARNING": "1",
    }
    os.chdir(root)
    # Never -q: with it, --strict lets broken links pass.
    arguments = ["build", "--strict", "-f", CONFIGURATIONS[lang], "-d", str(work / lang)]
    try:
        importlib.import_module("mkdocs.__main__").cli(arguments, standalone_mode=False)
    except OSError:
        raise
    except (Exception, SystemExit) as reason:
        # MkDocs has said already what stopped it; anything else says it now.
        if not isinstance(reason, SystemExit):
            traceback.print_exc()
        raise NotPublished(f"MkDocs dừng ({lang}). / MkDocs stopped ({lang}).") from None
    return reuse.made
