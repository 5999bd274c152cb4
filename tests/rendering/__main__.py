"""`python -m tests.rendering OUT [SET]` comes in; the pages of the sample, or of one set, go out under OUT."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.rendering.sample import render_sample

SAMPLE_PATH = Path(__file__).resolve().parents[2] / "sample_work"


def run(arguments: list[str]) -> int:
    """Make the pages and print one line a piece; return the exit status."""
    if not arguments:
        print("usage: python -m tests.rendering OUT [SET]", file=sys.stderr)
        return 2
    for truth in render_sample(SAMPLE_PATH, Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""):
        print(", ".join(truth.files))
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
