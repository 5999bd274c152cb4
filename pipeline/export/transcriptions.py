"""What was read of each piece comes in; NAME.txt, NAME.json and pieces.csv go out, named as the teacher's own files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.export.csv_table import render_rows
from pipeline.export.files import write_whole
from pipeline.records.reading import Line, Reading, Transcript
from pipeline.records.work import PlannedPiece, Refusal

LONGEST_NAME_BYTES = 240
"""What most file systems hold (255), less the ending."""
HEADER = ("piece", "sources", "pages", "confidence", "needs_eyes", "cpu_seconds")


@dataclass(frozen=True, slots=True)
class Transcription:
    """One piece as it was read: its readings in page order and the text made of them."""

    piece: PlannedPiece
    readings: tuple[Reading, ...]
    transcript: Transcript
    refusals: tuple[Refusal, ...]


def write_transcription(read: Transcription, folder: Path) -> None:
    """Write NAME.txt and NAME.json into `folder`; raises InputError or DiskFull where that can't be done."""
    name = shorten_name(read.piece.stem)
    write_whole(folder / f"{name}.txt", read.transcript.text.encode("utf-8", errors="replace"))
    described = json.dumps(_describe_piece(read), ensure_ascii=False, indent=1)
    write_whole(folder / f"{name}.json", described.encode("utf-8", errors="replace"))


def write_pieces(reads: Sequence[Transcription], folder: Path) -> None:
    """Write pieces.csv, one row a piece: `sources` joined by "; ", `confidence` in 0..1, `needs_eyes` true or false."""
    text = render_rows([HEADER, *(_describe_row(read) for read in reads)])
    write_whole(folder / "pieces.csv", text.encode("utf-8", errors="replace"))


def shorten_name(stem: str) -> str:
    """Return a file name for `stem`: the stem itself wherever a file may be called so with an ending after it.

    Any other ends in a mark of its own, so that no two pieces are written to one file.
    """
    safe = "".join("_" if sign in '/\\\0<>:"|?*' or ord(sign) < ord(" ") else sign for sign in stem) or "_"
    kept = safe.encode("utf-8", errors="replace")
    if safe == stem and len(kept) <= LONGEST_NAME_BYTES:
        return safe
    mark = hashlib.sha256(stem.encode("utf-8", errors="replace")).hexdigest()[:8]
    return f"{kept[: LONGEST_NAME_BYTES - 9].decode('utf-8', errors='ignore')}~{mark}"


def _describe_row(read: Transcription) -> tuple[str | float, ...]:
    sources = "; ".join(source.name for source in read.piece.sources)
    cpu_seconds = sum(reading.cpu_seconds for reading in read.readings)
    eyes = "true" if read.transcript.needs_eyes else "false"
    name, pages = shorten_name(read.piece.stem), len(read.piece.pages)
    return name, sources, pages, round(read.transcript.confidence, 4), eyes, round(cpu_seconds, 3)


def _describe_piece(read: Transcription) -> dict[str, object]:
    return {
        "piece": read.piece.stem,
        "sources": [source.name for source in read.piece.sources],
        "confidence": round(read.transcript.confidence, 4),
        "needs_eyes": read.transcript.needs_eyes,
        "couldnt_open": [{"reason": refusal.reason, "hint": refusal.hint} for refusal in read.refusals],
        "pages": [_describe_page(number, reading) for number, reading in enumerate(read.readings)],
    }


def _describe_page(number: int, reading: Reading) -> dict[str, object]:
    return {
        "number": number,
        "engine": reading.engine,
        "width_px": reading.width_px,
        "height_px": reading.height_px,
        "confidence": round(reading.confidence, 4),
        "needs_eyes": reading.needs_eyes,
        "lines": [_describe_line(line) for line in reading.lines],
    }


def _describe_line(line: Line) -> dict[str, object]:
    words = [
        {
            "text": word.text,
            "box": [round(side, 1) for side in (word.box.x0, word.box.y0, word.box.x1, word.box.y1)]
            if word.box
            else None,
            "confidence": round(word.confidence, 4),
        }
        for word in line.words
    ]
    starts = line.starts_paragraph
    return {"text": line.text, "confidence": round(line.confidence, 4), "starts_paragraph": starts, "words": words}
