"""Transcription alone: each piece comes out once, with its pages in order, without a home."""

from __future__ import annotations

from pathlib import Path

from pipeline.intake import plan_pieces
from pipeline.records.reading import Choice, Line, Reading, Word
from pipeline.records.work import PlannedPiece
from pipeline.settings import Settings
from pipeline.walk.read import PieceRead, read_plan, settle_pieces


def test_each_piece_comes_out_once_with_its_pages_in_order(tmp_path: Path, settings: Settings) -> None:
    """A typed piece and one of two numbered pages; what can't be read is said with its piece."""
    folder = tmp_path / "work"
    folder.mkdir()
    for name, text in {"ann_1": "First page.", "ann_2": "Second page.", "bob_1": "Alone,", "bob_2": "or not."}.items():
        (folder / f"{name}.txt").write_text(text)
    reads = {read.piece.stem: read for read in read_plan(plan_pieces([folder], settings.intake), settings)}
    texts = {stem: [line.text for page in read.readings for line in page.lines] for stem, read in reads.items()}
    assert texts == {"ann": ["First page.", "Second page."], "bob": ["Alone,", "or not."]}
    assert all(read.refusals == () for read in reads.values())


def test_a_page_that_cannot_be_opened_is_a_refusal(tmp_path: Path, settings: Settings) -> None:
    """Cut off in the middle, a photo is refused with a reason, and the piece is there all the same."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "ann.txt").write_text("Here I am.")
    (folder / "bob.png").write_bytes(
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x02\x00\x00\x00"
    )
    plan = plan_pieces([folder], settings.intake)
    reads = {read.piece.stem: read for read in read_plan(plan, settings)}
    refused = [*plan.refusals, *(refusal for read in reads.values() for refusal in read.refusals)]
    assert reads["ann"].readings
    assert [refusal.source_name for refusal in refused] == ["bob.png"]
    assert refused[0].hint


def test_doubtful_words_are_chosen_by_all_pieces() -> None:
    """Two children wrote "stomata": a third one's doubtful word is that, and pieces stay in their order."""
    doubtful = Word("stomach", None, 0.4, choices=(Choice("stomach", -0.5), Choice("stomata", -1.0)))
    words = {"cid": doubtful, "ann": Word("Stomata", None, 0.95), "bob": Word("stomata.", None, 0.95)}
    reads = [
        PieceRead(
            PlannedPiece(stem, (), ()),
            (Reading("ppocr", "1", 9, 9, (Line((word,), 0.9),), 0.9, needs_eyes=False, cpu_seconds=0.0),),
            (),
        )
        for stem, word in words.items()
    ]
    settled = settle_pieces(reads, ("en",))
    assert [(read.piece.stem, read.readings[0].lines[0].text) for read in settled] == [
        ("cid", "stomata"),
        ("ann", "Stomata"),
        ("bob", "stomata."),
    ]
