"""Ways of writing: planted ones are found steady with their evidence, and sets without any have none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from pipeline.find.craft import apply_rule, find_ways_of_writing
from pipeline.language import find_words
from pipeline.observe import KINDS, observe_pieces
from pipeline.records.patterns import Candidate, ClassSet, Vectors
from pipeline.records.reading import Transcript
from pipeline.settings import FindingSettings

SETTINGS = FindingSettings()
WHO = ("The farmer", "My uncle", "A girl", "Our class", "The old man", "Somebody", "The bus driver", "A small dog")
DOES = ("found", "carried", "painted", "lost", "repaired", "watched", "sold", "remembered")
WHAT = ("a wooden box", "two letters", "the red bicycle", "some bread", "a broken clock", "the garden gate", "a map")
WHERE = ("near the river", "in town", "behind the school", "on Monday", "after lunch", "at the market", "without help")
REASON = ("because it was cheap", "because nobody else wanted to", "because rain had come", "because we asked")
MARKS = ((*REASON, "", "", "", "", ""), ("", "and also laughed", "and also sang", "", "", ""))

Draw = Callable[[np.random.Generator], str]


def _draw_sentence(rng: np.random.Generator, reasons: Sequence[str] = MARKS[0]) -> str:
    parts = [str(rng.choice(part)) for part in (WHO, DOES, WHAT, WHERE, reasons, MARKS[1])]
    return " ".join(part for part in parts if part) + "."


def _write_pieces(count: int, seed: int, planted: int = 0) -> dict[str, str]:
    rng = np.random.default_rng(seed)
    texts = {}
    for number in range(count):
        reasons = (*REASON, "") if number < planted else MARKS[0]
        sentences = [_draw_sentence(rng, reasons) for _ in range(int(rng.integers(8, 30)))]
        gaps = ["\n\n" if rng.random() < 0.2 else " " for _ in sentences]
        texts[f"P{number:02d}"] = "".join(s + gap for s, gap in zip(sentences, gaps, strict=True)).strip()
    return texts


def _make_set(texts: dict[str, str]) -> ClassSet:
    transcripts = tuple(Transcript(code, text, (), 1.0, needs_eyes=False) for code, text in texts.items())
    rows = np.ones((len(texts), 1), dtype=np.float32)
    return ClassSet(
        task="",
        transcripts=transcripts,
        passages=(),
        piece_vectors=Vectors(tuple(texts), rows, "one"),
        passage_vectors=Vectors((), rows[:0], "one"),
        observed=observe_pieces(transcripts, ""),
        kinds=KINDS,
    )


@pytest.fixture(scope="module")
def planted() -> ClassSet:
    """Thirty pieces, twelve of which give a reason in nearly each sentence."""
    return _make_set(_write_pieces(30, seed=1, planted=12))


@pytest.fixture(scope="module")
def ways(planted: ClassSet) -> tuple[Candidate, ...]:
    return find_ways_of_writing(planted, SETTINGS)


def test_a_planted_way_is_found_steady(ways: tuple[Candidate, ...]) -> None:
    """The pieces that keep giving reasons come first, called reliable, and are mostly the planted ones."""
    first = ways[0]
    assert "because" in first.name
    assert first.is_reliable
    assert first.steadiness.value > first.steadiness.null_95
    members = {member.piece for member in first.members}
    assert len(members & {f"P{number:02d}" for number in range(12)}) >= 0.8 * len(members)


def test_its_evidence_says_because(ways: tuple[Candidate, ...]) -> None:
    """Members of a shown way point at true spans; those of a lack show the whole piece."""
    shown = next(way for way in ways if way.rule.startswith('{"key": "gives-reasons", "direction": "high"'))
    quotes = [one.quote for member in shown.members for one in member.evidence]
    assert quotes
    assert all("because" in quote for quote in quotes)
    lacking = next(way for way in ways if '"direction": "low"' in way.rule)
    assert all(one.is_whole_piece for member in lacking.members for one in member.evidence)


def test_members_are_some_and_not_most(ways: tuple[Candidate, ...]) -> None:
    """At least three pieces and at most 60 %, strengths in 0..1, the clearest first."""
    for way in ways:
        strengths = [member.strength for member in way.members]
        assert 3 <= len(strengths) <= 18
        assert strengths == sorted(strengths, reverse=True)
        assert 0 < min(strengths) <= max(strengths) <= 1


def test_no_two_ways_have_the_same_pieces(ways: tuple[Candidate, ...]) -> None:
    """Two names for the same pieces are joined."""
    groups = [{member.piece for member in way.members} for way in ways]
    shares = [len(a & b) / len(a | b) for at, a in enumerate(groups) for b in groups[:at]]
    assert max(shares) <= 0.7


def test_a_rule_can_be_applied_again(planted: ClassSet, ways: tuple[Candidate, ...]) -> None:
    """The frozen rule finds the same members in the same pieces."""
    codes = [transcript.piece for transcript in planted.transcripts]
    words = [len(find_words(transcript.text)) for transcript in planted.transcripts]
    strengths = {kind.key: [one.strength for one in planted.observed if one.kind == kind.key] for kind in planted.kinds}
    for way in ways:
        again = apply_rule(way.rule, strengths, words)
        assert {code for code, is_in in zip(codes, again, strict=True) if is_in} == {m.piece for m in way.members}


def test_the_order_of_files_changes_nothing(planted: ClassSet, ways: tuple[Candidate, ...]) -> None:
    """Pieces and observations in another order give the same ways, ids included."""
    shuffled = replace(
        planted,
        transcripts=planted.transcripts[::-1],
        observed=planted.observed[::-1],
        piece_vectors=Vectors(planted.piece_vectors.ids[::-1], planted.piece_vectors.matrix, "one"),
    )
    assert find_ways_of_writing(shuffled, SETTINGS) == ways


def test_length_alone_is_no_way_of_writing(planted: ClassSet, ways: tuple[Candidate, ...]) -> None:
    """With length held constant the members of the steady ways are not simply the longest or shortest pieces."""
    words = {one.piece: len(find_words(one.text)) for one in planted.transcripts}
    middle = float(np.median([*words.values()]))
    for way in (way for way in ways if way.is_reliable):
        longer = np.mean([words[member.piece] > middle for member in way.members])
        assert 0.1 < longer < 0.9


def test_sets_without_ways_have_none_reliable() -> None:
    """Sentences dealt out by chance give a reliable way in 5 % of sets at most: 4 of 30 is that binomial's 95th."""
    settings = FindingSettings(resamples=40)
    false = sum(
        any(way.is_reliable for way in find_ways_of_writing(_make_set(_write_pieces(24, seed)), settings))
        for seed in range(100, 130)
    )
    assert false <= 4


def test_too_few_pieces_have_no_ways() -> None:
    """Below the fewest pieces nothing is looked for; at it, the answer is a valid one."""
    texts = _write_pieces(5, seed=3)
    assert find_ways_of_writing(_make_set(dict([*texts.items()][:4])), SETTINGS) == ()
    assert all(len(way.members) == 3 for way in find_ways_of_writing(_make_set(texts), SETTINGS))


def test_three_and_four_pieces_can_be_asked_for() -> None:
    """Where the settings ask for so few, no group is both three pieces and not most of the set: none is shown."""
    few = FindingSettings(fewest_pieces=3)
    texts = [*_write_pieces(4, seed=3).items()]
    assert all(find_ways_of_writing(_make_set(dict(texts[:count])), few) == () for count in (3, 4))


def test_short_answers_are_never_called_steady() -> None:
    """One sentence a piece cannot be halved: ways may be shown, none is reliable."""
    rng = np.random.default_rng(5)
    texts = {f"S{number:02d}": _draw_sentence(rng) for number in range(20)}
    assert not any(way.is_reliable for way in find_ways_of_writing(_make_set(texts), SETTINGS))


def test_equal_pieces_show_no_way() -> None:
    """Where all children wrote the same there is nothing to tell apart."""
    assert (
        find_ways_of_writing(_make_set(dict.fromkeys(("A11", "B22", "C33", "D44", "E55"), "Dogs run.")), SETTINGS) == ()
    )


def test_kinds_without_a_second_look_are_shown_as_weak(planted: ClassSet) -> None:
    """An observation that cannot look again is suggested and never called reliable."""
    from pipeline.records.patterns import ObservationKind

    plain = tuple(ObservationKind(k.key, k.group, k.name, k.opposite, k.source) for k in KINDS)
    found = find_ways_of_writing(replace(planted, kinds=plain), SETTINGS)
    assert found
    assert not any(way.is_reliable for way in found)
