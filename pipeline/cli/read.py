"""`patternwork read`: a folder comes in; what the computer read goes out as text, JSON and a table. No home is used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import HomeOption, OutOption, check_out, prepare_settings
from pipeline.cli.speech import say_number, say_plan, say_refusals

if TYPE_CHECKING:
    from pipeline.export.transcriptions import Transcription
    from pipeline.records.work import IntakePlan
    from pipeline.settings import Settings
    from pipeline.walk.read import PieceRead


def read(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder of scans, photos, PDFs or typed files, or one file.")
    ],
    out: OutOption,
    one_file_one_piece: Annotated[bool, typer.Option("--one-file-one-piece", help="Never join files.")] = False,
    home: HomeOption = None,
) -> None:
    """Transcribe a folder: NAME.txt and NAME.json for every piece, and pieces.csv."""
    check_out(out, folder)
    settings = prepare_settings(home)
    from pipeline.export.transcriptions import write_pieces
    from pipeline.intake import plan_pieces

    plan = plan_pieces([folder], settings.intake, one_file_one_piece=one_file_one_piece)
    for line in say_plan(plan):
        typer.echo(line)
    done = _read_all(plan, settings, out)
    order = {piece.stem: place for place, piece in enumerate(plan.pieces)}
    done.sort(key=lambda read: order[read.piece.stem])
    write_pieces(done, out)
    refusals = plan.refusals + tuple(refusal for read in done for refusal in read.refusals)
    for line in say_refusals(refusals):
        typer.echo(line)
    eyes = say_number(sum(read.transcript.needs_eyes for read in done), "needs your eyes", "need your eyes")
    typer.echo(f"Read {say_number(len(done), 'piece')}, {eyes}. Written to {out}")


def _read_all(plan: IntakePlan, settings: Settings, out: Path) -> list[Transcription]:
    """Read every piece, writing each as soon as it is done, and all again once the whole set tells doubtful words."""
    from pipeline.walk.read import read_plan, settle_pieces

    done = []
    for piece in read_plan(plan, settings):
        done.append(piece)
        _write(piece, out)
        typer.echo(f"{len(done)} of {say_number(len(plan.pieces), 'piece')}")
    return [_write(piece, out) for piece in settle_pieces(done, settings.reading.languages)]


def _write(piece: PieceRead, out: Path) -> Transcription:
    from pipeline.export.transcriptions import Transcription, write_transcription
    from pipeline.transcript import build_transcript

    transcript = build_transcript(piece.piece.stem, piece.readings)
    written = Transcription(piece.piece, piece.readings, transcript, piece.refusals)
    write_transcription(written, out)
    return written
