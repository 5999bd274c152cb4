"""A home moves to another place as one file: all that was kept comes back, and nobody reads it on the way."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.errors import HomeLocked, HomeTooNew, InputError
from pipeline.records.decisions import DecisionKind
from pipeline.records.patterns import Findings
from pipeline.store import backup
from pipeline.store.backup import BackupSummary, back_up
from pipeline.store.collections import create_collection, delete_collection, list_collections
from pipeline.store.decisions import NewDecision, append_decision, list_decisions
from pipeline.store.findings import load_findings, save_findings
from pipeline.store.home import DATABASE, Home, open_home
from pipeline.store.pages import list_unread_pages, load_readings, load_whole_image, save_reading
from pipeline.store.pieces import add_pieces, list_pieces, list_stems
from pipeline.store.restore import restore_home
from tests.decide.conftest import candidate_of
from tests.store.conftest import Kept, piece_of, plan_of, reading_of

PASSPHRASE = "five words nobody would guess"  # noqa: S105 the tests' own
PICTURE = b"RIFF-picture-of-a-page" * 4000
PLAIN = (b"leeann", b"photosynthesis", b"Period 2", b"because I say so", b"RIFF-picture", b"SQLite format")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A filled home, its one class set, and a backup of it."""

    home: Home
    collection: str
    file: Path
    summary: BackupSummary


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> BackedUp:
    """One backup for all tests here: locking and opening by a passphrase takes a second each time, as it should."""
    folder = tmp_path_factory.mktemp("move")
    home = open_home(folder / "old home")
    collection = create_collection(home, "Period 2", "How does photosynthesis work?").id
    upload = home.name_uploads(collection) / "a1b2"
    add_pieces(home, collection, plan_of(piece_of("leeann", "c1"), piece_of("raybo", "c2", folder=str(upload))))
    for page in list_unread_pages(home, collection, "ppocr 1")[:1]:
        save_reading(home, collection, page, reading_of("because I say so"), PICTURE)
    candidate = candidate_of("because I say so", *(piece.code for piece in list_pieces(home, collection)))
    save_findings(home, collection, Findings(("A11",), (candidate,), ()), "inputs")
    append_decision(home, collection, NewDecision(DecisionKind.CONFIRM, candidate.id, "Says so", snapshot=candidate))
    (folder / "outside.txt").write_text("another secret")
    (home.path / "link.txt").symlink_to(folder / "outside.txt")
    holder = sqlite3.connect(home.path / DATABASE, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")  # somebody is deciding at this moment
    summary = back_up(home, folder / "home.pwbackup", PASSPHRASE)
    holder.close()
    return BackedUp(home, collection, folder / "home.pwbackup", summary)


def test_all_comes_back_in_another_home(backed_up: BackedUp, tmp_path: Path) -> None:
    """Names, readings, pictures, patterns, decisions; and the old home's own files are the new home's."""
    assert restore_home(backed_up.file, tmp_path / "new", PASSPHRASE) == 1
    old, new, collection = backed_up.home, open_home(tmp_path / "new"), backed_up.collection
    assert list_collections(new) == list_collections(old)
    assert list_stems(new, collection) == list_stems(old, collection)
    assert load_readings(new, collection) == load_readings(old, collection)
    assert load_findings(new, collection) == load_findings(old, collection)
    assert list_decisions(new, collection) == list_decisions(old, collection)
    pictures = [load_whole_image(new, collection, piece.code, 0) for piece in list_pieces(new, collection)]
    assert PICTURE in pictures
    moved = {page.source.source.parent for page in list_unread_pages(new, collection, "another engine")}
    assert moved == {Path("/work"), new.name_uploads(collection) / "a1b2"}
    assert not (new.path / "link.txt").exists()
    assert new.path.stat().st_mode & 0o077 == 0


def test_nobody_reads_it_on_the_way(backed_up: BackedUp) -> None:
    """No name, no word, no decision, no picture stands in the file, and nothing half made lies beside it."""
    content = backed_up.file.read_bytes()
    assert not [word for word in PLAIN if word in content]
    assert backed_up.summary.collections == 1
    assert backed_up.summary.content_bytes > len(PICTURE)
    assert {path.name for path in backed_up.file.parent.iterdir()} == {"old home", "home.pwbackup", "outside.txt"}
    assert not list(backed_up.home.path.glob(".backup-*"))


def test_a_wrong_passphrase_says_so(backed_up: BackedUp, tmp_path: Path) -> None:
    """And nothing is left of the try."""
    with pytest.raises(InputError, match="does not open"):
        restore_home(backed_up.file, tmp_path / "new", PASSPHRASE + "!")
    assert list(tmp_path.iterdir()) == []


def test_one_flipped_bit_near_the_end_is_damage(backed_up: BackedUp, tmp_path: Path) -> None:
    """Whatever was unpacked by then is gone again."""
    content = bytearray(backed_up.file.read_bytes())
    content[-2000] ^= 1
    (tmp_path / "bad").write_bytes(content)
    with pytest.raises(InputError, match="damaged"):
        restore_home(tmp_path / "bad", tmp_path / "new", PASSPHRASE)
    assert [path.name for path in tmp_path.iterdir()] == ["bad"]


@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        (lambda content: content[:-4000], InputError, "not copied whole"),
        (lambda content: content.replace(b"format 1\n", b"format 9\n"), HomeTooNew, "newer"),
        (lambda content: content[1:], InputError, "no backup"),
        (lambda content: b"", InputError, "no backup"),
    ],
    ids=["cut short", "newer", "no tar", "empty"],
)
def test_what_can_be_told_without_the_passphrase_is(
    spoil: object, error: type[Exception], said: str, backed_up: BackedUp, tmp_path: Path
) -> None:
    """Half a file, a newer one, and any other file."""
    assert callable(spoil)
    (tmp_path / "bad").write_bytes(spoil(backed_up.file.read_bytes()))
    with pytest.raises(error, match=said):
        restore_home(tmp_path / "bad", tmp_path / "new", PASSPHRASE)


def test_a_restore_never_writes_over_a_home(backed_up: BackedUp, tmp_path: Path) -> None:
    """Nor over anything else."""
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="home already"):
        restore_home(backed_up.file, tmp_path / "new", PASSPHRASE)
    assert (tmp_path / "new" / "mine.txt").read_text() == "mine"


def test_a_backup_has_a_good_place_and_a_good_passphrase(kept: Kept, tmp_path: Path) -> None:
    """Not in the home, not over a file, not behind four letters."""
    (tmp_path / "there").write_text("mine")
    for file, passphrase, said in (
        (kept.home.path / "b", PASSPHRASE, "inside the home"),
        (tmp_path / "there", PASSPHRASE, "already"),
        (tmp_path / "no" / "b", PASSPHRASE, "not there"),
        (tmp_path / "b", "1234", "shorter"),
    ):
        with pytest.raises(InputError, match=said):
            back_up(kept.home, file, passphrase)
    assert (tmp_path / "there").read_text() == "mine"


def test_a_set_deleted_meanwhile_stops_it(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else its rows would be in the backup and its pictures not; here nothing is locked, which would take a second."""

    def delete_and_pack(out: object, passphrase: str, produce: object) -> None:
        delete_collection(kept.home, kept.collection.id)

    monkeypatch.setattr(backup, "seal", delete_and_pack)
    with pytest.raises(HomeLocked, match="deleted"):
        back_up(kept.home, tmp_path / "b", PASSPHRASE)
    assert not (tmp_path / "b").exists()
    assert not list(kept.home.path.glob(".backup-*"))
