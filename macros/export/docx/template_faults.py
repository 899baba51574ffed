"""Faults of a Word template, told in both languages with the place in it and the way to mend each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from macros.records.check.messages import Message

# The most characters of a paragraph that a message repeats, so that people find it.
_QUOTED: Final = 80
_PARTS: Final = {
    "document": ("thân văn bản", "body"),
    "header": ("đầu trang", "header"),
    "footer": ("chân trang", "footer"),
}
# The folder of the templates in the repository.
FOLDER: Final = "macros/export/docx/templates"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a template.

    Attributes:
        file: the name of the file.
        part: the part of it (``document``, ``header``, ``footer``); empty for the file as a whole.
        paragraph: the number of the paragraph in that part, from 1.
        text: the text of that paragraph.
    """

    file: str
    part: str = ""
    paragraph: int = 0
    text: str = ""

    def words(self, lang: str) -> str:
        """Return the place for people: ``report.vi.docx, body, paragraph 12 “…”``."""
        if not self.part:
            return self.file
        vi, en = _PARTS[self.part]
        quoted = self.text if len(self.text) <= _QUOTED else f"{self.text[:_QUOTED]} …"
        if lang == "vi":
            return f"{self.file}, {vi}, đoạn {self.paragraph} “{quoted}”"
        return f"{self.file}, {en}, paragraph {self.paragraph} “{quoted}”"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its name in :data:`FAULTS`, its place, the thing found and those allowed."""

    rule: str
    place: Place
    found: str = ""
    allowed: str = ""

    def at(self, place: Place) -> Fault:
        """Return the fault at another place."""
        return replace(self, place=place)

    def annotation(self) -> str:
        """Return the fault as a GitHub workflow command, which is shown at the file in a pull request."""
        message = self.text().replace("%", "%25").replace("\n", "%0A")
        return f"::error file={FOLDER}/{self.place.file},title={self.rule}::{message}"

    def text(self) -> str:
        """Return the fault for a terminal, in Vietnamese and then in English."""
        message = FAULTS[self.rule]
        lines = [
            f"{self.place.words(lang)}: {getattr(message, lang).format(found=self.found, allowed=self.allowed)}"
            for lang in ("vi", "en")
        ]
        return f"[{self.rule}]\n  LỖI: {lines[0]}\n  ERROR: {lines[1]}"


class TemplateRefused(Exception):
    """A template cannot be used; ``faults`` say why, all at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(fault.text() for fault in faults))
        self.faults = tuple(faults)


FAULTS: Final[dict[str, Message]] = {
    # --- the file --------------------------------------------------------------------------------------------------
    "template-missing": Message(
        "không có tệp mẫu này. Hãy lấy lại từ git: git checkout -- {found}",
        "there is no such template. Take it back from git: git checkout -- {found}",
    ),
    "template-locked": Message(
        "không đọc được tệp mẫu ({found}). Hãy đóng tệp trong Word và xem lại quyền đọc.",
        "the template cannot be read ({found}). Close it in Word and look at its permissions.",
    ),
    "template-password": Message(
        "tệp mẫu có mật khẩu hoặc là tệp .doc kiểu cũ. Hãy bỏ mật khẩu và lưu dạng “Word Document (.docx)”.",
        "the template has a password or is an old .doc file. Remove the password and save it as .docx.",
    ),
    "template-broken": Message(
        "tệp mẫu hỏng, không đọc được ({found}). Hãy mở bằng Word, lưu lại dạng .docx.",
        "the template is damaged and cannot be read ({found}). Open it in Word and save it as .docx.",
    ),
    "template-too-big": Message(
        "tệp mẫu quá lớn ({found} byte, tối đa {allowed}). Hãy dùng ảnh nhỏ hơn.",
        "the template is too big ({found} bytes, at most {allowed}). Use smaller pictures.",
    ),
    "picture-missing": Message(
        "thiếu phần “{found}” mà tệp mẫu dùng (thường là ảnh). Hãy chèn lại ảnh trong Word rồi lưu.",
        "the part “{found}” that the template uses is missing (a picture, mostly). Insert the picture again in Word.",
    ),
    "linked": Message(
        "tệp mẫu liên kết tới “{found}” ở ngoài. Hãy chèn ảnh vào hẳn trong tệp; chỉ chữ được dẫn tới https://.",
        "the template links to “{found}” outside it. Embed pictures in the file; only text may link, to https://.",
    ),
    "active": Message(
        "tệp mẫu có “{found}” (macro, đối tượng nhúng, trường tự chạy). Hãy xóa đi; trường Word chỉ dùng: {allowed}.",
        "the template holds “{found}” (a macro, an object or an active field). Delete it; fields allowed: {allowed}.",
    ),
    "tracked": Message(
        "tệp mẫu còn sửa đổi theo dõi hoặc nhận xét. Hãy chấp nhận mọi sửa đổi, xóa nhận xét rồi lưu.",
        "the template holds tracked changes or comments. Accept all changes, delete the comments and save.",
    ),
    # --- a field ---------------------------------------------------------------------------------------------------
    "unknown-field": Message(
        "không có trường “{found}”. Các trường ở chỗ này: {allowed}.",
        "there is no field “{found}”. Fields at this place: {allowed}.",
    ),
    "not-printable": Message(
        "“{found}” là danh sách hoặc nhóm trường, không in thẳng được. Hãy ghi từng trường: {allowed}.",
        "“{found}” is a list or a group of fields and cannot be printed. Name one of its fields: {allowed}.",
    ),
    "not-a-list": Message(
        "“{found}” không phải danh sách nên không lặp được. Danh sách ở chỗ này: {allowed}.",
        "“{found}” is no list to go through. Lists at this place: {allowed}.",
    ),
    "not-allowed": Message(
        "tệp mẫu không được dùng “{found}”. Chỉ dùng: {allowed}.",
        "a template must not use “{found}”. It may use: {allowed}.",
    ),
    "syntax": Message(
        "trường viết sai ({found}). Hãy xem lại các dấu {{{{ }}}} và {{% %}}: mở và đóng đủ cặp, trong cùng một đoạn.",
        "a field is written wrong ({found}). Look at {{{{ }}}} and {{% %}}: opened and closed, in one paragraph.",
    ),
    "layout": Message(
        "sau khi điền, tệp không còn là văn bản Word hợp lệ ({found}). Mở và đóng vòng lặp ở cùng một cấp: {allowed}.",
        "filled in, it is no valid Word document ({found}). Begin and end a loop at the same level: {allowed}.",
    ),
}
