"""Names from elsewhere: kept where they are safe, cleaned where they are not, never one over the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.safenames import LONGEST_NAME_BYTES, choose_name, clean_name


@pytest.mark.parametrize("name", ["Essay (2).docx", "Müller, Anna.pdf", "scan_1.png", "=1+1.txt", "50%.md", "😀.jpg"])
def test_a_safe_name_survives(name: str) -> None:
    """The stem tells which files belong together, so a plain file name is kept as it is."""
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\a.png", "a.png"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        ("what?.png", "what_.png"),
        (".hidden", "hidden"),
        ("CON.txt", "file_CON.txt"),
        ("", "file_"),
        ("line\nbreak.txt", "line_break.txt"),
    ],
)
def test_a_name_that_could_act_is_cleaned(raw: str, clean: str) -> None:
    """No folder, no control sign, no hidden or reserved name reaches the file system."""
    assert clean_name(raw) == clean


@given(st.text(max_size=400))
def test_every_name_is_one_plain_file(raw: str) -> None:
    """Whatever a browser sends, the name is not empty, not too long and has no folder in it."""
    name = clean_name(raw)
    assert name
    assert len(name.encode()) <= LONGEST_NAME_BYTES + len("file_")
    assert "/" not in name
    assert name not in {".", ".."}


@pytest.mark.parametrize("raw", ["a." + "b" * 300, "." + "é" * 150 + ".pdf", "ann." + "é" * 150, "x" * 300 + ".pdf"])
def test_no_name_is_too_long_for_a_disk(raw: str) -> None:
    """Whichever part of it is long; a short ending stays, for it says what kind of file it is."""
    name = clean_name(raw)
    assert len(name.encode()) <= LONGEST_NAME_BYTES
    assert name.endswith(".pdf") == raw.endswith(".pdf")


def test_two_files_of_one_name_are_two() -> None:
    """Two children's files may have one name; neither takes the other's place, whatever the case of the letters."""
    assert choose_name("Essay.docx", {"essay.docx"}) == "Essay (2).docx"
    assert choose_name("Essay.docx", {"essay.docx", "essay (2).docx"}) == "Essay (3).docx"
