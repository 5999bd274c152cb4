"""What the computer misreads changes little of what is observed."""

from __future__ import annotations

import numpy as np

from pipeline.observe import observe_pieces
from pipeline.records.reading import Transcript

SENTENCES = (
    "Homework helps because practice matters. ",
    "However, some children need their sleep. ",
    "For example my sister reads every evening. ",
    "Another reason is that teachers also learn something. ",
    "The library stays open until seven. ",
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _misread(text: str, share: float, rng: np.random.Generator) -> str:
    read = (str(rng.choice([*LETTERS])) if one.isalpha() and rng.random() < share else one for one in text)
    return "".join(read)


def test_connectives_survive_four_letters_in_a_hundred() -> None:
    """With 4 % of the letters misread, counted connectives keep the order of the pieces (rank correlation .8)."""
    from scipy.stats import spearmanr

    rng = np.random.default_rng(7)
    texts = ["".join(rng.choice(SENTENCES, size=12, p=rng.dirichlet(np.ones(5)))) for _ in range(40)]
    clean = observe_pieces([Transcript(f"P{k}", text, (), 1.0, needs_eyes=False) for k, text in enumerate(texts)], "")
    noisy = observe_pieces(
        [Transcript(f"P{k}", _misread(text, 0.04, rng), (), 1.0, needs_eyes=False) for k, text in enumerate(texts)], ""
    )
    for key in ("gives-reasons", "contrast-words", "gives-example", "adding-words"):
        pairs = [(a.strength, b.strength) for a, b in zip(clean, noisy, strict=True) if a.kind == key]
        assert float(spearmanr(*zip(*pairs, strict=True))[0]) > 0.8, key
