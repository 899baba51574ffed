"""The log as JSON against its schema, and read back against the history."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api import changes
from macros.records.check.rules import check
from macros.records.history.git import read
from macros.views import addresses
from macros.views.change_log.log import ChangeLog
from tests.repository import Repository

UNTIL = {"vi": "03/08/2023", "en": "3 August 2023"}


def written(catalogue: Catalogue, target: Path) -> Any:
    changes.write(catalogue, target)
    folder = target / "api" / "v1"
    schema = json.loads((folder / "changes.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    content = json.loads((folder / "changes.json").read_text(encoding="utf-8"))
    jsonschema.validate(content, schema, cls=jsonschema.Draft202012Validator)
    return content


def test_every_change_is_listed_newest_first(repository: Repository, tmp_path: Path):
    repository.replace("data/partners.yaml", "kind: indefinite", "kind: until\n        until: 2023-08-03")
    repository.commit()
    history = read(repository.root)
    changed = Catalogue(check(repository.root)[0], dt.date(2026, 11, 21), history)
    content = written(changed, tmp_path / "out")
    assert (content["complete"], content["missing"], content["as_of"]) == (True, None, "2026-11-21")
    assert content["licence"] == "CC-BY-4.0"
    lines = (tmp_path / "out" / addresses.CHANGE_LINES).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == content["changes"]
    listed = [(c["commit"], c["record"]["kind"], c["record"]["id"], c["action"]) for c in content["changes"]]
    assert listed == [(c.commit, c.kind, c.id, c.action) for c in history.changes]
    ids = [change["id"] for change in content["changes"]]
    assert len(ids) == len(set(ids))
    assert content["changes"][0] == {
        "id": str(addresses.lasting_id(history.changes[0].key)),
        "commit": history.changes[0].commit,
        "time": "2026-01-02T20:00:00Z",
        "date": "2026-01-03",
        "action": "changed",
        "record": {"kind": "agreement", "id": "sakai-2009"},
        "about": {"kind": "agreement", "id": "sakai-2009"},
        "former_id": None,
        "fields": [
            {
                "field": "term",
                "before": {lang: texts(lang)["terms"]["indefinite"] for lang in LANGS},
                "after": {lang: texts(lang)["terms"]["until"].format(until=UNTIL[lang]) for lang in LANGS},
            }
        ],
        "text": {lang: ChangeLog(changed, lang).entry(history.changes[0]).sentence for lang in LANGS},
        "url": {"vi": "agreements/sakai-2009/", "en": "en/agreements/sakai-2009/"},
    }


def test_without_history_the_file_says_so_and_lists_nothing(catalogue: Catalogue, tmp_path: Path):
    content = written(catalogue, tmp_path)
    assert (content["complete"], content["missing"], content["changes"]) == (False, "no-git", [])
