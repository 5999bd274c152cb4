"""The names of a class and a text come in; the text with every name in it hidden goes out.

A word is hidden where it is a given or family name of somebody in the class and written with a capital; a name that is
a word of the language too ("Grace"), or is written small, only beside another part of a name. Of long names also what a
reading or a spelling got wrong by one letter is hidden. What the task itself says (a child in a story) is no student's
name, standing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from pipeline.language import STOP_WORDS, measure_frequency
from pipeline.language.words import KNOWN_FROM_ZIPF
from pipeline.records.reading import AsideWord, Box, Transcript, TranscriptWord
from pipeline.records.roster import RosterEntry
from pipeline.roster.people import LETTERS, MARKS, PARTICLES, fold, list_parts
from pipeline.roster.plainwords import PLAIN_WORDS

BAR = "\u2588"
"""What stands for each letter of a hidden name, so that every other word of a text keeps its place."""

NAME_SIGN = "[name]"
SHORTEST_MISREAD = 6
PLAIN_FROM_ZIPF = 5.6
"""Words used so often are words first ("An", "Do", "So"); no given or family name of English is."""

_BARS = re.compile(f"{BAR}+(?:[\\s.\u2019'-]+(?:(?:{'|'.join(sorted(PARTICLES))})\\s+){{0,3}}{BAR}+)*")
"""One name: its parts with what may stand between them."""

_NAMES = ("certain", "beside", "small")
_WORD = re.compile(rf"(?<![^\W_])(?<!{MARKS}){LETTERS}(?![^\W_]|{MARKS})")
"""Letters alone: the letters of a code ("SU2") are nobody's name."""

_BETWEEN = re.compile(r"[\s.,'\u2019-]{0,3}")


@dataclass(frozen=True, slots=True)
class NameMask:
    """The words of a class's names, folded: `certain` are hidden wherever they stand, `beside` only beside another.

    `misread`: long names of which a misspelt or misread form is hidden too. `ids` are numbers and logins.
    `any_case`: whether certain ones are hidden written small as well, as for what leaves the house.
    """

    certain: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    misread: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    any_case: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to hide."""
        return bool(self.certain or self.beside)


def build_mask(entries: Sequence[RosterEntry], task: str = "") -> NameMask:
    """Return what to hide of a class; `task` is the task's own text."""
    parts = {part for entry in entries for part in list_parts(entry.full) if len(part) > 1}
    spoken = frozenset(list_parts(task))
    beside = frozenset(part for part in parts if part in spoken or _is_plain(part))
    certain = frozenset(parts) - beside
    misread = tuple(sorted(part for part in certain if len(part) >= SHORTEST_MISREAD))
    ids = tuple(sorted({one for entry in entries for one in entry.ids if len(one) > 3}, key=len, reverse=True))  # noqa: PLR2004 - shorter ones are any number
    return NameMask(certain, beside, misread, ids)


def _is_plain(part: str) -> bool:
    is_listed = part in PLAIN_WORDS or part in PARTICLES or part in STOP_WORDS
    return is_listed or measure_frequency(part, wordlist="small") >= PLAIN_FROM_ZIPF


def hide_names(text: str, mask: NameMask, sign: str = NAME_SIGN) -> str:
    """Return the text with every name, and every bar that stands for one, as `sign`; neighbours become one."""
    return _BARS.sub(lambda _: sign, bar_names(text, mask))


def bar_names(text: str, mask: NameMask) -> str:
    """Return the text, as long as before, with a bar for every letter of a name."""
    signs = list(text)
    for start, end in find_names(text, mask):
        signs[start:end] = BAR * (end - start)
    return "".join(signs)


def find_names(text: str, mask: NameMask) -> Iterator[tuple[int, int]]:
    """Yield the places of the names in a text, first to last, each a word or a number."""
    if not mask:
        return
    yield from (found.span() for found in _match_ids(mask.ids).finditer(text) if found.group())
    words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    kinds = [_judge(text[start:end], mask) for start, end in words]
    for k, (start, end) in enumerate(words):
        needs_other = kinds[k] in ("beside", "small")
        if kinds[k] == "certain" or (needs_other and _has_neighbour(text, words, kinds, k)):
            yield start, end


@lru_cache(maxsize=8)
def _match_ids(ids: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these numbers and logins, none where there is none."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ids))})(?!\w)", re.IGNORECASE)


def _judge(word: str, mask: NameMask) -> str:
    """Whether a word is a name for certain, one beside another (written "small" too), a particle, or none."""
    folded = fold(word)
    if word[0].islower():  # scripts without capitals have none to look for
        return _judge_small(folded, mask)
    if folded in mask.certain:
        return "certain"
    if folded in mask.beside:
        return "beside"
    return "certain" if _is_misread(folded, mask) else ""


def _judge_small(folded: str, mask: NameMask) -> str:
    if folded in PARTICLES and folded in mask.beside:
        return "particle"
    if folded not in mask.certain:
        return ""
    return "certain" if mask.any_case else "small"


def _is_misread(folded: str, mask: NameMask) -> bool:
    """Whether a word is nearly a long name, and no word of the language."""
    if len(folded) < SHORTEST_MISREAD - 1:
        return False
    near = any(Levenshtein.distance(folded, name, score_cutoff=1) <= 1 for name in mask.misread)
    is_word = folded in PLAIN_WORDS or measure_frequency(folded, wordlist="small") >= KNOWN_FROM_ZIPF
    return near and not is_word


def _has_neighbour(text: str, words: Sequence[tuple[int, int]], kinds: Sequence[str], k: int) -> bool:
    """Whether another part of a name stands right before or after the word, particles between them passed over."""
    for step in (-1, 1):
        at = k + step
        while 0 <= at < len(words) and kinds[at] == "particle" and _touch(text, words, at, at - step):
            at += step
        if 0 <= at < len(words) and kinds[at] in _NAMES and _touch(text, words, at, at - step):
            return True
    return False


def _touch(text: str, words: Sequence[tuple[int, int]], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return bool(_BETWEEN.fullmatch(text[words[first][1] : words[second][0]]))


def mask_transcript(transcript: Transcript, mask: NameMask) -> Transcript:
    """Return the transcript with bars for the names in it: every word keeps its place in the text and on the scan."""
    if not mask:
        return transcript
    text = bar_names(transcript.text, mask)
    words = tuple(_mask_word(word, text) for word in transcript.words)
    return replace(transcript, text=text, words=words, aside=_mask_aside(transcript.aside, mask))


def _mask_word(word: TranscriptWord, text: str) -> TranscriptWord:
    """Hide what else the ink of a hidden word may say, and let nobody be asked about it."""
    if BAR not in text[word.start : word.end]:
        return word
    return replace(word, plain="", others=(), confidence=1.0)


def _mask_aside(aside: Sequence[AsideWord], mask: NameMask) -> tuple[AsideWord, ...]:
    """Mask the words beside the text, all read as one line, so that a first name finds its last name."""
    line = " ".join(word.text for word in aside)
    masked, at, kept = bar_names(line, mask), 0, []
    for word in aside:
        kept.append(replace(word, text=masked[at : at + len(word.text)]))
        at += len(word.text) + 1
    return tuple(kept)


def list_hidden(transcript: Transcript, page: int) -> list[Box]:
    """Return where on a page (from 0) the hidden names of a masked transcript stand."""
    own = [word.box for word in transcript.words if word.page == page and BAR in transcript.text[word.start : word.end]]
    aside = [word.box for word in transcript.aside if word.page == page and BAR in word.text]
    return [box for box in (*own, *aside) if box is not None]
