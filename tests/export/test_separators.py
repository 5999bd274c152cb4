"""Separator sheets: codes that a scanner reads, and nothing else about anybody."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from pipeline.errors import InputError
from pipeline.export.separators import check_codes, number_codes, render_separators


def test_each_sheet_carries_its_code_as_a_square_and_as_text() -> None:
    """Read back from the picture of the page as a scanner makes it."""
    import zxingcpp

    document = pypdfium2.PdfDocument(render_separators(("S01", "K07"), "a4"))
    found = []
    for page in document:
        picture = np.ascontiguousarray(page.render(scale=1).to_numpy()[:, :, 0])
        (code,) = zxingcpp.read_barcodes(picture)
        assert code.text in page.get_textpage().get_text_range()
        found.append(code.text)
    assert found == ["S01", "K07"]


def test_sheets_are_numbered_alike_wide() -> None:
    """So that they sort."""
    assert number_codes(2) == ("S01", "S02")
    assert number_codes(120)[-1] == "S120"
    with pytest.raises(InputError):
        number_codes(0)


@pytest.mark.parametrize("codes", [(), ("Anna Berg",), ("K07", "K07"), ("=cmd",), ("a" * 30,)])
def test_what_is_no_code_is_not_printed(codes: tuple[str, ...]) -> None:
    """A name with a space, a formula, one code twice."""
    with pytest.raises(InputError):
        check_codes(codes)
