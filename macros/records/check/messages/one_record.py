"""Messages about one record on its own: its fields and their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.records.check.messages.message import Message

ONE_RECORD: Final[Mapping[str, Message]] = {
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
    "not-listed": Message(
        "“{found}” không có trong danh mục “{vocabulary}”. Được dùng: {allowed}. Hãy sửa, hoặc thêm “{found}” với tên "
        "tiếng Việt và tiếng Anh vào danh mục đó trong data/vocabularies.yaml.",
        "“{found}” is not in the list “{vocabulary}”. Allowed: {allowed}. Correct it, or add “{found}” with its names "
        "in Vietnamese and English to that list in data/vocabularies.yaml.",
    ),
    "term-twice": Message(
        "“{found}” có hai lần trong danh mục này. Hãy giữ một.",
        "“{found}” stands twice in this list. Keep one.",
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
    "identifier-form": Message(
        "“{found}” không có dạng của định danh này: Wikidata như Q17, GeoNames như 1853909, ISO 3166-2 như JP-27.",
        "“{found}” has not the form of this identifier: Wikidata like Q17, GeoNames like 1853909, "
        "ISO 3166-2 like JP-27.",
    ),
    "no-identifier": Message(
        "identifiers chưa nêu định danh nào. Hãy ghi một định danh đã rõ, hoặc bỏ hẳn mục này.",
        "identifiers names none. Give one that is known, or leave the field out.",
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
    "reported-unknown": Message(
        "chưa ghi gì về thỏa thuận này ngoài việc nó có. Hãy thêm nước (country), đối tác (partner_name) "
        "hoặc năm (year).",
        "nothing is said of this agreement but that it exists. Add its country, partner_name or year.",
    ),
    "activity-alone": Message(
        "hoạt động này chưa nêu với ai. Hãy ghi partners, organisations hoặc countries; nếu diễn ra tại thành "
        "phố và nguồn không nêu ai thì ghi hosted: true.",
        "this activity does not say with whom. Name partners, organisations or countries; for something in the "
        "city itself with nobody named, write hosted: true.",
    ),
    "successor-date": Message(
        "cơ quan kế tục này chưa có ngày. Hãy ghi date: ngày tiếp nhận nhiệm vụ (đủ ngày, chỉ tháng hoặc chỉ năm).",
        "this successor has no date. Write date: the day from which it answers (a day, a month or a year).",
    ),
    "agency-end": Message(
        "cơ quan này vừa có cơ quan kế tục vừa có mục ended. Mục ended chỉ dùng khi không ai kế tục; ngày kết thúc "
        "đứng trong successors.",
        "this agency has successors and ended besides. Use ended only where nobody succeeds it; otherwise its end is "
        "the date in successors.",
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
        "sự kiện không khớp bản ghi: nhiệm vụ dùng progress (có status), due-changed, reassigned; thỏa thuận dùng các "
        "sự kiện khác.",
        "the event does not fit the record: tasks take progress (with a status), due-changed and reassigned; "
        "agreements take the other events.",
    ),
    "event-fields": Message(
        "mục không khớp sự kiện: status, reason chỉ cho progress; was, due chỉ cho due-changed; lead chỉ cho "
        "reassigned; until chỉ cho signed, renewed, extended, amended; by chỉ cho replaced; result và next chỉ cho "
        "reviewed, và reviewed phải có result.",
        "a field does not fit the event: status and reason are for progress only; was and due for due-changed; lead "
        "for reassigned; until for signed, renewed, extended and amended; by for replaced; result and next for "
        "reviewed, which has to have a result.",
    ),
    "replaced-by": Message(
        "sự kiện replaced phải nêu by: mã của thỏa thuận thay thế, khác với chính thỏa thuận này.",
        "the event replaced has to name in by the agreement that takes its place, which is another than this one.",
    ),
    "text-published": Message(
        "access: published thì phải nêu nơi đọc được: url, hoặc file trong docs/vi/texts. "
        "Chưa tìm thấy văn bản thì ghi access: not-found; không công bố thì ghi access: withheld.",
        "access: published has to say where: url, or a file in docs/vi/texts. "
        "Write access: not-found for a text that was not found, access: withheld for one that is not made public.",
    ),
    "text-unpublished": Message(
        "access: withheld và not-found không đi cùng url, file hoặc sha256. "
        "Nếu đọc được văn bản thì ghi access: published.",
        "access: withheld and not-found take no url, file or sha256. If the text can be read, write access: published.",
    ),
    "text-file-name": Message(
        "“{found}” không dùng làm tên tệp được. Chỉ dùng a–z, 0–9, gạch nối, đuôi .pdf hoặc .txt, "
        "ví dụ kawasaki-2007.pdf; tệp đặt trong docs/vi/texts.",
        "“{found}” cannot be the name of a file. Use a–z, 0–9 and hyphens, and .pdf or .txt at the end, "
        "for example kawasaki-2007.pdf; the file lies in docs/vi/texts.",
    ),
    "sha256": Message(
        "“{found}” không phải mã băm SHA-256: 64 chữ số 0–9, a–f. Lệnh sha256sum in ra mã của một tệp.",
        "“{found}” is no SHA-256: 64 digits of 0–9 and a–f. The command sha256sum prints that of a file.",
    ),
}
