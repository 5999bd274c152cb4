"""Two functions come in, one that writes a stream and one that reads it; both run at once, and an error comes out."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import IO

Stream = Callable[[IO[bytes]], None]
_CHUNK_BYTES = 1_000_000


def run_piped(produce: Stream, consume: Stream) -> None:
    """Run `produce` on a thread of its own, and `consume` here on what it writes; return when both have ended.

    What `consume` leaves unread is read to its end, so that `produce` always ends by itself. An error of `produce`
    comes before one of `consume`, which then saw half a stream; neither waits for the other for ever.
    """
    reading_end, writing_end = os.pipe()
    failures: list[BaseException] = []

    def write() -> None:
        try:
            with os.fdopen(writing_end, "wb") as out:
                produce(out)
        except BrokenPipeError:
            pass  # the reader gave up, and says why
        except BaseException as error:  # noqa: BLE001 handed to the caller's thread, whatever it is
            failures.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        with os.fdopen(reading_end, "rb") as stream:
            consume(stream)
            while stream.read(_CHUNK_BYTES):
                pass
    except Exception:
        writer.join()
        if failures:
            raise failures[0] from None
        raise
    writer.join()
    if failures:
        raise failures[0]
