"""Lines of three languages, as seen letter by letter, misread letters among them; and a page of each."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import Levenshtein

from pipeline.reading.languages import Lexicons, load_lexicons, share_languages
from pipeline.reading.ppocr import PpocrEngine
from pipeline.records.reading import Reading
from pipeline.records.work import OpenedPage
from tests.rendering.capture import Look, capture_sheet
from tests.rendering.hands import draw_hand, make_generator
from tests.rendering.layout import write_text
from tests.rendering.paper import A4, Paper

SPANISH = """Mi abuela vive en un pueblo pequeño cerca del río. Los sábados vamos con ella a recoger naranjas y después
comemos en la cocina. ¿Sabes qué me gusta más? El pan caliente con miel. Mi hermano siempre se come dos trozos y luego
dice que tiene sueño."""
FRENCH = """Un jour, on a trouvé un petit hérisson blessé derrière l'école. Nous l'avons mis dans une boîte avec de
l'herbe et une pomme. Ça m'a fait plaisir quand il a mangé. Après une semaine il était guéri et il est reparti dans la
forêt. J'espère qu'il est heureux là-bas."""
MIXED = """My grandmother does not speak English at home.

Ella siempre me dice que tengo que comer más verduras.

When I am sick she makes a soup with lemon.

Entonces me siento mejor y puedo volver a la escuela."""
UNACCENTED = "Despues comimos en la montana y mi papa me conto un cuento muy largo. Manana es mi cumpleanos."


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    """Give the lexicons of the default settings."""
    return load_lexicons(("en", "es", "fr"))


def read_page(ppocr: PpocrEngine, text: str, font: str) -> Reading:
    """Return the reading of `text` written on ruled paper in that hand, and scanned."""
    rng = make_generator("languages", font)
    (sheet,) = write_text(text, draw_hand("kite", font), Paper.RULED, A4, rng)
    return ppocr.read(OpenedPage(capture_sheet(sheet.image, Look.GREY_SCAN, rng).pixels, 0, None))


def measure_cer(reading: Reading, truth: str) -> float:
    """Return the share of misread characters, case and line breaks left aside."""
    read = " ".join(line.text for line in reading.lines)
    told = " ".join(truth.split())
    return Levenshtein.distance(read.lower(), told.lower()) / len(told)


@pytest.mark.parametrize(
    ("seen", "language"),
    [
        ("The water goes up when it is warm", "en"),
        ("Los niños jugaban en la calle con mi hermano", "es"),
        ("Nous avons mis de l'eau dans deux verres", "fr"),
        ("Ihe waler goes np when it is warm", "en"),
        ("Los ninos jugahan en la callo con mi hermano", "es"),
        ("Nous avans mis de l'eau dons deux venes", "fr"),
    ],
)
def test_a_line_tells_its_language(lexicons: Lexicons, seen: str, language: str) -> None:
    """Also where letters were misread or accents left away."""
    likely = lexicons.weigh(seen)
    assert max(likely, key=lambda code: likely[code]) == language
    assert sum(likely.values()) == pytest.approx(1.0)
    assert lexicons.choose(seen) is not lexicons.mixed


@pytest.mark.parametrize("seen", ["", "12 + 7", "no", "Animal"])
def test_an_unclear_line_has_the_words_of_all(lexicons: Lexicons, seen: str) -> None:
    """Nothing, numbers, or words that several languages have."""
    assert lexicons.choose(seen) is lexicons.mixed


def test_one_language_needs_no_choice() -> None:
    """Where the settings name one language, every line is read with its words."""
    lexicons = Lexicons({"es": {"agua": 0.5, "sol": 0.5}})
    assert lexicons.choose("the water") is lexicons.mixed
    assert share_languages(["es"]) == {"es": 1.0}


def test_the_first_language_is_the_usual_one() -> None:
    """Before a line is seen, the first language of the settings is the likeliest."""
    assert share_languages(["fr", "en", "es"]) == pytest.approx({"fr": 0.6, "en": 0.2, "es": 0.2})


def test_what_a_lexicon_holds(lexicons: Lexicons) -> None:
    """A line's own language, or all; a language that the settings do not name is in none."""
    french = lexicons.choose("Nous avons mis de l'eau dans deux verres")
    assert [lexicons.is_partly(french, language) for language in ("en", "fr", "de")] == [False, True, False]
    assert lexicons.is_partly(lexicons.mixed, "en")


@pytest.mark.parametrize(
    ("text", "font"), [(SPANISH, "schoolbell"), (FRENCH, "indie-flower"), (MIXED, "cedarville-cursive")]
)
def test_a_page_of_each_language_is_read(ppocr: PpocrEngine, text: str, font: str) -> None:
    """Spanish, French, and English with Spanish between: at most 2 letters of 100 wrong, accents counted."""
    assert measure_cer(read_page(ppocr, text, font), text) <= 0.02


def test_accents_left_away_stay_away(ppocr: PpocrEngine) -> None:
    """What the child wrote without accents is read without them."""
    read = " ".join(line.text for line in read_page(ppocr, UNACCENTED, "schoolbell").lines)
    assert not [letter for letter in read if letter in "áéíóúñ"]
