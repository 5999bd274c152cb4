"""The words of the screen: counts that say of what, and text that stands for itself."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from pipeline.records.decisions import Mark, Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import CandidateKind, Steadiness
from pipeline.records.stack import Stack
from pipeline.records.work import SourcePage
from pipeline.views import words

STEADY = Steadiness("holds", 0.8, "random", 0.2, 0.4, 0.01, "holds in 8 of 10 looks")


def _pattern(checked: int, suggested: int, status: PatternStatus = PatternStatus.SUGGESTED) -> Pattern:
    members = tuple(PatternMember(f"K{k:02}", (), k < checked) for k in range(checked + suggested))
    return Pattern(
        id="a1",
        kind=CandidateKind.IDEA,
        name="water leaves",
        suggested_name="water leaves",
        group="",
        basis="",
        status=status,
        mark=None,
        notice="",
        reason="",
        members=members,
        taken_out=(),
        steadiness=STEADY,
        is_reliable=True,
        warnings=(),
    )


def test_counts_say_of_what() -> None:
    """A count names what a person checked, what is only suggested, and of how many handed in."""
    assert words.count_members(_pattern(9, 2), 26) == "9 checked by you + 2 suggested, of 26 handed in"
    assert words.count_members(_pattern(0, 9), 26) == "9 suggested, of 26 handed in"
    assert words.count_members(_pattern(9, 0), 26) == "9 checked by you, of 26 handed in"


def test_a_key_stands_apart_from_the_label_it_never_breaks_from() -> None:
    """As code, which the look draws as a key and hides where there is no keyboard; without a key the label is all."""
    assert words.hint_key("Confirm", "⏎") == "Confirm\u00a0`⏎`"
    assert words.lead_key("1", "ours") == "`1`\u00a0ours"
    assert words.lead_key("", "ours") == "ours"


def test_a_stack_is_called_by_its_file_or_by_its_pictures() -> None:
    """The folder that uploads lie in has a name that tells nobody anything."""
    pages = [SourcePage(Path(f"/home/9f3a/{name}"), "0", 0) for name in ("ann.jpg", "bo.jpg", "cy.jpg")]
    assert words.name_stack(Stack("9f3a", tuple(pages), "0", is_long=False)) == "3 pictures (ann to cy)"
    sides = [SourcePage(Path("/home/copier.pdf"), "0", index) for index in range(3)]
    assert words.name_stack(Stack("copier.pdf", tuple(sides), "0", is_long=False)) == "copier.pdf"


def test_every_mark_has_its_word() -> None:
    """A mark is never its sign alone, and no two share a sign."""
    told = [words.name_mark(mark) for mark in Mark]
    assert told == ["● success", "▲ challenge", "◆ strategy", "≈ inconsistency"]


def test_set_aside_says_not_a_pattern_and_why() -> None:
    """On screen a rejected suggestion is "not a pattern", with the teacher's reason."""
    aside = _pattern(0, 3, PatternStatus.SET_ASIDE)
    assert words.describe_status(aside) == "not a pattern"


@pytest.mark.parametrize(
    ("files", "pieces", "joined", "line"),
    [(30, 28, 2, "30 files → 28 pieces, 2 joined"), (1, 1, 0, "1 file → 1 piece"), (3, 3, 0, "3 files → 3 pieces")],
)
def test_preview_counts_files_and_pieces(files: int, pieces: int, joined: int, line: str) -> None:
    """The preview says how many files become how many pieces, and joins only where there are some."""
    assert words.describe_plan(files, pieces, joined) == line


def test_the_head_line_leaves_out_what_is_nothing() -> None:
    """Pieces that need eyes and files that couldn't be opened are named where there are any."""
    assert words.describe_set(26, 24, 2, 1) == "26 handed in · 24 read · 2 need your eyes · couldn't open 1 file"
    assert words.describe_set(26, 26, 0, 0) == "26 handed in · 26 read"
    assert words.describe_set(26, 26, 1, 0).endswith("1 needs your eyes")


def test_pace_is_told_once_it_is_known() -> None:
    """Before the first page only the count is told; then pages a minute and the time left."""
    assert words.describe_pace(0, 30, 4.0) == "0 of 30 pages"
    assert words.describe_pace(10, 30, 20.0) == "10 of 30 pages · 30 pages a minute · about 40 seconds left"
    assert words.describe_pace(30, 30, 60.0) == "30 of 30 pages · 30 pages a minute"
    assert words.describe_pace(1, 31, 10.0).endswith("about 5 minutes left")


def test_a_short_text_stays_and_a_long_one_is_cut_at_a_word() -> None:
    """Shortening puts a text on one line and cuts it at a word, with an ellipsis."""
    assert words.shorten("the water\n leaves", 40) == "the water leaves"
    assert words.shorten("the water leaves through the leaves", 20) == "the water leaves…"


@pytest.mark.parametrize(
    "text", ["**bold**", ":red[x]", ":smile:", "<b>", "a -> b", "$x$", "[l](http://x)", "# h", "`c`"]
)
def test_a_label_shows_signs_and_obeys_none(text: str) -> None:
    """Every sign Streamlit's labels would act on is escaped, and no emoji code or arrow can form."""
    escaped = words.escape_label(text)
    assert escaped.replace("\\", "").replace("\u2060", "") == text
    assert ":smile:" not in escaped.replace("\\", "")
    assert "->" not in escaped.replace("\\", "")


@given(st.text())
def test_escaped_html_opens_no_tag_and_says_the_same(text: str) -> None:
    """Whatever a student wrote, escaped text holds no tag and no quote, and reads as it was."""
    escaped = words.escape_html(text)
    assert not set("<>\"'") & set(escaped)
    assert html.unescape(escaped) == text or "&" in text


@pytest.mark.parametrize(("right", "of"), [(0, 20), (1, 20), (18, 20), (20, 20), (3, 7)])
def test_a_test_of_some_words_says_what_it_says_of_all(right: int, of: int) -> None:
    """The bounds are Wilson's for a proportion, at 90 %, as SciPy has them."""
    interval = binomtest(right, of).proportion_ci(confidence_level=0.9, method="wilson")
    told = f"likely between {round(100 * interval.low)} and {round(100 * interval.high)}."
    assert words.describe_share(right, of).startswith(f"{right} of {of} words were read right")
    assert words.describe_share(right, of).endswith(told)
