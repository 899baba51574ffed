"""Keep a site up to date for the local server: ``update`` on the standard input brings the pages up to date.

It answers with a line: ``shown``, ``failed``, or ``stale`` when what all pages share has changed, and ends; ``settled``
follows when exports and the gate are done too. SIGUSR1 says that the next update comes, so that these can be given up.
"""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.system.terminal import speak_utf8
from macros.publish.failures import NotPublished
from macros.publish.preview.inputs import shared
from macros.publish.preview.preview import Preview

SITE = ROOT / ".build" / "preview" / "site"


class _GivenUp(Exception):
    """Exports and gate are interrupted, because the next update comes."""


def main() -> int:
    speak_utf8()
    settling = False

    def give_up(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        if settling:
            raise _GivenUp

    signal.signal(signal.SIGUSR1, give_up)
    # Ctrl+C reaches every process of a terminal; the server, which asks for the pages, ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    preview, began = Preview(ROOT, SITE), shared(ROOT)
    for _ in sys.stdin:
        if shared(ROOT) != began:
            print("stale", flush=True)
            return 0
        start = time.perf_counter()
        try:
            changed = preview.update()
        except NotPublished as reason:
            print(reason, file=sys.stderr)
            print("failed", flush=True)
            continue
        seconds = time.perf_counter() - start
        print(
            f"Đã dựng lại {changed} trang trong {seconds:.1f} giây. / Built {changed} pages again in {seconds:.1f} s.",
            file=sys.stderr,
        )
        print("shown", flush=True)
        try:
            settling = True
            for fault in preview.settle():
                print(fault, file=sys.stderr)
            settling = False
            print("settled", flush=True)
        except _GivenUp:
            pass
        except NotPublished as reason:
            print(reason, file=sys.stderr)
        finally:
            settling = False
    return 0


if __name__ == "__main__":
    sys.exit(main())
