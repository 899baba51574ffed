"""The modules that a page asks for ahead of time are those that its script imports."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.website.template_helpers.scripts import modules


def write(folder: Path, **sources: str) -> None:
    for name, source in sources.items():
        path = folder / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source)


def test_modules_that_are_imported_from_elsewhere_or_by_several_are_named_once(tmp_path: Path):
    write(
        tmp_path,
        form='import { a } from "./form/a.js";\nimport {\n  b,\n} from "./form/b.js";\n',
        form__a='import "../shared.js";\nimport { b } from "./b.js";\n',
        form__b='// import { c } from "./c.js";\nimport { s } from "../shared.js";\nimport { a } from "./a.js";\n',
        shared="export const s = 'import \"./no.js\"';\n",
    )
    assert modules("form.js", tmp_path) == ["form.js", "form/a.js", "form/b.js", "shared.js"]


def test_a_module_that_is_missing_stops_the_build(tmp_path: Path):
    write(tmp_path, form='import { a } from "./a.js";\n')
    with pytest.raises(FileNotFoundError):
        modules("form.js", tmp_path)
