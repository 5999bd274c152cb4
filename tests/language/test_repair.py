"""Likely misreadings set right, for comparing."""

from __future__ import annotations

import pytest

from pipeline.language import repair_texts, repair_words

CLASS = ["more surface area on the floor", "more surface area in the cup", "because the floor had more"]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("more surfoce area", "more surface area"),
        ("more sur face area", "more surface area"),
        ("hadmore surface", "had more surface"),
        ("on lhe floor", "on the floor"),
        ("a zebra in the cup", "a zebra in the cup"),
        ("m0re 5urface", "more surface"),
        ("more 2nd area", "more 2nd area"),
        ("surfacearea", "surface area"),
        ("bccquse the floor", "because the floor"),
    ],
)
def test_misreadings_are_set_right(read: str, meant: str) -> None:
    """Letters taken for others or for digits, a space put in, a space lost; a word that is known stays."""
    assert repair_texts([*CLASS, read])[-1] == meant


def test_places_are_those_of_the_text() -> None:
    """Each word says where it was read, so that what was written can be shown."""
    text = "hadmore sur face"
    words = repair_words([*CLASS, text])[-1]
    assert [text[word.start : word.end] for word in words] == ["had", "more", "sur face"]


def test_a_word_of_the_class_set_is_no_slip() -> None:
    """What no list knows but three students write is a word here, and mends others."""
    assert repair_texts(["the melvinator", "a melvinator", "my melvinator", "one melvinotor"])[-1] == "one melvinator"


def test_a_rare_word_is_no_common_one_badly_read() -> None:
    """Two letters of a short word are set right only where nobody writes such a word."""
    texts = [*["until the bell rings"] * 4, "one shoe untied", "unfll the bell"]
    assert repair_texts(texts)[-2:] == ["one shoe untied", "until the bell"]


def test_a_misreading_that_comes_back_is_no_word_of_the_class_set() -> None:
    """However often "fioor" is read, "floor" stands there several times as often."""
    texts = ["on the floor of the floor", *["the floor"] * 10, *["the fioor"] * 3]
    assert repair_texts(texts)[-1] == "the floor"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("one ot the cups", "one of the cups"),
        ("we went tothe floor", "we went to the floor"),
        ("we hadmoresurface area", "we hadmoresurface area"),
        ("a plece of cake", "a piece of cake"),
        ("it was gcod", "it was good"),
    ],
)
def test_the_words_around_tell_what_was_meant(read: str, meant: str) -> None:
    """Where much is misread, known words are doubted; three words without a space are beyond this."""
    misread = ["lhe f1oor hab rnore surfacc", "becausc tbe fioor hod morc"]
    assert repair_texts([*CLASS, *misread, read])[-1] == meant


@pytest.mark.parametrize(
    "text",
    [
        "bulb b is in path 3b, point a is not",
        "the salt is undissolved",
        "the bulbs are in two paths",
        "i like trombones and my shoe is untied",
        "he go to the floor and she have more",
    ],
)
def test_what_is_written_well_enough_stays(text: str) -> None:
    """Names of points, words that say the opposite, plurals, rare words and learners' grammar are no misreadings."""
    task = "Which bulb glows? Which path is closed? What dissolved?"
    texts = [*CLASS, "the bulb is in a path", "the salt dissolved in the path of the bulb"]
    assert repair_texts([*texts, text], task)[-1] == text.replace(",", "")


def test_another_language_is_read_as_itself() -> None:
    """Spanish words beside an English class are mended by Spanish ones, and never made English."""
    spanish = "el agua se evapora porque el sol calienta la tierra"
    assert repair_texts([*CLASS, spanish])[-1] == spanish
    misread = "el agua se evapora porqve el sol calienta la tiorra"
    assert repair_texts([*CLASS, spanish, misread])[-1] == spanish


def test_the_order_of_the_texts_makes_no_difference() -> None:
    """Each text is set right as it would be in any other order."""
    texts = [*CLASS, "more surfoce area", "on lhe floor", ""]
    assert repair_texts(texts[::-1]) == repair_texts(texts)[::-1]
