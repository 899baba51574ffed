"""Events of MkDocs, in the order in which a build raises them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from macros.base.clock import hold_clock
from macros.base.folding import slugify
from macros.records.dataset import Kept
from macros.views import addresses
from macros.website import project_records
from macros.website.adapter import handover
from macros.website.adapter.generated_files import add_pages
from macros.website.adapter.generated_page import FRAMED, LEFT, GeneratedPage
from macros.website.adapter.handover import Handover
from macros.website.adapter.language_build import LanguageBuild
from macros.website.adapter.page_sandbox import confine
from macros.website.adapter.site_map import SiteMap
from macros.website.adapter.theme_words import theme_words
from macros.website.template_cache import compiled_templates

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


class Events:
    """Handlers of the events; they keep the state of one build at a time, and between builds the files read before."""

    def __init__(self) -> None:
        self._served = False
        self._kept: Kept = {}
        self._running: LanguageBuild | None = None

    @property
    def _build(self) -> LanguageBuild:
        assert self._running is not None
        return self._running

    def on_startup(self, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember what MkDocs was asked to do; a build reads the clock once."""
        self._served = command == "serve"
        if not self._served:
            try:
                hold_clock()
            except ValueError as reason:
                raise PluginError(str(reason)) from reason

    # Before the macros plugin, which takes the records from the handover.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a build: of the records that were handed over, else of the data as they are now."""
        if handover.KEY not in config.extra:
            self._prepare_alone(config)
        # Named here and not in mkdocs.yml, which is read before anything of this project can be imported.
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify
        self._running = LanguageBuild(config, config.extra[handover.KEY], served=self._served)
        config.extra.update(theme_words(self._build.printer))

    def _prepare_alone(self, config: MkDocsConfig) -> None:
        """Hand over the records of the project, printing faults as ``make check`` does, and set the site's address."""
        try:
            records = project_records.read(kept=self._kept)
        except (project_records.BrokenData, ValueError) as reason:
            raise PluginError(str(reason)) from reason
        config.extra[handover.KEY] = Handover(records)
        if self._served:
            # The server shows an error of a macro in the page, instead of ending.
            config.plugins["macros"].config["on_error_fail"] = False
        else:
            config.site_url = addresses.absolute("", config.extra["lang"])

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Confine what pages written by hand can do, and add a page for every record."""
        confine(config.plugins["macros"])
        add_pages(files, config, self._build)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Read the groups that every page's header and footer print."""
        self._build.site_map = SiteMap(nav)
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Let the theme's templates be compiled once."""
        env.bytecode_cache = compiled_templates()

    # Before the theme's search plugin, whose own indexing is not needed.
    @event_priority(100)
    def on_page_context(self, context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> None:  # noqa: ARG002
        """Make a generated page's content, prepare the page's head and foot, and index it for the search."""
        if isinstance(page, GeneratedPage) and page.left:
            page.meta["search"] = {"exclude": True}
            return
        context.update(self._build.prepare(page, config))

    def on_template_context(self, context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Give the site map every page, built now or before, and the page for missing addresses the navigation."""
        context["site_map"] = self._build.site_map
        if template_name == "sitemap.xml":
            context["addresses"] = self._build.addresses

    # After whatever else may change a page.
    @event_priority(-100)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Finish a page. Those that fill a frame are finished already, those that are left are empty."""
        if page.meta.get("template") not in {FRAMED, LEFT}:
            output = self._build.finished(output, page.file.dest_uri)
        if isinstance(page, GeneratedPage):
            page.release()
        return output

    @event_priority(-100)
    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Finish the page for missing addresses."""
        is_page = template_name.endswith(".html")
        return self._build.finished(output_content, template_name) if is_page else output_content

    # After the theme's search plugin, which writes the same file with its settings.
    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the search's entries, unless a page could not be finished."""
        if faults := self._build.faults():
            raise PluginError(faults)
        self._build.close(Path(config.site_dir))
