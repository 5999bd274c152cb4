"""`patternwork review`: the home comes in; the app, on this computer alone, goes out."""

from __future__ import annotations

from pipeline.cli.options import HomeOption, PortOption, open_own_home, prepare_settings
from pipeline.cli.serving import end_with_ctrl_c, serve_app


def review(home: HomeOption = None, port: PortOption = None) -> None:
    """Open the app: look at patterns, decide, choose the next step. Ctrl-C ends it."""
    settings = prepare_settings(home)
    open_own_home(settings)
    with end_with_ctrl_c(), serve_app(settings.home, port or settings.screen.port) as server:
        server.wait()
