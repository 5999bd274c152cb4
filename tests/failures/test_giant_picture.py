"""A picture that claims more pixels than the limit, in a few bytes."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def make_chunk(name: bytes, content: bytes) -> bytes:
    """Return a PNG chunk."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def test_giant_picture(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is refused by its header: opening takes no memory for its pixels."""
    header = make_chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    (folder / "anna.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + make_chunk(b"IDAT", b""))
    tracemalloc.start()
    refusal = find_refusal()
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "too large" in refusal.reason
    assert peak_bytes < 50_000_000
