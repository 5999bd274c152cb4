"""The class set in hand comes in; its words to look at, one large after the other, and what came of it, go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pipeline.decide import list_reading_tests
from pipeline.records.decisions import Pattern, ReadingTest
from pipeline.views.components.check import Answer, AskedWord, ask_words
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.crops import cut_crop
from pipeline.views.deciding import correct_reading, keep_reading_test
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.doubt import (
    WordKey,
    WordToCheck,
    count_words,
    draw_words,
    find_words,
    list_doubtful,
    list_doubtful_of,
    plan_word,
    split_line,
)
from pipeline.views.focus import bring_to_focus
from pipeline.views.frame import find_settings, go_to, guard, make_address, say, say_empty, write_html, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.names import find_veils
from pipeline.views.page_lines import MOST_OTHERS
from pipeline.views.piece import open_piece
from pipeline.views.reading import draw_progress
from pipeline.views.undo import draw_undo
from pipeline.views.words import count_nouns, describe_share, escape_html, hint_key, shorten

TEST_KEY = "reading-test"
OF_KEY = "check-of"
OPENED_KEY = "check-opened"
WORDS_A_TEST, SPARE_WORDS = 20, 20
ASKED_AT_ONCE = 12
PRINTED_CHARACTERS = 320
NAME_CHARACTERS = 60
KEYS = {"t": press_on("test"), "u": press_on("undo"), "a": press_on("check-all"), "Escape": press_on("leave-test")}


@dataclass(slots=True)
class RunningTest:
    """A test of a class set's reading that is on: the words still to ask for, how many it has, what was said so far."""

    collection: str
    keys: list[WordKey]
    of: int
    done: int = 0
    right: int = 0
    is_kept: bool = False

    @property
    def is_over(self) -> bool:
        """Whether enough words were judged, or none is left."""
        return self.done >= self.of or not self.keys

    def count(self, answer: Answer) -> None:
        """Count an answer to a word that was not answered yet; one that can't be told doesn't count."""
        said = answer.said
        key: WordKey = (answer.piece, said.page, said.line, said.slot or 0)
        if key in self.keys and not self.is_over:
            self.keys.remove(key)
            self.done += not answer.is_skipped
            self.right += not answer.is_skipped and said.text is None


def check_words_of(pattern: Pattern) -> None:
    """Turn to the words to look at, only those that this pattern rests on."""
    st.session_state[OF_KEY] = pattern.id
    go_to("check")


def check_all_words() -> None:
    """Let the page be of all doubtful words again."""
    st.session_state.pop(OF_KEY, None)


def draw_check() -> None:
    """Draw the words of the class set in hand that need a look, or the test that is on."""
    table = open_desk()
    if table is None:
        draw_no_set("check")
        return
    if st.session_state.pop(OPENED_KEY, False):
        go_to("piece")
    draw_head("check", table.collection, tell_desk(table.desk))
    draw_progress(table.home, table.collection.id, table.desk.job)
    total, test = count_words(table.desk), _find_test(table)
    if not total:
        say_empty("No scans here whose words could be checked.")
    elif test and test.is_over:
        _end_test(table, test)
    elif test:
        _draw_test(table, test)
    else:
        _draw_doubtful(table, total)
    _tell_printed(table.desk.printed)
    listen_to_keys(KEYS)


def _draw_doubtful(table: OpenDesk, total: int) -> None:
    pattern = next((one for one in table.desk.patterns if one.id == st.session_state.get(OF_KEY)), None)
    if pattern:
        _draw_doubtful_of(table, pattern)
        return
    words = list_doubtful(table.desk, find_settings().reading.doubtful_below)
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        write_inline(f"<h1>{count_nouns(len(words), 'doubtful word')}</h1>")
        write_inline(
            f'<span class="pw-small">of {count_nouns(total, "word")}, those that patterns rest on first</span>'
        )
        st.button(hint_key("Test it on my class", "T"), key="test", on_click=_begin_test, args=(table,))
        draw_undo(table)
    tests = list_reading_tests(table.desk.decisions)
    if tests:
        say(describe_share(tests[-1].right, tests[-1].of))
    if words:
        _ask(table, words[:ASKED_AT_ONCE], is_test=False)
    else:
        say_empty("No doubtful word is left.")


def _draw_doubtful_of(table: OpenDesk, pattern: Pattern) -> None:
    """Draw the words that one pattern rests on, with the ways back to it and to all others."""
    words = list_doubtful_of(table.desk, pattern, find_settings().reading.doubtful_below)
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        if st.button(hint_key("Back to the pattern", "Esc"), key="leave-test", type="tertiary"):
            check_all_words()
            bring_to_focus(pattern.id)
            go_to("patterns")
        write_inline(f"<h1>{count_nouns(len(words), 'doubtful word')}</h1>")
        told = f"that “{shorten(pattern.name, NAME_CHARACTERS).strip('“”')}” rests on"
        write_inline(f'<span class="pw-small">{escape_html(told)}</span>')
        st.button(hint_key("All doubtful words", "A"), key="check-all", type="tertiary", on_click=check_all_words)
        draw_undo(table)
    if words:
        _ask(table, words[:ASKED_AT_ONCE], is_test=False)
    else:
        say_empty("No doubtful word of this pattern is left. The patterns are found again when you go back.")


def _tell_printed(printed: str) -> None:
    if printed:
        told = "Printed on every page, so it counts as the task’s, not as theirs: "  # noqa: RUF001 a curly apostrophe
        write_html(f'<p class="pw-small">{told}“{escape_html(shorten(printed, PRINTED_CHARACTERS))}”</p>')


def _draw_test(table: OpenDesk, test: RunningTest) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        write_inline(f"<h1>{test.done + 1} of {test.of}</h1>")
        told = "words drawn at random from all your pages: is each read right? Type what it says where not."
        write_inline(f'<span class="pw-small">{escape_html(told)}</span>')
        st.button(hint_key("Leave the test", "Esc"), key="leave-test", on_click=_leave_test)
        draw_undo(table)
    there = find_words(table.desk, test.keys)
    left = [there[key] for key in test.keys if key in there]
    _ask(table, left[:ASKED_AT_ONCE], is_test=True)


def _ask(table: OpenDesk, words: Sequence[WordToCheck], *, is_test: bool) -> None:
    asked = [_show_word(table, one) for one in words]
    ask_words(asked, lambda answer: guard(_hear, table, answer), _open, is_test=is_test)


def _show_word(table: OpenDesk, one: WordToCheck) -> AskedWord:
    transcript, word = table.desk.transcripts[one.piece], one.word
    veils = find_veils(table, one.piece, word.page)
    crop = cut_crop(table.home, table.collection.id, one.piece, plan_word(transcript, one), veils)
    before, after = split_line(transcript, word)
    return AskedWord(
        piece=one.piece,
        code=table.desk.people.codes.get(one.piece, one.piece),
        page=word.page,
        line=word.line,
        slot=word.slot,
        text=transcript.text[word.start : word.end],
        others=word.others[:MOST_OTHERS],
        before=before,
        after=after,
        picture=make_address(crop) if crop else "",
    )


def _begin_test(table: OpenDesk) -> None:
    number = len(list_reading_tests(table.desk.decisions))
    keys = [one.key for one in draw_words(table.desk, WORDS_A_TEST + SPARE_WORDS, number)]
    st.session_state[TEST_KEY] = RunningTest(table.collection.id, keys, min(WORDS_A_TEST, len(keys)))


def _find_test(table: OpenDesk) -> RunningTest | None:
    """Return the test that is on in the class set in hand, None where none is."""
    test: RunningTest | None = st.session_state.get(TEST_KEY)
    return test if test and test.collection == table.collection.id else None


def _leave_test() -> None:
    st.session_state.pop(TEST_KEY, None)


def _open(piece: str, page: int) -> None:
    """Turn to the piece with the run that follows: a callback can't."""
    open_piece(piece, page)
    st.session_state[OPENED_KEY] = True


def _hear(table: OpenDesk, answer: Answer) -> None:
    """Keep what was said of a word, and count it where a test is on.

    The test is looked up first and then changed in place: whatever touches the session may be broken off.
    """
    test = _find_test(table)
    if not answer.is_skipped:
        correct_reading(table, answer.piece, answer.said)
    if test:
        test.count(answer)


def _end_test(table: OpenDesk, test: RunningTest) -> None:
    """Keep what a test came to, once, and put it away."""
    if test.done and not test.is_kept:
        keep_reading_test(table, ReadingTest(test.right, test.done))
        test.is_kept = True
    _leave_test()
    st.rerun()
