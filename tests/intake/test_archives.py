"""Zips among files: their files stand in their place, unpacked once, and everything that is refused is said."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from pipeline.intake import has_archives, plan_pieces, reasons
from pipeline.records.work import IntakePlan
from pipeline.settings import IntakeSettings
from tests.intake.makers import make_docx, make_zip


def plan(tmp_path: Path, settings: IntakeSettings | None = None) -> IntakePlan:
    """Plan the folder "set", zips unpacked into "staging"."""
    return plan_pieces([tmp_path / "set"], settings or IntakeSettings(), staging=tmp_path / "staging")


def make_set(tmp_path: Path, **zips: dict[str, str | bytes]) -> None:
    """Make the folder "set" with these zips."""
    (tmp_path / "set").mkdir(exist_ok=True)
    for name, parts in zips.items():
        make_zip(tmp_path / "set" / f"{name}.zip", parts)


def pack(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip's bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def list_reasons(found: IntakePlan) -> dict[str, str]:
    """Return why what was refused."""
    return {refusal.source_name: refusal.reason for refusal in found.refusals}


def test_the_files_of_a_zip_stand_in_its_place(tmp_path: Path) -> None:
    """Each a piece, found under the zip's name, unpacked into staging and nowhere else."""
    make_set(tmp_path, period2={"anna.txt": "Ice.", "ben.txt": "Steam.", "bad.jpg": b""})
    before = set((tmp_path / "set").iterdir())
    found = plan(tmp_path)
    assert [piece.stem for piece in found.pieces] == ["anna", "ben"]
    assert all(source.is_relative_to(tmp_path / "staging") for piece in found.pieces for source in piece.sources)
    assert list_reasons(found) == {"period2.zip/bad.jpg": reasons.EMPTY.sentence}
    assert set((tmp_path / "set").iterdir()) == before
    assert {path.name for path in tmp_path.iterdir()} == {"set", "staging"}


def test_a_zip_is_unpacked_once(tmp_path: Path) -> None:
    """The second plan is the first one, refusals too, and writes nothing; another zip of that name is another."""
    make_set(tmp_path, work={"anna.txt": "Ice.", "../ben.txt": "Steam."})
    first = plan(tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "staging").rglob("*")}
    assert plan(tmp_path) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "staging").rglob("*")} == stamps
    make_set(tmp_path, work={"anna.txt": "Water."})
    assert plan(tmp_path).pieces != first.pieces
    assert len(list((tmp_path / "staging").iterdir())) == 2


def test_folders_in_a_zip_join_as_folders_do(tmp_path: Path) -> None:
    """A folder per student, with its pages."""
    pages = {f"Work/{name}/{page}.txt": f"{name} {page}" for name in ("Ann Lee", "Ben Ray") for page in ("essay",)}
    make_set(tmp_path, work=dict(pages))
    assert [piece.stem for piece in plan(tmp_path).pieces] == ["Ann Lee", "Ben Ray"]


def test_the_parts_of_a_drive_download_are_one_folder(tmp_path: Path, settings: IntakeSettings) -> None:
    """A student whose pages lie in two parts has one piece; a part that is missing is said."""
    from tests.intake.makers import draw_corners, encode_png

    sheets = [encode_png(draw_corners(size_px=(64 + at, 64))) for at in range(4)]
    make_set(
        tmp_path,
        **{
            "Essays-20251101T101500Z-001": {"Essays/Ann/1.png": sheets[0], "Essays/Ben/1.png": sheets[1]},
            "Essays-20251101T101500Z-002": {"Essays/Ann/2.png": sheets[2], "Essays/Ben/2.png": sheets[3]},
        },
    )
    assert [(piece.stem, len(piece.pages)) for piece in plan(tmp_path).pieces] == [("Ann", 2), ("Ben", 2)]
    (tmp_path / "set" / "Essays-20251101T101500Z-001.zip").unlink()
    assert list_reasons(plan(tmp_path)) == {"Essays-20251101T101500Z-001.zip": reasons.MISSING_PART.sentence}


def test_a_zip_in_a_zip_is_opened_and_a_third_is_not(tmp_path: Path) -> None:
    """A student handed in a zip; in that one they had packed another."""
    inner = pack({"page.txt": "Ice.", "more.zip": pack({"x.txt": "x"})})
    make_set(tmp_path, work={"anna.zip": inner, "ben.txt": "Steam."})
    found = plan(tmp_path)
    assert {piece.sources[0].name for piece in found.pieces} == {"page.txt", "ben.txt"}
    assert list_reasons(found) == {"work.zip/anna.zip/more.zip": reasons.ZIP_IN_ZIP.sentence}


def test_what_all_zips_hold_is_limited_together(tmp_path: Path) -> None:
    """Bombs of many small zips, and many files, are refused by their lists; the one too many alone is left out."""
    make_set(tmp_path, a={"a.txt": "x" * 600_000}, b={"b.txt": "y" * 600_000})
    found = plan(tmp_path, IntakeSettings(max_zip_mb=1))
    assert ([piece.stem for piece in found.pieces], list_reasons(found)) == (
        ["a"],
        {"b.zip": reasons.TOO_LARGE_ZIP.sentence},
    )
    make_set(tmp_path, c={"c.txt": "c", "d.txt": "d"}, e={"e.txt": "e"})
    found = plan(tmp_path, IntakeSettings(max_zip_files=3))
    assert list_reasons(found) == {"c.zip": reasons.TOO_MANY_FILES.sentence}


def test_a_zip_beside_its_own_folder_is_not_read_twice(tmp_path: Path) -> None:
    """A teacher unpacked it already, and added the whole downloads folder."""
    make_set(tmp_path, work={"anna.txt": "Ice."})
    (tmp_path / "set" / "work").mkdir()
    (tmp_path / "set" / "work" / "anna.txt").write_text("Ice.")
    found = plan(tmp_path)
    assert [piece.stem for piece in found.pieces] == ["anna"]
    assert list_reasons(found) == {"work.zip": reasons.UNPACKED_ALREADY.sentence}


def test_a_document_is_no_archive(tmp_path: Path) -> None:
    """Word files are zips; one that is called .zip is still a document, and a Pages folder in a zip is one refusal."""
    make_set(tmp_path, work={"Essay.pages/Index.zip": "x", "Essay.pages/preview.jpg": "x", "ben.txt": "Steam."})
    make_docx(tmp_path / "set" / "essay.zip", "<w:p><w:r><w:t>Ice.</w:t></w:r></w:p>")
    found = plan(tmp_path)
    assert {piece.stem for piece in found.pieces} == {"essay", "ben"}
    assert list_reasons(found) == {"work.zip/Essay.pages": reasons.APPLE_PAGES.sentence}


def test_without_staging_a_zip_is_a_refusal(tmp_path: Path) -> None:
    """Who only transcribes keeps nothing, so there is nowhere to unpack to."""
    make_set(tmp_path, work={"a.txt": "Ice."})
    assert has_archives([tmp_path / "set"])
    found = plan_pieces([tmp_path / "set"], IntakeSettings())
    assert list_reasons(found) == {"work.zip": reasons.ARCHIVE.sentence}
