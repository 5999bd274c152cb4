"""Separator sheets on the command line: so many, or codes from a file; never a name."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from pipeline.cli.separators import separators
from pipeline.errors import InputError


def test_so_many_sheets_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One page each, and the terminal says where."""
    separators(tmp_path / "sheets.pdf", count=3, codes=None, paper="a4")
    assert len(pypdfium2.PdfDocument(tmp_path / "sheets.pdf")) == 3
    assert "3 sheets written to" in capsys.readouterr().out


def test_codes_come_from_a_file(tmp_path: Path) -> None:
    """Empty lines and a byte order mark are passed over; a name is refused and nothing is written."""
    codes = tmp_path / "codes.txt"
    codes.write_text("\ufeffK07\n\n B12 \n", encoding="utf-8")
    separators(tmp_path / "sheets.pdf", count=None, codes=codes, paper="us-letter")
    assert len(pypdfium2.PdfDocument(tmp_path / "sheets.pdf")) == 2
    codes.write_text("Anna Berg\n", encoding="utf-8")
    with pytest.raises(InputError, match="Line 1"):
        separators(tmp_path / "names.pdf", count=None, codes=codes, paper="a4")
    assert not (tmp_path / "names.pdf").exists()


def test_one_way_is_asked_for(tmp_path: Path) -> None:
    """A count or a file, a file that can be read, and not both."""
    with pytest.raises(InputError, match="which sheets"):
        separators(tmp_path / "sheets.pdf", count=None, codes=None, paper="a4")
    with pytest.raises(InputError, match="which sheets"):
        separators(tmp_path / "sheets.pdf", count=2, codes=tmp_path / "codes.txt", paper="a4")
    with pytest.raises(InputError, match="can't be read"):
        separators(tmp_path / "sheets.pdf", count=None, codes=tmp_path / "none.txt", paper="a4")
