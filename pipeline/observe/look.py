"""A piece's text in, a look at it out: its sentences with their words, prepared once for all observations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.language.sentences import find_sentences
from pipeline.language.words import STOP_WORDS, WordAt, find_words
from pipeline.observe.phrases import mend_word

Span = tuple[int, int]
"""Characters [start, end) of the transcript's text."""

_ENDS_SENTENCE = re.compile(r"[.!?…][\"'\u201d\u2019)\]]*\s*$")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands between two full stops or empty lines: characters [start, end) of the text, and its words.

    `words` have misread connectives mended (see phrases). `ends_paragraph`: an empty line and more text follow.
    """

    start: int
    end: int
    words: tuple[WordAt, ...]
    ends_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A piece as the observations see it. `task_words` are the task's content words (see find_content)."""

    piece: str
    text: str
    sentences: tuple[Sentence, ...]
    task_words: frozenset[str]

    @property
    def words(self) -> tuple[WordAt, ...]:
        """All words in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @property
    def word_count(self) -> int:
        """How many words there are."""
        return sum(len(sentence.words) for sentence in self.sentences)

    def take_half(self, first: int) -> Look:
        """Return the look at every second sentence, from sentence `first` (0 or 1) on."""
        return Look(self.piece, self.text, self.sentences[first::2], self.task_words)


@lru_cache(maxsize=1024)
def look_at(piece: str, text: str, task: str) -> Look:
    """Return the look at the piece of that code and `text`; `task` may be empty. Kept: every observation takes it."""
    spans = _join_runs(text, find_sentences(text))
    sentences = []
    for place, (start, end) in enumerate(spans):
        is_last = place == len(spans) - 1
        is_followed = not is_last and _EMPTY_LINE.search(text, end, spans[place + 1][0]) is not None
        sentences.append(Sentence(start, end, _find_mended(text, start, end), is_followed))
    return Look(piece, text, tuple(sentences), find_content(find_words(task)))


def mend_look(look: Look, words: Sequence[WordAt]) -> Look:
    """Return `look` with `words` in its sentences: the piece's words, their places as read, misreadings set right."""
    mended = [WordAt(word.start, word.end, mend_word(word.text)) for word in words]
    sentences = [
        replace(sentence, words=tuple(word for word in mended if sentence.start <= word.start < sentence.end))
        for sentence in look.sentences
    ]
    return replace(look, sentences=tuple(sentences))


def find_content(words: tuple[WordAt, ...]) -> frozenset[str]:
    """Return the content words among `words`: no stop words, four letters or more, a plural's s taken off."""
    return frozenset(name_content(word.text) for word in words) - {""}


def name_content(word: str) -> str:
    """Return the form a content word is counted under, "" for a stop word or a short one."""
    if word in STOP_WORDS or len(word) < _FEWEST_LETTERS or not word.isalpha():
        return ""
    return word.removesuffix("s")


def _join_runs(text: str, spans: tuple[Span, ...]) -> list[Span]:
    # find_sentences cuts a run-on at its connectives; whoever observes sentences wants it whole.
    joined: list[Span] = []
    for start, end in spans:
        if joined and _goes_on(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(text: str, end: int, start: int) -> bool:
    has_stop = _ENDS_SENTENCE.search(text[max(0, end - 3) : start]) is not None
    return not has_stop and _EMPTY_LINE.search(text, end, start) is None


def _find_mended(text: str, start: int, end: int) -> tuple[WordAt, ...]:
    words = find_words(text[start:end])
    return tuple(WordAt(start + word.start, start + word.end, mend_word(word.text)) for word in words)
