"""`python -m pipeline.cli` is `patternwork`."""

from __future__ import annotations

from pipeline.cli import run

if __name__ == "__main__":
    run()
