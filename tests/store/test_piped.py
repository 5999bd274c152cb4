"""Two functions at two ends of a stream: neither waits for the other for ever, and the error that matters comes out."""

from __future__ import annotations

from typing import IO

import pytest

from pipeline.store.piped import run_piped

MUCH = bytes(3_000_000)


def write_much(out: IO[bytes]) -> None:
    out.write(MUCH)


def write_and_fail(out: IO[bytes]) -> None:
    out.write(MUCH)
    raise ValueError("of the writer")


def read_a_byte(stream: IO[bytes]) -> None:
    assert stream.read(1) == b"\0"


def read_and_fail(stream: IO[bytes]) -> None:
    stream.read(1)
    raise KeyError("of the reader")


def test_what_is_written_is_read() -> None:
    """All of it, in order."""
    read: list[bytes] = []
    run_piped(write_much, lambda stream: read.append(stream.read()))
    assert read == [MUCH]


def test_a_reader_that_has_enough_stops_nobody() -> None:
    """The rest is read and dropped, so that the writer ends by itself."""
    run_piped(write_much, read_a_byte)


@pytest.mark.parametrize(
    ("write", "read", "error"),
    [
        (write_and_fail, read_a_byte, ValueError),
        (write_much, read_and_fail, KeyError),
        (write_and_fail, lambda stream: stream.read().decode("ascii").index("x"), ValueError),
    ],
)
def test_the_error_that_matters_comes_out(write: object, read: object, error: type[Exception]) -> None:
    """The writer's before the reader's, which saw only half; a writer cut off by its reader has none."""
    assert callable(write)
    assert callable(read)
    with pytest.raises(error):
        run_piped(write, read)
