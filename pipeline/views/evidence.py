"""A pattern's members come in; their evidence goes out: the real lines first, under them the quote."""

from __future__ import annotations

from pipeline.records.decisions import Pattern, PatternMember
from pipeline.records.patterns import Evidence
from pipeline.records.reading import Transcript
from pipeline.views.crops import CropPlan, cut_crop, plan_crop
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import make_address
from pipeline.views.words import AS_READ, CHECKED, count_nouns, escape_html, shorten

QUOTE_CHARACTERS = 320
OPENING_CHARACTERS = 200
TYPED = "typed"


def choose_evidence(member: PatternMember) -> Evidence | None:
    """Return the span that shows a member best (the first; stages put the clearest first), None where there is none."""
    return member.evidence[0] if member.evidence else None


def make_figure(table: OpenDesk, member: PatternMember) -> str:
    """Return a member's evidence as HTML: the crop, the quote in a book face, and how it was read."""
    transcript = table.desk.transcripts.get(member.piece)
    evidence = choose_evidence(member)
    if transcript is None:
        return '<p class="pw-small">This piece is not read yet.</p>'
    if evidence is None:
        evidence = Evidence(member.piece, 0, 0, "", is_whole_piece=True)
    crop, caption = _make_picture(table, transcript, evidence), _make_caption(transcript, evidence, member)
    return f'<figure class="pw-evidence">{crop}<figcaption>{caption}</figcaption></figure>'


def make_strip(table: OpenDesk, pattern: Pattern) -> str:
    """Return one small crop of the pattern's first member that has one, as HTML."""
    for member in pattern.members:
        transcript, evidence = table.desk.transcripts.get(member.piece), choose_evidence(member)
        if transcript and evidence:
            picture = _make_picture(table, transcript, evidence)
            if picture:
                return picture
    return ""


def find_page(table: OpenDesk, member: PatternMember) -> int:
    """Return the page (from 0) on which the member's evidence stands."""
    transcript, evidence = table.desk.transcripts.get(member.piece), choose_evidence(member)
    plan = plan_crop(transcript, evidence) if transcript and evidence else None
    return plan.page if plan else 0


def tell_reading(transcript: Transcript, evidence: Evidence) -> str:
    """Return how the quote came to be: "as the computer read it", "checked by you", or "typed" by the student."""
    start, end = (0, len(transcript.text)) if evidence.is_whole_piece else (evidence.start, evidence.end)
    words = [word for word in transcript.words if word.start < end and word.end > start]
    if words and all(word.is_checked for word in words):
        return CHECKED
    return AS_READ if any(word.box is not None for word in words) else TYPED


def _make_picture(table: OpenDesk, transcript: Transcript, evidence: Evidence) -> str:
    plan = plan_crop(transcript, evidence)
    crop = _cut(table, transcript.piece, plan) if plan else None
    if crop is None:
        return ""
    alt = f"lines of piece {transcript.piece}: {shorten(evidence.quote or transcript.text, OPENING_CHARACTERS)}"
    return f'<img src="{make_address(crop)}" alt="{escape_html(alt)}">'


def _cut(table: OpenDesk, piece: str, plan: CropPlan) -> bytes | None:
    return cut_crop(table.home, table.collection.id, piece, plan)


def _make_caption(transcript: Transcript, evidence: Evidence, member: PatternMember) -> str:
    how = tell_reading(transcript, evidence)
    if evidence.is_whole_piece:
        quote, note = shorten(transcript.text, OPENING_CHARACTERS), f"the whole piece is the evidence · {how}"
    else:
        quote, note = shorten(evidence.quote, QUOTE_CHARACTERS), how
    more = len(member.evidence) - 1
    if more > 0:
        note += f" · {count_nouns(more, 'more place')} in this piece"
    look = "pw-quote" if how == AS_READ else "pw-quote pw-checked"
    return f'<q class="{look}" style="quotes:none">{escape_html(quote)}</q><span class="pw-tag">{note}</span>'
