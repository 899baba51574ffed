"""Messages about a file: its name, its place, how its YAML is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.records.check.messages.message import Message

FILES: Final[Mapping[str, Message]] = {
    "unknown-file": Message(
        "tệp này không thuộc bộ dữ liệu nào. Được dùng: {allowed}. Hãy đổi tên hoặc chuyển tệp đi.",
        "this file belongs to no kind of record. Allowed: {allowed}. Rename it or move it away.",
    ),
    "missing-file": Message(
        "thiếu tệp {found}. Hãy khôi phục tệp.",
        "the file {found} is missing. Restore it.",
    ),
    "regular-file": Message(
        "đây không phải tệp thường (liên kết, ống dẫn…). Hãy thay bằng một tệp YAML.",
        "this is not an ordinary file (a link, a pipe …). Replace it with a YAML file.",
    ),
    "file-too-large": Message(
        "tệp có {found} byte, tối đa {allowed}. Hãy tách thành các tệp nhỏ trong thư mục cùng tên.",
        "the file has {found} bytes, at most {allowed} are allowed. Split it into files in a folder of the same name.",
    ),
    "unreadable-file": Message(
        "không đọc được tệp: {found}. Hãy xem lại quyền đọc của tệp hoặc thư mục.",
        "the file cannot be read: {found}. Look at the permissions of the file or folder.",
    ),
    "file-name": Message(
        "tên tệp có ký tự lạ. Hãy đặt lại tên bằng a–z, 0–9 và dấu gạch nối.",
        "the file's name holds strange characters. Rename it with a–z, 0–9 and hyphens.",
    ),
    "too-much-data": Message(
        "đến tệp này dữ liệu đã quá {allowed}. Hãy kiểm tra xem có tệp chép nhầm vào data/ không.",
        "with this file the data exceeds {allowed}. See whether files were copied into data/ by mistake.",
    ),
    "too-many-problems": Message(
        "tệp này còn lỗi khác cùng loại chưa liệt kê: mới nêu {allowed}. Hãy sửa rồi kiểm tra lại.",
        "this file has further mistakes of these kinds: the first {allowed} are listed. Mend them and check again.",
    ),
    "utf-8": Message(
        "byte {found} không phải UTF-8. Hãy lưu tệp với mã hóa UTF-8.",
        "byte {found} is not UTF-8. Save the file as UTF-8.",
    ),
    "yaml-syntax": Message(
        "YAML không đọc được: {found}. Hãy xem lại thụt lề, dấu hai chấm và dấu ngoặc quanh chỗ này.",
        "the YAML cannot be read: {found}. Look at indentation, colons and quotes around this place.",
    ),
    "tab": Message(
        "có dấu tab. Hãy dùng dấu cách để thụt lề.",
        "there is a tab. Use spaces.",
    ),
    "control-character": Message(
        "có ký tự điều khiển {found}. Hãy xóa ký tự này.",
        "there is a control character, {found}. Delete it.",
    ),
    "bidirectional-character": Message(
        "có ký tự ẩn đổi chiều chữ {found}. Hãy xóa ký tự này.",
        "there is a hidden character that changes the direction of text, {found}. Delete it.",
    ),
    "invisible-character": Message(
        "có ký tự vô hình {found}. Hãy xóa ký tự này hoặc gõ lại chữ.",
        "there is an invisible character, {found}. Delete it or type the word again.",
    ),
    "lost-character": Message(
        "có ký tự {found} (�): chữ gốc ở đây đã mất khi chuyển mã. Hãy gõ lại chữ theo tài liệu.",
        "there is {found} (�): the character that stood here was lost in conversion. Type it again from the document.",
    ),
    "look-alike": Message(
        "chữ {found} chỉ trông giống “{allowed}”, nên tìm không ra. Hãy gõ “{allowed}”.",
        "the letter {found} only looks like “{allowed}”, so nobody finds the word. Type “{allowed}”.",
    ),
    "nfc": Message(
        "chữ có dấu ở dạng tổ hợp rời: “{found}”. Hãy gõ lại bằng Unicode dựng sẵn (NFC).",
        "accents are typed as separate characters: “{found}”. Type the text again in composed Unicode (NFC).",
    ),
    "duplicate-key": Message(
        "mục “{found}” ghi hai lần trong cùng một bản ghi. Hãy giữ một.",
        "the key “{found}” stands twice in one record. Keep one.",
    ),
    "anchor": Message(
        "không dùng neo và tham chiếu YAML ({found}). Hãy viết lại nội dung tại đây.",
        "YAML anchors and aliases are not used ({found}). Write the content out here.",
    ),
    "tag": Message(
        "không dùng thẻ kiểu YAML ({found}). Hãy xóa thẻ; nếu chữ bắt đầu bằng dấu !, đặt trong ngoặc kép.",
        "YAML tags are not used ({found}). Delete it; put quotes around a text that begins with !.",
    ),
    "one-document": Message(
        "tệp có nhiều hơn một tài liệu YAML. Hãy bỏ dòng ---.",
        "the file holds more than one YAML document. Delete the line ---.",
    ),
    "nesting": Message(
        "các mục lồng nhau quá {allowed} tầng. Hãy xem lại thụt lề.",
        "values are nested more than {allowed} deep. Look at the indentation.",
    ),
    "too-many-values": Message(
        "một bản ghi hoặc một tệp có quá nhiều giá trị ({allowed}). Hãy tách ra.",
        "one record or one file has too many values ({allowed}). Split it.",
    ),
    "key-is-text": Message(
        "tên mục phải là chữ. Nếu giá trị bắt đầu bằng {{ hoặc [, hãy đặt trong ngoặc kép.",
        "a key has to be text. Put quotes around a value that begins with {{ or [.",
    ),
    "empty-value": Message(
        "mục “{field}” không có giá trị. Điều chưa biết thì bỏ hẳn dòng này.",
        "“{field}” has no value. Leave the line out when a thing is not known.",
    ),
    "list-of-records": Message(
        "tệp phải là một danh sách, mỗi bản ghi bắt đầu bằng “- id:”.",
        "the file has to be a list whose records begin with “- id:”.",
    ),
}
