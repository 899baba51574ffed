"""The Scheme (Decision 2887/QĐ-UBND): each row of its register, tables and annexes has its record.

Rows are found by their locators. Nothing here counts records, says that one is missing, or names a status: the city
goes on, and a correct edit of the data must never need a change of a test.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.model import Source

# Annex II: how many tasks each group prints. Numbering runs on from II.A to II.D and begins anew in II.E.
TASKS = [
    *(f"I.{n}" for n in range(1, 24)),
    *(f"II.A.{n}" for n in range(1, 15)),
    *(f"II.B.{n}" for n in range(15, 22)),
    *(f"II.C.{n}" for n in range(22, 31)),
    *(f"II.D.{n}" for n in range(31, 40)),
    *(f"II.E.{n}" for n in range(1, 4)),
    *(f"III.{n}" for n in range(1, 14)),
    *(f"IV.{n}" for n in range(1, 9)),
]
PART_VI = ["I", *(f"II.1, gạch đầu dòng {n}" for n in range(1, 5)), *(f"II.2, gạch đầu dòng {n}" for n in (1, 2))]
PART_VI += [*(f"III.1, gạch đầu dòng {n}" for n in range(1, 5)), *(f"III.2, đoạn {n}" for n in range(1, 4))]
# Annex I, list of partners: the entries, and how many priorities, other fields or points each prints.
AREAS = {
    "Hoa Kỳ": {"ưu tiên": 4, "lĩnh vực khác": 1},
    "Nhật Bản": {"ưu tiên": 3, "lĩnh vực khác": 4},
    "Hàn Quốc": {"ưu tiên": 6, "lĩnh vực khác": 3},
    "Trung Quốc": {"ưu tiên": 3, "lĩnh vực khác": 2},
    "Hồng Kông – Macao (Trung Quốc)": {"ưu tiên": 3},
    "Đài Loan (Trung Quốc)": {"ưu tiên": 2},
    "UAE": {"ưu tiên": 2, "lĩnh vực khác": 2},
    "Singapore": {"ưu tiên": 3, "lĩnh vực khác": 2},
    "Lào": {"điểm": 3},
    "Australia": {"điểm": 4},
    "Hà Lan": {"ưu tiên": 3},
    "CHLB Đức": {"ưu tiên": 3, "lĩnh vực khác": 1},
    "Pháp": {"ưu tiên": 2, "lĩnh vực khác": 2},
    "Ấn Độ": {"ưu tiên": 3, "lĩnh vực khác": 2},
    "Vương quốc Anh": {"ưu tiên": 3, "lĩnh vực khác": 2},
    "Thái Lan": {"điểm": 2},
    "Israel": {"điểm": 2},
    "Canada": {"điểm": 2},
    "Bỉ": {"điểm": 1},
    "Các nước Bắc Âu": {"điểm": 3},
    "Liên bang Nga": {"điểm": 2},
}
LIST = "Phụ lục I, Danh mục đối tác, mục"
# In one text each, for the order does not matter here.
_VIETNAMESE = "BQL CMCN GDĐT GTVT HNKTQT KHCN KHĐT KNĐMST LĐTBOXH PCPNN TLSQ TNMT TTTT UBND VHTT"
_ENGLISH = (
    "ADB AFD APEC ASEAN ASEANPOL ARF BRI CBAM CEPA CPTPP DTI ESCAP EU EWEC FDI FOIP FTA FTZ GCF GDP GEF GRDP ICT IT "
    "IMF IPEF JETP JETRO JICA KOCHAM KOICA KOL NGO ODA OECD OFID PAPI PCI PEMSEA RCEP R&D RTA SCEDFA SDGs SEZ UKVFTA "
    "UNDP UNESCO USAID USD WB WEF"
)
ABBREVIATIONS = {"tiếng Việt": _VIETNAMESE.split(), "tiếng Anh": ["PAR Index", *_ENGLISH.split()]}
# Spellings of the Scheme that stand for one body each.
SPELLINGS = ["Sở KHCHN", "Sở KH-CN", "Ban XTHTĐT", "Sở Lao động-TBXH", "UBND các quận, huyện", "Sở VH TT"]
NAMES = ["Masan", "Khonkaen", "Atapu", "Boras", "Kosice", "Salavane"]


def rows(locator: str, table: str) -> set[int]:
    """The rows of a table that a locator names: ``dòng 1–6 và 48``."""
    if not locator.startswith(f"Phụ lục I, {table}, dòng"):
        return set()
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", locator.partition("dòng")[2]):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def cites(sources: Iterable[Source], row: int, table: str) -> bool:
    return any(row in rows(source.locator, table) for source in sources)


def places(sources: Iterable[Source]) -> set[str]:
    return {source.locator for source in sources if source.document == "scheme-2887"}


@pytest.mark.parametrize("row", range(1, 49))
def test_row_of_the_register_has_an_agreement(row: int, real_catalogue: Catalogue):
    assert any(cites(item.record.sources, row, "Bảng thống kê") for item in real_catalogue.agreements.values())


@pytest.mark.parametrize("row", range(1, 43))
def test_row_of_the_table_of_results_has_an_activity(row: int, real_catalogue: Catalogue):
    assert any(cites(item.record.sources, row, "Bảng kết quả hợp tác") for item in real_catalogue.activities.values())


def test_the_block_on_laos_has_activities(real_catalogue: Catalogue):
    locators = {place for item in real_catalogue.activities.values() for place in places(item.record.sources)}
    assert any("phần Lào trước dòng 5" in place for place in locators)


@pytest.mark.parametrize("number", TASKS)
def test_task_of_annex_ii_is_there_as_numbered(number: str, real_catalogue: Catalogue):
    found = [
        task for task in real_catalogue.tasks.values() if f"Phụ lục II, mục {number}" in places(task.record.sources)
    ]
    assert number in {task.record.number for task in found}
    assert any(number.startswith(f"{task.group.number}.") for task in found)


@pytest.mark.parametrize("item", PART_VI)
def test_assignment_of_part_vi_is_a_task(item: str, real_catalogue: Catalogue):
    locators = {place for task in real_catalogue.tasks.values() for place in places(task.record.sources)}
    assert f"Phần VI, mục {item}" in locators


@pytest.mark.parametrize(
    "place",
    [
        f"{LIST} {entry}, {part} {n}"
        for entry, parts in AREAS.items()
        for part, number in parts.items()
        for n in range(1, number + 1)
    ],
)
def test_item_of_the_list_of_partners_is_an_area_of_cooperation(place: str, real_catalogue: Catalogue):
    locators = {found for area in real_catalogue.cooperation.values() for found in places(area.record.sources)}
    assert any(found == place or found.startswith((f"{place} ", f"{place},")) for found in locators)


@pytest.mark.parametrize(("language", "abbreviation"), [(k, a) for k, names in ABBREVIATIONS.items() for a in names])
def test_abbreviation_of_the_lists_is_in_the_glossary(language: str, abbreviation: str, real_catalogue: Catalogue):
    found = [entry for entry in real_catalogue.glossary if entry.abbreviation == abbreviation]
    assert any(f"Danh mục từ viết tắt {language}" in places(entry.sources) for entry in found)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_spelling_of_an_agency_leads_to_one_record(spelling: str, real_catalogue: Catalogue):
    assert sum(spelling in item.record.aliases for item in real_catalogue.agencies.values()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_name_as_printed_finds_a_partner(name: str, real_catalogue: Catalogue):
    records = [item.record for item in real_catalogue.partners.values()]
    known = {alias.name for record in records for alias in record.aliases}
    former = {past.name.vi for record in records for past in record.former_names}
    assert name in known | former
