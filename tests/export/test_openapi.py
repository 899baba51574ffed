"""The OpenAPI description against a public validator, and against the files that it describes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator


@pytest.fixture(scope="module")
def description(exported: Path) -> Any:
    return json.loads((exported / "api/v1/openapi.json").read_text(encoding="utf-8"))


def test_it_is_valid(description):
    OpenAPIV31SpecValidator(description).validate()


def test_it_says_where_the_files_lie_and_under_which_licence(description):
    assert description["servers"] == [{"url": "https://example.org/danang"}]
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


def test_the_files_are_what_it_promises(description, exported: Path):
    for path, item in description["paths"].items():
        schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        file = path.replace("{id}", item["parameters"][0]["example"] if "{id}" in path else "")
        content = json.loads((exported / file.lstrip("/")).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator({**schema, "components": description["components"]}).validate(content)
