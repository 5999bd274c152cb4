"""The command line: arguments come in; sentences, files and a documented exit code go out, never a traceback."""

from __future__ import annotations

from pipeline.cli.boundary import run

__all__ = ["run"]
