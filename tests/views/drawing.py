"""A small real home, drawn: ten answers on pages whose words and boxes are known. And the app, run on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from streamlit.testing.v1 import AppTest

from pipeline.imaging import encode_webp
from pipeline.intake import plan_pieces
from pipeline.reading import load_engine
from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Findings, Member, Steadiness
from pipeline.records.reading import Box, Line, Reading, Transcript, Word
from pipeline.settings import load_settings
from pipeline.store.collections import create_collection
from pipeline.store.findings import save_findings
from pipeline.store.home import Home, open_home
from pipeline.store.pages import list_unread_pages, save_reading
from pipeline.store.pieces import add_pieces
from pipeline.walk.collect import collect_set, hash_inputs

TASK = "Why do plants wilt when nobody waters them?"
ANSWERS = (
    "The water goes out of the leaves\nand then the plant hangs down.",
    "Water leaves the plant through\nthe leaves so it hangs down.",
    "The leaves lose their water and\nthe plant can not stand up.",
    "It loses water from its leaves.\nThen it hangs down.",
    "The roots can not reach any water\nso the stem gets soft.",
    "The roots find no water in the dry\nsoil and the stem gets soft.",
    "The roots have no water so the\nstem gets soft and bends.",
    "The plant is sad because nobody\ncares for it.",
    "The plant feels sad and lonely\nbecause nobody cares.",
    "I do not know.",
)
PAGE_PX = (900, 500)
WORDS = ("leaves", "hangs", "stem", "roots", "soft", "nobody", "because", "plant", "water")
DOUBT = 0.5


@dataclass(frozen=True, slots=True)
class DrawnHome:
    """A home with one class set of ten drawn answers."""

    home: Home
    collection_id: str


def draw_page(text: str) -> tuple[Image.Image, tuple[Line, ...]]:
    """Draw lines of text on paper; return the page and its lines, each word in the box it was drawn in."""
    page = Image.new("RGB", PAGE_PX, "#fbfaf5")
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(size=36)
    lines = []
    for number, line in enumerate(text.split("\n")):
        x, y, words = 60.0, 60.0 + 70 * number, []
        for word in line.split():
            pen.text((x, y), word, font=font, fill="#2a3550")
            box = Box(*pen.textbbox((x, y), word, font=font))
            words.append(Word(word, box, DOUBT if word == "soft" else 0.97))
            x = box.x1 + 14
        lines.append(Line(tuple(words), 0.95))
    return page, tuple(lines)


def fill_home(path: Path, folder: Path) -> DrawnHome:
    """Make a home at `path` with the drawn answers, whose files are written to `folder`."""
    home, drawn = open_home(path), {}
    (path / "patternwork.toml").write_text('[finding]\nembedder = "hashed"\nresamples = 20\n')
    folder.mkdir()
    for number, answer in enumerate(ANSWERS):
        page, lines = draw_page(answer)
        file = folder / f"{chr(97 + number)}-child.png"
        page.save(file)
        drawn[file.name] = (np.asarray(page), lines)
    collection = create_collection(home, "Why do plants wilt?", TASK)
    settings = load_settings(path)
    add_pieces(home, collection.id, plan_pieces([folder], settings.intake))
    fingerprint = load_engine(settings.reading).fingerprint
    for pending in list_unread_pages(home, collection.id, fingerprint):
        image, lines = drawn[pending.source.source.name]
        reading = Reading("ppocr", fingerprint, *PAGE_PX, lines, 0.95, needs_eyes=False, cpu_seconds=0.1)
        save_reading(home, collection.id, pending, reading, encode_webp(image, 80))
    collected = collect_set(home, collection.id)
    findings = find_words(collected.transcripts)
    save_findings(home, collection.id, findings, hash_inputs(collected, settings.finding))
    return DrawnHome(home, collection.id)


def find_words(transcripts: Sequence[Transcript]) -> Findings:
    """Return one suggestion for each of nine words, with the pieces that have it: findings one can check by eye."""
    candidates = tuple(_suggest(word, transcripts) for word in WORDS)
    sorted_in = {member.piece for candidate in candidates for member in candidate.members}
    codes = tuple(transcript.piece for transcript in transcripts)
    return Findings(codes, candidates, tuple(code for code in codes if code not in sorted_in))


def _suggest(word: str, transcripts: Sequence[Transcript]) -> Candidate:
    members = []
    for transcript in transcripts:
        start = transcript.text.find(word)
        if start >= 0:
            evidence = Evidence(transcript.piece, start, start + len(word), word)
            members.append(Member(transcript.piece, 1.0, (evidence,)))
    steadiness = Steadiness("share", 0.8, "shuffled words", 0.2, 0.4, 0.01, "Holds in 8 of 10 looks.")
    basis = f"Pieces with the word {word}."
    return Candidate(
        f"word-{word}", CandidateKind.IDEA, "ideas", f"says “{word}”", basis, tuple(members), steadiness, True
    )


def _run_page(first: str) -> None:
    from pipeline.views.pages import build_navigation

    build_navigation(first).run()


def open_page(page: str, collection_id: str = "") -> AppTest:
    """Run the app with `page` as its first one and a class set in hand."""
    app = AppTest.from_function(_run_page, args=(page,), default_timeout=30)
    if collection_id:
        app.query_params["set"] = collection_id
    return check(app.run())


def check(app: AppTest) -> AppTest:
    """Return the app, having made sure that nothing unforeseen went wrong on the screen."""
    assert not app.exception
    assert "did not foresee" not in read_screen(app)
    return app


def read_screen(app: AppTest) -> str:
    """Return all our own HTML on the screen, without the look's styles."""
    return "\n".join(element.value for element in app.html if "<style>" not in element.value)
