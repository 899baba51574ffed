"""Pictures of the guides are shown where they were taken, at the size that was noted."""

from __future__ import annotations

import json
from pathlib import Path

from macros.contribute.handbook.pictures import Picture, picture, picture_file


def test_a_picture_is_there_once_it_is_noted_and_its_file_exists(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "pictures.json").write_text(json.dumps({"form": {"width": 640, "height": 400}}))
    assert picture(tmp_path, "form", "en") is None
    file = picture_file(tmp_path, "form", "en")
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    assert picture(tmp_path, "form", "en") == Picture("contribute/pictures/form.webp", 640, 400)
    assert picture(tmp_path, "form", "vi") is None
    assert picture(tmp_path, "other", "en") is None
