"""Messages about what stands beside the data: files of the commit, pages written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.records.check.messages.message import Message

PROJECT: Final[Mapping[str, Message]] = {
    "committed-output": Message(
        "tệp này do máy tạo ra và không ai xem được, nên không được nằm trong git. Hãy bỏ ra: git rm --cached {found}",
        "this file is made by a machine and nobody can review it, so it must not be in git. "
        "Take it out: git rm --cached {found}",
    ),
    "committed-link": Message(
        "đây là một liên kết tới nơi khác. Hãy thay bằng một tệp thường.",
        "this is a link to another place. Replace it with an ordinary file.",
    ),
    "workbook-in-inbox": Message(
        "biểu này không được vào nhánh chính. Lời bình ở yêu cầu thay đổi đề nghị một tệp: ghi vào data/updates/ rồi "
        "xóa biểu. Trên máy: chuyển biểu ra khỏi data/inbox/, rồi make import FILE={found}",
        "this workbook must not land on the main branch. The comment on the pull request proposes a file: add it to "
        "data/updates/, then delete the workbook. On your machine: move it elsewhere, then make import FILE={found}",
    ),
    "page-file": Message(
        "thư mục này chỉ chứa trang Markdown và hình ({allowed}). Hãy chuyển tệp đi.",
        "this folder holds Markdown pages and pictures only ({allowed}). Move the file away.",
    ),
    "page-head": Message(
        "đầu trang có “{found}”. Được dùng: {allowed}, mỗi mục một dòng, giữa hai dòng ---.",
        "the head of the page holds “{found}”. Allowed: {allowed}, each on one line, between two lines ---.",
    ),
    "page-call": Message(
        "trang có lệnh “{found}”. Được dùng: {allowed}. Hãy viết đúng như vậy, hoặc bỏ dấu ngoặc nhọn.",
        "the page holds the command “{found}”. Allowed: {allowed}. Write it like that, or leave the braces out.",
    ),
    "page-document": Message(
        "không có tài liệu “{found}”. Hãy dùng id của một bản ghi trong data/documents.",
        "there is no document “{found}”. Use the id of a record in data/documents.",
    ),
    "page-html": Message(
        "trang có HTML “{found}”. Hãy viết bằng Markdown; để in dấu <, viết &lt;",
        "the page holds HTML, “{found}”. Write Markdown; to print the sign <, write &lt;",
    ),
    "page-attribute": Message(
        "trang có thuộc tính “{found}”. Được dùng: {allowed}.",
        "the page holds the attribute “{found}”. Allowed: {allowed}.",
    ),
    "page-link": Message(
        "liên kết “{found}” không được dùng. Được dùng: {allowed}.",
        "the link “{found}” is not allowed. Allowed: {allowed}.",
    ),
}
