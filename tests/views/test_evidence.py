"""Evidence on the card: the lines, the quote, and who read it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.records.decisions import PatternMember
from pipeline.records.patterns import Evidence
from pipeline.records.reading import Correction, Line, Reading, Word
from pipeline.transcript import build_transcript
from pipeline.views.deciding import keep_caption
from pipeline.views.desk import OpenDesk
from pipeline.views.evidence import find_central_quote, make_figure, mark_telling, tell_reading
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome
from tests.views.unread import SUN, list_codes


def _typed(text: str) -> Reading:
    line = Line(tuple(Word(word, None, 1.0) for word in text.split()), 1.0)
    return Reading("textlayer", "f", 0, 0, (line,), 1.0, needs_eyes=False, cpu_seconds=0.0)


def _open(drawn: DrawnHome) -> OpenDesk:
    return OpenDesk(drawn.home, load_desk(drawn.home, drawn.collection_id))


def test_a_quote_nobody_checked_is_marked(drawn: DrawnHome) -> None:
    """A member's figure shows the real line and its quote, as the computer read it."""
    table = _open(drawn)
    figure = make_figure(table, table.desk.patterns[0].members[0])
    assert figure.count("<img") == 1
    assert "as the computer read it" in figure
    assert 'alt="lines of piece' in figure


def test_a_piece_put_in_by_hand_shows_its_opening(drawn: DrawnHome) -> None:
    """Without a span of its own a member is shown by its first lines."""
    table = _open(drawn)
    figure = make_figure(table, PatternMember(table.desk.pieces[0].code, (), is_checked=True))
    assert "<img" in figure
    assert "the whole piece is the evidence" in figure


def test_more_places_in_a_piece_are_counted(drawn: DrawnHome) -> None:
    """Only the first span is shown, and the others are counted."""
    table = _open(drawn)
    code = table.desk.pieces[0].code
    spans = tuple(Evidence(code, 4 * k, 4 * k + 3, "abc") for k in range(3))
    assert "2 more places in this piece" in make_figure(table, PatternMember(code, spans, is_checked=False))


def test_an_unread_piece_says_so(drawn: DrawnHome) -> None:
    """A piece without a transcript is shown as not read yet."""
    assert "not read yet" in make_figure(_open(drawn), PatternMember("Z99", (), is_checked=False))


def test_what_a_student_wrote_stays_text(drawn: DrawnHome) -> None:
    """A quote with tags in it opens none."""
    table = _open(drawn)
    code = table.desk.pieces[0].code
    figure = make_figure(table, PatternMember(code, (Evidence(code, 0, 3, "<b>x</b>"),), is_checked=False))
    assert "<b>" not in re.sub(r'src="[^"]*"', "", figure)


def test_who_read_it_is_told() -> None:
    """Typed text is typed; a line the teacher typed is checked; a line read by the machine is not."""
    span = Evidence("K07", 0, 9, "the water")
    assert tell_reading(build_transcript("K07", [_typed("the water leaves")]), span) == "typed"
    corrected = build_transcript("K07", [_typed("the water leaves")], [Correction(0, 0, "the water leaves")])
    assert tell_reading(corrected, span) == "checked by you"


def test_what_was_circled_comes_with_the_words_written_down(unread: DrawnHome) -> None:
    """The circle's own picture, no quote of a reading, and the caption marked as the teacher's writing."""
    table, code = _open(unread), list_codes(unread)[0]
    place = Evidence(code, 0, 0, "", ring=SUN)
    keep_caption(table, code, "it is <i>hot</i>")
    figure = make_figure(_open(unread), PatternMember(code, (place,), is_checked=True))
    assert figure.count("<img") == 1
    assert "what was circled in piece" in figure
    assert "circled by you" in figure
    assert "it is &lt;i&gt;hot&lt;/i&gt;</q>" in figure
    assert "words the teacher wrote down" in figure
    assert "as the computer read it" not in figure


@pytest.mark.parametrize(
    ("name", "suggested", "shown"),
    [
        ("sixty, extra", "sixty, extra", "…the bell an hour later is sixty minutes extra"),
        ("“sixty minutes extra”", "“sixty minutes extra”", ""),
        ("water, leaves", "sixty, extra", ""),
    ],
)
def test_bare_words_come_with_a_sentence_that_has_them(drawn: DrawnHome, name: str, suggested: str, shown: str) -> None:
    """The clearest who says most of them is quoted; a name that quotes somebody, or the teacher's own, stands alone."""
    code = _open(drawn).desk.pieces[0].code
    said = "School should start later because the bell an hour later is sixty minutes extra"
    quotes = ("They moved the bell by an hour.", said, said.upper())
    members = [PatternMember(code, (Evidence(code, 0, len(one), one),), is_checked=False) for one in quotes]
    pattern = replace(_open(drawn).desk.patterns[0], name=name, suggested_name=suggested, members=tuple(members))
    assert find_central_quote(pattern, 56) == shown


def test_the_words_of_a_name_stand_out_in_the_sentence(drawn: DrawnHome) -> None:
    """Whole words, however written; what else the sentence holds is shown as it is."""
    pattern = replace(_open(drawn).desk.patterns[0], name="sixty, extra")
    told = mark_telling(pattern, "Sixty <extra> minutes are extraordinary")
    assert told == "<b>Sixty</b> &lt;<b>extra</b>&gt; minutes are extraordinary"
