"""Changes from one state of the data to the next, without a repository."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from macros.records.history.changes import Change, History
from macros.records.history.concerns import subject, touched
from macros.records.history.old_files import Key, Parser, Plain, parse
from macros.records.history.replay import Replay

PARTNER = {"id": "sakai", "name": {"vi": "Sakai", "en": "Sakai"}, "country": "jp", "sectors": ["tourism"]}
AGREEMENT = {"id": "sakai-2009", "partner": "sakai", "instrument": "agreement", "signatory": "committee"}
RECORDS: dict[Key, Plain] = {
    ("partner", "sakai"): PARTNER,
    ("agreement", "sakai-2009"): AGREEMENT,
    ("task", "a"): {"id": "a", "lead": ["foreign-affairs"], "countries": ["kr"]},
}


def step(replay: Replay, files: dict[str, dict[Key, Plain] | None]) -> list[tuple[str, str, str]]:
    return [(change.action, change.kind, change.id) for change in replay.step("c", 0, files)]


def concerned(kind: str, record: dict[str, Any]) -> set[str]:
    return touched((kind, record["id"]), record, RECORDS.get)


def test_a_record_concerns_itself_and_the_countries_sectors_and_agencies_that_it_names():
    assert concerned("task", RECORDS["task", "a"]) == {"agency/foreign-affairs", "country/kr", "task/a"}
    assert concerned("country", {"id": "hk", "part_of": "cn"}) == {"country/hk", "country/cn"}
    assert concerned("document", {"id": "x", "title": {"vi": "a"}}) == set()


def test_it_concerns_those_that_its_partner_or_subject_names():
    partners = {"partner/sakai", "country/jp", "sector/tourism"}
    assert concerned("agreement", AGREEMENT) == {"agency/committee", *partners}
    assert concerned("activity", {"id": "x", "partners": ["sakai"]}) == partners
    renewal = {"id": "x", "record": "agreement/sakai-2009"}
    assert concerned("update", renewal) == {"agency/committee", *partners}
    assert concerned("conflict", {"id": "x", "record": "task/a"}) == {"agency/foreign-affairs", "country/kr", "task/a"}
    assert concerned("place", {"id": "sakai"}) == partners
    assert concerned("update", {"id": "x", "record": "task/gone"}) == set()


def test_a_place_with_a_name_and_a_record_without_a_subject_are_about_themselves():
    assert subject(("place", "da-nang"), {"id": "da-nang", "name": {}}) == ("place", "da-nang")
    assert subject(("place", "sakai"), {"id": "sakai"}) == ("partner", "sakai")
    assert subject(("update", "x"), {"id": "x", "record": "nonsense"}) == ("update", "x")
    assert subject(("task", "x"), {"id": "x", "record": "task/y"}) == ("task", "x")


def test_values_of_any_shape_in_old_files_concern_nobody():
    assert concerned("task", {"id": "x", "lead": {"a": "b"}, "countries": [["jp"], "kr"], "sectors": None}) == {
        "country/kr",
        "task/x",
    }


def test_changes_are_told_in_the_order_of_kinds_and_ids():
    records: dict[Key, Plain] = {
        ("task", "b"): {"id": "b"},
        ("task", "a"): {"id": "a"},
        ("country", "vn"): {"id": "vn"},
        ("task-group", "g"): {"id": "g"},
        ("update", "u"): {"id": "u"},
    }
    assert [key[1:] for key in step(Replay(), {"x": records})] == [
        ("country", "vn"),
        ("task", "a"),
        ("task", "b"),
        ("update", "u"),
        ("task-group", "g"),
    ]


def test_a_file_that_cannot_be_read_counts_as_unchanged_until_it_can():
    replay = Replay()
    step(replay, {"a": {("sector", "x"): {"id": "x", "n": "1"}}})
    assert step(replay, {"a": None}) == []
    assert step(replay, {"a": {("sector", "x"): {"id": "x", "n": "2"}}}) == [("changed", "sector", "x")]


def test_a_record_in_two_files_stands_as_in_the_first_by_name():
    replay = Replay()
    key: Key = ("sector", "x")
    step(replay, {"b": {key: {"id": "x", "n": "b"}}})
    assert step(replay, {"a": {key: {"id": "x", "n": "a"}}}) == [("changed", "sector", "x")]
    assert replay.get(key) == {"id": "x", "n": "a"}
    assert step(replay, {"a": {}}) == [("changed", "sector", "x")]
    assert step(replay, {"b": {}}) == [("removed", "sector", "x")]
    assert replay.get(key) is None


def test_two_records_of_one_content_are_not_taken_for_renamed():
    replay = Replay()
    step(replay, {"a": {("sector", "x"): {"id": "x", "n": "1"}}})
    both: dict[Key, Plain] = {("sector", "y"): {"id": "y", "n": "1"}, ("sector", "z"): {"id": "z", "n": "1"}}
    assert step(replay, {"a": both}) == [("removed", "sector", "x"), ("added", "sector", "y"), ("added", "sector", "z")]


def test_a_renamed_record_has_its_former_id_and_concerns_whom_it_did():
    replay = Replay()
    replay.step("c", 0, {"a": {("task", "x"): {"id": "x", "lead": ["one"]}}})
    (change,) = replay.step("c", 0, {"a": {("task", "y"): {"id": "y", "lead": ["one"]}}})
    assert (change.action, change.id, change.former, change.fields) == ("renamed", "y", "x", ())
    assert change.touches == ("agency/one", "task/x", "task/y")


def test_a_removed_agreement_is_known_by_its_instrument_date_and_partner():
    replay = Replay()
    files: dict[str, dict[Key, Plain] | None] = {
        "a": {("partner", "sakai"): PARTNER, ("agreement", "sakai-2009"): {**AGREEMENT, "signed": "2009"}}
    }
    replay.step("c", 0, files)
    changes = {change.kind: change for change in replay.step("d", 1, {"a": {}})}
    assert changes["agreement"].known_by == {
        "partner": "sakai",
        "instrument": "agreement",
        "signed": "2009",
        "partner_name": PARTNER["name"],
    }
    assert changes["partner"].known_by == {"name": PARTNER["name"]}


def test_a_history_finds_changes_by_subject_by_those_concerned_and_by_year_in_vietnam():
    # 31 December 2025, 18:00 UTC: already the next year in Vietnam.
    new_year = 1767204000
    late = Change(
        commit="b",
        moment=new_year,
        kind="update",
        id="u",
        action="added",
        about="task/a",
        touches=("agency/one",),
    )
    early = Change(commit="a", moment=new_year - 7200, kind="task", id="a", action="added", about="task/a")
    history = History((late, early))
    assert history.of("task", "a") == (late, early)
    assert history.of("update", "u") == ()
    assert history.touching("agency", "one") == (late,)
    assert dict(history.by_year) == {2026: (late,), 2025: (early,)}
    assert history.complete
    assert not History(missing="no-git").complete


def test_parts_of_old_files_that_are_no_records_are_left_out():
    found = parse(b"- id: sakai\n  agreements: none yet\n- just text\n- name: no id\n- id: [a]\n", "partner")
    assert found == {("partner", "sakai"): {"id": "sakai"}}
    assert parse(b"", "partner") == {}
    assert parse(b"id: not-a-list\n", "partner") is None
    assert parse(b"- id: &a x\n  name: *a\n", "partner") is None


@pytest.mark.parametrize(
    "text",
    [
        '- id: a\n  note: "first\n- id: b"\n- id: c\n',
        "- id: a\n  list: [one,\n- two]\n",
        "---\n- id: a\n",
        "- id: a\r\n- id: b\r\n",
        "-\n  id: a\n# between\n\n- id: b\n  note: |\n    - id: c\n",
        "  - id: a\n  - id: b\n",
        "- id: a\nid: b\n",
        "- id: &a x\n- id: *a\n",
    ],
)
def test_a_file_read_record_by_record_says_what_it_says_as_a_whole(text: str):
    def plain() -> object:
        try:
            loaded = yaml.load(text, yaml.BaseLoader)
        except yaml.YAMLError:
            return None
        return [item["id"] for item in loaded] if isinstance(loaded, list) else None

    found = parse(text.encode(), "agency")
    expected = None if "*a" in text else plain()
    assert (None if found is None else [name for _, name in found]) == expected


def test_what_stands_in_two_versions_of_a_file_is_parsed_once():
    parser = Parser()
    first = parser.parse(b"- id: a\n- id: b\n", "agency")
    second = parser.parse(b"- id: new\n- id: a\n- id: b\n", "agency")
    assert first is not None
    assert second is not None
    assert second["agency", "b"] is first["agency", "b"]


def test_a_record_that_keeps_its_former_id_was_renamed_whatever_else_changed():
    replay = Replay()
    replay.step("c", 0, {"a": {("task", "x"): {"id": "x", "due": "2026", "lead": ["one"]}}})
    new: dict[Key, Plain] = {("task", "y"): {"id": "y", "former_ids": ["x"], "due": "2027", "lead": ["one"]}}
    (change,) = replay.step("c", 0, {"a": new})
    assert (change.action, change.id, change.former) == ("renamed", "y", "x")
    assert [(field.field, field.before, field.after) for field in change.fields] == [("due", "2026", "2027")]


def test_a_partner_with_its_agreement_place_and_all_that_names_it_is_renamed_once():
    def files(partner: str, agreement: str, **more: Any) -> dict[str, dict[Key, Plain] | None]:
        return {
            "a": {
                ("partner", partner): {"id": partner, "name": {"vi": "S", "en": "S"}, **more},
                ("agreement", agreement): {"id": agreement, "partner": partner, "signed": "2009"},
                ("place", partner): {"id": partner, "latitude": "1"},
                ("activity", "x"): {"id": "x", "partners": [partner]},
                ("conflict", "c"): {"id": "c", "record": f"agreement/{agreement}", "values": [{"value": "1"}]},
            }
        }

    replay = Replay()
    replay.step("c", 0, files("sakai", "sakai-2009"))
    (change,) = replay.step("d", 1, files("sakai-city", "sakai-city-2009", former_ids=["sakai"]))
    assert (change.action, change.kind, change.id, change.former) == ("renamed", "partner", "sakai-city", "sakai")
    assert replay.moved() == {
        ("partner", "sakai"): ("partner", "sakai-city"),
        ("agreement", "sakai-2009"): ("agreement", "sakai-city-2009"),
        ("place", "sakai"): ("place", "sakai-city"),
    }


def test_a_record_that_another_takes_over_was_merged_and_not_removed():
    replay = Replay()
    replay.step("c", 0, {"a": {("sector", "x"): {"id": "x", "n": "1"}, ("sector", "y"): {"id": "y", "n": "2"}}})
    (change,) = replay.step("d", 1, {"a": {("sector", "y"): {"id": "y", "former_ids": ["x"], "n": "2"}}})
    assert (change.action, change.id, change.about, change.former) == ("merged", "x", "sector/y", "x")
    assert replay.moved() == {("sector", "x"): ("sector", "y")}


def test_a_record_that_was_named_before_it_went_was_merged():
    replay = Replay()
    y = {"id": "y", "former_ids": ["x"], "n": "2"}
    replay.step("c", 0, {"a": {("sector", "x"): {"id": "x", "n": "1"}, ("sector", "y"): y}})
    (change,) = replay.step("d", 1, {"a": {("sector", "y"): y}})
    assert (change.action, change.id, change.about) == ("merged", "x", "sector/y")


@pytest.mark.parametrize("former", [["x", "y"], ["y", "x"]])
def test_of_two_records_that_become_one_the_one_that_it_is_like_was_renamed(former: list[str]):
    replay = Replay()
    replay.step("c", 0, {"a": {("sector", "x"): {"id": "x", "n": "1"}, ("sector", "y"): {"id": "y", "n": "2"}}})
    changes = replay.step("d", 1, {"b": {("sector", "z"): {"id": "z", "former_ids": former, "n": "2"}}, "a": {}})
    assert [(change.action, change.id, change.former, change.fields) for change in changes] == [
        ("merged", "x", "x", ()),
        ("renamed", "z", "y", ()),
    ]


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([["x"], ["y", "x"], ["z", "x", "y"]], ("renamed", "z", "y")),
        ([["x"], ["y", "x"], ["x", "y"]], ("renamed", "x", "y")),
        ([["x"], ["y", "x"], ["x"]], ("renamed", "x", "y")),
        ([["x"], ["y", "x", "y"]], ("renamed", "y", "x")),
        ([["x"], None, ["y", "x"]], ("renamed", "y", "x")),
    ],
    ids=["on", "back", "back and forgotten", "named after itself", "past a broken commit"],
)
def test_an_id_may_change_again_and_again(steps: list[list[str] | None], told: tuple[str, str, str]):
    """Each step is the record's id and its former ids; None is a file that cannot be read."""
    replay = Replay()
    for number, ids in enumerate(steps):
        # Another file each time: where it stands says nothing.
        gone: dict[str, dict[Key, Plain] | None] = {f"file {other}": {} for other in range(number)}
        here: dict[Key, Plain] | None = None
        if ids is not None:
            here = {("sector", ids[0]): {"id": ids[0], "former_ids": ids[1:], "n": "1"}}
        changes = replay.step("c", 0, {f"file {number}": here} | (gone if here else {}))
    assert [(change.action, change.id, change.former) for change in changes] == [told]


def test_the_history_of_a_record_goes_on_under_its_new_id():
    replay = Replay()
    first = replay.step("c", 0, {"a": {("agency", "x"): {"id": "x", "n": "1"}}})
    second = replay.step("d", 1, {"a": {("agency", "y"): {"id": "y", "former_ids": ["x"], "n": "1"}}})
    third = replay.step("e", 2, {"a": {("agency", "z"): {"id": "z", "former_ids": ["x", "y"], "n": "2"}}})
    history = History((*third, *second, *first), moved=replay.moved())
    assert [change.commit for change in history.of("agency", "z")] == ["e", "d", "c"]
    assert [change.commit for change in history.touching("agency", "z")] == ["e", "d", "c"]
    assert history.now("agency/x") == "agency/z"


def test_an_id_that_a_record_has_leads_to_that_record():
    replay = Replay()
    replay.step("c", 0, {"a": {("sector", "x"): {"id": "x", "n": "1"}}})
    replay.step("d", 1, {"a": {("sector", "y"): {"id": "y", "former_ids": ["x"], "n": "1"}}})
    replay.step("e", 2, {"b": {("sector", "x"): {"id": "x", "n": "other"}}})
    assert replay.moved() == {}
