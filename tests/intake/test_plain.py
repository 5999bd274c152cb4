"""Text in the encodings children's computers write."""

from __future__ import annotations

import codecs

import pytest

from pipeline.intake.plain import decode_text, is_plain_text

SENTENCE = "Café: “I don’t know”, said Zoë – naïve."  # noqa: RUF001  # the signs word processors put in


@pytest.mark.parametrize(
    "encoded",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-16-le"),
        SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("cp1252"),
    ],
)
def test_the_same_sentence_comes_of_every_encoding(encoded: bytes) -> None:
    """UTF-8, UTF-16 with and without a mark, and Windows."""
    assert is_plain_text(encoded)
    assert decode_text(encoded) == SENTENCE


def test_a_letter_cut_in_two_at_the_end_of_the_head_is_no_damage() -> None:
    """The head of a long file may end inside a character."""
    assert is_plain_text("aé".encode()[:-1])
    assert decode_text("aé".encode()[:-1], is_whole=False) == "a"


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03", b"text\x07bell", bytes(64), b"\x81\x8d\x8f", b"\x1b[31mred"])
def test_what_holds_control_characters_is_no_text(content: bytes) -> None:
    """Programs and pictures are no essays."""
    assert not is_plain_text(content)


def test_nothing_is_text() -> None:
    """An empty file decodes to no characters."""
    assert decode_text(b"") == ""
