"""The OpenAPI description against a public validator, and against the files that it describes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from macros.catalogue.catalogue import Catalogue
from macros.export.api import json_files
from tests.conftest import ENVIRONMENT


@pytest.fixture(scope="module")
def description(exported: Path) -> Any:
    return json.loads((exported / "api/v1/openapi.json").read_text(encoding="utf-8"))


def test_it_is_valid(description):
    OpenAPIV31SpecValidator(description).validate()


def test_it_says_where_the_files_lie_and_under_which_licence(description):
    assert description["servers"] == [{"url": ENVIRONMENT["SITE_URL"].rstrip("/")}]
    assert description["info"]["license"]["identifier"] == "CC-BY-4.0"


def test_its_paths_are_the_files(description, exported: Path):
    found = {f"/{path.relative_to(exported).as_posix()}" for path in (exported / "api").rglob("*.json")}
    described = set()
    for path, item in description["paths"].items():
        if "{id}" in path:
            folder = exported / path.lstrip("/").rpartition("/")[0]
            described |= {path.replace("{id}", file.stem) for file in folder.iterdir()}
            assert (folder / f"{item['parameters'][0]['example']}.json").is_file()
        else:
            described.add(path)
    own = {path for path in found if path.endswith(("schema.json", "openapi.json"))}
    assert described == found - own


def test_a_list_of_another_exporter_is_described_and_counted(catalogue: Catalogue, tmp_path: Path):
    folder = tmp_path / "api" / "v1"
    folder.mkdir(parents=True)
    changes = {"type": "array", "items": {"$ref": "#/$defs/Change"}}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {"Change": {"type": "object", "required": ["id"]}},
        "type": "object",
        "properties": {"changes": changes},
    }
    (folder / "changes.json").write_text('{"changes": [{"id": "a"}, {"id": "b"}]}')
    (folder / "changes.schema.json").write_text(json.dumps(schema))
    json_files.write(catalogue, tmp_path)
    described = json.loads((folder / "openapi.json").read_text(encoding="utf-8"))
    OpenAPIV31SpecValidator(described).validate()
    assert "/api/v1/changes.json" in described["paths"]
    assert json.loads((folder / "index.json").read_text(encoding="utf-8"))["counts"]["changes"] == 2


def test_the_files_are_what_it_promises(description, exported: Path):
    for path, item in description["paths"].items():
        schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        file = path.replace("{id}", item["parameters"][0]["example"] if "{id}" in path else "")
        content = json.loads((exported / file.lstrip("/")).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator({**schema, "components": description["components"]}).validate(content)
