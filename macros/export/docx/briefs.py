"""The briefs of the site: one for each partner and country in each language."""

from __future__ import annotations

from pathlib import Path

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.docx.brief_document import brief_document
from macros.views import addresses
from macros.views.briefs.compose import country_brief, partner_brief
from macros.views.briefs.wording import Wording


def write(catalogue: Catalogue, site: Path) -> None:
    """Write the briefs below the site's root."""
    for lang in LANGS:
        wording = Wording(catalogue, lang)
        made = {("partner", name): partner_brief(wording, item) for name, item in catalogue.partners.items()}
        made |= {("country", name): country_brief(wording, item) for name, item in catalogue.countries.items()}
        for (kind, name), brief in made.items():
            path = site / (addresses.brief(kind, name, lang) or "")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(brief_document(brief, wording))
