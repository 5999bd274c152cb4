"""Zips made to do harm, or broken on their way: each is refused with a reason, and touches nothing outside."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake import plan_pieces, reasons
from pipeline.settings import IntakeSettings

Spoil = Callable[[Path], None]


def write_zip(path: Path, parts: dict[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> None:
    """Write a zip."""
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def make_bomb(path: Path) -> None:
    """Fifty megabytes of nothing."""
    write_zip(path, {"anna.txt": bytes(50_000_000)})


def make_crowd(path: Path) -> None:
    """Ten thousand files."""
    write_zip(path, {f"{at}.txt": "" for at in range(10_000)}, zipfile.ZIP_STORED)


def make_leading_out(path: Path) -> None:
    """A name that leads two folders up."""
    write_zip(path, {"../../escaped.txt": "out"})


def make_link(path: Path) -> None:
    """A symbolic link to a file of the system."""
    link = zipfile.ZipInfo("anna.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")


def make_locked(path: Path) -> None:
    """The bits that say "encrypted", in both places."""
    write_zip(path, {"anna.txt": "Ice."})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)


def make_truncated(path: Path) -> None:
    """The first half of a zip."""
    write_zip(path, {"anna.txt": "Ice." * 500}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes()[:1000])


def make_flipped(path: Path) -> None:
    """One bit of the file in it is another than when it was packed."""
    write_zip(path, {"anna.txt": "Ice." * 500}, zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)


def make_liar(path: Path) -> None:
    """The list declares one byte where there are two million."""
    write_zip(path, {"anna.txt": bytes(2_000_000)})
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (1).to_bytes(4, "little")
    path.write_bytes(content)


def make_misnamed(path: Path) -> None:
    """A name that says it is UTF-8, and is not."""
    write_zip(path, {"\u00e4nna.txt": "Ice."})
    path.write_bytes(path.read_bytes().replace("\u00e4".encode(), b"\xff\xfe"))


def make_empty(path: Path) -> None:
    """A zip of nothing."""
    write_zip(path, {})


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (make_bomb, reasons.ZIP_BOMB),
        (make_crowd, reasons.TOO_MANY_FILES),
        (make_leading_out, reasons.LEADS_OUT),
        (make_link, reasons.LINK),
        (make_locked, reasons.ZIP_PASSWORD),
        (make_truncated, reasons.DAMAGED_ZIP),
        (make_flipped, reasons.DAMAGED_IN_ZIP),
        (make_liar, reasons.DAMAGED_IN_ZIP),
        (make_misnamed, reasons.DAMAGED_ZIP),
        (make_empty, reasons.EMPTY_ZIP),
    ],
)
def test_a_hostile_or_broken_zip(spoil: Spoil, reason: reasons.Reason, folder: Path, tmp_path: Path) -> None:
    """The good page beside it is a piece; no file stands anywhere but in the staging folder's own folders."""
    spoil(folder / "work.zip")
    staging = tmp_path / "home" / "uploads"
    plan = plan_pieces([folder], IntakeSettings(), staging=staging)
    assert [piece.stem for piece in plan.pieces] == ["good"]
    assert [refusal.reason for refusal in plan.refusals] == [reason.sentence]
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {folder / "good.txt", folder / "work.zip"}
