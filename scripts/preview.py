"""Keep a site up to date for the local server: ``update`` on the standard input brings the pages up to date.

It answers with a line: ``shown``, ``failed``, or ``stale`` when what all pages share has changed, and ends; ``settled``
follows when exports and the gate are done too. SIGUSR1 says that the next update comes, so that these can be given up.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.base.languages import LANGS
from macros.base.system import progress
from macros.base.system.terminal import speak_utf8
from macros.publish.failures import NotPublished
from macros.publish.preview.inputs import shared
from macros.publish.preview.preview import STEPS, Preview, Update
from macros.views.addresses import in_language

SITE = ROOT / ".build" / "preview" / "site"
# Number of records, or pages, that are named after an edit.
_NAMED = 6


class _GivenUp(Exception):
    """Exports and gate are interrupted, because the next update comes."""


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser()
    parser.add_argument("--address", default="/", help="where the site is served")
    arguments = parser.parse_args()
    settling = built = False

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
            # Later ones are short, and say in the end what they did.
            with contextlib.nullcontext() if built else progress.shown(STEPS, sys.stderr):
                update = preview.update()
            built = True
        except NotPublished as reason:
            print(reason, file=sys.stderr)
            print("failed", flush=True)
            continue
        seconds = time.perf_counter() - start
        print(
            f"Đã dựng lại {len(update.pages)} trang trong {seconds:.1f} giây. / "
            f"Built {len(update.pages)} pages again in {seconds:.1f} s.",
            file=sys.stderr,
        )
        for line in _where_to_look(update, arguments.address):
            print(line, file=sys.stderr)
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


def _where_to_look(update: Update, root: str) -> Iterator[str]:
    """Yield a line for each of the first edited records, with its pages; else for the pages, if few changed."""
    for name, address in update.records[:_NAMED]:
        yield f"  {name}: " + ("  ".join(f"{root}{in_language(address, lang)}" for lang in LANGS) if address else "–")
    if not update.records and len(update.pages) <= _NAMED:
        for page in sorted(update.pages):
            yield f"  {root}{page.removesuffix('index.html')}"


if __name__ == "__main__":
    sys.exit(main())
