"""Comment on a pull request what it changes. Runs in the workflow ``comment``, with the default branch's code.

Asks GitHub through ``gh api`` (``GH_TOKEN``). ``REPOSITORY``, ``RUN_ID``, ``HEAD_OWNER``, ``HEAD_BRANCH``,
``HEAD_SHA`` and ``CONCLUSION`` say which run of the workflow ``check`` this is about and how it ended; nothing else of
that run is trusted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.contribute.pull_request.artifact import Unreadable, unpack
from macros.contribute.pull_request.comment import MARK, comment
from macros.contribute.pull_request.proposal import LARGEST, Proposal

ARTIFACT: Final = "proposal"
# The built site among what the run keeps.
SITE: Final = "site"
# How a run ends that its limit of time or somebody stopped. One that a newer commit overtook finds no pull request.
UNFINISHED: Final = ("cancelled", "timed_out")
AUTHOR: Final = "github-actions[bot]"


def ask(path: str, *options: str, body: dict[str, str] | None = None) -> bytes:
    """Return the answer of GitHub's API.

    Args:
        path: the address below the API's root.
        options: further options of ``gh api``.
        body: values to send as JSON.

    Raises:
        subprocess.CalledProcessError: the API refused.
    """
    command = ["gh", "api", path, *options, *(["--input", "-"] if body is not None else [])]
    sent = json.dumps(body).encode() if body is not None else None
    return subprocess.run(command, input=sent, stdout=subprocess.PIPE, check=True).stdout


def listed(path: str, field: str | None = None, **query: str) -> list[Any]:
    """Return all pages of a list, or of the list in a field of each page."""
    options = [part for name, value in query.items() for part in ("-f", f"{name}={value}")]
    pages = json.loads(ask(path, "--method", "GET", "--paginate", "--slurp", "-f", "per_page=100", *options))
    return [item for page in pages for item in (page if field is None else page[field])]


def pull_request(repository: str, owner: str, branch: str, sha: str) -> int | None:
    """Return the number of the open pull request at this commit, if there still is one.

    Runs for forks do not name their pull request, so it is looked for by its branch.
    """
    found = listed(f"repos/{repository}/pulls", head=f"{owner}:{branch}", state="open")
    return next((int(pull["number"]) for pull in found if pull["head"]["sha"] == sha), None)


def kept(repository: str, run: str, name: str) -> dict[str, Any] | None:
    """Return the newest file of a name that a run keeps, as the API tells of it; None where there is none."""
    found = listed(f"repos/{repository}/actions/runs/{run}/artifacts", "artifacts", name=name)
    return max(found, key=lambda artifact: int(artifact["id"]), default=None)


def proposal(repository: str, run: str) -> Proposal | None:
    """Return the description that the run left; None where it left none that can be used, and the log says why."""
    newest = kept(repository, run, ARTIFACT)
    if newest is None:
        print("Lần chạy này không để lại mô tả. / This run left no description.")
        return None
    if newest["size_in_bytes"] > LARGEST:
        print(f"Mô tả quá lớn. / The description is too large: {newest['size_in_bytes']}.")
        return None
    try:
        return unpack(ask(f"repos/{repository}/actions/artifacts/{newest['id']}/zip"))
    except Unreadable as reason:
        print(f"Không đọc được mô tả. / The description cannot be read: {reason}.")
        return None


def say(repository: str, number: int, text: str) -> None:
    """Replace our comment on the pull request, or write the first."""
    own = [
        found["id"]
        for found in listed(f"repos/{repository}/issues/{number}/comments")
        if found["user"] and found["user"]["login"] == AUTHOR and found["body"].startswith(MARK)
    ]
    if own:
        ask(f"repos/{repository}/issues/comments/{own[0]}", "--method", "PATCH", body={"body": text})
    else:
        ask(f"repos/{repository}/issues/{number}/comments", "--method", "POST", body={"body": text})


def main() -> int:
    repository, run = os.environ["REPOSITORY"], os.environ["RUN_ID"]
    head = (os.environ["HEAD_OWNER"], os.environ["HEAD_BRANCH"], os.environ["HEAD_SHA"])
    number = pull_request(repository, *head)
    if number is None:
        print("Không có yêu cầu thay đổi nào còn ở bản này. / No open pull request stands at this commit.")
        return 0
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    log = f"{server}/{repository}/actions/runs/{run}"
    site = kept(repository, run, SITE)
    address = "" if site is None else f"{log}/artifacts/{int(site['id'])}"
    stopped = "stopped" if os.environ.get("CONCLUSION") in UNFINISHED else ""
    say(repository, number, comment(proposal(repository, run), log, address, stopped))
    print(f"Đã ghi vào #{number}. / Written on #{number}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
