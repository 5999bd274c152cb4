"""A home folder and a port in; the command that starts the app's server out. Needs no streamlit to be imported.

The server listens on this machine alone, answers to its own names only, sends no statistics and shows a page no
details of an error.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.bundled import find_bundled

ADDRESS = "127.0.0.1"
HOST_NAMES = ("127.0.0.1", "localhost")
HOME_FLAG = "--home="
UPLOAD_LIMIT_MB = 2000

SERVER: Mapping[str, str] = {
    "server.address": ADDRESS,
    "server.headless": "true",
    "server.showEmailPrompt": "false",
    "server.enableCORS": "true",
    "server.enableXsrfProtection": "true",
    "server.xsrfCookieSameSite": "strict",
    "server.maxUploadSize": str(UPLOAD_LIMIT_MB),
    "server.fileWatcherType": "none",
    "browser.serverAddress": ADDRESS,
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "client.toolbarMode": "minimal",
    "client.showSidebarNavigation": "false",
    "runner.magicEnabled": "false",
    "logger.level": "error",
}

THEME: Mapping[str, str] = {
    "theme.font": "Atkinson Hyperlegible, system-ui, sans-serif",
    "theme.baseFontSize": "16",
    "theme.baseRadius": "6px",
    "theme.buttonRadius": "6px",
    "theme.showWidgetBorder": "true",
    "theme.light.primaryColor": "#2F5D8C",
    "theme.light.linkColor": "#2F5D8C",
    "theme.light.backgroundColor": "#FBFAF7",
    "theme.light.secondaryBackgroundColor": "#F3F1EB",
    "theme.light.textColor": "#22252A",
    "theme.light.borderColor": "#E3E0D8",
    "theme.dark.primaryColor": "#8DB4DB",
    "theme.dark.linkColor": "#8DB4DB",
    "theme.dark.backgroundColor": "#1B1C1F",
    "theme.dark.secondaryBackgroundColor": "#25262A",
    "theme.dark.textColor": "#ECEAE4",
    "theme.dark.borderColor": "#34363B",
}


def build_server_command(home: Path, port: int) -> list[str]:
    """Return the command line that serves `home` on 127.0.0.1:`port`; raises ModelMissing where app.py is missing."""
    options = {**SERVER, "server.port": str(port), "browser.serverPort": str(port), **THEME}
    flags = [f"--{name}={value}" for name, value in options.items()]
    flags += [f"--server.allowedHosts={name}" for name in HOST_NAMES]
    app = str(find_bundled("app.py"))
    return [sys.executable, "-m", "streamlit", "run", app, *flags, "--", f"{HOME_FLAG}{home}"]
