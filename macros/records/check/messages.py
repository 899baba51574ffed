"""Every rule of the data check with its message: what was found, what is allowed, how to mend it.

Vietnamese first, English second. ``{found}``, ``{allowed}``, ``{field}`` and named details are filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Message:
    """A rule's message in both languages; warnings do not keep the site from being published."""

    vi: str
    en: str
    severity: Literal["error", "warning"] = "error"


# A reference to a record as it should be written.
REFERENCE_EXAMPLE: Final = "agreement/kawasaki-2007"

MESSAGES: Final[dict[str, Message]] = {
    # --- how a file is written -------------------------------------------------------------------------------------
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
    # --- one record ------------------------------------------------------------------------------------------------
    "wrong-shape": Message(
        "mục “{field}” phải là {expected_vi}. Hãy xem bản ghi mẫu trong CONTRIBUTING.md.",
        "“{field}” has to be {expected_en}. See the specimen record in CONTRIBUTING.md.",
    ),
    "missing-field": Message(
        "thiếu mục “{field}”. Hãy thêm mục này.",
        "“{field}” is missing. Add it.",
    ),
    "both-languages": Message(
        "thiếu bản {language_vi} của mục “{parent}”. Hãy thêm dòng “{field}:”.",
        "the {language_en} of “{parent}” is missing. Add a line “{field}:”.",
    ),
    "unknown-field": Message(
        "không có mục nào tên “{found}”. Được dùng: {allowed}. Hãy sửa tên hoặc bỏ dòng này.",
        "there is no field “{found}”. Allowed: {allowed}. Correct the name or delete the line.",
    ),
    "not-allowed": Message(
        "giá trị “{found}” không được dùng. Được dùng: {allowed}.",
        "the value “{found}” is not allowed. Allowed: {allowed}.",
    ),
    "empty-text": Message(
        "mục “{field}” để trống. Hãy điền chữ hoặc bỏ dòng này.",
        "“{field}” is empty. Write a text or leave the line out.",
    ),
    "too-long": Message(
        "mục “{field}” có {found} ký tự, tối đa {allowed}. Hãy rút ngắn.",
        "“{field}” has {found} characters, at most {allowed} are allowed. Shorten it.",
    ),
    "id-format": Message(
        "“{found}” không dùng làm mã được. Chỉ dùng a–z, 0–9 và dấu gạch nối, ví dụ kawasaki hoặc champasak-2023.",
        "“{found}” cannot be an id. Use a–z, 0–9 and hyphens only, for example kawasaki or champasak-2023.",
    ),
    "reserved-id": Message(
        "mã “{found}” dành riêng cho hệ thống. Hãy chọn mã khác.",
        "the id “{found}” is reserved. Choose another.",
    ),
    "country-code": Message(
        "“{found}” không phải mã quốc gia. Hãy dùng mã ISO hai chữ thường, ví dụ jp.",
        "“{found}” is not a country code. Use the two-letter ISO code in lower case, for example jp.",
    ),
    "https-link": Message(
        "“{found}” không phải liên kết dùng được. Liên kết phải bắt đầu bằng https://, không chứa "
        "tên đăng nhập, tên miền viết bằng chữ không dấu (tên miền có dấu thì ghi dạng xn--…).",
        "“{found}” cannot be used as a link. Links begin with https://, hold no user name, and "
        "write the host in plain ASCII letters (xn--… for others).",
    ),
    "record-reference": Message(
        "“{found}” không chỉ tới bản ghi nào. Hãy viết loại và mã, ví dụ {allowed}.",
        "“{found}” points to no record. Write kind and id, for example {allowed}.",
    ),
    "source-missing": Message(
        "mục “{field}” cần ít nhất một mục. Nguồn ghi tài liệu (document) và vị trí (locator).",
        "“{field}” needs at least one entry. A source gives document and locator.",
    ),
    "two-values": Message(
        "một mâu thuẫn cần ít nhất hai giá trị, mỗi giá trị có nguồn.",
        "a conflict needs at least two values, each with its source.",
    ),
    "date": Message(
        "“{found}” không phải ngày có thật. Hãy viết 2016-11-22, 2015-02 hoặc 2007.",
        "“{found}” is no date. Write 2016-11-22, 2015-02 or 2007.",
    ),
    "true-or-false": Message(
        "“{found}” phải là true hoặc false.",
        "“{found}” has to be true or false.",
    ),
    "whole-number": Message(
        "“{found}” phải là số nguyên không âm viết bằng chữ số.",
        "“{found}” has to be a whole number in digits.",
    ),
    "number": Message(
        "“{found}” phải là số viết bằng chữ số, dấu chấm cho phần thập phân, không có dấu cách, ví dụ 601346.76.",
        "“{found}” has to be a number in digits with a point for decimals and no spaces, for example 601346.76.",
    ),
    "activity-alone": Message(
        "hoạt động này chưa nêu với ai. Hãy ghi partners hoặc organisations.",
        "this activity does not say with whom. Name partners or organisations.",
    ),
    "number-range": Message(
        "số {found} nằm ngoài khoảng cho phép ({allowed}).",
        "the number {found} is out of range ({allowed}).",
    ),
    "place-name": Message(
        "chưa rõ nơi này là gì: đối tác (role: partner) không ghi name; home và archipelago cần name.",
        "this place is unclear: a partner (role: partner) takes no name; home and archipelago need one.",
    ),
    "term": Message(
        "thời hạn không khớp: until cần ngày until, years cần số năm years, indefinite và unstated không có cả hai.",
        "the term does not fit: until needs a date, years a number of years, indefinite and unstated have neither.",
    ),
    "update": Message(
        "sự kiện không khớp bản ghi: nhiệm vụ dùng event: progress và có status; thỏa thuận dùng các sự kiện khác.",
        "the event does not fit the record: tasks take event: progress and a status; agreements take the other events.",
    ),
    "event-fields": Message(
        "mục không khớp sự kiện: status chỉ cho progress; until chỉ cho renewed, extended; "
        "result và next chỉ cho reviewed, và reviewed phải có result.",
        "a field does not fit the event: status is for progress only; until for renewed and extended; "
        "result and next for reviewed, which has to have a result.",
    ),
    # --- the whole -------------------------------------------------------------------------------------------------
    "duplicate-id": Message(
        "mã “{found}” đã dùng tại {first}. Hãy chọn mã khác hoặc gộp hai bản ghi.",
        "the id “{found}” is already used at {first}. Choose another, or merge the two records.",
    ),
    "unknown-reference": Message(
        "không có {kind} nào mang mã “{found}”.{hint_vi} Hãy sửa mã hoặc thêm bản ghi vào {file}.",
        "there is no record “{found}” among {kind}.{hint_en} Correct the id, or add the record to {file}.",
    ),
    "repeated-reference": Message(
        "“{found}” ghi hai lần trong mục “{field}”. Hãy giữ một.",
        "“{found}” stands twice in “{field}”. Keep one.",
    ),
    "duplicate-partner": Message(
        "đối tác này trùng tên với “{other}” ({first}) khi bỏ dấu: “{found}”. Hãy thêm thỏa thuận vào đối tác đã có.",
        "without accents this partner has the name of “{other}” ({first}): “{found}”. "
        "Add the agreement to the partner that is there.",
    ),
    "duplicate-task-number": Message(
        "số {found} của kế hoạch này đã dùng tại {first}. Hãy xem lại số trong văn bản.",
        "number {found} of this plan is already used at {first}. Look up the number in the document.",
    ),
    "task-group": Message(
        "nhiệm vụ số {found} không thuộc nhóm “{group}” của kế hoạch. Hãy sửa group hoặc number.",
        "task {found} does not belong to the plan's group “{group}”. Correct group or number.",
    ),
    "date-order": Message(
        "ngày {found} ở mục “{field}” sớm hơn ngày {before} mà nó phải theo sau. Hãy xem lại hai ngày.",
        "the date {found} in “{field}” is earlier than {before}, which it has to follow. Look at both dates.",
    ),
    "date-in-future": Message(
        "ngày {found} chưa tới. Việc chưa diễn ra thì chưa ghi.",
        "the date {found} has not come yet. What has not happened is not recorded.",
        severity="warning",
    ),
    "conflict-field": Message(
        "bản ghi “{record}” không có mục “{found}”. Được dùng: {allowed}.",
        "the record “{record}” has no field “{found}”. Allowed: {allowed}.",
    ),
    "conflict-same-value": Message(
        "hai giá trị của mâu thuẫn này giống nhau: “{found}”. Hãy sửa hoặc bỏ mâu thuẫn.",
        "two values of this conflict are the same: “{found}”. Correct them, or delete the conflict.",
    ),
    "agency-twice": Message(
        "cơ quan “{found}” vừa chủ trì vừa phối hợp. "
        "Nếu văn bản in như vậy, hãy ghi một mâu thuẫn trong data/conflicts.yaml cho mục coordinating.",
        "“{found}” both leads and coordinates. "
        "If the document prints it so, record a conflict on the field coordinating in data/conflicts.yaml.",
    ),
    "place-partner": Message(
        "không có đối tác nào mang mã “{found}”; mã của một nơi là mã của đối tác. Gần giống: {allowed}. "
        "Hãy sửa mã, hoặc ghi role nếu nơi này không phải đối tác.",
        "there is no partner “{found}”; a place has its partner's id. Close matches: {allowed}. "
        "Correct the id, or state a role if the place is no partner.",
    ),
    "count-fell": Message(
        "số bản ghi {kind} giảm từ {before} xuống {found}, quá một phần mười. "
        "Hãy khôi phục bản ghi, hoặc thêm một mốc mới có lý do (reason) vào data/tallies.yaml.",
        "{kind} fell from {before} to {found} records, by more than a tenth. "
        "Restore the records, or add a new entry with a reason to data/tallies.yaml.",
    ),
    "tally-reason": Message(
        "mốc này ghi {kind} giảm từ {before} xuống {found}, quá một phần mười, mà không nêu lý do. Hãy thêm reason.",
        "this entry lets {kind} fall from {before} to {found}, by more than a tenth, without a reason. Add one.",
    ),
    "untranslated": Message(
        "bản tiếng Anh của “{field}” giống hệt bản tiếng Việt. Hãy dịch.",
        "the English of “{field}” is the same as the Vietnamese. Translate it.",
        severity="warning",
    ),
    "english-pending": Message(
        "chưa có bản tiếng Anh; trang tiếng Anh sẽ hiện tiếng Việt.",
        "the English is still to come; the English page will show Vietnamese.",
        severity="warning",
    ),
}
