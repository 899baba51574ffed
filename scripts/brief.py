"""Write the brief on a partner or a country: ``python scripts/brief.py --partner kawasaki --country jp --lang vi``."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.clock import as_of
from macros.base.languages import LANGS, Lang
from macros.base.system.files import write_whole
from macros.base.system.refusals import ends_in_words
from macros.base.system.terminal import speak_utf8
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.export.docx.brief_document import brief_document
from macros.export.docx.template_faults import TemplateRefused
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.briefs.compose import country_brief, partner_brief
from macros.views.briefs.wording import Wording

_EXAMPLE: Final = "make brief PARTNER=kawasaki COUNTRY=jp LANG={lang} AS_OF=2026-12-15"
_LOCALE: Final = re.compile(r"\A(?:C|POSIX|[A-Za-z]++[._@].*)\Z")


@ends_in_words
def main() -> int:
    """Write the briefs into briefs/; return 0, or 1 where a name, the data or a template is refused."""
    speak_utf8()
    arguments = _arguments()
    asked = {"partner": arguments.partner, "country": arguments.country.lower()}
    # What the system has in LANG, where nobody states a language, is the name of a locale (vi_VN.UTF-8).
    lang = "" if _LOCALE.match(arguments.lang) else arguments.lang
    if not any(asked.values()) or lang not in {"", *LANGS}:
        print(
            "Hãy nêu đối tác hoặc nước: make brief PARTNER=kawasaki COUNTRY=jp LANG=vi AS_OF=2026-12-15",
            file=sys.stderr,
        )
        print(
            "Name a partner or a country: make brief PARTNER=kawasaki COUNTRY=jp LANG=en AS_OF=2026-12-15",
            file=sys.stderr,
        )
        return 1
    dataset, problems = check(arguments.root)
    if found := errors(problems):
        print("\n".join(problem.text() for problem in found), file=sys.stderr)
        return 1
    records = catalogue_of(arguments.root, dataset, as_of())
    for kind, known in (("partner", records.partners), ("country", records.countries)):
        if asked[kind] and asked[kind] not in known:
            return _refuse(asked[kind], known)
    langs = [known for known in LANGS if lang in {"", known}]
    try:
        made = dict(_made(records, asked, langs))
    except TemplateRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    for name, content in made.items():
        write_whole(arguments.root / "briefs" / name, content)
    files = ", ".join(f"briefs/{name}" for name in made)
    print(f"Đã ghi {files}, tính đến {records.as_of.isoformat()}.")
    print(f"Wrote {files}, as of {records.as_of.isoformat()}.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Lập tóm tắt trước cuộc gặp / write the brief for a meeting")
    parser.add_argument("--partner", default="", help="mã đối tác / the partner's id")
    parser.add_argument("--country", default="", help="mã nước / the country's code")
    parser.add_argument("--lang", default="", help="vi | en; để trống: cả hai / both where empty")
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / the project's folder")
    return parser.parse_args()


def _made(records: Catalogue, asked: dict[str, str], langs: Iterable[Lang]) -> Iterator[tuple[str, bytes]]:
    """Yield each brief asked for with the name of its file."""
    for lang in langs:
        wording = Wording(records, lang)
        if name := asked["partner"]:
            yield f"{name}-{lang}.docx", brief_document(partner_brief(wording, records.partners[name]), wording)
        if name := asked["country"]:
            yield f"{name}-{lang}.docx", brief_document(country_brief(wording, records.countries[name]), wording)


def _refuse(found: str, known: Iterable[str]) -> int:
    close = ", ".join(difflib.get_close_matches(found, list(known), cutoff=0.4)) or "–"
    print(f"Không có “{found}”. Gần giống: {close}.", file=sys.stderr)
    print(f"There is no “{found}”. Close matches: {close}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
