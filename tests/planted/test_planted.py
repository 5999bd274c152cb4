"""The generator keeps its promises: spans say their idea, patterns overlap, misreadings are as many as asked for."""

from __future__ import annotations

import random

import pytest
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from pipeline.find.craft import find_ways_of_writing
from pipeline.language import find_words
from pipeline.records.patterns import Findings
from pipeline.settings import FindingSettings
from pipeline.walk.find import assemble_set, type_transcript
from tests.bench.truth import tally_ways
from tests.planted.bank import TASKS, load_bank
from tests.planted.dealt import cut_sentences, deal_sentences, deal_words
from tests.planted.sets import PlantedSet, SetSpec, make_set

SPECS = [SetSpec(task, 60, is_short, 0.0, 3) for task in TASKS for is_short in (True, False)]
LEAST_LIKE = 60
"""Partial ratio (0..100) of a sentence and the wording it was made from: words are swapped and added."""


@pytest.fixture(scope="module")
def planted() -> list[PlantedSet]:
    """Give a set of each task, short and long."""
    return [make_set(spec) for spec in SPECS]


@pytest.mark.parametrize("task", TASKS)
def test_a_bank_says_each_idea_in_many_words(task: str) -> None:
    """Six to eight ideas, a dozen wordings each, none of them twice."""
    bank = load_bank(task)
    wordings = [wording for idea in bank.ideas.values() for wording in idea]
    assert 6 <= len(bank.ideas) <= 8
    assert all(len(idea) >= 12 for idea in bank.ideas.values())
    assert len(set(wordings)) == len(wordings)


def test_a_span_says_its_idea(planted: list[PlantedSet]) -> None:
    """Each span of the truth is a sentence made from a wording of that idea."""
    for spec, made in zip(SPECS, planted, strict=True):
        bank = load_bank(spec.task)
        for idea in made.ideas:
            for code, spans in idea.holders.items():
                for start, end in spans:
                    said = made.texts[code][start:end].lower()
                    best = max(fuzz.partial_ratio(said, one.lower()) for one in bank.ideas[idea.key])
                    assert best >= LEAST_LIKE, said


def test_a_span_is_carried_through_misreadings() -> None:
    """What is misread still stands in its span."""
    clean, read = (make_set(SetSpec("red_kite", 60, True, cer, 3)) for cer in (0.0, 0.1))
    for before, after in zip(clean.ideas, read.ideas, strict=True):
        for code, spans in before.holders.items():
            for (start, end), (first, last) in zip(spans, after.holders[code], strict=True):
                assert fuzz.ratio(clean.texts[code][start:end], read.texts[code][first:last]) >= LEAST_LIKE


@pytest.mark.parametrize("cer", [0.0, 0.05, 0.1])
def test_so_many_characters_are_misread(cer: float) -> None:
    """The rate over a set is near the one asked for."""
    made = make_set(SetSpec("plastic_bags", 60, False, cer, 5))
    edits = sum(Levenshtein.distance(made.written[code], text) for code, text in made.texts.items())
    assert edits / sum(map(len, made.written.values())) == pytest.approx(cer, abs=0.012)


def test_patterns_overlap(planted: list[PlantedSet]) -> None:
    """In each set there are pieces with several ideas, with none or one, and with ideas and ways of writing at once."""
    for made in planted:
        held = [sum(code in idea.holders for idea in made.ideas) for code in made.texts]
        several = {code for code, count in zip(made.texts, held, strict=True) if count > 1}
        assert len(several) >= 12
        assert min(held) <= 1
        assert all(way.holders & several for way in made.ways)
        assert all(4 <= len(idea.holders) <= 0.6 * len(made.texts) for idea in made.ideas)


def test_pieces_are_as_long_as_asked_for(planted: list[PlantedSet]) -> None:
    """Short answers stay short by the median, essays have at least a hundred words each."""
    for spec, made in zip(SPECS, planted, strict=True):
        counts = sorted(len(find_words(text)) for text in made.texts.values())
        assert 20 <= counts[len(counts) // 2] <= 60 if spec.is_short else counts[0] >= 100


def test_no_sentence_of_single_students_is_shared(planted: list[PlantedSet]) -> None:
    """Away from planted spans no sentence stands in three pieces: nobody would be wrong to find it."""
    for made in planted[::2]:
        spans = [
            text[a:b]
            for idea in made.ideas
            for code, at in idea.holders.items()
            for a, b in at
            for text in [made.texts[code]]
        ]
        pieces: dict[str, set[str]] = {}
        for code, text in made.texts.items():
            for sentence in cut_sentences(text):
                pieces.setdefault(sentence.strip(), set()).add(code)
        shared = [one for one, codes in pieces.items() if len(codes) > 2 and not one.endswith("?")]
        assert all(any(one in span for span in spans) for one in shared)


def test_the_same_seed_gives_the_same_set() -> None:
    """Same specification, same set; another seed, another set; misreadings change no truth."""
    spec = SetSpec("later_start", 25, False, 0.05, 1)
    again, other = make_set(spec), make_set(SetSpec("later_start", 25, False, 0.05, 2))
    assert make_set(spec) == again
    assert other.texts != again.texts
    assert make_set(SetSpec("later_start", 25, False, 0.0, 1)).ways == again.ways


def test_dealing_keeps_what_is_dealt(planted: list[PlantedSet]) -> None:
    """Dealt anew, the words and the sentences of a set are the same, in other pieces."""
    texts, rng = planted[1].texts, random.Random(1)  # noqa: S311 - no secret
    words, sentences = deal_words(texts, rng), deal_sentences(texts, rng)
    told = [
        sorted(word.text for text in one.values() for word in find_words(text)) for one in (texts, words, sentences)
    ]
    assert told[0] == told[1] == told[2]
    assert all(len(cut_sentences(texts[code])) == len(cut_sentences(sentences[code])) for code in texts)
    assert words != texts != sentences


def test_planted_ways_of_writing_are_found() -> None:
    """Half of the ways planted in sixty essays are found as reliable ones."""
    made, settings = make_set(SetSpec("later_start", 60, False, 0.0, 1)), FindingSettings(embedder="hashed")
    transcripts = [type_transcript(code, text) for code, text in made.texts.items()]
    ways = find_ways_of_writing(assemble_set(transcripts, made.task, settings), settings)
    tally = tally_ways(Findings(tuple(made.texts), ways, ()), made)
    assert tally.sure >= tally.planted / 2
