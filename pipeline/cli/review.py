"""`patternwork review`: the home comes in; the app, on this computer alone, goes out."""

from __future__ import annotations

import typer

from pipeline.cli.options import HomeOption, PortOption, open_own_home, prepare_settings
from pipeline.cli.serving import ADDRESS, serve_app


def review(home: HomeOption = None, port: PortOption = None) -> None:
    """Open the app: look at patterns, decide, choose the next step. Ctrl-C ends it."""
    settings = prepare_settings(home)
    open_own_home(settings)
    chosen = port or settings.screen.port
    with serve_app(settings.home, chosen) as server:
        typer.echo(f"Patternwork is at http://{ADDRESS}:{chosen}  (Ctrl-C ends it)")
        server.wait()
