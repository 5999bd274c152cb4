"""A page's lines and marks for the scan viewer."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records.decisions import Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import CandidateKind, Evidence, Steadiness
from pipeline.records.reading import Box, Correction, Line, Reading, Word, WordRole
from pipeline.transcript import build_transcript
from pipeline.views.page_lines import build_lines, build_marks, choose_highlights, count_doubtful


def _line(text: str, top: float, *, starts_paragraph: bool = False, confidence: float = 0.9) -> Line:
    words = (Word(w, Box(100.0 * k, top, 100.0 * k + 80, top + 30), confidence) for k, w in enumerate(text.split()))
    return Line(tuple(words), confidence, starts_paragraph)


def _page(*lines: Line) -> Reading:
    return Reading("e", "f", 900, 500, lines, 0.9, needs_eyes=False, cpu_seconds=0.0)


READINGS = (
    _page(_line("the water leaves", 0), _line("so it wilts", 50, confidence=0.4)),
    _page(_line("next page", 0, starts_paragraph=True)),
)
TEXT = build_transcript("K07", READINGS)
STEADY = Steadiness("holds", 0.8, "random", 0.2, 0.4, 0.01, "holds in 8 of 10 looks")


def _pattern(name: str, piece: str = "K07", status: PatternStatus = PatternStatus.SUGGESTED) -> Pattern:
    member = PatternMember(piece, (Evidence(piece, 4, 9, "water"),), is_checked=False)
    return Pattern(
        id=name,
        kind=CandidateKind.IDEA,
        name=name,
        suggested_name=name,
        group="",
        basis="",
        status=status,
        mark=None,
        notice="",
        reason="",
        members=(member,),
        taken_out=(),
        steadiness=STEADY,
        is_reliable=True,
        warnings=(),
    )


def test_lines_stand_as_on_the_page() -> None:
    """Each page shows its own lines in the page's line breaks, numbered as on the scan, with the box of each."""
    first, second = build_lines(TEXT, 0, (), 0.8)
    assert (first.number, first.text) == (0, "the water leaves")
    assert (second.number, second.text) == (1, "so it wilts")
    assert first.box == (0, 0, 280, 30)
    assert [line.text for line in build_lines(TEXT, 1, (), 0.8)] == ["next page"]


def test_doubtful_words_are_those_read_uncertainly_and_not_checked() -> None:
    """A word under the bar is doubtful until a teacher has typed its line."""
    assert count_doubtful(build_lines(TEXT, 0, (), 0.8)) == 3
    checked = build_transcript("K07", READINGS, [Correction(0, 1, "so it wilts")])
    lines = build_lines(checked, 0, (), 0.8)
    assert count_doubtful(lines) == 0
    assert [line.is_checked for line in lines] == [False, True]


def test_words_of_others_stand_where_they_were_read() -> None:
    """A printed word before the student's and one crossed out after it are shown, but are no part of the text."""
    words = [*_line("Name: Ann Anna", 0).words]
    words[0], words[2] = replace(words[0], role=WordRole.FORM), replace(words[2], role=WordRole.STRUCK)
    alone = replace(_line("Good", 50).words[0], role=WordRole.TEACHER)
    transcript = build_transcript("K07", [_page(Line(tuple(words), 0.9), Line((alone,), 0.9))])
    first, second = build_lines(transcript, 0, (), 0.8)
    assert (first.text, [word.text for word in first.words]) == ("Ann", ["Name:", "Ann", "Anna"])
    assert [word.role for word in first.words] == [WordRole.FORM, WordRole.STUDENT, WordRole.STRUCK]
    assert [word.slot for word in first.words] == [0, 1, 2]
    assert (second.text, second.is_checked, second.box) == ("", False, (0, 50, 80, 80))


def test_the_pattern_in_focus_has_the_yellow_marker() -> None:
    """At most three patterns are marked, the one in focus first; set-aside ones and other pieces' are not."""
    patterns = [_pattern("a"), _pattern("b"), _pattern("c"), _pattern("d"), _pattern("other", piece="M11")]
    patterns.append(replace(_pattern("gone"), status=PatternStatus.SET_ASIDE))
    highlights = choose_highlights(patterns, "K07", "c")
    assert [(h.pattern, h.look) for h in highlights] == [("c", "this"), ("a", "green"), ("b", "rose")]


def test_evidence_lights_its_words_and_its_place() -> None:
    """The words of a span carry the pattern's look, and a mark lies on their place on the scan."""
    highlights = choose_highlights([_pattern("a")], "K07", "a")
    first = build_lines(TEXT, 0, highlights, 0.8)[0]
    assert [word.look for word in first.words] == ["", "this", ""]
    assert [(m.box, m.look, m.title) for m in build_marks(TEXT, 0, highlights)] == [((100, 0, 180, 30), "this", "a")]
    assert build_marks(TEXT, 1, highlights) == ()
