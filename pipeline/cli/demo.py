"""`patternwork demo`: the sample class sets come in; the app, which shows them being read, goes out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import typer

from pipeline.cli.options import HomeOption, PortOption, open_own_home, prepare_settings
from pipeline.cli.samples import SampleSet, load_samples
from pipeline.cli.serving import END_LIMIT_S, end_process, end_with_ctrl_c, serve_app
from pipeline.cli.speech import say_number


def demo(home: HomeOption = None, port: PortOption = None) -> None:
    """Show Patternwork with the sample class sets; Ctrl-C ends it, and the next start reads nothing again."""
    settings = prepare_settings(home)
    from pipeline.bundled import find_bundled

    open_own_home(settings)
    samples = load_samples(find_bundled("sample_work"))
    with end_with_ctrl_c(), serve_app(settings.home, port or settings.screen.port) as server:
        for number, sample in enumerate(samples, 1):
            typer.echo(f"Sample {number} of {say_number(len(samples), 'class set')}: {sample.name}")
            read_sample(sample, settings.home)
        typer.echo("The sample is read; Ctrl-C ends the app.")
        server.wait()


def read_sample(sample: SampleSet, home: Path) -> None:
    """Read one set in a process of its own, whose memory is free again afterwards; a failed set stops no other."""
    verb = [sys.executable, "-m", "pipeline.cli", "add", str(sample.folder)]
    options = ["--class-set", sample.name, "--task", sample.task, "--home", str(home)]
    adding = subprocess.Popen([*verb, *options])  # noqa: S603 our own command, arguments as a list
    try:
        adding.wait()
    except KeyboardInterrupt:
        _let_stop(adding)
        raise


def _let_stop(adding: subprocess.Popen[bytes]) -> None:
    """Ctrl-C in a terminal reaches the reading too, and it ends by itself; otherwise it is ended."""
    try:
        adding.wait(END_LIMIT_S)
    except subprocess.TimeoutExpired:
        end_process(adding)
