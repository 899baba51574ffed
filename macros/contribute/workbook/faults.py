"""Faults of a workbook, told by cell in both languages, with the way to mend each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.contribute.workbook.layout import sheet_name
from macros.records.check.messages import Message
from macros.views import addresses


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        rule: its name in :data:`FAULTS`.
        cell: the cell (``F12``); empty for a fault of the whole file.
        found: the value found.
        allowed: the values allowed.
        agency: the agency's name in both languages, once it is known whose workbook it is.
    """

    rule: str
    cell: str = ""
    found: str = ""
    allowed: str = ""
    agency: tuple[str, str] = ("", "")

    def text(self) -> str:
        """Return the fault for a terminal, in Vietnamese and then in English."""
        vi, en = self.sentences()
        return f"[{self.rule}]\n  LỖI: {vi}\n  ERROR: {en}"

    def sentences(self) -> tuple[str, str]:
        """Return the fault with its place, in Vietnamese and in English."""
        sheet = sheet_name("tasks")
        message = FAULTS[self.rule]
        places = (("sheet", "ô"), ("sheet", "cell"))
        lines = []
        for lang, name, (sheet_word, cell_word) in zip(LANGS, self.agency, places, strict=True):
            cell = [f"{sheet_word} {sheet}", f"{cell_word} {self.cell}"] if self.cell else []
            sentence = getattr(message, lang).format(found=self.found, allowed=self.allowed, form=_form(lang))
            lines.append(f"{', '.join(part for part in (name, *cell) if part)}: {sentence}".removeprefix(": "))
        return lines[0], lines[1]


def _form(lang: Lang) -> str:
    """Where somebody without a terminal gets the form: on the page of the agency."""
    agencies = addresses.absolute(addresses.index("agency"), lang)
    return str(texts(lang)["workbook"]["where"].format(link=texts(lang)["report"]["form_link"], agencies=agencies))


class Unreadable(Exception):
    """The workbook cannot be read at all; ``fault`` says why."""

    def __init__(self, rule: str, found: str = "", allowed: str = "") -> None:
        super().__init__(rule)
        self.fault = Fault(rule, found=found, allowed=allowed)


FAULTS: Final[dict[str, Message]] = {
    # --- the file --------------------------------------------------------------------------------------------------
    "no-file": Message(
        "không có tệp “{found}”. Hãy ghi đúng tên và đường dẫn của tệp.",
        "there is no file “{found}”. Give its name and path.",
    ),
    "empty-file": Message(
        "tệp trống. Hãy gửi lại tệp.",
        "the file is empty. Send it again.",
    ),
    "too-big": Message(
        "tệp quá lớn ({found} byte, tối đa {allowed}). Hãy xóa các hàng và sheet trống, hoặc dùng lại biểu gốc.",
        "the file is too big ({found} bytes, at most {allowed}). "
        "Delete empty rows and sheets, or fill in the original form.",
    ),
    "password": Message(
        "tệp có mật khẩu. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi lưu lại.",
        "the file has a password. Remove it (File › Info › Protect Workbook) and save again.",
    ),
    "old-excel": Message(
        "đây là tệp .xls kiểu cũ. Hãy lưu lại dạng “Excel Workbook (.xlsx)”.",
        "this is an old .xls file. Save it as “Excel Workbook (.xlsx)”.",
    ),
    "other-format": Message(
        "đây không phải tệp Excel (.xlsx) mà là {found}. Hãy lưu lại dạng “Excel Workbook (.xlsx)”.",
        "this is no Excel file (.xlsx) but {found}. Save it as “Excel Workbook (.xlsx)”.",
    ),
    "broken": Message(
        "tệp hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi gửi lại.",
        "the file is damaged and cannot be read. Open it in Excel, save it and send it again.",
    ),
    "too-much": Message(
        "đọc tệp này cần quá nhiều thời gian hoặc bộ nhớ. Hãy dùng lại biểu gốc.",
        "reading this file takes too much time or memory. Fill in the original form.",
    ),
    "too-many-rows": Message(
        "sheet có đến hàng {found}, tối đa {allowed}. Hãy xóa các hàng dưới bảng.",
        "the sheet goes down to row {found}, at most {allowed} are read. Delete the rows below the table.",
    ),
    "merged-area": Message(
        "vùng {found} quá lớn để gộp ô hoặc gắn liên kết. Hãy bỏ gộp ô, hoặc dùng lại biểu gốc.",
        "the area {found} is too large to be merged or linked. Unmerge it, or fill in the original form.",
    ),
    # --- whose it is -----------------------------------------------------------------------------------------------
    "not-the-form": Message(
        "đây không phải biểu báo cáo nhiệm vụ (thiếu sheet “{found}”). {form}",
        "this is not the form for reporting tasks (the sheet “{found}” is missing). {form}",
    ),
    "version": Message(
        "biểu thuộc phiên bản “{found}”; chỉ đọc được phiên bản {allowed}. {form}",
        "the form has version “{found}”; version {allowed} can be read. {form}",
    ),
    "agency": Message(
        "không có cơ quan nào mang mã “{found}”. {form}",
        "there is no agency “{found}”. {form}",
    ),
    "columns": Message(
        "không tìm thấy hàng tiêu đề đủ các cột. Thiếu: {found}. Hãy khôi phục tiêu đề hoặc dùng lại biểu gốc.",
        "no heading row with all columns was found. Missing: {found}. Restore the headings, or use the original form.",
    ),
    # --- one row ---------------------------------------------------------------------------------------------------
    "merged": Message(
        "các ô {found} bị gộp. Hãy bỏ gộp và điền từng ô.",
        "the cells {found} are merged. Unmerge them and fill in each.",
    ),
    "formula": Message(
        "ô có công thức. Hãy gõ thẳng nội dung.",
        "the cell holds a formula. Type its content.",
    ),
    "cell-error": Message(
        "ô có lỗi {found}. Hãy gõ lại nội dung.",
        "the cell holds the error {found}. Type its content again.",
    ),
    "no-task": Message(
        "hàng này có báo cáo nhưng không có mã nhiệm vụ. Hãy chép lại mã từ biểu gốc.",
        "this row holds a report but no task id. Copy the id from the original form.",
    ),
    "unknown-task": Message(
        "không có nhiệm vụ nào mang mã “{found}”. Gần giống: {allowed}. Hãy chép lại mã từ biểu gốc.",
        "there is no task “{found}”. Close matches: {allowed}. Copy the id from the original form.",
    ),
    "other-agency": Message(
        "nhiệm vụ “{found}” không giao cho cơ quan này. Hãy điền vào biểu của: {allowed}.",
        "the task “{found}” is not this agency's. Report it in the form of: {allowed}.",
    ),
    "task-number": Message(
        "số “{found}” không khớp mã nhiệm vụ (số đúng: {allowed}); có thể chỉ một phần bảng bị xếp lại. "
        "Hãy xem lại cả hàng với biểu gốc.",
        "the number “{found}” does not fit the task id (it is {allowed}); perhaps only a part of the table was sorted. "
        "Compare the row with the original form.",
    ),
    "task-twice": Message(
        "nhiệm vụ này đã có báo cáo ở hàng {found}. Hãy giữ một hàng.",
        "this task is already reported in row {found}. Keep one row.",
    ),
    "missing": Message(
        "thiếu “{found}”. Một báo cáo cần: {allowed}. Nếu không có gì mới, hãy để trống cả hàng.",
        "“{found}” is missing. A report needs: {allowed}. Leave the whole row empty where there is nothing new.",
    ),
    "status": Message(
        "“{found}” không phải tình trạng được dùng. Hãy chọn: {allowed}.",
        "“{found}” is not a status that can be reported. Choose one of: {allowed}.",
    ),
    "no-reason": Message(
        "tình trạng này cần lý do. Hãy điền cột “{found}”; biểu cũ chưa có cột đó thì dùng biểu mới.",
        "this status needs a reason. Fill in the column “{found}”; a form without it is an old one: use a new form.",
    ),
    "due-unsourced": Message(
        "dời hạn phải có căn cứ. Hãy điền liên kết tới văn bản cho phép.",
        "a deadline is moved by something. Fill in the link to the document that allows it.",
    ),
    "unknown-agency": Message(
        "không rõ “{found}” là cơ quan nào. Gần giống: {allowed}. Hãy ghi đúng tên; nhiều cơ quan thì cách nhau bằng "
        "“;”.",
        "it is not clear which agency “{found}” is. Close matches: {allowed}. Write its name; put “;” between several.",
    ),
    "date": Message(
        "“{found}” không phải ngày có thật. Hãy gõ 03/08/2026, 08/2026 hoặc 2026 (ngày trước, tháng sau).",
        "“{found}” is no date. Type 03/08/2026, 08/2026 or 2026 (day first).",
    ),
    "date-of-a-year": Message(
        "ô có định dạng ngày nên năm gõ vào bị đổi thành {found}. Hãy đổi định dạng ô thành Văn bản (Text) rồi gõ lại.",
        "the cell is formatted as a date, which turned a year into {found}. Format the cell as text and type it again.",
    ),
    "future": Message(
        "ngày {found} chưa tới (tính đến {allowed}). Việc chưa diễn ra thì chưa báo cáo.",
        "the date {found} has not come yet (as of {allowed}). What has not happened is not reported.",
    ),
    "not-text": Message(
        "ô cần chữ nhưng có “{found}”. Hãy gõ lại nội dung bằng chữ.",
        "the cell needs a text but holds “{found}”. Type words.",
    ),
    "too-long": Message(
        "nội dung có {found} ký tự, tối đa {allowed}. Hãy rút ngắn.",
        "the text has {found} characters, at most {allowed} are allowed. Shorten it.",
    ),
    "hidden-character": Message(
        "ô có ký tự ẩn {found}. Hãy xóa nội dung và gõ lại.",
        "the cell holds a hidden character, {found}. Delete the text and type it again.",
    ),
    "look-alike": Message(
        "chữ {found} chỉ trông giống “{allowed}”, nên tìm không ra. Hãy gõ “{allowed}”.",
        "the letter {found} only looks like “{allowed}”, so nobody finds the word. Type “{allowed}”.",
    ),
    "link": Message(
        "“{found}” không phải liên kết dùng được. Liên kết phải bắt đầu bằng https:// và không có dấu cách.",
        "“{found}” cannot be used as a link. Links begin with https:// and hold no spaces.",
    ),
}
