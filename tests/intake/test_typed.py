"""Typed files as lines of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake.errors import PageRefused
from pipeline.intake.formats import Format
from pipeline.intake.typed import MOST_TEXT_BYTES, compose_lines, read_typed, split_paragraphs
from tests.intake.makers import draw_corners, encode_png, make_docx, make_odt, wrap_photo


def read_text(path: Path, text: str, kind: Format = Format.TEXT) -> list[tuple[str, bool]]:
    """Write `text` to the file and return its lines with whether each begins a paragraph."""
    path.write_text(text, newline="")
    return [(line.text, line.starts_paragraph) for line in read_typed(path, kind).lines]


def test_words_have_no_box_and_full_confidence() -> None:
    """Nobody had to guess at typed words."""
    (line,) = compose_lines(["Ice  melts\there."])
    assert [(word.text, word.box, word.confidence) for word in line.words] == [
        ("Ice", None, 1.0),
        ("melts", None, 1.0),
        ("here.", None, 1.0),
    ]


def test_what_cannot_be_seen_is_left_out_and_letters_are_composed() -> None:
    """Zero-width marks and soft hyphens go, an e with an accent put on is one letter."""
    (line,) = compose_lines(["\ufeffcafe\u0301 soft\u00adly \u200b"])
    assert line.text == "café softly"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_systems_line_ends_are_line_ends(end: str, tmp_path: Path) -> None:
    """Windows, Mac and everybody else."""
    assert read_text(tmp_path / "a.txt", f"One{end}two{end}{end}three") == [
        ("One", True),
        ("two", False),
        ("three", True),
    ]


def test_long_lines_are_paragraphs() -> None:
    """Nobody breaks lines by hand after 120 characters, so the break ended a paragraph."""
    assert len(split_paragraphs("word " * 30 + "\nSecond.")) == 2
    assert len(split_paragraphs("word " * 10 + "\nsecond.")) == 1


@pytest.mark.parametrize("indent", ["\t", "  ", "    "])
def test_an_indent_begins_a_paragraph(indent: str) -> None:
    """As on paper."""
    assert split_paragraphs(f"One.\ntwo.\n{indent}Three.") == ("One.\ntwo.", f"{indent}Three.")


def test_markdown_is_read_as_it_was_typed(tmp_path: Path) -> None:
    """A child's star is a star."""
    assert read_text(tmp_path / "a.md", "# Ice\n\n*It* melts") == [("# Ice", True), ("*It* melts", True)]


def test_rtf_gives_its_paragraphs(tmp_path: Path) -> None:
    """Codes go, letters with accents stay."""
    rtf = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Caf\'e9 is warm.\par The \b ice\b0  melts.}"
    assert read_text(tmp_path / "a.rtf", rtf, Format.RTF) == [("Café is warm.", True), ("The ice melts.", True)]


def test_an_rtf_of_pictures_only_is_refused(tmp_path: Path) -> None:
    """It can't be read, so it is said rather than taken for an empty page."""
    (tmp_path / "a.rtf").write_text(r"{\rtf1{\pict\pngblip 89504e47}}")
    with pytest.raises(PageRefused, match="only pictures"):
        read_typed(tmp_path / "a.rtf", Format.RTF)


def test_a_book_of_text_is_refused(tmp_path: Path) -> None:
    """Five megabytes are no child's essay."""
    (tmp_path / "a.txt").write_bytes(b"a" * (MOST_TEXT_BYTES + 1))
    with pytest.raises(PageRefused, match="far more text"):
        read_typed(tmp_path / "a.txt", Format.TEXT)


@pytest.mark.parametrize("kind", [Format.DOCX, Format.ODT])
def test_photos_count_only_where_there_is_no_text(kind: Format, tmp_path: Path) -> None:
    """A picture beside an essay is no page; photos alone are the pages."""
    photo = encode_png(draw_corners())
    name = "Pictures/a.png"
    shown = f'<text:p><draw:image xlink:href="{name}"/></text:p>'
    if kind is Format.DOCX:
        alone = make_docx(tmp_path / "a", wrap_photo(0), [photo])
        beside = make_docx(tmp_path / "b", "<w:p><w:r><w:t>Ice.</w:t></w:r></w:p>" + wrap_photo(0), [photo])
    else:
        alone = make_odt(tmp_path / "a", shown, {name: photo})
        beside = make_odt(tmp_path / "b", "<text:p>Ice.</text:p>" + shown, {name: photo})
    assert len(read_typed(alone, kind).photos) == 1
    assert read_typed(alone, kind).lines == ()
    assert read_typed(beside, kind).photos == ()
    assert [line.text for line in read_typed(beside, kind).lines] == ["Ice."]
