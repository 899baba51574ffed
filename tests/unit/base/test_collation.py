from __future__ import annotations

from macros.base.collation import collate


def test_vietnamese_collation_puts_d_with_stroke_after_d_and_before_e():
    names = ["Đức", "Ecuador", "Dubai", "Daegu", "Đan Mạch"]
    assert collate(names, str, "vi") == ["Daegu", "Dubai", "Đan Mạch", "Đức", "Ecuador"]


def test_vietnamese_collation_puts_letters_before_tones():
    names = ["ấm", "an", "ăn", "ân", "ản", "àn", "ãn", "án", "ạn"]
    assert collate(names, str, "vi") == ["an", "àn", "ản", "ãn", "án", "ạn", "ăn", "ấm", "ân"]


def test_vietnamese_collation_does_not_depend_on_how_accents_are_typed():
    composed, decomposed = "Ấn Độ", "A\u0302\u0301n Đo\u0323\u0302"
    assert collate([composed, "Anh"], str, "vi")[0] == "Anh"
    assert collate([decomposed, "Anh"], str, "vi")[0] == "Anh"


def test_spaces_sort_before_letters():
    assert collate(["Nam Úc", "Na Uy"], str, "vi") == ["Na Uy", "Nam Úc"]


def test_english_collation_ignores_accents():
    assert collate(["Réunion", "Salo", "Queensland"], str, "en") == ["Queensland", "Réunion", "Salo"]
