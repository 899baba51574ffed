"""Messages about a record among all others: ids, references, dates, numbers of records, translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.records.check.messages.message import Message

ALL_RECORDS: Final[Mapping[str, Message]] = {
    "duplicate-id": Message(
        "mã “{found}” đã dùng tại {first}. Hãy chọn mã khác hoặc gộp hai bản ghi.",
        "the id “{found}” is already used at {first}. Choose another, or merge the two records.",
    ),
    "identifier-twice": Message(
        "định danh “{found}” đã ghi cho “{other}” (tại {first}); một định danh chỉ chỉ một nơi. Hãy bỏ ở nơi sai, "
        "hoặc gộp hai bản ghi nếu là một.",
        "the identifier “{found}” is already given to “{other}” (at {first}); it means one thing only. Take it out "
        "where it is wrong, or merge the two records if they are one.",
    ),
    "subdivision-elsewhere": Message(
        "“{found}” là đơn vị của nước khác; mã cần bắt đầu như {allowed}. Hãy sửa mã hoặc nước của đối tác.",
        "“{found}” is a unit of another country; the code should begin like {allowed}. "
        "Correct the code, or the partner's country.",
    ),
    "issuer-twice": Message(
        "cơ quan ban hành “{found}” viết khác “{other}” (tại {first}) nhưng trùng neo trên trang. Hãy viết như nhau.",
        "the issuer “{found}” is written unlike “{other}” (at {first}), but has the same anchor on pages. "
        "Write both alike.",
    ),
    "title-words": Message(
        "đề mục có {found} tiếng; danh sách chỉ có chỗ cho tối đa 12. Hãy viết gọn, cả câu đã có ở text.",
        "the title has {found} words; lists have room for 12. Shorten it; the whole sentence stands in text.",
    ),
    "unknown-reference": Message(
        "không có {kind} nào mang mã “{found}”.{hint_vi} Hãy sửa mã hoặc thêm bản ghi vào {file}.",
        "there is no record “{found}” among {kind}.{hint_en} Correct the id, or add the record to {file}.",
    ),
    "record-removed": Message(
        "“{found}” ({kind}) đã công bố mà không còn trong dữ liệu; liên kết cũ sẽ hỏng. Đổi mã thì ghi “{found}” vào "
        "former_ids của bản ghi mới; gộp thì ghi vào former_ids của bản ghi giữ lại; ghi nhầm thì khôi phục và thêm "
        "retired với ngày (date) và lý do (reason).",
        "“{found}” ({kind}) was published and is gone; old links to it would break. If its id changed, name “{found}” "
        "in former_ids of the record; if it was the same as another, in former_ids of that one; if it was a mistake, "
        "restore it and add retired with date and reason.",
    ),
    "former-id-in-use": Message(
        "mã cũ “{found}” đang là mã của một bản ghi {kind}, nên liên kết cũ không biết dẫn tới đâu. "
        "Hãy bỏ mã này khỏi former_ids, hoặc đổi mã của bản ghi kia.",
        "the former id “{found}” is the id of a record among {kind}, so an old link could not tell where to lead. "
        "Take it out of former_ids, or give the other record another id.",
    ),
    "former-id-twice": Message(
        "mã cũ “{found}” đã được ghi tại {first}; một mã cũ chỉ dẫn tới một bản ghi. Hãy giữ ở một nơi.",
        "the former id “{found}” is already given at {first}; it can lead to one record only. Keep it in one place.",
    ),
    "retired-referred": Message(
        "“{found}” ({kind}) đã thôi dùng (retired) mà bản ghi này vẫn dẫn tới. Hãy dẫn tới bản ghi thay thế, "
        "hoặc bỏ retired ở bản ghi kia.",
        "“{found}” ({kind}) is retired, and this record still names it. Name the record that stands in its place, "
        "or take retired out of the other.",
    ),
    "update-on-retired": Message(
        "“{found}” đã thôi dùng từ {retired}, nên không ghi thêm diễn biến từ ngày ấy. "
        "Hãy ghi vào bản ghi thay thế, hoặc bỏ retired.",
        "“{found}” was retired on {retired}, so nothing can have happened to it since. "
        "Write the update on the record that stands in its place, or take retired out.",
    ),
    "retired-in-future": Message(
        "ngày thôi dùng {found} chưa tới. Bản ghi thôi dùng ngay khi ghi retired: hãy ghi ngày hôm nay hoặc sớm hơn.",
        "the day of retirement {found} has not come yet. A record is retired as soon as it says so: "
        "write today or earlier.",
    ),
    "merged-circle": Message(
        "đối tác này sáp nhập thành vòng tròn: {found}. Hãy sửa merged_into ở nơi sai.",
        "the mergers of this partner run in a circle: {found}. Correct merged_into where it is wrong.",
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
    "announced-and-signed": Message(
        "thỏa thuận được ghi là loan báo (chưa ký) ngày {found}, nhưng đã ký ngày {signed}. "
        "Hãy sửa ngày; nếu chỉ biết ngày ký thì bỏ phần loan báo (announced).",
        "the agreement is said to be announced (not yet signed) on {found}, but was signed on {signed}. "
        "Correct the dates; where only the signing is known, leave announced out.",
    ),
    "signed-twice": Message(
        "việc ký đã được ghi là {first} tại {where}, nay ghi lại là {found}. "
        "Hãy giữ một; lần ký sau thì ghi sự kiện renewed.",
        "the signing is already recorded as {first} at {where}, and here again as {found}. "
        "Keep one; a further signing is the event renewed.",
    ),
    "agreement-circle": Message(
        "các thỏa thuận nối thành vòng: {found}. Thỏa thuận sau chỉ tới thỏa thuận trước "
        "(supersedes, amends, implements, under, by); hãy bỏ mối nối sai.",
        "agreements lead round in a circle: {found}. A later agreement points to an earlier one "
        "(supersedes, amends, implements, under, by); delete the wrong link.",
    ),
    "text-file": Message(
        "không có tệp {found} trong {allowed}. Hãy thêm tệp vào đó, hoặc sửa tên tệp.",
        "there is no file {found} in {allowed}. Add it there, or correct its name.",
    ),
    "text-hash": Message(
        "tệp {file} không khớp mã băm đã ghi ({found}). Nếu tệp đúng là văn bản đã ký, hãy ghi sha256: {allowed}",
        "{file} does not match the hash on record ({found}). "
        "If the file is the text that was signed, write sha256: {allowed}",
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
        "“{found}” both leads and supports. "
        "If the document prints it so, record a conflict on the field coordinating in data/conflicts.yaml.",
    ),
    "reason-missing": Message(
        "tình trạng “{found}” cần lý do. Hãy thêm reason: vì sao (tiếng Việt; tiếng Anh có thể bổ sung sau).",
        "the status “{found}” needs a reason. Add reason: why (in Vietnamese; the English may follow later).",
    ),
    "due-missing": Message(
        "hạn được dời mà không ghi hạn mới. Hãy thêm due.",
        "the deadline was moved without the new one. Add due.",
    ),
    "due-unchanged": Message(
        "hạn mới {found} trùng với hạn đang có hiệu lực. Hãy sửa due, hoặc bỏ cập nhật này.",
        "the new deadline {found} is the one in effect already. Correct due, or delete this update.",
    ),
    "old-due-missing": Message(
        "hạn được dời sang {found} mà không ghi hạn cũ. Hạn đang có hiệu lực là {due}: hãy thêm was: {due}.",
        "the deadline was moved to {found} without the old one. The one in effect is {due}: add was: {due}.",
    ),
    "old-due-differs": Message(
        "hạn cũ ghi là {found}, nhưng hạn có hiệu lực vào ngày đó: {due}. Hãy sửa was, hoặc ghi thêm "
        "lần dời hạn trước.",
        "the old deadline is given as {found}, but the one in effect on that day: {due}. Correct was, or record the "
        "earlier change of the deadline.",
    ),
    "due-unsourced": Message(
        "dời hạn phải có căn cứ. Hãy thêm sources (tài liệu và vị trí) hoặc url.",
        "a deadline is moved by something. Add sources (document and locator) or url.",
    ),
    "lead-missing": Message(
        "nhiệm vụ được giao lại mà không ghi cho ai. Hãy thêm lead: mã cơ quan chủ trì mới.",
        "the task was given to another agency without saying which. Add lead with the new agency's id.",
    ),
    "lead-unchanged": Message(
        "nhiệm vụ được giao lại cho chính cơ quan đang chủ trì: {found}. Hãy sửa lead, hoặc bỏ cập nhật này.",
        "the task was given to those that lead it already: {found}. Correct lead, or delete this update.",
    ),
    "successor-itself": Message(
        "cơ quan “{found}” không thể kế tục chính mình. Nếu chỉ đổi tên, hãy sửa name và ghi tên cũ vào former_names.",
        "“{found}” cannot succeed itself. If it was only renamed, change its name and keep the old one in "
        "former_names.",
    ),
    "successor-twice": Message(
        "cơ quan kế tục “{found}” ghi hai lần. Hãy giữ một.",
        "the successor “{found}” stands twice. Keep one.",
    ),
    "successor-circle": Message(
        "các cơ quan kế tục nhau thành vòng: {circle}. Hãy xem lại cơ quan nào có trước.",
        "these agencies succeed each other in a circle: {circle}. Look up which of them came first.",
    ),
    "successor-ended": Message(
        "“{found}” đã kết thúc ngày {ended}, trước ngày {date} mà nó tiếp nhận. Hãy xem lại hai ngày.",
        "“{found}” ended on {ended}, before {date}, when it is said to take over. Look at both dates.",
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
    "address-day": Message(
        "địa chỉ không kèm ngày. Hãy ghi seen (ngày thấy địa chỉ dẫn tới văn bản), hoặc read với bài báo, trang web.",
        "an address without a day. State seen, the day on which it was seen to lead to the document, or read for a "
        "report or web page.",
        severity="warning",
    ),
    "reported-complete": Message(
        "đối tác và năm đều đã rõ. Hãy chuyển bản ghi này thành thỏa thuận của đối tác đó (data/agreements/).",
        "partner and year are both known. Make this record an agreement of that partner (data/agreements/).",
        severity="warning",
    ),
    "untranslated": Message(
        "bản tiếng Anh của “{field}” giống hệt bản tiếng Việt. Hãy dịch.",
        "the English of “{field}” is the same as the Vietnamese. Translate it.",
        severity="warning",
    ),
    "style": Message(
        "từ dòng này, tệp viết khác thứ tự hoặc kiểu thường dùng. Nội dung không sai, không cần làm gì; người phụ "
        "trách trang sắp lại (`make fmt`).",
        "from this line on, the file is in another order or style than usual. Nothing is wrong, nothing has to be "
        "done; the maintainers mend it (`make fmt`).",
        severity="warning",
    ),
    "avoided-form": Message(
        "“{found}” nên viết là “{allowed}”, để một điều chỉ có một tên (data/preferred-terms.yaml, mã {term}).",
        "write “{allowed}” for “{found}”, so that one thing has one name (data/preferred-terms.yaml, id {term}).",
        severity="warning",
    ),
    "locator-phrase": Message(
        "“{found}” phải để chỗ cho con số (chữ n trong ngoặc nhọn) đúng bằng bản tiếng Việt. Hãy thêm hoặc bớt cho "
        "bằng nhau.",
        "“{found}” must leave room for a number (the letter n in braces) as often as the Vietnamese does. Add or take "
        "away what differs.",
    ),
    "locator-unknown": Message(
        "chưa đọc được vị trí “{found}” bằng tiếng Anh, nên trang tiếng Anh hiện tiếng Việt. Hãy ghi như các vị trí "
        "khác, hoặc thêm phần còn thiếu vào danh mục locator-phrases (data/vocabularies/locators.yaml).",
        "the place “{found}” cannot be read in English, so the English page shows the Vietnamese. Word it like other "
        "places, or add what is missing to the list locator-phrases (data/vocabularies/locators.yaml).",
        severity="warning",
    ),
    "english-pending": Message(
        "chưa có bản tiếng Anh; trang tiếng Anh sẽ hiện tiếng Việt.",
        "the English is still to come; the English page will show Vietnamese.",
        severity="warning",
    ),
}
