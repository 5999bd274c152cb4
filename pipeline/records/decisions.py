"""What teachers decide: append-only decisions, the patterns that follow from them, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.records.patterns import MAINLY_DOUBTFUL, Candidate, CandidateKind, Evidence, Steadiness


class DecisionKind(StrEnum):
    """One verb each; undo is one more decision. `value` of the decision holds what the verb needs (see Decision)."""

    CONFIRM = "confirm"
    RENAME = "rename"
    SET_ASIDE = "set_aside"
    TAKE_OUT = "take_out"
    PUT_IN = "put_in"
    SPLIT = "split"
    MERGE = "merge"
    SEED = "seed"
    MARK = "mark"
    NOTICE = "notice"
    CORRECT = "correct"
    TEST_READING = "test_reading"
    CIRCLE = "circle"
    UNCIRCLE = "uncircle"
    CAPTION = "caption"
    CHOOSE_STEP = "choose_step"
    DRAW_BOX = "draw_box"
    MOVE_BOX = "move_box"
    REMOVE_BOX = "remove_box"
    CHANGE_PAGE = "change_page"
    LEAVE_OUT = "leave_out"
    BRING_BACK = "bring_back"
    LOOK_AT = "look_at"
    SAY_SECTION = "say_section"
    CUT_ANEW = "cut_anew"
    UNDO = "undo"


class Mark(StrEnum):
    """The teacher's mark, never the machine's."""

    SUCCESS = "success"
    CHALLENGE = "challenge"
    STRATEGY = "strategy"
    INCONSISTENCY = "inconsistency"


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a person decided, kept for good.

    `pattern` is the pattern's id (the id of the candidate it was first decided on), "" where none is meant.
    `value` is the new name (rename), the reason (set_aside), the pieces' codes, a space between (take_out, put_in), one
    code (bring_back, look_at), the words it grew from (seed), the Mark (mark), the notice's text (notice), JSON of the
    Candidate that goes off (split) or is taken in (merge), of {piece and a Correction} (correct), of a ReadingTest
    (test_reading), of a NextStep (choose_step), of an Evidence with its ring (circle, uncircle), of {piece, words}
    (caption), of a BoxChange (draw_box, move_box, remove_box), of a PageChange (change_page), of a LeftOut (leave_out),
    of {piece: section} (say_section), of a Recut (cut_anew), or the id of the decision taken back (undo). `snapshot` is
    the candidate as it stood then (members, spans, basis, rule). `id` counts up within the home; `at` is ISO 8601, UTC.
    """

    id: int
    collection: str
    kind: DecisionKind
    pattern: str
    value: str
    snapshot: Candidate | None
    who: str
    at: str


class PatternStatus(StrEnum):
    """Suggested until a person decides."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class PatternMember:
    """A piece in a pattern. `is_checked`: the teacher confirmed it in (with the pattern, or by putting it in)."""

    piece: str
    evidence: tuple[Evidence, ...]
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A candidate with everything decided about it. `name` is the teacher's where given, else the suggested one.

    `taken_out` are codes of pieces the teacher took out, `split_off` of those that went into a pattern of their own;
    `doubt` is the share, 0..1, of what it rests on that was read with doubt.
    """

    id: str
    kind: CandidateKind
    name: str
    suggested_name: str
    group: str
    basis: str
    status: PatternStatus
    mark: Mark | None
    notice: str
    reason: str
    members: tuple[PatternMember, ...]
    taken_out: tuple[str, ...]
    steadiness: Steadiness
    is_reliable: bool
    warnings: tuple[str, ...]
    split_off: tuple[str, ...] = ()
    doubt: float = 0.0

    @property
    def rests_on_doubt(self) -> bool:
        """Whether it rests mainly on words that were read with doubt."""
        return self.doubt > MAINLY_DOUBTFUL

    @property
    def is_renamed(self) -> bool:
        """Whether the teacher gave it a name of their own."""
        return self.name != self.suggested_name

    @property
    def checked_count(self) -> int:
        """Members a person confirmed."""
        return sum(member.is_checked for member in self.members)


@dataclass(frozen=True, slots=True)
class ReadingTest:
    """How many of some words, drawn at random from a class set, a teacher found read right."""

    right: int
    of: int


class Grouping(StrEnum):
    """Who the next step is for (DOMAIN: next-step groupings)."""

    WHOLE_CLASS = "whole class"
    SMALL_GROUP = "small or strategy group"
    PAIR = "pair"
    CONFERENCE = "conference"
    CHANGE_TASK = "change the task"
    GATHER_EVIDENCE = "gather more evidence"


MOVES = (
    "reteach differently",
    "mini-lesson",
    "guided practice",
    "model / think-aloud",
    "exemplar critique",
    "anonymised error analysis",
    "revision with feedback",
    "peer critique",
    "pair different strategies",
    "language support",
    "spiral practice",
    "extend",
    "revise the task",
    "name and share the success",
)


@dataclass(frozen=True, slots=True)
class NextStep:
    """The ONE next instructional step. Dates are ISO dates ("2026-12-01") or "" where open."""

    patterns: tuple[str, ...]
    grouping: Grouping
    move: str
    owner: str
    do_on: str
    expected_evidence: str
    check_on: str
