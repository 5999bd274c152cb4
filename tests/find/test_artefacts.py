"""Warnings about what a pattern follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.find.artefacts import DOUBTFUL, HARDER, LONGER, add_warnings, measure_evidence_confidence
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member, Steadiness
from pipeline.records.reading import Transcript

STEADY = Steadiness("", 1.0, "", 0.0, 0.5, 0.01, "")
SHORT, LONG = "It dried up in the sun.", "It dried up in the sun. " * 6


def make_candidate(*pieces: str) -> Candidate:
    members = tuple(Member(piece, 1.0, (Evidence(piece, 0, 8, "It dried"),)) for piece in pieces)
    return Candidate("id", CandidateKind.IDEA, "", "dried", "", members, STEADY, is_reliable=True)


def doubt(transcript: Transcript, confidence: float) -> Transcript:
    words = tuple(replace(word, confidence=confidence) for word in transcript.words)
    return replace(transcript, words=words, confidence=confidence)


def test_a_pattern_of_long_pieces_says_so(make_class_set: Callable[..., ClassSet]) -> None:
    """All ten long pieces and none of the ten short ones: it follows length."""
    texts = {f"L{at:02d}": LONG + "so " * at for at in range(10)} | {f"S{at:02d}": SHORT for at in range(10)}
    (warned,) = add_warnings([make_candidate(*(code for code in texts if code[0] == "L"))], make_class_set(texts))
    assert warned.warnings == (LONGER,)
    assert warned.is_reliable


def test_a_mixed_pattern_has_no_warning(make_class_set: Callable[..., ClassSet]) -> None:
    """Half of the long and half of the short pieces: no warning."""
    texts = {f"L{at:02d}": LONG for at in range(10)} | {f"S{at:02d}": SHORT for at in range(10)}
    half = [code for code in texts if int(code[1:]) < 5]
    (warned,) = add_warnings([make_candidate(*half)], make_class_set(texts))
    assert warned.warnings == ()


def test_a_pattern_on_doubtful_words_is_held_back(make_class_set: Callable[..., ClassSet]) -> None:
    """Where the evidence was hardly read, the pattern says so and is not called reliable."""
    class_set = make_class_set({f"K{at:02d}": SHORT for at in range(12)})
    doubtful = {f"K{at:02d}" for at in range(6)}
    transcripts = tuple(doubt(one, 0.3) if one.piece in doubtful else one for one in class_set.transcripts)
    (warned,) = add_warnings([make_candidate(*sorted(doubtful))], replace(class_set, transcripts=transcripts))
    assert set(warned.warnings) == {HARDER, DOUBTFUL}
    assert not warned.is_reliable


def test_checked_words_are_sure(make_class_set: Callable[..., ClassSet]) -> None:
    """What a teacher typed counts as read rightly; only the evidence's words count."""
    (transcript,) = make_class_set({"K07": SHORT}).transcripts
    unsure = doubt(transcript, 0.2)
    checked = replace(unsure, words=tuple(replace(word, is_checked=word.start < 8) for word in unsure.words))
    members = make_candidate("K07").members
    assert measure_evidence_confidence(members, {"K07": unsure}) == 0.2
    assert measure_evidence_confidence(members, {"K07": checked}) == 1.0
