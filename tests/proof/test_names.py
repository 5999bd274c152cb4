"""Names are planted wherever work carries them; then all that we write is searched for them.

Names may stand in the one table of names, and with the originals: where they lie, what they are called, and what is
read on them. Nowhere else: no log, no export of any kind, no vector, no finding, no file name of ours, no word of the
command line and no error.
"""

from __future__ import annotations

import contextlib
import io
import random
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import text

from pipeline.cli.boundary import run_command
from pipeline.records.decisions import DecisionKind
from pipeline.roster import NAME_SIGN, read_roster
from pipeline.store.collections import find_collection
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.engine import reading
from pipeline.store.home import Home, open_home
from pipeline.store.pages import load_thumbnail
from pipeline.store.pieces import list_pieces
from pipeline.store.rosters import create_class, join_class, keep_roster
from pipeline.walk.desk import load_desk
from pipeline.walk.people import match_surely, plan_matches
from pipeline.walk.report import build_report
from tests.intake.makers import make_docx, make_pdf, write_line

GIVEN = [
    "Zephyrine",
    "Bartholomew",
    "Persephone",
    "Thaddeus",
    "Ximena",
    "Ignatius",
    "Leocadia",
    "Montgomery",
    "Philippa",
    "Quentin",
    "Rosalind",
    "Siegfried",
    "Theodora",
    "Ulysses",
    "Valentina",
    "Wilhelmina",
    "Xiomara",
    "Yevgenia",
    "Zachariah",
    "Anastasia",
    "Benedikta",
    "Cornelius",
    "Desdemona",
    "Evangeline",
    "Ferdinand",
    "Guinevere",
    "Hortensia",
    "Isadora",
    "Jedidiah",
    "Konstantin",
    "Lysander",
    "Mirabelle",
]
FAMILY = [
    "Quillfeather",
    "Oyelaran",
    "Okonkwo",
    "Vanderbeek",
    "Szymanski",
    "Papadopoulos",
    "Nakashima",
    "Featherstone",
    "Mukherjee",
    "Abernathy",
    "Castellanos",
    "Dombrowski",
    "Eriksdottir",
    "Fitzwilliam",
    "Goldschmidt",
    "Hawthornthwaite",
    "Iyengar",
    "Jankowski",
    "Kovalenko",
    "Lindqvist",
    "Mwangi",
    "Novakovic",
    "Oppenheim",
    "Przybylski",
    "Quattlebaum",
    "Rasmussen",
    "Stavropoulos",
    "Thistlethwaite",
    "Underhillson",
    "Villanueva",
    "Weatherwax",
    "Yamaguchi",
]
WHOLE = list(zip(GIVEN, FAMILY, strict=True))
PARTS = [part.casefold() for part in (*GIVEN, *FAMILY)]
ANSWERS = (
    "My friend {friend} says the water went into the air because the floor is wide.",
    "{friend} told me that the water went into the air from the floor.",
    "The cup is deep so the water stays in the cup, as {friend} wrote.",
)
OF_ORIGINALS = {"names": {"given", "family", "ids"}, "pieces": {"stem"}, "refusals": {"source_name", "source"}}
"""Columns in which names may stand, beside what is read on the pages and where they lie."""

OF_PAGES = {"source", "reading"}


@dataclass(frozen=True, slots=True)
class Planted:
    """A home with 32 planted names, and all that the command line has said."""

    home: Home
    collection_id: str
    said: list[str]


def find_planted(content: str) -> list[str]:
    """The parts of planted names in a text, whatever their capitals."""
    folded = content.casefold()
    return [part for part in PARTS if part in folded]


def plant_files(folder: Path) -> None:
    """Write a piece for each student: names in the file's name, its header, its metadata and its text."""
    folder.mkdir()
    for number, (given, family) in enumerate(WHOLE):
        friend = GIVEN[(number + 7) % len(GIVEN)]
        head, answer = f"Name: {given} {family}", ANSWERS[number % 3].format(friend=friend)
        if number % 3 == 0:
            (folder / f"{family}_{given}_essay.txt").write_text(f"{head}\n\n{answer}\n")
        elif number % 3 == 1:
            body = f"<w:p><w:r><w:t>{head}</w:t></w:r></w:p><w:p><w:r><w:t>{answer}</w:t></w:r></w:p>"
            author = f"<cp:coreProperties><dc:creator>{given} {family}</dc:creator></cp:coreProperties>"
            with zipfile.ZipFile(make_docx(folder / f"{given} {family}.docx", body), "a") as document:
                document.writestr("docProps/core.xml", author)
        else:
            plant_pdf(folder / f"{family.lower()}{given.lower()}_4{number:03}_water.pdf", head, answer)
    broken = Image.new("RGB", (40, 40), "white")
    exif = broken.getexif()
    exif[0x013B] = " ".join(WHOLE[0])
    broken.save(folder / f"{GIVEN[1]}_broken.jpg", exif=exif)
    whole = (folder / f"{GIVEN[1]}_broken.jpg").read_bytes()
    (folder / f"{GIVEN[1]}_broken.jpg").write_bytes(whole[: len(whole) // 3])


def plant_pdf(path: Path, head: str, answer: str) -> None:
    words = answer.split()
    lines = [head, *(" ".join(words[at : at + 5]) for at in range(0, len(words), 5))]
    content = " ".join(write_line(line, 20, 350 - 40 * n, 14) for n, line in enumerate(lines))
    make_pdf(path, [content])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Author"] = head
        pdf.save(path)


def run(words: list[str], said: list[str], patch: pytest.MonkeyPatch) -> int:
    """Run `patternwork` here and keep what it says."""
    patch.setattr(sys, "argv", ["patternwork", *words])
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        code = run_command()
    said.append(told.getvalue())
    return code


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where work, home and exports lie."""
    return tmp_path_factory.mktemp("planted")


@pytest.fixture(scope="module")
def planted(folder: Path) -> Iterator[Planted]:
    """The class's list is given, its work read, matched, found in, decided on and exported in every way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATTERNWORK_FINDING__EMBEDDER", "hashed")
        patch.setenv("PATTERNWORK_FINDING__RESAMPLES", "20")
        patch.setenv("PATTERNWORK_READING__WORKERS", "1")
        lots = random.Random(20261125)  # noqa: S311 students' codes are drawn by lot: the same ones in every run
        patch.setattr("pipeline.store.codes.secrets", SimpleNamespace(choice=lots.choice, randbelow=lots.randrange))
        plant_files(folder / "work")
        yield work_through(folder, patch)


def work_through(folder: Path, patch: pytest.MonkeyPatch) -> Planted:
    """Walk the whole way from files to exports; every command ends well."""
    home, place = open_home(folder / "home"), ["--home", str(folder / "home")]
    add = ["add", str(folder / "work"), "--class-set", "Water", *place]
    assert run(add, [], patch) == 0  # without a list nobody knows which of the words found in are names
    collection, said = find_collection(home, "Water").id, list[str]()
    keep_class(home, collection)
    assert run(["resume", "Water", *place], said, patch) == 0
    decide(home, collection)
    for kind in ("csv", "xlsx", "pdf"):
        out = str(folder / f"review.{kind}")
        assert run(["export", "Water", "--format", kind, "--out", out, *place], said, patch) == 0
    assert run(add, said, patch) == 0
    assert run(["list", *place], said, patch) == 0
    return Planted(home, collection, said)


def keep_class(home: Home, collection_id: str) -> None:
    rows = "\n".join(f'"{family}, {given}",4{n:03},P{n % 2}' for n, (given, family) in enumerate(WHOLE))
    made = create_class(home, "Science")
    keep_roster(home, made.id, read_roster(f"Student,ID,Section\n{rows}").entries)
    join_class(home, collection_id, made.id)
    match_surely(home, collection_id, plan_matches(home, collection_id, {}))


def decide(home: Home, collection_id: str) -> None:
    """Confirm what was found, with the findings' own words in the snapshot."""
    findings = load_desk(home, collection_id).findings
    assert findings is not None
    for candidate in findings.candidates:
        append_decision(home, collection_id, NewDecision(DecisionKind.CONFIRM, candidate.id, snapshot=candidate))


def test_a_name_is_in_nothing_that_we_write(planted: Planted, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All 32 whole names, and each half of them, in every place there is."""
    home, collection = planted.home, planted.collection_id
    assert len(load_desk(home, collection).people.matches) == len(WHOLE)
    for piece in list_pieces(home, collection):
        load_thumbnail(home, collection, piece.code, 0)
    break_something(planted, folder, monkeypatch)
    assert find_planted("\n".join(planted.said)) == []
    assert list_leaks_of_database(home) == []
    files = [path for path in home.path.rglob("*") if path.is_file() and not path.name.startswith("patternwork.db")]
    assert {path.parent.name for path in files} >= {"pages", "thumbnails", "logs"}
    assert find_planted("\n".join(str(path.relative_to(home.path)) for path in files)) == []
    assert find_planted("\n".join(path.read_bytes().decode("latin-1") for path in files)) == []


def break_something(planted: Planted, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """An error of ours and an unforeseen one that has a name in its message: it is in no word and no log."""
    place = ["--home", str(planted.home.path)]
    assert run(["add", str(folder / "nowhere"), *place], planted.said, patch) != 0

    def fail(*_: object) -> None:
        raise RuntimeError(" ".join(WHOLE[0]))

    patch.setattr("pipeline.walk.report.build_report", fail)
    out = str(folder / "never.csv")
    assert run(["export", "Water", "--format", "csv", "--out", out, *place], planted.said, patch) == 1
    assert (planted.home.path / "logs" / "errors.log").exists()


def list_leaks_of_database(home: Home) -> list[tuple[str, str]]:
    """Columns, beside those of names and originals, that hold a part of a planted name."""
    leaks = []
    with reading(home.engine) as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for table in tables:
            for row in connection.execute(text(f'SELECT * FROM "{table}"')).mappings():  # noqa: S608 our own tables
                allowed = OF_PAGES if table == "pages" else OF_ORIGINALS.get(table, set())
                cells = {name: cell for name, cell in row.items() if name not in allowed}
                leaks += [(table, name) for name, cell in cells.items() if find_planted(_write_out(cell))]
    return leaks


def _write_out(cell: object) -> str:
    return cell.decode("latin-1") if isinstance(cell, bytes) else str(cell)


def test_a_name_is_in_no_export(planted: Planted, folder: Path) -> None:
    """Table, workbook and page, part by part; quotes show where a name stood, codes and sections are there."""
    table = (folder / "review.csv").read_text("utf-8-sig")
    with zipfile.ZipFile(folder / "review.xlsx") as book:
        workbook = "\n".join(book.read(part).decode("latin-1") for part in book.namelist())
    document = pypdfium2.PdfDocument(folder / "review.pdf")
    page = document[0].get_textpage().get_text_range()
    raw = (folder / "review.pdf").read_bytes().decode("latin-1")
    document.close()
    assert [find_planted(one) for one in (table, workbook, page, raw)] == [[], [], [], []]
    assert NAME_SIGN in page
    assert re.search(r"\b[B-Z][AEU][0-9]\b", table)
    assert "P0: " in workbook


def test_names_are_blanked_in_the_pictures_too(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a quote tells that a name stood there, its ink is gone from the crop."""
    monkeypatch.setattr("pipeline.walk.report.CROPS_A_PATTERN", 99)
    blanked = [crop for crop in build_report(planted.home, planted.collection_id).crops if NAME_SIGN in crop.quote]
    monkeypatch.setattr("pipeline.walk.report.list_hidden", lambda *_: [])
    whole = build_report(planted.home, planted.collection_id).crops
    pairs = [
        (count_ink(one.png), count_ink(other.png))
        for one in blanked
        for other in whole
        if (one.pattern, one.piece) == (other.pattern, other.piece) and one.png and other.png
    ]
    assert pairs
    assert all(after <= before for after, before in pairs)
    assert any(after < 0.9 * before for after, before in pairs)


def count_ink(png: bytes) -> int:
    """How many dark pixels a picture has."""
    return sum(Image.open(io.BytesIO(png)).convert("L").histogram()[:128])
