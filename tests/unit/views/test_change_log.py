"""The log in words, from real commits, in both languages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.records.history.changes import Change, FieldChange, History
from macros.records.history.git import read
from macros.records.kinds import IN_FILES
from macros.records.model import Agreement, Group, Record, Tally
from macros.views.change_log.log import LISTED, MANY, ChangeLog, shared_log
from tests.repository import Repository

PARTNERS = "data/partners.yaml"
TASKS = "data/tasks.yaml"
ODD_FIELDS = [
    *("signed", "term", "renewed", "sources", "lead", "value", "amounts", "result", "event"),
    *("kind", "instrument", "qualifier", "established", "old-field"),
]
CITY = """
- id: {name}
  kind: city
  country: jp
  name:
    vi: {name}
    en: {name}
  sources:
    - document: scheme
      locator: dòng 1
"""


def joined(repository: Repository) -> Catalogue:
    dataset, _ = check(repository.root)
    return Catalogue(dataset, dt.date(2026, 11, 21), read(repository.root))


def told(repository: Repository) -> dict[Lang, list[str]]:
    """The sentences since the first commit, in both languages."""
    repository.commit()
    catalogue = joined(repository)
    first = catalogue.history.changes[-1].commit
    changes = [change for change in catalogue.history.changes if change.commit != first]
    return {lang: [entry.sentence for entry in ChangeLog(catalogue, lang).entries(changes)] for lang in LANGS}


@pytest.mark.parametrize(
    ("file", "before", "after", "vi", "en"),
    [
        (
            PARTNERS,
            "kind: indefinite",
            "kind: until\n        until: 2023-08-03",
            "Thỏa thuận với Sakai (2009): ngày hết hạn là 03/08/2023",
            "Agreement with Sakai (2009): expiry set to 3 August 2023",
        ),
        (
            PARTNERS,
            "kind: indefinite",
            "kind: years\n        years: 5",
            "Thỏa thuận với Sakai (2009): thời hạn đổi từ Không có thời hạn thành 5 năm",
            "Agreement with Sakai (2009): term changed from Indefinite to 5 years",
        ),
        (
            PARTNERS,
            "signed: 2009",
            "signed: 2009-04",
            "Thỏa thuận với Sakai (04/2009): ngày ký đổi từ 2009 thành 04/2009",
            "Agreement with Sakai (April 2009): signing date changed from 2009 to April 2009",
        ),
        (
            PARTNERS,
            "instrument: agreement",
            "instrument: memorandum",
            "Bản ghi nhớ với Sakai (2009): loại văn kiện đổi từ Thỏa thuận thành Bản ghi nhớ",
            "Memorandum of understanding with Sakai (2009): instrument changed from Agreement to "
            "Memorandum of understanding",
        ),
        (
            PARTNERS,
            "        - date: 2019\n          kind: strengthened",
            "        - date: 2019\n          kind: strengthened\n        - date: 2024-05\n          kind: further",
            "Thỏa thuận với Sakai (2009): thêm vào các lần ký tiếp: 05/2024 (ký thêm)",
            "Agreement with Sakai (2009): added to further signings: May 2024 (further signing)",
        ),
        (
            TASKS,
            "  countries: [jp]",
            "  due: 2027-06\n  countries: [jp]",
            "Nhiệm vụ I.1 – Lập kế hoạch hội nhập: thời hạn hoàn thành là 06/2027",
            "Task I.1 – Draw up an integration plan: deadline set to June 2027",
        ),
        (
            TASKS,
            "  coordinating_all_relevant: true\n",
            "",
            "Nhiệm vụ I.1 – Lập kế hoạch hội nhập: bỏ các đơn vị liên quan phối hợp (trước là có)",
            "Task I.1 – Draw up an integration plan: supported by all relevant agencies removed (was yes)",
        ),
        (
            TASKS,
            "en: Draw up an integration plan every year.",
            "en: Draw up a plan every year.",
            "Nhiệm vụ I.1 – Lập kế hoạch hội nhập: nội dung bằng tiếng Anh đổi từ Draw up an integration plan every "
            "year. thành Draw up a plan every year.",
            "Task I.1 – Draw up an integration plan: content in English changed from Draw up an integration plan every "
            "year. to Draw up a plan every year.",
        ),
        (
            TASKS,
            "sectors: [tourism]",
            "sectors: []",
            "Nhiệm vụ I.1 – Lập kế hoạch hội nhập: bỏ khỏi lĩnh vực: Du lịch",
            "Task I.1 – Draw up an integration plan: removed from sectors: Tourism",
        ),
    ],
)
def test_a_change_is_told_in_words(file: str, before: str, after: str, vi: str, en: str, repository: Repository):
    repository.replace(file, before, after)
    assert told(repository) == {"vi": [vi], "en": [en]}


def test_a_long_text_is_not_repeated(repository: Repository):
    repository.replace(TASKS, "vi: Lập kế hoạch hội nhập hằng năm.", f"vi: {'Rất dài ' * 40}")
    assert told(repository)["en"] == ["Task I.1 – Draw up an integration plan: content in Vietnamese reworded"]


def test_a_part_of_a_list_that_reads_the_same_is_reworded(repository: Repository):
    repository.replace(PARTNERS, "kind: strengthened", "kind: strengthened\n          note: {vi: Mới, en: New}")
    assert told(repository)["en"] == ["Agreement with Sakai (2009): further signings reworded"]


def test_an_update_is_told_of_the_record_that_it_is_about(repository: Repository):
    repository.write(
        "data/updates/2024.yaml",
        "- id: x\n  record: agreement/sakai-2009\n  event: extended\n  date: 2024-05\n  until: 2029\n"
        "  note:\n    vi: Gia hạn.\n    en: Extended.\n",
    )
    assert told(repository) == {
        "vi": ["Thỏa thuận với Sakai (2009): ghi nhận lần gia hạn ngày 05/2024 đến 2029"],
        "en": ["Agreement with Sakai (2009): extension of May 2024 until 2029 recorded"],
    }


def test_many_records_of_one_commit_are_one_line_that_names_them(repository: Repository):
    text = "".join(CITY.format(name=f"city-{letter}") for letter in "abcde")
    repository.write("data/partners/more.yaml", text)
    assert told(repository) == {"vi": ["5 đối tác: được ghi nhận"], "en": ["5 partners: recorded"]}
    (entry, *_) = ChangeLog(joined(repository), "en").entries(joined(repository).history.changes)
    assert entry.members[0] == ("Partner city-a", "partners/city-a/")
    repository.write("data/partners/more.yaml", text.replace("kind: city", "kind: province"))
    assert told(repository)["en"][0] == "5 partners: kind changed"


def test_what_is_gone_is_called_by_its_last_name_and_has_no_page(repository: Repository):
    text = (repository.root / PARTNERS).read_text()
    added = text.replace("sakai", "kobe").replace("Sakai", "Kobe")
    repository.write("data/partners/kobe.yaml", added)
    repository.commit()
    (repository.root / "data/partners/kobe.yaml").unlink()
    assert told(repository)["en"][:2] == [
        "Partner Kobe: removed from the data",
        "Agreement with Kobe (2009): removed from the data",
    ]
    gone = ChangeLog(joined(repository), "vi").entries(joined(repository).history.changes)[0]
    assert gone.address == ""


def test_days_are_those_of_viet_nam(repository: Repository):
    # Committed at 20:00 UTC on the second.
    repository.replace(PARTNERS, "signed: 2009", "signed: 2010")
    repository.commit()
    catalogue = joined(repository)
    days = ChangeLog(catalogue, "en").days(catalogue.history.changes)
    assert [str(day.date) for day in days] == ["2026-01-03", "2026-01-02"]


@pytest.mark.parametrize("value", ["", "x", ["x", {"y": "z"}], {"a": ["b"]}, {"vi": ["x"]}, {"document": "gone"}])
@pytest.mark.parametrize("kind", ["agreement", "task", "update", "conflict", "place", "indicator"])
@pytest.mark.parametrize("field", ODD_FIELDS)
def test_no_value_of_an_old_format_is_too_odd_to_tell(value: object, kind: str, field: str, catalogue: Catalogue):
    names = (
        "name",
        "title",
        "label",
        "event",
        "date",
        "status",
        "until",
        "partner",
        "partner_name",
        "signed",
        "number",
    )
    known = dict.fromkeys([*names, "instrument"], value)
    about = "task/gone" if kind in {"update", "conflict"} else f"{kind}/gone"
    for before, after in ((None, value), (value, None), (value, "other"), ("other", value)):
        fields = (FieldChange(field, before, after),)
        change = Change(
            commit="c", moment=0, kind=kind, id="gone", action="changed", about=about, fields=fields, known_by=known
        )
        for lang in LANGS:
            log = ChangeLog(catalogue, lang)
            assert log.entry(change).sentence
            assert isinstance(log.value(change, field, value), str)


def test_keys_of_entries_tell_all_entries_apart(repository: Repository):
    repository.replace(PARTNERS, "signed: 2009", "signed: 2010")
    repository.commit()
    entries = ChangeLog(joined(repository), "vi").entries(joined(repository).history.changes)
    keys = [entry.key for entry in entries]
    assert len(keys) == len(set(keys))


def test_no_history_tells_nothing(catalogue: Catalogue):
    assert catalogue.history == History(missing="no-git")
    assert ChangeLog(catalogue, "vi").entries(catalogue.history.changes) == []


def test_every_field_of_every_record_has_a_word():
    models: list[type[Record]] = [*IN_FILES.values(), Agreement, Group]
    fields = {name for model in models if model is not Tally for name in model.model_fields}
    told_apart = {"id", "agreements", "groups", "documents"}
    for lang in LANGS:
        assert fields - told_apart <= set(texts(lang)["changes"]["fields"])


def test_a_kind_that_nobody_knows_any_more_is_told_by_its_id(small_root: Path):
    change = Change(commit="c", moment=0, kind="update", id="x", action="added", about="gadget/gone")
    log = ChangeLog(Catalogue(check(small_root)[0], dt.date(2026, 11, 21)), "en")
    assert log.entry(change).subject == "gone"
    assert log.entry(change).address == ""


def changes(number: int, field: str = "kind") -> list[Change]:
    """So many partners that changed alike in one commit."""
    fields = (FieldChange(field, "city", "province"),)
    ids = [f"city-{index}" for index in range(number)]
    return [
        Change(commit="c", moment=0, kind="partner", id=name, action="changed", about=f"partner/{name}", fields=fields)
        for name in ids
    ]


def test_only_what_changed_alike_is_told_together(small_root: Path):
    log = ChangeLog(Catalogue(check(small_root)[0], dt.date(2026, 11, 21)), "en")
    assert len(log.entries(changes(MANY))) == 1
    assert len(log.entries(changes(MANY - 1))) == MANY - 1
    assert len(log.entries([*changes(MANY), *changes(MANY, "name")])) == 2


def test_too_many_records_are_counted_but_not_listed(small_root: Path):
    log = ChangeLog(Catalogue(check(small_root)[0], dt.date(2026, 11, 21)), "en")
    (few,), (many,) = log.entries(changes(LISTED)), log.entries(changes(LISTED + 1))
    assert len(few.members) == LISTED
    assert many.members == ()
    assert many.subject == texts("en")["changes"]["many"]["partner"].format(n=LISTED + 1)
    assert len(many.records) == LISTED + 1


def test_exports_make_each_line_once(small_root: Path):
    records = Catalogue(check(small_root)[0], dt.date(2026, 11, 21))
    log = shared_log(records, "en")
    (change,) = changes(1)
    assert log.entry(change) is log.entry(change)
    assert shared_log(records, "en") is log
