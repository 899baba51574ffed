"""From data to a published folder: check, build both languages side by side, export, verify, and only then replace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from macros import revisions
from macros.check import check
from macros.dates import as_of, build_day
from macros.derive import Catalogue
from macros.export import api, archive, atom, changes, datapackage, icalendars, llms, tables, twins, workbook
from macros.export.about import site_url
from macros.history import save
from macros.past import until
from macros.problem import errors
from macros.verify import verify
from macros.workspace import InTheWay, end_with_parent, explain, put_in_place, system_error, workspace

# What is published besides pages, in this order; each module writes its files below the site's root.
EXPORTS: Final = (changes, api, tables, workbook, datapackage, archive, atom, icalendars, twins, llms)
CONFIGURATIONS: Final = {"vi": "mkdocs.yml", "en": "mkdocs.en.yml"}


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
    dataset, problems = check(root)
    for problem in problems:
        print(problem.text(), file=sys.stderr)
    if found := errors(problems):
        raise NotPublished(
            f"Dữ liệu có {len(found)} lỗi, trang chưa được dựng. / The data has {len(found)} errors; nothing was built."
        )
    day = as_of()
    catalogue = Catalogue(until(dataset, day), day, revisions.read(root), build_day())
    try:
        return _build(root, target, catalogue)
    except InTheWay as reason:
        raise NotPublished(str(reason)) from reason
    except OSError as error:
        raise NotPublished(explain(error)) from error


def _build(root: Path, target: Path, catalogue: Catalogue) -> int:
    with workspace(target) as work:
        site = work / "site"
        save(catalogue.history, work / "history.json")
        _languages(root, work, catalogue)
        shutil.move(work / "vi", site)
        shutil.move(work / "en", site / "en")
        for export in EXPORTS:
            export.write(catalogue, site)
        if wrong := verify(site, catalogue):
            listing = "\n".join(wrong[:50])
            raise NotPublished(f"{listing}\nTrang dựng ra chưa đạt. / The built site does not hold: {len(wrong)}.")
        pages = sum(1 for _ in site.rglob("*.html"))
        put_in_place(site, target, work)
    return pages


def _languages(root: Path, work: Path, catalogue: Catalogue) -> None:
    """Run MkDocs once per language, side by side."""
    environment = {
        **os.environ,
        "SITE_URL": site_url(),
        "SITE_URL_EN": f"{site_url()}en/",
        "AS_OF": catalogue.as_of.isoformat(),
        revisions.HANDED_OVER: str(work / "history.json"),
        "SITE_PROJECT": str(root),
        # Material announces its successor at every start; ARCHITECTURE.md says what is planned.
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
    }
    # Never -q: with it, --strict lets broken links pass.
    runs = {
        lang: subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", configuration, "-d", str(work / lang)],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="backslashreplace",
            preexec_fn=end_with_parent,  # noqa: PLW1509 (this process has one thread)
        )
        for lang, configuration in CONFIGURATIONS.items()
    }
    try:
        outputs = {lang: run.communicate()[0] for lang, run in runs.items()}
    finally:
        for run in runs.values():
            run.kill()  # of one that has ended, this does nothing
            run.wait()
    for lang, run in runs.items():
        if run.returncode:
            if (refused := system_error(outputs[lang])) is not None:
                raise refused
            raise NotPublished(f"{outputs[lang]}\nMkDocs dừng ({lang}). / MkDocs stopped ({lang}).")
