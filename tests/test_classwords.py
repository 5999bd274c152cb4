"""What a class set shares in words, and what that may change in a doubtful word: choices made by hand."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipeline.classwords import DOUBTFUL_BELOW, ClassWords, learn_class_words, settle_readings
from pipeline.records.reading import Choice, Line, Reading, Word, WordRole

CLASS = ("photosynthesis", "stomata", "because", "soil", "bird", "enough", "water", "Okafor")
MISSPELT = {
    "photosynthesis": "fotosynthesis photosinthesis photosythesis photosynthisis photosintesis photosynthesys",
    "stomata": "stomatta stumata stomada stomater stomatah stowmata",
    "because": "becuase becaus becos bcause becouse becase becaws becauze cuz bekuz becuse becasue",
    "soil": "sol soyl soill sole soul soile soiil sowl soy",
    "bird": "brd berd burd bid birb bierd birrd birt biurd birdd",
    "enough": "enuf enof enought enouf inuf enugh enouh enoughf anuf enoff",
    "water": "watter woter wter wotter watar warter watr waterr wata wautr",
    "Okafor": "Okafer Okofor Okafour Ocafor Okaffor Okafr Okaforr Okufor Akafor Okafir",
}
LIKELIHOODS = (0.7, 0.2, 0.1)


def doubt(*texts: str, confidence: float = 0.5, likelihoods: tuple[float, ...] = LIKELIHOODS) -> Word:
    """Return a word that may say any of the texts, the first one read."""
    choices = tuple(Choice(text, math.log(chance)) for text, chance in zip(texts, likelihoods, strict=False))
    return Word(texts[0], None, confidence, choices=choices)


def write(*words: Word | str, role: WordRole = WordRole.STUDENT) -> tuple[Reading, ...]:
    """Return a piece of one page and one line; plain strings are words seen surely."""
    told = tuple(Word(word, None, 0.99, role=role) if isinstance(word, str) else word for word in words)
    return (Reading("ppocr", "1", 100, 100, (Line(told, 0.9),), 0.9, needs_eyes=False, cpu_seconds=0.0),)


def settle(readings: Mapping[str, tuple[Reading, ...]], piece: str, task: str = "", *checked: str) -> Word:
    """Return the last word of the piece, chosen by what all pieces share."""
    return settle_readings(readings, learn_class_words(readings, task, checked))[piece][0].lines[0].words[-1]


LEAVES = {"a": write("the", "stomata,"), "b": write("Stomata", "open"), "c": write("his", doubt("stomach", "stomata"))}


def test_a_word_of_two_other_pieces_is_taken() -> None:
    """Two children wrote "stomata": what may say it says it, the letters as seen are kept, and doubt stays."""
    word = settle(LEAVES, "c")
    assert (word.text, word.plain) == ("stomata", "stomach")
    assert 0 < word.confidence <= 0.5
    assert word.choices == LEAVES["c"][0].lines[0].words[-1].choices


def test_a_word_of_one_other_piece_is_not_enough() -> None:
    """One child's word is that child's, until the task has it or the teacher types it."""
    alone = {piece: LEAVES[piece] for piece in ("a", "c")}
    assert settle(alone, "c").text == "stomach"
    assert settle(alone, "c", "What do stomata do?").text == "stomata"
    assert settle(alone, "c", "", "the stomata").text == "stomata"


def test_only_words_that_were_seen_teach() -> None:
    """Doubtful words, words the word list made, and a printed form's lines teach nothing."""
    doubtful = {**LEAVES, "a": write(Word("stomata", None, 0.6))}
    decoded = {**LEAVES, "a": write(Word("stomata", None, 0.95, plain="stomota"))}
    printed = {**LEAVES, "a": write("stomata", role=WordRole.FORM)}
    assert {settle(readings, "c").text for readings in (doubtful, decoded, printed)} == {"stomach"}


def test_what_is_seen_surely_stays() -> None:
    """A word above the threshold is left alone, and a choice far less likely by its ink is never taken."""
    sure = {**LEAVES, "c": write(doubt("stomach", "stomata", confidence=DOUBTFUL_BELOW))}
    far = {**LEAVES, "c": write(doubt("stomach", "stomata", likelihoods=(0.96, 0.04)))}
    assert settle(sure, "c").text == settle(far, "c").text == "stomach"


def test_back_to_the_letters_as_seen() -> None:
    """Where the class writes what was seen, the word list's text goes, and both readings are one."""
    word = replace(doubt("stomach", "stomata"), plain="stomata")
    settled = settle({**LEAVES, "c": write(word)}, "c")
    assert (settled.text, settled.plain, settled.seen) == ("stomata", "", "stomata")


def test_marks_and_capitals_are_the_childs() -> None:
    """A choice is taken as it stands, with its full stop and its capital."""
    assert settle({**LEAVES, "c": write(doubt("Stomach.", "Stomata."))}, "c").text == "Stomata."
    assert settle({**LEAVES, "c": write(doubt("7", "1"))}, "c").text == "7"


def test_words_of_other_languages() -> None:
    """Without a class the commoner word is likelier, in any of the settings' languages."""
    spanish = ClassWords({}, 0, ("en", "es"))
    assert spanish.price("también") > spanish.price("tambiin")
    assert ClassWords({}, 0).price("water") > ClassWords({}, 0).price("wader")


def test_the_same_in_any_order() -> None:
    """Pieces dealt anew give the same readings."""
    shuffled = list(LEAVES.items())
    random.Random(3).shuffle(shuffled)  # noqa: S311 a fixed order, not a secret
    assert settle_readings(dict(shuffled), learn_class_words(dict(shuffled))) == settle_readings(
        LEAVES, learn_class_words(LEAVES)
    )


def test_lines_keep_their_numbers_and_words_their_places() -> None:
    """Nothing but words changes: as many pages, lines and words as before."""
    settled = settle_readings(LEAVES, learn_class_words(LEAVES))
    assert {code: [len(line.words) for line in pages[0].lines] for code, pages in settled.items()} == {
        code: [len(line.words) for line in pages[0].lines] for code, pages in LEAVES.items()
    }
    assert settled["a"] == LEAVES["a"]


@pytest.mark.parametrize(("confidence", "likelihoods"), [(0.9, (0.9, 0.1)), (0.5, (0.96, 0.04))])
def test_misspellings_survive_where_the_class_spells_right(confidence: float, likelihoods: tuple[float, ...]) -> None:
    """Every other piece spells it right, and it was seen well, or its ink is far likelier: at least 95 % stay."""
    others = {f"k{n}": write(*CLASS) for n in range(20)}
    class_words = learn_class_words(others)
    pairs = [(wrong, right) for right, all_wrong in MISSPELT.items() for wrong in all_wrong.split()]
    pairs += [(f"{wrong},", f"{right},") for wrong, right in pairs]
    words = [doubt(*pair, confidence=confidence, likelihoods=likelihoods) for pair in pairs]
    settled = settle_readings({"x": write(*words)}, class_words)["x"][0].lines[0].words
    kept = [word.text == wrong for word, (wrong, _) in zip(settled, pairs, strict=True)]
    assert len(kept) >= 100
    assert sum(kept) >= 0.95 * len(kept)


def test_a_doubtful_word_is_told_by_the_class() -> None:
    """The same words, as likely by their ink as the right ones, are the class's: most are taken for them."""
    class_words = learn_class_words({f"k{n}": write(*CLASS) for n in range(20)})
    pairs = [(wrong, right) for right, all_wrong in MISSPELT.items() for wrong in all_wrong.split()]
    words = [doubt(*pair, likelihoods=(0.5, 0.4)) for pair in pairs]
    settled = settle_readings({"x": write(*words)}, class_words)["x"][0].lines[0].words
    assert sum(word.text == right for word, (_, right) in zip(settled, pairs, strict=True)) > 0.8 * len(pairs)


@pytest.mark.parametrize("pieces", [150])
def test_a_large_class_set_is_quick(pieces: int) -> None:
    """150 pieces of 150 words, every fifth doubtful, in under a second of this process."""
    words = [doubt("stomach", "stomata", "stormata") if n % 5 == 0 else f"word{n}" for n in range(150)]
    readings = {f"k{n}": write(*words) for n in range(pieces)}
    settle_readings(LEAVES, learn_class_words(LEAVES))  # loads the word list
    started = time.process_time()
    settle_readings(readings, learn_class_words(readings))
    assert time.process_time() - started < 1.0
