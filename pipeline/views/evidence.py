"""A pattern's members come in; their evidence goes out: the real lines, or what was circled, and the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records.decisions import Pattern, PatternMember
from pipeline.records.patterns import CandidateKind, Evidence
from pipeline.records.reading import Transcript
from pipeline.views.crops import CropPlan, cut_circled, cut_crop, plan_crop
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import make_address
from pipeline.views.names import find_veils, show_piece
from pipeline.views.pictures import load_small
from pipeline.views.words import AS_READ, CHECKED, WRITTEN_DOWN, count_nouns, escape_html, shorten

QUOTE_CHARACTERS = 320
OPENING_CHARACTERS = 200
BEFORE_CHARACTERS = 24
TYPED = "typed"


def choose_evidence(member: PatternMember) -> Evidence | None:
    """Return the span that shows a member best (the first; stages put the clearest first), None where there is none."""
    return member.evidence[0] if member.evidence else None


def make_figure(table: OpenDesk, member: PatternMember) -> str:
    """Return a member's evidence as HTML: the crop, the quote in a book face, and how it was read."""
    transcript = table.desk.transcripts.get(member.piece)
    if transcript is None:
        return '<p class="pw-small">This piece is not read yet.</p>'
    evidence = choose_evidence(member) or Evidence(member.piece, 0, 0, "", is_whole_piece=True)
    picture = _make_picture(table, transcript, evidence)
    caption = _make_caption(transcript, evidence, member) + make_told(table.desk.captions.get(member.piece, ""))
    return f'<figure class="pw-evidence">{picture}<figcaption>{caption}</figcaption></figure>'


def make_strip(table: OpenDesk, pattern: Pattern) -> str:
    """Return one small crop of the pattern's first member that has one, as HTML; what was circled comes first."""
    for member in sorted(pattern.members, key=lambda one: not any(evidence.ring for evidence in one.evidence)):
        transcript, evidence = table.desk.transcripts.get(member.piece), choose_evidence(member)
        if transcript:
            whole = Evidence(member.piece, 0, 0, "", is_whole_piece=True)
            picture = _make_picture(table, transcript, evidence or whole)
            if picture:
                return picture
    return ""


def find_central_quote(pattern: Pattern, limit: int) -> str:
    """Return a member's words round what an idea is named by, at most about `limit` characters.

    Of those who say most of its words the clearest is quoted: bare words such as "sixty, extra" tell little without
    a sentence that has them. "" where its name quotes somebody already, or is the teacher's own.
    """
    is_bare = pattern.kind is CandidateKind.IDEA and not pattern.is_renamed and "“" not in pattern.name
    quotes = [place.quote for member in pattern.members for place in member.evidence if place.is_span]
    if not is_bare or not quotes:
        return ""
    words = pattern.name.casefold().split(", ")
    telling = max(quotes, key=lambda quote: sum(word in quote.casefold() for word in words))
    return _cut_round(telling, words, limit)


def mark_telling(pattern: Pattern, quote: str) -> str:
    """Return a quote as our own HTML, the words that the pattern is named by set apart: they are read in a sentence."""
    words = sorted(pattern.name.split(", "), key=len, reverse=True)
    telling = re.compile(rf"\b({'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)
    parts = telling.split(quote)
    return "".join(f"<b>{escape_html(part)}</b>" if at % 2 else escape_html(part) for at, part in enumerate(parts))


def _cut_round(quote: str, words: Sequence[str], limit: int) -> str:
    """Return `quote` shortened, from a little before the first of `words` where that would else be cut off."""
    folded = quote.casefold()
    first = min((folded.find(word) for word in words if word in folded), default=0)
    if first < limit - BEFORE_CHARACTERS:
        return shorten(quote, limit)
    return f"…{shorten(quote[quote.rfind(' ', 0, first - BEFORE_CHARACTERS) + 1 :], limit)}"


def find_page(table: OpenDesk, member: PatternMember) -> int:
    """Return the page (from 0) on which the member's evidence stands."""
    transcript, evidence = table.desk.transcripts.get(member.piece), choose_evidence(member)
    if evidence and evidence.ring:
        return evidence.ring.page
    plan = plan_crop(transcript, evidence) if transcript and evidence else None
    return plan.page if plan else 0


def tell_reading(transcript: Transcript, evidence: Evidence) -> str:
    """Return how the quote came to be: "as the computer read it", "checked by you", or "typed" by the student."""
    start, end = (0, len(transcript.text)) if evidence.is_whole_piece else (evidence.start, evidence.end)
    words = [word for word in transcript.words if word.start < end and word.end > start]
    if words and all(word.is_checked for word in words):
        return CHECKED
    return AS_READ if any(word.box is not None for word in words) else TYPED


def make_told(caption: str) -> str:
    """Return the words a teacher wrote down for a piece as HTML, marked as what they are; "" where there are none."""
    if not caption:
        return ""
    words = escape_html(shorten(caption, QUOTE_CHARACTERS))
    return f'<q class="pw-quote pw-checked" style="quotes:none">{words}</q><span class="pw-tag">{WRITTEN_DOWN}</span>'


def _make_picture(table: OpenDesk, transcript: Transcript, evidence: Evidence) -> str:
    """Return what was circled, the lines of the words, or, of a piece without words, its page; names blank."""
    piece, shown = transcript.piece, show_piece(table, transcript.piece)
    if evidence.ring:
        veils = find_veils(table, piece, evidence.ring.page)
        crop = cut_circled(table.home, (table.collection.id, piece), evidence.ring, veils)
        return _show(make_address(crop), f"what was circled in piece {shown}", "pw-picture") if crop else ""
    plan = plan_crop(transcript, evidence)
    crop = _cut(table, piece, plan) if plan else None
    if crop:
        words = shorten(evidence.quote or transcript.text, OPENING_CHARACTERS)
        return _show(make_address(crop), f"lines of piece {shown}: {words}")
    small = "" if transcript.words else load_small(table.home, table.collection.id, piece, find_veils(table, piece, 0))
    return _show(small, f"first page of piece {shown}", "pw-picture") if small else ""


def _cut(table: OpenDesk, piece: str, plan: CropPlan) -> bytes | None:
    return cut_crop(table.home, table.collection.id, piece, plan, find_veils(table, piece, plan.page))


def _show(address: str, alt: str, look: str = "") -> str:
    return f'<img class="{look}" src="{address}" alt="{escape_html(alt)}">'


def _make_caption(transcript: Transcript, evidence: Evidence, member: PatternMember) -> str:
    how = tell_reading(transcript, evidence)
    if evidence.ring:
        quote, note = "", "circled by you"
    elif evidence.is_whole_piece:
        quote, note = shorten(transcript.text, OPENING_CHARACTERS), "the whole piece is the evidence"
        note += f" · {how}" if quote else ""
    else:
        quote, note = shorten(evidence.quote, QUOTE_CHARACTERS), how
    more = len(member.evidence) - 1
    if more > 0:
        note += f" · {count_nouns(more, 'more place')} in this piece"
    look = "pw-quote" if how == AS_READ else "pw-quote pw-checked"
    words = f'<q class="{look}" style="quotes:none">{escape_html(quote)}</q>' if quote else ""
    return f'{words}<span class="pw-tag">{note}</span>'
