"""The pages of both languages, built by MkDocs side by side."""

from __future__ import annotations

import functools
import importlib
import logging
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.base.languages import LANGS, Lang
from macros.base.system import processes
from macros.catalogue.catalogue import Catalogue
from macros.publish.failures import NotPublished
from macros.views import addresses
from macros.website.adapter import handover
from macros.website.adapter.handover import Handover, PageResult

CONFIGURATIONS: Final[dict[Lang, str]] = {"vi": "mkdocs.yml", "en": "mkdocs.en.yml"}
# What each build loads by its configuration; here it is loaded once, before the processes part.
_LOADED: Final = ("macros.website.adapter.events", "material.plugins.search.plugin", "mkdocs_macros.plugin")


def languages(
    root: Path, work: Path, records: Catalogue, unchanged: Mapping[Lang, Mapping[str, PageResult]] | None = None
) -> dict[Lang, dict[str, PageResult]]:
    """Build the pages of each language into ``work/vi`` and ``work/en``.

    Args:
        root: the project's folder.
        work: where the built pages go.
        records: the joined records; both languages use them as they are here.
        unchanged: pages that need not be built, by language and source path.

    Returns:
        The pages that were built, as far as they are noted (see :class:`Handover`), by language and source path.

    Raises:
        OSError: the system refused something.
        processes.Failed: MkDocs stopped.
    """
    for name in _LOADED:
        importlib.import_module(name)
    works = [
        functools.partial(_language, root, work / lang, lang, Handover(records, (unchanged or {}).get(lang, {})))
        for lang in LANGS
    ]
    return dict(zip(LANGS, processes.run(works), strict=True))


def _language(root: Path, target: Path, lang: Lang, given: Handover) -> dict[str, PageResult]:
    """Build one language in this process, which does nothing else."""
    _print_messages()
    try:
        _run(root / CONFIGURATIONS[lang], target, addresses.absolute("", lang), given)
    except OSError:
        raise
    except (Exception, SystemExit) as reason:
        # MkDocs has said already what stopped it; anything else says it now.
        if not isinstance(reason, SystemExit):
            traceback.print_exc()
        raise NotPublished(f"MkDocs dừng ({lang}). / MkDocs stopped ({lang}).") from None
    if not given.finished:
        raise NotPublished(f"MkDocs bỏ dở ({lang}). / MkDocs did not finish ({lang}).")
    return given.results


def _run(configuration: Path, target: Path, address: str, given: Handover) -> None:
    # Strict: a warning stops the build. MkDocs counts those that are logged, so none may be silenced.
    config = load_config(str(configuration), strict=True, site_dir=str(target), site_url=address)
    config.extra[handover.KEY] = given
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _print_messages() -> None:
    """Print the messages of MkDocs to the standard error, as its command does."""
    printer = logging.StreamHandler()
    printer.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(printer)
