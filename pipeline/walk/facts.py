"""A piece's readings and its kind of file in, what is known of how it was handed in out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.records.patterns import PieceFacts
from pipeline.records.reading import PageLook, Reading

_DECIMALS = 4


def gather_facts(piece: str, pages: Sequence[Reading], file_kind: str) -> PieceFacts:
    """Return the facts about a piece: the largest page's side, and the mean of what its pages look like."""
    side_px = max((max(page.width_px, page.height_px) for page in pages), default=0)
    looks = [page.look for page in pages if page.look]
    return PieceFacts(piece, file_kind, side_px, _average(looks) if looks else None)


def _average(looks: Sequence[PageLook]) -> PageLook:
    rows = np.array([[look.grey_share, look.level_share, look.upright_share] for look in looks])
    grey, level, upright = np.round(rows.mean(axis=0), _DECIMALS).tolist()
    return PageLook(grey, level, upright)
