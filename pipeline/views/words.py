"""Patterns, counts and jobs in; the words a teacher reads on screen out. Knows nothing of Streamlit.

Teachers' and students' text is made safe here for the two places where the screen would otherwise interpret it.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Sequence

from pipeline.records.decisions import Mark, Pattern, PatternStatus
from pipeline.records.pages import LeftOut
from pipeline.records.patterns import CandidateKind
from pipeline.records.roster import MatchHow
from pipeline.records.stack import Stack
from pipeline.records.work import Refusal

AS_READ = "as the computer read it"
CHECKED = "checked by you"
WRITTEN_DOWN = "words the teacher wrote down"

KIND_NAMES = {
    CandidateKind.IDEA: "Shared idea",
    CandidateKind.CRAFT: "Way of writing",
    CandidateKind.PILE: "First sort",
    CandidateKind.OWN: "Your own",
}

MARK_SIGNS = {
    Mark.SUCCESS: "●",
    Mark.CHALLENGE: "▲",
    Mark.STRATEGY: "◆",
    Mark.INCONSISTENCY: "≈",
}

HOW_WORDS = {
    MatchHow.FILE_NAME: "by the file's name",
    MatchHow.PLATFORM_ID: "by the platform's number",
    MatchHow.LABEL: "by a printed code",
    MatchHow.ORDER: "by the order of the list",
    MatchHow.HAND: "by hand",
    MatchHow.NOBODY: "nobody on the list",
}

REASONS = (
    "These don't belong together",
    "It only repeats the task",
    "It's about the page, not the thinking",
    "It doesn't help me",
)

SECONDS_UP_TO = 90
REASONS_CHARACTERS = 80
_NORMAL_90 = 1.645
_WORD_JOINER = "\u2060"


def escape_label(text: str) -> str:
    """Return `text` for a widget's label, in which Streamlit would read markdown: every sign stands for itself.

    A word joiner after colons, dashes and angle signs keeps emoji codes, directives and arrows from forming.
    """
    line = re.sub(r"[\t-\r ]+", " ", text).strip()
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", line)
    return re.sub(r"(\\[:<>\-=])", rf"\1{_WORD_JOINER}", escaped)


def escape_html(text: str) -> str:
    """Return `text` for our own HTML: it can neither open a tag nor leave an attribute."""
    return html.escape(text, quote=True)


def hint_key(label: str, key: str) -> str:
    """Return a button's label with the key that presses it, set apart as a key; unseen where there is no keyboard.

    `label` is ours, or has gone through `escape_label`.
    """
    return f"{label}\u00a0`{key}`"


def lead_key(key: str, label: str) -> str:
    """Return the label of one of several that are chosen by number, its key before it; `key` may be ""."""
    return f"`{key}`\u00a0{label}" if key else label


def name_mark(mark: Mark) -> str:
    """Return the mark's sign with its word: never the sign or a colour alone."""
    return f"{MARK_SIGNS[mark]} {mark.value}"


def count_members(pattern: Pattern, handed_in: int) -> str:
    """Return n of N, saying of what: "9 checked by you + 2 suggested, of 26 handed in"."""
    checked = pattern.checked_count
    suggested = len(pattern.members) - checked
    if not checked:
        return f"{suggested} suggested, of {handed_in} handed in"
    if not suggested:
        return f"{checked} {CHECKED}, of {handed_in} handed in"
    return f"{checked} {CHECKED} + {suggested} suggested, of {handed_in} handed in"


def describe_set(handed_in: int, read: int, needs_eyes: int, couldnt_open: int) -> str:
    """Return the desk's head line: "26 handed in · 24 read · 2 need your eyes"."""
    parts = [f"{handed_in} handed in", f"{read} read"]
    if needs_eyes:
        parts.append(f"{needs_eyes} {'needs' if needs_eyes == 1 else 'need'} your eyes")
    if couldnt_open:
        parts.append(f"couldn't open {count_nouns(couldnt_open, 'file')}")
    return " · ".join(parts)


def describe_set_by_hand(handed_in: int, unsorted: int, couldnt_open: int) -> str:
    """Return the head line of a set that its teacher reads: "22 handed in, read by you · 6 not sorted yet"."""
    parts = [f"{handed_in} handed in, read by you"]
    if handed_in:
        parts.append(f"{unsorted} not sorted yet" if unsorted else "all sorted")
    if couldnt_open:
        parts.append(f"couldn't open {count_nouns(couldnt_open, 'file')}")
    return " · ".join(parts)


def describe_left_out(left_out: Sequence[LeftOut]) -> str:
    """Return what was taken out of the class set and why: "1 taken out: absent the day of the task"."""
    reasons = "; ".join(dict.fromkeys(left.reason for left in left_out if left.reason))
    told = f"{len(left_out)} taken out" if left_out else ""
    return f"{told}: {shorten(reasons, REASONS_CHARACTERS)}" if reasons else told


def count_nouns(count: int, noun: str) -> str:
    """Return "1 page", "2 pages"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def describe_share(right: int, of: int) -> str:
    """Return what a test of some words says of all of them.

    Wilson's interval of a proportion, 90 % (Wilson 1927).
    """
    share, spread = right / of, _NORMAL_90**2 / of
    middle = (share + spread / 2) / (1 + spread)
    reach = math.sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
    low, high = round(100 * max(0.0, middle - reach)), round(100 * min(1.0, middle + reach))
    return f"{right} of {of} words were read right: of every 100 in this class set, likely between {low} and {high}."


def name_stack(stack: Stack) -> str:
    """Return a stack's file; of a run of pictures, whose folder may be ours, "6 pictures (beaver to lemur)"."""
    sources = [side.source for side in stack.sides]
    if len(set(sources)) == 1:
        return stack.name
    return f"{count_nouns(len(sources), 'picture')} ({sources[0].stem} to {sources[-1].stem})"


def describe_plan(files: int, pieces: int, joined: int) -> str:
    """Return the preview's line: "30 files → 28 pieces, 2 joined"."""
    line = f"{count_nouns(files, 'file')} → {count_nouns(pieces, 'piece')}"
    return f"{line}, {joined} joined" if joined else line


def describe_status(pattern: Pattern) -> str:
    """Return what was decided about a pattern: its mark, "confirmed", or "not a pattern" with the reason."""
    if pattern.status is PatternStatus.SET_ASIDE:
        return f"not a pattern: {pattern.reason}" if pattern.reason else "not a pattern"
    if pattern.status is PatternStatus.SUGGESTED:
        return "suggested"
    return name_mark(pattern.mark) if pattern.mark else "confirmed"


def describe_pace(pages_done: int, pages_total: int, seconds: float) -> str:
    """Return "12 of 30 pages · 34 pages a minute · about 30 seconds left"."""
    told = [f"{pages_done} of {count_nouns(pages_total, 'page')}"]
    if pages_done and seconds > 0:
        pace = pages_done / seconds
        told.append(f"{count_nouns(max(1, round(pace * 60)), 'page')} a minute")
        if pages_done < pages_total:
            told.append(describe_wait((pages_total - pages_done) / pace))
    return " · ".join(told)


def describe_wait(seconds: float) -> str:
    """Return "about 30 seconds left" or "about 2 minutes left", rounded so that it doesn't flicker."""
    if seconds < SECONDS_UP_TO:
        return f"about {max(5, round(seconds / 5) * 5)} seconds left"
    return f"about {count_nouns(round(seconds / 60), 'minute')} left"


def shorten(text: str, limit: int) -> str:
    """Return `text` on one line, at most `limit` characters, cut at a word with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def make_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table as our own HTML, every cell escaped."""
    head = "".join(f"<th>{escape_html(cell)}</th>" for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape_html(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="pw-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def make_refusal_table(refusals: Sequence[Refusal]) -> str:
    """Return which files couldn't be opened, why, and what to do, as a table."""
    rows = [(refusal.source_name, f"{refusal.reason} {refusal.hint}") for refusal in refusals]
    return make_table(("file", "why, and what to do"), rows)
