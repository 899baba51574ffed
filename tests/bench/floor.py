"""The floor: what MkDocs with stock Material needs for the same rendered Markdown, without macros, hooks or checks.

One fair floor: the same pages in both languages, built the way that we build (two MkDocs processes side by side), with
the theme's own search, the same Markdown extensions and the same navigation. Left out is all that is ours: macros,
hooks, overrides, the check of the data, exports, mending, the policy and the check of the built site.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import yaml
from jinja2 import Environment

from macros import define_env
from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.views.page_list import pages
from macros.website.adapter import handover
from macros.website.printer import Printer

# Of our configuration, what a plain site with the same pages has too.
_KEPT = ("site_name", "site_description", "nav", "not_in_nav")


def write(project: Path, catalogue: Catalogue, folder: Path) -> None:
    """Write the Markdown of every page as it is after macros, and two plain configurations, below ``folder``."""
    for lang in LANGS:
        printer, macros = Printer(catalogue, lang), _Macros(catalogue, lang)
        define_env(macros)
        docs = folder / "docs" / lang
        for page in pages(catalogue, lang):
            stub = page.stub()
            front = stub[: stub.index("---\n", 4) + 4]
            body = printer.show(page.template, page.record, page.url.count("/"))
            _put(docs / page.path, front + body)
        for source in sorted((project / "docs" / lang).rglob("*.md")):
            path = source.relative_to(project / "docs" / lang)
            _put(docs / path, macros.print(source.read_text(encoding="utf-8"), path))
        (folder / f"{lang}.yml").write_text(yaml.safe_dump(_configuration(project, lang)), encoding="utf-8")


# Both languages side by side, as we build them; nothing else runs.
COMMAND = (
    "sh",
    "-c",
    '"$0" -m mkdocs build -q -f vi.yml -d site/vi & "$0" -m mkdocs build -q -f en.yml -d site/en && wait $!',
    sys.executable,
)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class _Macros:
    """Stands for the macros plugin: what a hand-written page may call, and the page that calls it."""

    def __init__(self, catalogue: Catalogue, lang: Lang) -> None:
        own = {handover.KEY: handover.Handover(catalogue)}
        self.conf = {"extra": {"lang": lang, "repository": "", "branch": "main", **own}}
        self.page = SimpleNamespace(url="", file=None)
        self.known: dict[str, Callable[..., str]] = {}

    def macro(self, function: Callable[..., str]) -> Callable[..., str]:
        self.known[function.__name__] = function
        return function

    def print(self, source: str, path: Path) -> str:
        folder = path.parent if path.name == "index.md" else path.with_suffix("")
        self.page.url = "" if folder == Path() else f"{folder.as_posix()}/"
        return Environment().from_string(source).render(self.known)


def _configuration(project: Path, lang: Lang) -> dict[str, object]:
    """Stock Material with our pages: names, navigation and extensions as in our configuration."""
    found: dict[str, object] = {}
    for name in ("mkdocs.yml", "mkdocs.en.yml")[: 1 if lang == "vi" else 2]:
        # Our addresses come from the environment and a slugifier from the package; a plain site has neither.
        text = (project / name).read_text(encoding="utf-8")
        loaded = yaml.safe_load(re.sub(r"!ENV \[\w+, (.*)\]|!!python/\S+", r"\1", text))
        found |= {key: loaded[key] for key in _KEPT if key in loaded}
    return found | {
        "site_url": f"https://example.org/{lang}/",
        "docs_dir": f"docs/{lang}",
        "theme": {"name": "material", "language": lang, "font": False, "features": ["navigation.tabs"]},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "admonition", "toc"],
        "validation": {"omitted_files": "ignore", "unrecognized_links": "ignore", "anchors": "ignore"},
    }
