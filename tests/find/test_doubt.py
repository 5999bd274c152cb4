"""What rests mainly on doubtful words is held back, and doubtful words weigh less."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

import pytest

from pipeline.find.candidates import find_candidates
from pipeline.find.doubt import HELD_BACK, NOT_STEADY, hold_back, learn_sureness, measure_passages, weigh_doubt
from pipeline.records.patterns import (
    Candidate,
    CandidateKind,
    ClassSet,
    Evidence,
    Findings,
    Member,
    Observed,
    Steadiness,
)
from pipeline.records.reading import Transcript
from pipeline.settings import FindingSettings

TASK = "Why did the puddle dry before the cup did?"
TEXTS = {
    "A01": "It has more surface area on the tiles.",
    "A02": "Because the surface area was so big.",
    "A03": "My guess is a larger surface area.",
    "A04": "The surface area let it go quickly.",
    "A05": "There is much surface area down there.",
    "A06": "Someone stepped in it with wet shoes.",
    "A07": "A dog came by and drank all that.",
    "A08": "The heater stood right next to it.",
    "A09": "I do not know, maybe magic happened.",
    "A10": "The window was open and wind blew.",
    "A11": "Grandma mopped when nobody looked.",
    "A12": "Sunlight shone on only one of them.",
}
STEADY = Steadiness("share", 1.0, "null", 0.0, 0.5, 0.01, "holds in 9 of 10 looks")
MakeClassSet = Callable[..., ClassSet]


def doubt(transcript: Transcript, words: Collection[str], *, is_checked: bool = False) -> Transcript:
    """Let these words have been read with little confidence."""
    text = transcript.text
    read = tuple(
        replace(word, confidence=0.3, is_checked=is_checked)
        if text[word.start : word.end].strip(".,") in words
        else word
        for word in transcript.words
    )
    return replace(transcript, words=read)


def read_set(class_set: ClassSet, words: Collection[str], *, is_checked: bool = False) -> ClassSet:
    """Let these words have been read with doubt in all pieces."""
    return replace(
        class_set, transcripts=tuple(doubt(one, words, is_checked=is_checked) for one in class_set.transcripts)
    )


@pytest.fixture(scope="module")
def answers(make_class_set: MakeClassSet) -> ClassSet:
    return make_class_set(TEXTS, TASK)


def find(class_set: ClassSet) -> Findings:
    return find_candidates(class_set, FindingSettings(embedder="hashed", resamples=40))


def pick(findings: Findings, word: str) -> Candidate:
    return next(one for one in findings.candidates if word in one.name or word in one.rule)


def test_the_same_pattern_stands_first_where_its_words_are_sure_and_last_where_they_are_not(answers: ClassSet) -> None:
    """Nothing but the confidence of two words differs; a pattern that they carry waits for a look."""
    sure, unsure = find(answers), find(read_set(answers, {"surface", "area"}))
    steady = pick(sure, "surface")
    assert steady.is_reliable
    assert not steady.rests_on_doubt
    held = [one for one in unsure.candidates if one.rests_on_doubt]
    assert held
    assert unsure.candidates[-len(held) :] == tuple(held)
    assert any({"A01", "A02", "A03", "A04"} <= {member.piece for member in one.members} for one in held)
    assert not any(one.is_reliable for one in held)
    assert all(HELD_BACK in one.warnings and one.steadiness.sentence == NOT_STEADY for one in held)


def test_doubt_about_other_words_holds_nothing_back(answers: ClassSet) -> None:
    """The sentence around it may be doubtful, as long as what makes the pattern is sure."""
    findings = find(read_set(answers, {"so", "guess", "quickly", "there", "tiles", "much"}))
    assert not pick(findings, "surface").rests_on_doubt


def test_what_a_teacher_has_checked_is_sure(answers: ClassSet) -> None:
    """Once the words are looked at, the pattern is a pattern like any other."""
    findings = find(read_set(answers, {"surface", "area"}, is_checked=True))
    assert not any(one.rests_on_doubt for one in findings.candidates)


def make_candidate(*evidence: Evidence) -> Candidate:
    members = tuple(Member(one.piece, 1.0, (one,)) for one in evidence)
    return Candidate("id", CandidateKind.CRAFT, "", "says so", "", members, STEADY, is_reliable=True)


def test_a_member_with_doubtful_evidence_comes_after_the_clear_ones(answers: ClassSet) -> None:
    """Up to half of its strength is taken away; the pattern's doubt is the mean over its members."""
    class_set = replace(answers, transcripts=tuple(doubt(one, {"My", "guess", "is"}) for one in answers.transcripts))
    shown = [Evidence("A03", 0, 11, "My guess is"), Evidence("A06", 0, 15, "Someone stepped")]
    (weighed,) = weigh_doubt([make_candidate(*shown)], class_set)
    assert [member.piece for member in weighed.members] == ["A06", "A03"]
    assert [member.strength for member in weighed.members] == [1.0, 0.5]
    assert weighed.doubt == 0.5
    assert not weighed.rests_on_doubt


def test_a_whole_piece_rests_on_all_of_its_words(answers: ClassSet) -> None:
    """A pile of pieces that were hardly read rests on doubt."""
    every = {word.strip(".,") for word in TEXTS["A07"].split()}
    class_set = replace(answers, transcripts=tuple(doubt(one, every) for one in answers.transcripts))
    (weighed,) = weigh_doubt([make_candidate(Evidence("A07", 0, 0, "", is_whole_piece=True))], class_set)
    assert weighed.rests_on_doubt
    assert hold_back([weighed, make_candidate()])[0].is_reliable


def test_doubtful_passages_and_observations_weigh_half(answers: ClassSet) -> None:
    """A passage all of whose words are doubtful, and what is counted on such words, count half."""
    (transcript,) = [doubt(one, {"My", "guess", "is"}) for one in answers.transcripts if one.piece == "A03"]
    spans = (Evidence("A03", 0, 11, "My guess is"),)
    sure = learn_sureness([transcript])["A03"]
    assert sure.weigh(Observed("A03", "says", 4.0, spans)) == 2.0
    assert sure.weigh(Observed("A03", "says", 4.0, ())) == 4.0
    assert [sure.measure(*span) for span in ((0, 2), (0, 13), (12, 20), (2, 3))] == [0.0, 0.25, 1.0, 1.0]
    words = {word for text in TEXTS.values() for word in text.replace(".", "").replace(",", "").split()}
    assert set(measure_passages(read_set(answers, words))) == {0.5}
    assert set(measure_passages(answers)) == {1.0}
