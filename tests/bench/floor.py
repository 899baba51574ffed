"""The floor: what MkDocs with stock Material needs for the same rendered Markdown, without macros, hooks or checks.

One fair floor: the same pages in both languages, built the way that we build (two MkDocs processes side by side), with
the theme's own search, the same Markdown extensions and the same navigation. Left out is all that is ours: macros,
hooks, overrides, the check of the data, exports, mending, the policy and the check of the built site.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml
from jinja2 import Environment

from macros.dates import as_of
from macros.derive import Catalogue
from macros.pages import pages
from macros.render import Printer
from macros.text import LANGS, Lang

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Of our configuration, what a plain site with the same pages has too.
_KEPT = ("site_name", "site_description", "nav", "not_in_nav")


def write(project: Path, catalogue: Catalogue, folder: Path) -> None:
    """Write the Markdown of every page as it is after macros, and two plain configurations, below ``folder``."""
    for lang in LANGS:
        printer = Printer(catalogue, lang)
        docs = folder / "docs" / lang
        for page in pages(catalogue, lang):
            front = _FRONT.match(page.stub())
            assert front is not None
            body = printer.show(page.template, page.record, page.url.count("/"))
            _put(docs / page.path, front[0] + body)
        for source in sorted((project / "docs" / lang).rglob("*.md")):
            path = source.relative_to(project / "docs" / lang)
            _put(docs / path, _hand_written(source, path, printer))
        (folder / f"{lang}.yml").write_text(yaml.safe_dump(_configuration(project, lang)), encoding="utf-8")


def build(folder: Path) -> None:
    """Build both languages side by side.

    Raises:
        CalledProcessError: a build failed.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{lang}.yml", "-d", str(folder / "site" / lang)],
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for lang in LANGS
    ]
    for run in runs:
        if run.wait():
            raise subprocess.CalledProcessError(run.returncode, run.args)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _hand_written(source: Path, path: Path, printer: Printer) -> str:
    depth = len(path.with_suffix("").parts) - (path.name == "index.md")
    macros = {
        "show": lambda template, record="": printer.show(template, record, depth),
        "cite": lambda document, locator: printer.cite(document, locator, depth),
        "crumbs": lambda title: printer.crumbs(title, depth),
    }
    return Environment().from_string(source.read_text(encoding="utf-8")).render(macros)


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
    }


def main() -> None:
    project, folder = Path(sys.argv[1]), Path(sys.argv[2])
    from macros.check import check  # noqa: PLC0415

    write(project, Catalogue(check(project)[0], as_of()), folder)


if __name__ == "__main__":
    main()
